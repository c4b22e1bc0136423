"""One document's page, made ready: everything that the template shows, worked out from the audit record and the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from provenance.fields import ALL_FIELDS
from provenance.reasons import why_open, why_unknown
from provenance.registry import Registry
from provenance.render.passages import Passages, deciding, judges_claims, named_against
from provenance.render.ratings import rating_lines
from provenance.render.report.bars import Bar, bar
from provenance.render.report.marks import Effect, Piece, pieces_of
from provenance.render.said import said_of
from provenance.render.words import in_order, one_line, percent, points, tallied
from provenance.signal import SignalSpec

_MOST_PASSAGES: Final = 24
_PASSAGE: Final = 400
_VALUE: Final = 300
_LINE: Final = 160
Json = Mapping[str, Any]


class Axis(NamedTuple):
    """An axis or a family: its points and how they stand."""

    name: str
    shown: str
    ceiling: str
    whole: str
    letter: str
    says: str
    bar: Bar


class Passage(NamedTuple):
    """What a finding rests on: its words, and where they stand in the text below, if they do."""

    words: str
    place: str  # empty where the text does not show it


class Row(NamedTuple):
    """One signal: what was asked, what was found, what it is worth, what would help."""

    id: str
    says: str
    question: str
    outcome: str
    counted: str
    earned: str
    open: str
    lost: str
    points: str
    bar: Bar | None
    width: int  # of its bar, in per cent: as long as its points are many
    reason: str
    passages: tuple[Passage, ...]
    more: int
    remedy: str
    standard: str
    address: str
    is_lost: bool
    lost_millipoints: int


class Family(NamedTuple):
    """The signals of one family, and its points."""

    part: Axis
    rows: tuple[Row, ...]


class Observed(NamedTuple):
    """One observation of one field, or why there is none."""

    field: str
    state: str
    value: str
    where: str


class DocumentPage(NamedTuple):
    """All that a page says of one document."""

    anchor: str
    id: str
    title: str
    digest: str
    language: str
    warning: str
    whole: Axis
    shown: str
    open: str
    lost: str
    coverage: str
    flags: tuple[str, ...]
    said: tuple[str, ...]
    ratings: tuple[str, ...]
    axes: tuple[Axis, ...]
    families: tuple[Family, ...]
    losses: tuple[Row, ...]
    unjudged: tuple[tuple[str, str, tuple[Row, ...]], ...]  # reason, points, signals
    reported: tuple[Row, ...]
    fields: tuple[Observed, ...]
    text: tuple[Piece, ...]
    policy: str
    library: str
    as_of: str
    seal: str


def document_page(record: Json, text: str | None, *, anchor: str, warning: str = "") -> DocumentPage:
    """The page of the document of which *record* is the audit record; without *text* its words are not shown."""
    document, result, run = record["document"], record["result"], record["run"]
    specs = {signal.spec.id: signal.spec for signal in Registry.core()}
    is_here = text is not None and len(text) == document["text_length"]
    effects = _effects(record["signals"], specs)
    pieces = pieces_of(text, document, effects) if is_here and text is not None else []
    placed = frozenset(place for piece in pieces for place in piece.anchors)
    passages = Passages(document, text if is_here else None)
    most = max((row["points"] for row in record["signals"] if "points" in row), default=1)
    rows = [_row(row, specs, passages, placed=placed, most=most) for row in record["signals"]]
    scored = [row for row, of in zip(rows, record["signals"], strict=True) if "points" in of]
    return DocumentPage(
        anchor=anchor,
        id=one_line(document["id"] or "(no id)", _LINE),
        title=one_line(_first(document, "title"), _LINE),
        digest=document["digest"],
        language=document["language"] or "",
        warning=warning,
        whole=_axis("whole", result),
        shown=points(result["score"]),
        open=points(result["ceiling"] - result["score"]),
        lost=points(result["applicable"] - result["ceiling"]),
        coverage=percent(result["coverage"]),
        flags=tuple(f"{flag}: {specs[flag].title}" if flag in specs else flag for flag in result["flags"]),
        said=tuple(said_of(record)),
        ratings=tuple(one_line(rating, _VALUE) for rating in rating_lines(document)),
        axes=tuple(_axis(*named) for named in in_order(result["axes"])),
        families=_families(result["families"], scored),
        losses=tuple(
            sorted((r for r in scored if r.is_lost), key=lambda row: (-row.lost_millipoints, row.id))
        ),
        unjudged=_unjudged(record["signals"], rows, specs),
        reported=tuple(
            row
            for row, of in zip(rows, record["signals"], strict=True)
            if "points" not in of and of["outcome"] == "present"
        ),
        fields=tuple(_fields(document["fields"], has_text=document["text_length"] is not None)),
        text=tuple(pieces),
        policy=f"{run['policy']['id']}{' · profile ' + run['policy']['profile'] if run['policy']['profile'] else ''}",
        library=run["library"],
        as_of=run["as_of"]["value"] if run["as_of"] else "not given",
        seal=record["digest"],
    )


def _first(document: Json, field: str) -> str:
    observations = document["fields"].get(field, {}).get("observations", ())
    return str(observations[0]["value"]) if observations else ""


def _axis(name: str, part: Json) -> Axis:
    whole = part["points"] if "points" in part else part["applicable"]
    return Axis(
        name,
        points(part["score"]),
        points(part["ceiling"]),
        points(whole),
        part.get("band", ""),
        part.get("says", ""),
        bar(part["score"], part["ceiling"] - part["score"], whole),
    )


def _families(parts: Json, rows: Sequence[Row]) -> tuple[Family, ...]:
    """The families in the order of the signals, whatever order a record was written in."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.id.partition(".")[0], []).append(row)
    return tuple(Family(_axis(name, parts[name]), tuple(rows)) for name, rows in found.items())


def _unjudged(
    of: Sequence[Json], rows: Sequence[Row], specs: Mapping[str, SignalSpec]
) -> tuple[tuple[str, str, tuple[Row, ...]], ...]:
    """What could not be judged at all, by reason, most points first."""
    amounts: dict[str, int] = {}
    found: dict[str, list[Row]] = {}
    for row, shown in zip(of, rows, strict=True):
        if row.get("open") and not row["lost"] and not row["earned"]:
            reason = why_open(row, specs)
            amounts[reason] = amounts.get(reason, 0) + row["open"]
            found.setdefault(reason, []).append(shown)
    return tuple(
        (reason, points(amounts[reason]), tuple(found[reason]))
        for reason in sorted(found, key=lambda reason: (-amounts[reason], reason))
    )


# --- one signal -----------------------------------------------------------------------------------------------------


def _row(
    row: Json, specs: Mapping[str, SignalSpec], passages: Passages, *, placed: frozenset[str], most: int
) -> Row:
    spec = specs.get(row["id"])
    is_lost = bool(row.get("lost"))
    basis = deciding(row, against=is_lost or named_against(spec))
    words = [
        Passage(one_line(said, _PASSAGE), at if at in placed else "")
        for at in dict.fromkeys(basis)
        if (said := passages.at(at, is_of_claims=judges_claims(spec)))
    ]
    worth = row.get("points")
    return Row(
        id=row["id"],
        says=row["id"] if spec is None else (spec.problem if is_lost else spec.title),
        question="" if spec is None else spec.question,
        outcome=row["outcome"],
        counted=tallied(row),
        earned=points(row.get("earned", 0)),
        open=points(row.get("open", 0)),
        lost=points(row.get("lost", 0)),
        points="" if worth is None else points(worth),
        bar=None if worth is None else bar(row["earned"], row["open"], worth),
        width=0 if worth is None else 100 * worth // most,
        reason=_reason(row, specs),
        passages=tuple(words[:_MOST_PASSAGES]),
        more=max(len(words) - _MOST_PASSAGES, 0),
        remedy="" if spec is None else spec.remediation,
        standard="" if spec is None else f"{spec.standard.name}, {spec.standard.clause}",
        address="" if spec is None else spec.standard.url,
        is_lost=is_lost,
        lost_millipoints=row.get("lost", 0),
    )


def _reason(row: Json, specs: Mapping[str, SignalSpec]) -> str:
    note = f"{row['note'][:1].upper()}{row['note'][1:]}." if row.get("note") else ""
    if row.get("open") or ("points" not in row and row["outcome"] == "unknown"):
        return f"{note} Open, because {why_open(row, specs)}.".strip()
    return f"{note} Disqualified, because {row['guarded']} is raised.".strip() if "guarded" in row else note


def _effects(rows: Sequence[Json], specs: Mapping[str, SignalSpec]) -> dict[str, tuple[Effect, ...]]:
    """What each place in the text counts for, and against: the passages that decided signals worth points."""
    found: dict[str, dict[str, list[tuple[int, str, str]]]] = {}
    for row in rows:
        spec = specs.get(row["id"])
        if spec is None or not row.get("points"):
            continue
        for sign, amount, says in (("−", row["lost"], spec.problem), ("+", row["earned"], spec.title)):
            for place in deciding(row, against=sign == "−") if amount else ():
                found.setdefault(place, {}).setdefault(sign, []).append((-amount, row["id"], says))
    return {
        place: tuple(
            Effect(sign, min(by_sign)[1], "; ".join(says for _, _, says in sorted(by_sign)))
            for sign, by_sign in signs.items()
        )
        for place, signs in found.items()
    }


# --- the evidence ---------------------------------------------------------------------------------------------------


def _fields(fields: Json, *, has_text: bool) -> list[Observed]:
    shown = []
    for name in sorted(fields, key=ALL_FIELDS.index):
        field = fields[name]
        for observation in field.get("observations", ()):
            more = ", ".join(str(observation[k]) for k in ("kind", "precision") if k in observation)
            value = observation.get("value", "(the text)")
            place = f"{observation['channel']} {observation['at']}".strip()
            shown.append(
                Observed(
                    name, field["state"], one_line(f"{value}{f' ({more})' if more else ''}", _VALUE), place
                )
            )
        if not field.get("observations"):
            why = why_unknown(name, field.get("why", ""), has_text=has_text)
            problem = one_line(field.get("problem", ""), _VALUE)
            shown.append(Observed(name, field["state"], ": ".join(filter(None, (why, problem))), ""))
    return shown
