"""The reasons for a score, the greatest losses first, each with a code that stays and a sentence for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from provenance.evidence import Why
from provenance.registry import Registry
from provenance.scoring import Scorecard, Standing
from provenance.signal import SignalSpec

PRINCIPAL: Final = 4
"""How many reasons are principal ones: more "is not likely to be helpful" (12 CFR 1002, Supplement I, 9(b)(2), on credit scores)."""

LOST: Final = "lost"
RAISED: Final = "raised"
UNSEEN: Final = "unseen"

WHY: Final[dict[str, str]] = {
    Why.NOT_SUPPLIED: "nobody supplied it",
    Why.NOT_SHOWN: "this kind of input cannot show it",
    Why.MALFORMED: "it is there but cannot be read",
    Why.HIDDEN: "it was hidden",
    Why.NO_LANGUAGE: "the language of the text cannot be told (short, mixed, or none that is known here)",
    Why.NO_LEXICON: "no lexicon of the text's language is shipped",
    Why.NO_AS_OF: "without a day to judge by (--as-of), the date could lie in the future",
    Why.URL_UNKNOWN: "the document's address is unknown",
    Why.TEXT_UNKNOWN: "the text is unknown and could still say otherwise",
    Why.LINKS_UNKNOWN: "not every link can be seen, and one might be the source",
    Why.LISTS_UNKNOWN: "more may be cited than is known",
    Why.ONE_VOICE: "only one voice says so, and nothing confirms it",
    Why.NOT_NAMED: "it is said to exist, but not shown",
    Why.UNDECIDED: "it can be read in more than one way",
    Why.NOTHING_TO_JUDGE: "there is nothing of the kind to judge",
    UNSEEN: "too little was seen to settle the rest",
}
"""Each reason for not knowing, in words."""


_NOT_SEARCHED: Final = frozenset({"title", "authors", "publisher", "published", "modified"})


def why_unknown(name: str, why: str, *, has_text: bool) -> str:
    """Why a field is unknown, in words; of what a text may say in its own words, that they are not searched for it.

    Args:
        name: the name of the field.
        why: the reason, as an audit record gives it.
        has_text: whether the text of the document is known.
    """
    if has_text and why == Why.NOT_SUPPLIED and name in _NOT_SEARCHED:
        return f"{WHY[why]}, and the text is not searched for it"
    if has_text and why == Why.NOT_SHOWN and name == "links":
        return "plain text shows only the addresses that are written in it"
    return WHY.get(why, "")


class Reason(NamedTuple):
    """Why points were not earned. `points` are millipoints; `signal` is the flag, where a flag is the reason for several."""

    code: str
    signal: str
    kind: Literal["lost", "disqualified", "open"]
    points: int
    says: str
    remedy: str


_Judged: TypeAlias = tuple[str, int, int, str, str]
"""A signal, what it lost, what is open of it and why, and the flag that stands in its way."""
_Ranked: TypeAlias = tuple[bool, int, str, str]
"""Whether it is open, the points below zero, the signal and the cause: as reasons are ranked."""


def reasons(card: Scorecard) -> tuple[Reason, ...]:
    """The reasons for the score of *card*: what was lost, the most points first, then what is open."""
    return _described(_ranked(_standings(card.standing), frozenset(card.flags())), card.plan.registry)


def reasons_in(record: Mapping[str, Any], registry: Registry) -> tuple[Reason, ...]:
    """The reasons for the score in an audit record: those of the assessment that it is of."""
    standings = (
        (row["id"], row["lost"], row["open"], row.get("why", UNSEEN), row.get("guarded", ""))
        for row in record["signals"]
        if "points" in row
    )
    return _described(_ranked(standings, frozenset(record["result"]["flags"])), registry)


def principal_codes(standing: Standing) -> tuple[str, ...]:
    """The codes of the principal reasons: ``signal:lost``, ``flag:raised``, or ``signal:`` and why it is open."""
    ranked = _ranked(_standings(standing), frozenset(standing.flags()))[:PRINCIPAL]
    return tuple(f"{signal}:{cause}" for _, _, signal, cause in ranked)


def _standings(standing: Standing) -> Iterator[_Judged]:
    """How each signal stands that did not earn all of its points."""
    return ((c.signal, c.lost, c.open, c.why or UNSEEN, c.guarded) for c in standing.contributions)


def _ranked(standings: Iterable[_Judged], raised: frozenset[str]) -> list[_Ranked]:
    """What a flag stands in the way of is gathered under the flag: it has one cause and one remedy."""
    amounts: dict[tuple[bool, str, str], int] = {}
    for signal, lost, left, why, flag in standings:
        if lost:
            key = (False, flag, RAISED) if flag in raised else (False, signal, LOST)
            amounts[key] = amounts.get(key, 0) - lost
        if left:
            key = (True, flag or signal, why)
            amounts[key] = amounts.get(key, 0) - left
    return sorted((is_open, amount, signal, cause) for (is_open, signal, cause), amount in amounts.items())


def _described(ranked: Iterable[_Ranked], registry: Registry) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            f"{signal}:{cause}",
            signal,
            "open" if is_open else "disqualified" if cause == RAISED else "lost",
            -amount,
            _said(signal, cause, registry, is_open=is_open),
            registry[signal].spec.remediation if signal in registry else "",
        )
        for is_open, amount, signal, cause in ranked
    )


def _said(signal: str, cause: str, registry: Registry, *, is_open: bool) -> str:
    """The reason in one sentence; of a signal that nobody described, its name."""
    if signal not in registry:
        return f"{signal}: {WHY.get(cause, cause)}."
    spec = registry[signal].spec
    if not is_open:
        return f"{spec.problem}."
    judged = "was judged in part" if cause == UNSEEN else "could not be judged"
    return f"“{spec.title}” {judged}: {WHY.get(cause, cause)}."


def why_open(row: Mapping[str, Any], specs: Mapping[str, SignalSpec]) -> str:
    """Why something of a signal is open, in words.

    Args:
        row: what an audit record says of the signal.
        specs: the signals that are described, by name; a flag among the others is told by its name.
    """
    if "guarded" in row:
        flag, why = row["guarded"], WHY.get(row.get("why", ""))
        title = f"“{specs[flag].title}”" if flag in specs else flag
        return f"{title} cannot be judged{f' ({why})' if why else ''}"
    if row["good"] + row["bad"] == row["of"]:
        return "what is earned and what is lost are each rounded down"
    return WHY[row.get("why", UNSEEN)]


def lowered(title: str) -> str:
    """*title* as it stands inside a sentence."""
    return title[:1].lower() + title[1:]
