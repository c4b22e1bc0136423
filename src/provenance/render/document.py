"""A document as read, for people: fields and states, then what the words show, passage by passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from provenance.fields import BROUGHT
from provenance.reasons import why_unknown
from provenance.render.marked import LEGEND, marked_text
from provenance.render.passages import SUPPORT
from provenance.render.words import one_line

_WIDTH: Final = 100
Json = Mapping[str, Any]


def document_as_text(shown: Json, text: str | None) -> str:
    """*shown* (see `inspection`) as text; *text* gives the words of passages."""
    lines = [one_line(shown["id"] or "(no id)", _WIDTH), f"  digest        {shown['digest']}"]
    has_text = shown["text_length"] is not None
    lines += [line for name, field in _told(shown) for line in _field(name, field, has_text=has_text)]
    if has_text:
        lines += list(_words(shown, text or ""))
    if "text" in shown and text:
        lines += ["", LEGEND, "", marked_text(shown, text)]
    return "\n".join(lines) + "\n\n"


def _told(shown: Json) -> Iterator[tuple[str, Json]]:
    """The fields that say something: what is found in a text stands below, and what may be brought in its place is rare."""
    has_text = shown["text_length"] is not None
    for name, field in shown["fields"].items():
        if name in BROUGHT and (has_text or field["state"] == "unknown") and not field.get("observations"):
            continue
        if name != "text" or not has_text:
            yield name, field


def _field(name: str, field: Json, *, has_text: bool) -> Iterator[str]:
    observations = field.get("observations", ())
    if not observations:
        why = why_unknown(name, field.get("why", ""), has_text=has_text)
        problem = f": {field['problem']}" if field.get("problem") else ""
        yield f"  {name:13s} " + one_line(f"{field['state']}{', ' if why else ''}{why}{problem}", _WIDTH)
    for observation in observations:
        more = ", ".join(str(observation[k]) for k in ("kind", "precision") if k in observation)
        value = observation.get("value", "(the text)")
        where = (
            f"({observation['channel']} {observation['at']})"
            if observation["at"]
            else f"({observation['channel']})"
        )
        yield f"  {name:13s} " + one_line(f"{value}{f' [{more}]' if more else ''}  {where}", _WIDTH)


def _words(shown: Json, text: str) -> Iterator[str]:
    repetition = shown["repetition"]
    yield f"  text          {shown['text_length']:,} characters, language {shown['language'] or 'not identified'}, lexicon {(shown['lexicon'] or 'none').partition(' ')[0]}"
    if repetition.get("share"):
        yield f"  repetition    {repetition['share']:.0%} of the text repeats an earlier part of it"
        yield from (
            f"    {r['start']}–{r['end']} repeats {r['repeats_start']}–{r['repeats_end']}"
            for r in repetition["spans"]
        )
    yield from _listed("residue", shown["residue"], lambda item: f"“{item['text']}” ({item['why']})")
    yield from _listed("attributions", shown["attributions"], lambda item: _attribution(item, text))
    yield from _listed(
        "claims",
        shown["claims"],
        lambda item: f"{_at(item)}[{SUPPORT.get(item['support'], item['support'])}] {item['text']}",
    )
    yield from _listed(
        "citations", shown["citations"], lambda item: f"{item['kind']} {item.get('target', '')}"
    )
    yield from _listed("notices", shown["notices"], lambda item: f"{item['kind']}: {item['text']}")


def _listed(title: str, items: list[Json], show: Callable[[Json], str]) -> Iterator[str]:
    if items:
        yield f"  {title} ({len(items)})"
        yield from ("    " + one_line(show(item), _WIDTH) for item in items)


def _attribution(item: Json, text: str) -> str:
    source, cue, content = item["source"], item["cue"], item["content"]
    who = f"{source['text']} [{source['kind']}{_resolved(source)}]" if source else "(no source)"
    said = cue["text"] if cue else "(quotation)"
    what = text[content["start"] : content["end"]] if content else ""
    marks = "".join(f" !{flag}" for flag in item["flags"])
    copy = " (again)" if item.get("repeated") else ""
    return f"{_at(item)}{'  ' * item['depth']}{who} · {said}{marks}{copy} · {what}"


def _resolved(source: Json) -> str:
    resolved = source.get("resolved")
    return f" → {resolved['text']}" if resolved else ""


def _at(item: Json) -> str:
    return f"{item['line']}:{item['column']} " if "line" in item else ""
