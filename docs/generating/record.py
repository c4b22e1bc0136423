"""The page of the record: its keys, and what is understood under each."""

from generating.markdown import sentences, table
from provenance.evidence import VOICE, Voice
from provenance.fields import FOUND_BY_AN_INDEX, FOUND_IN_REGISTRIES, PLAIN_ANSWERS, POLICY_NAMES
from provenance.record import FRAGMENTS, SHAPES, SPELLINGS
from provenance.record.spellings import Shape
from provenance.record.values import channel_of

_FIELD = {
    "url": "The address of the document. It shows which links are its own, who hosts it, and often when it was published.",
    "canonical": "The address that the document itself names as its own (`rel=canonical`, `og:url`, `mainEntityOfPage`).",
    "title": "The headline.",
    "authors": "One name, a list of names, or objects with `name` and, if known, `url`, `sameAs`, `identifier`, `orcid`, `email` (by which the author can be found) and `description`, `jobTitle`, `affiliation`, `knowsAbout` (who that is). A byline with several names is split.",
    "publisher": "The stated name of the publisher or site, or an object with `name`.",
    "published": "When it was published, as precisely as known: `2026`, `2026-11`, `2026-11-21` or a time. A date without a year is refused; `10/11/2020` is kept as ambiguous. Digits alone are a moment to the second: ten count the seconds since 1970 and thirteen the milliseconds (from September 2001 on, in UTC); fourteen are year, month, day and time, in no stated zone (`20261112080000`).",
    "modified": "When it was last changed.",
    "retrieved": "When it was fetched. Where no `--as-of` is given, dates are judged from this day.",
    "language": "The declared language. It is only reported: the lexicon is chosen from the text alone. `inspect` shows both.",
    "section": "The section or category, from which the kind of text is read, as from `genre`.",
    "license": "The licence. Reported, never scored.",
    "genre": "What kind of text it is: schema.org types and genres, or a label such as Opinion. Eight kinds are distinguished: news, opinion, analysis, review, sponsored, satire, press release, fact check.",
    "source_type": "How it was made, as an IPTC digital source type such as `trainedAlgorithmicMedia`.",
    "corrections": "What was corrected in it: strings, or objects with `text`.",
    "reservations": "Reservations of use for training and mining: `noai`, `noimageai`, `noml`, `tdm-reservation: 1` or `0`; a `robots` value is searched for these. The key `tdm_reservation` takes 0 or 1. `[]` means that page and server were checked.",
    "policies": "An object of disclosures by their schema.org names, each with an address or words. Each may also be a key of the record itself. Understood: "
    + ", ".join(f"`{name}`" for name in POLICY_NAMES)
    + ".",
    "text": "The words of the document, from which attributions, claims, citations, repetition and residue are read.",
    "links": "The addresses that the document links to: strings, or objects with `target` (or `url`, `href`) and, if known, `start` and `end` in the text.",
    "citations": "What it cites: strings (addresses, DOIs, ISBNs, references in words), or objects with `target`, `doi`, `url` or `title` and, if known, `author`, `title`, `date`, `pages`.",
    "attributions": "Statements with their sources, as `inspect` prints them; only `source` with its `kind` is needed, which is null where no source is given. See [bring your own extractors](../how-to/bring-your-own-extractors.md).",
    "claims": "Checkable sentences, as `inspect` prints them; only `support` is needed.",
    "repetition": "How much of the text repeats an earlier part of it: a share from 0 to 1, or an object with `share`.",
    "derivations": "Pairs of documents that share text, as `trace` prints them. `[]` means that they were looked for and there are none.",
    "has_author": "Plain answer: whether an author is named.",
    "attributed": "Plain answer: how many statements have a source, of how many: `[5, 9]`; or true or false.",
    "claims_cited": "Plain answer: how many checkable claims carry a source, of how many: `[3, 7]`; or true or false.",
    "duplicated": "Plain answer: whether the document copies another.",
}

_RECORD = """# The record

A record is a JSON object that says what is known of one document.
Every key may be left out; unknown keys are ignored: `inspect` lists them, and a run says at its end in how many records it met one that looks like a key it knows.
A record that names a key twice is refused, because JSON leaves open which of the two counts (RFC 8259 §4).

| a key that is | means that the field is |
| --- | --- |
| missing, or `null` | **unknown**: nobody looked, or nobody said |
| a string that only holds the place of a value: `NaN`, `null`, `N/A`, `Unknown`, `TBD`, `[object Object]`, `First Last` and their kin | **unknown**, as if it were missing |
| `""` or `[]` | **absent**: somebody looked, and there is none |
| missing or `null`, and listed in `observed` | **absent** |
| present but unreadable | **unknown**, and the output says what was expected |

Empty CSV cells are unknown, unless `--observed` lists their column.

A value may be an observation, which names its channel, or a list of observations:

```json
{"published": [{"value": "2026-11-12", "channel": "json-ld"}, {"value": "2026-11-12", "channel": "byline"}]}
```

What a page *declares* has one of the channels {declared}; what is *observed* has {observed}.
The same value in both of these voices corroborates; twice in one voice counts once.
A plain value has the channel `caller`.
The channels of an index and of registries are reserved for the library: a record that could name them would be its own second voice.

## `id`

The name of the document in every output: a string, or a number, which is kept as JSON writes it (`7`, `7.0`).
If it is missing, the path and the line number are used.

## `observed`

A list of fields that were looked for: one that is missing or null then counts as absent, not unknown.

## `html`

The page itself.
What it declares and shows is read in addition to the record's other keys; a `text` in the record takes precedence over the text of the page.
This is how to score a saved page together with the address at which it was found.

## Bodies as markup

{fragments} hold the markup of a body without the rest of the page; `bodies` holds a list of them.
Its words give the text, unless the record has a `text`, and its links give the links.
What stands under `text` is taken as it is, so that offsets into it hold: tags in it are words, and a run that met such texts says so at its end.

## `@graph`

A JSON-LD graph: the document is the node with the most keys of a work, and references by `@id` are followed.

## Shapes

The keys below are understood in any record.
In records of these shapes, recognised by keys that only they have, some keys mean something else:

{shapes}
A crawl's date says when a page was fetched, not when it was published: it gives `retrieved`.
For fields under other names, use [`--map`](../how-to/read-what-you-have.md#keys-of-your-own).
"""

_NOT_GIVEN = {
    **dict.fromkeys(
        FOUND_BY_AN_INDEX,
        "Which documents of a corpus are cited, and how they derive from one another. "
        "A record cannot give it: only `--index` fills it, see [find who copied whom](../how-to/find-copies.md).",
    ),
    **dict.fromkeys(
        FOUND_IN_REGISTRIES,
        "What the files given with `--registry` say about the document's address. "
        "A record cannot give it; see [use registries](../how-to/use-registries.md).",
    ),
}
"""Fields that a document can have and a record cannot."""


def _channels(voice: Voice) -> str:
    """The channels of *voice* by which a record can speak."""
    return ", ".join(f"`{c}`" for c, its in VOICE.items() if its is voice and channel_of({"channel": c}))


def record() -> str:
    shapes = ((shape.name, ", ".join(f"`{key}`" for key in shape.telling), _meant(shape)) for shape in SHAPES)
    parts = [
        _RECORD.replace("{fragments}", ", ".join(f"`{key}`" for key in FRAGMENTS))
        .replace("{shapes}", table(("shape", "known by", "there"), shapes))
        .replace("{declared}", _channels(Voice.DECLARED))
        .replace("{observed}", _channels(Voice.OBSERVED))
    ]
    for name, spellings in SPELLINGS.items():
        others = ", ".join(f"`{other}`" for other in spellings if other != name)
        also = f"\nAlso understood: {others}.\n" if others else ""
        plain = (
            "\nFor pipelines that know no more than this; see [bring your own extractors](../how-to/bring-your-own-extractors.md).\n"
            if name in PLAIN_ANSWERS
            else ""
        )
        parts.append(f"\n## `{name}`\n\n{sentences(_FIELD[name])}\n{also}{plain}")
    for name, says in _NOT_GIVEN.items():
        parts.append(f"\n## `{name}`\n\n{sentences(says)}\n")
    return "".join(parts)


def _meant(shape: Shape) -> str:
    return ", ".join(
        f"`{key}` gives `{field}`" if field else f"`{key}` gives nothing"
        for key, field in shape.means.items()
    )
