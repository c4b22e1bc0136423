"""A corpus summed up: the table by domain, and how well the whole is documented, in the format that was asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any, Final

from provenance.codec import json_line
from provenance.policycheck import MILLIPOINTS
from provenance.reasons import WHY
from provenance.render.cells import csv_line, plain_markdown
from provenance.render.terminal import bar
from provenance.render.words import counted, one_line, points
from provenance.summary import Domain, Summary
from provenance.summary.tally import BINS

DOMAIN: Final = "provenance.domain/1"
SUMMARY: Final = "provenance.summary/1"
_WIDTH: Final = 80
_NAME: Final = 24
_BAR: Final = 30
_NOBODY: Final = "(address unknown)"
_MEASURES: Final = {"size": "bytes", "characters": "characters", "documents": "documents"}


def renderer(name: str) -> Callable[[Summary], Iterator[str]]:
    """The renderer of the format *name*: table, jsonl, csv or markdown."""
    return {"table": _table, "jsonl": _jsonl, "csv": _csv, "markdown": _markdown}[name]


def _jsonl(summary: Summary) -> Iterator[str]:
    for domain, is_top in summary.domains():
        yield json_line({"schema": DOMAIN, **_domain(domain, summary), "top_decile": is_top}) + "\n"
    whole = _domain(summary.whole, summary)
    del whole["domain"]
    yield (
        json_line(
            {
                "schema": SUMMARY,
                "domains": summary.count,
                "ranked_by": _MEASURES[summary.measure],
                **whole,
                "scores": summary.scores,
                "coverages": summary.coverages,
                "unjudged": {
                    why: {"documents": count, "points": summary.unjudged_points[why] / MILLIPOINTS}
                    for why, count in _unjudged(summary)
                },
            }
        )
        + "\n"
    )


def _domain(domain: Domain, summary: Summary) -> dict[str, Any]:
    return {
        "domain": domain.name or None,
        "documents": domain.documents,
        "share": round(_share(domain, summary), 6),
        "bytes": None if domain.unsized else domain.size,
        "characters": domain.characters or None,
        "first": domain.first or None,
        "last": domain.last or None,
        "bands": dict(sorted(domain.bands.items())),
        **{name: domain.states(name) for name in summary.disclosures},
    }


def _share(domain: Domain, summary: Summary) -> float:
    """The share in the whole, by what domains are ranked by."""
    whole = getattr(summary.whole, summary.measure)
    return getattr(domain, summary.measure) / whole if whole else 0.0


def _unjudged(summary: Summary) -> list[tuple[str, int]]:
    """Why points are open, and in how many documents, the commonest first, and of those the one of most points."""
    open_points = summary.unjudged_points
    return sorted(summary.unjudged.items(), key=lambda item: (-item[1], -open_points[item[0]], item[0]))


# --- tables ---------------------------------------------------------------------------------------------------------


def _head(summary: Summary) -> list[str]:
    return [
        "domain",
        "documents",
        "share",
        "bytes",
        "first",
        "last",
        *(
            f"{name.partition('.')[2]} {state}"
            for name in summary.disclosures
            for state in ("stated", "unknown")
        ),
        "top decile",
    ]


def _cells(domain: Domain, summary: Summary, *, is_top: bool) -> list[str]:
    disclosed = (domain.states(name) for name in summary.disclosures)
    return [
        domain.name or _NOBODY,
        str(domain.documents),
        f"{_share(domain, summary):.4f}",
        "" if domain.unsized else str(domain.size),
        domain.first,
        domain.last,
        *(str(states[state]) for states in disclosed for state in ("present", "unknown")),
        "yes" if is_top else "",
    ]


def _csv(summary: Summary) -> Iterator[str]:
    yield csv_line(_head(summary))
    for domain, is_top in summary.domains():
        yield csv_line(_cells(domain, summary, is_top=is_top))


def _markdown(summary: Summary) -> Iterator[str]:
    head = _head(summary)
    yield f"| {' | '.join(head)} |\n|---|{'--:|' * (len(head) - 1)}\n"
    for domain, is_top in summary.domains():
        cells = map(plain_markdown, _cells(domain, summary, is_top=is_top))
        yield f"| {' | '.join(cells)} |\n"
    yield "\n" + "".join(f"{line}\n" for line in _about(summary))


def _table(summary: Summary) -> Iterator[str]:
    """The domains, then the whole: its bands, its scores and coverages in tenths, and what could not be judged."""
    yield from (f"{line}\n" for line in _about(summary))
    yield f"\n  {'domain':{_NAME}s} {'documents':>9s} {'share':>6s} {'bytes':>13s}  first      last\n"
    has_top = False
    for domain, is_top in summary.domains():
        has_top |= is_top
        name, documents, _, size, first, last, *_ = _cells(domain, summary, is_top=is_top)
        share = f"{_share(domain, summary):.1%}"
        yield (
            f"{'*' if is_top else ' '} {one_line(name, _NAME):{_NAME}s} {documents:>9s} {share:>6s} {size:>13s}  "
            f"{first:10s} {last:10s}".rstrip()
            + "\n"
        )
    if has_top:
        yield f"* the largest tenth of the domains, by {_MEASURES[summary.measure]}\n"
    yield from _distribution("score", summary.scores)
    yield from _distribution("judged", summary.coverages)
    if summary.unjudged:
        yield "\nwhat could not be judged, and why\n"
    for why, count in _unjudged(summary):
        said = f"{count:>9,} document{'' if count == 1 else 's'}, {points(summary.unjudged_points[why])} points: {WHY.get(why, why)} ({why})"
        yield "\n".join(textwrap.wrap(said, _WIDTH, subsequent_indent=" " * 10)) + "\n"


def _about(summary: Summary) -> Iterator[str]:
    """The whole in a few lines."""
    whole = summary.whole
    size = "size unknown" if whole.unsized else f"{whole.size:,} bytes of text"
    days = f"published {whole.first} to {whole.last}" if whole.first else "dates unknown"
    yield f"{counted(whole.documents, 'document')} from {counted(summary.count, 'domain')}; {size}; {days}"
    yield f"bands: {', '.join(f'{band} {count:,}' for band, count in sorted(whole.bands.items()))}"
    for name in summary.disclosures:
        states = whole.states(name)
        yield f"{name}: {', '.join(f'{state} in {count:,}' for state, count in states.items())}"


def _distribution(name: str, counts: list[int]) -> Iterator[str]:
    most = max(*counts, 1)
    yield f"\n{name}, in tenths of the points that apply\n"
    for n, count in enumerate(counts):
        drawn = bar(count, count, most, _BAR).rstrip("·")
        yield f"  {n * 100 // BINS:>3d} % {drawn}{' ' * bool(drawn)}{count:,}\n"
