"""Whether the file of a language holds what the rules read of it; every problem is told at once, by its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from provenance.errors import near, shown
from provenance.text.tags import LISTED, TAKES

_WORDS: Final[Mapping[str, str]] = {
    "abbreviations": "words openers",
    "tags": " ".join(LISTED),
    "nounlike": "words",
    "shy": "words",
    "prepositional": "per",
    "opinion": "before nouns polls reckoned reckoned_before",
    "agentless": "adverbs notable noted impersonal initial raised",
    "occasion": "nouns",
    "seeming": "words follows any",
    "light": "verbs nouns bare_after",
    "noun_cue": "words told follows ownerless holder voiced voiced_follows",
    "adjective": "words follows before linking alone",
    "names": "particles",
    "body": "has sole bare sides",
    "label": "speakers turns headings",
    "claims": (
        "statistic quantity date month accusation comparison event past_endings past_not past_auxiliary"
        " subjects determiners clauses ongoing_endings ongoing_auxiliary ongoing_not existence places"
        " only only_after only_not own_subject own_opening own_order own_order_before duty itself documents percent_signs"
    ),
    "voice": "first_person not_after",
}
"""The keys of each table that hold single words, parted by white space in one string."""
_PHRASES: Final[Mapping[str, str]] = {
    "clitics": "possessive auxiliary be negative",
    "suffixes": "adverb past ing plural singular agent group",
    "prepositional": "phrases",
    "agentless": "phrases",
    "withheld": "phrases",
    "wholes": "author organisation",
}
"""The keys of each table that hold a list of phrases or endings."""
_AS_WRITTEN: Final = ("claims", "voice")
"""Tables whose words are met as they are written; those of all others are looked up in small letters."""
_FORMS: Final = 4
_CLASSES: Final = ("assert", "stance")

_Check = Callable[[object], str]
"""What tells what is wrong with a value; empty where nothing is."""
_Row = tuple[Mapping[str, _Check], Sequence[str]]
"""What a row holds, and which of that it may lack."""


def problems(tables: Mapping[str, Any], language: str) -> list[str]:
    """What is wrong with the *tables* of the file of *language*, each as ``/table/key: problem``.

    >>> problems({"language": "xx"}, "yy")[:2]
    ["/language: expected 'yy', as in the name of the file, found 'xx'", '/version: is missing']
    """
    return list(_problems(tables, language))


def _problems(tables: Mapping[str, Any], language: str) -> Iterator[str]:
    if tables.get("language") != language:
        yield f"/language: expected {language!r}, as in the name of the file, found {shown(tables.get('language'))}"
    yield from _of_keys("", tables, _TABLES, ("language", "notices", *_LISTS))
    for name in _LISTS:
        words = _is_words_as_written if name in _AS_WRITTEN else _is_words
        checks = dict.fromkeys(_WORDS.get(name, "").split(), words)
        checks |= dict.fromkeys(_PHRASES.get(name, "").split(), _is_list)
        yield from _of_keys(f"/{name}", tables.get(name, _MISSING), checks)
    yield from _of_keys("/notices", tables.get("notices", _MISSING), dict.fromkeys(_NOTICES, _is_rows))
    yield from _of_rows("", tables, _ROWS)
    yield from _of_rows("/notices", tables.get("notices"), _NOTICES)
    yield from _of_forms(tables)


def _of_rows(place: str, table: object, rows: Mapping[str, _Row]) -> Iterator[str]:
    """What is wrong with the *rows* of a *table*, by the key that they stand under."""
    for name, (checks, optional) in rows.items():
        given = table.get(name) if isinstance(table, dict) else None
        for number, row in enumerate(given if isinstance(given, list) else ()):
            yield from _of_keys(f"{place}/{name}/{number}", row, checks, optional)


def _of_keys(
    place: str, table: object, checks: Mapping[str, _Check], optional: Sequence[str] = ()
) -> Iterator[str]:
    """What is wrong with a *table* that has a key for each of *checks*, which only *optional* ones may lack."""
    if not isinstance(table, dict):
        yield f"{place}: is missing" if table is _MISSING else f"{place}: {_is_table(table)}"
        return
    for key in table:
        if key not in checks:
            yield f"{place}/{key}: nothing reads it{near(key, checks)}"
    for key, check in checks.items():
        if key in table:
            problem = check(table[key])
            if problem:
                yield f"{place}/{key}: {problem}"
        elif key not in optional:
            yield f"{place}/{key}: is missing"


def _of_forms(tables: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with how verbs make their forms."""
    irregular, rows = tables.get("irregular"), tables.get("inflection")
    if not isinstance(irregular, dict) or not isinstance(rows, list):
        return
    for lemma, forms in irregular.items():
        if not isinstance(forms, str) or len(forms.split()) != _FORMS:
            yield f"/irregular/{lemma}: expected {_FORMS} forms in one string, found {shown(forms)}"
    endings = tuple(ending for row in rows if isinstance(row, dict) for ending in row.get("ending", ()))
    for number, row in enumerate(tables.get("verb", ())):
        for lemma in str(row.get("lemmas", "")).split() if isinstance(row, dict) else ():
            if lemma not in irregular and not lemma.endswith(endings):
                yield f"/verb/{number}/lemmas: no row of [[inflection]] has an ending of {lemma!r}, and [irregular] lacks it"


# --- what a value is to be ------------------------------------------------------------------------------------------


def _is_anything(_: object) -> str:
    return ""


def _is_number(value: object) -> str:
    return "" if isinstance(value, int) else f"expected a whole number, found {shown(value)}"


def _is_table(value: object) -> str:
    return "" if isinstance(value, dict) else f"expected a table, found {shown(value)}"


def _is_rows(value: object) -> str:
    return "" if isinstance(value, list) else f"expected rows in double brackets, found {shown(value)}"


def _is_flag(value: object) -> str:
    return "" if isinstance(value, bool) else f"expected true or false, found {shown(value)}"


def _is_text(value: object) -> str:
    return "" if isinstance(value, str) else f"expected a string, found {shown(value)}"


def _is_list(value: object) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ""
    return f"expected a list of strings, found {shown(value)}"


def _is_words_as_written(value: object) -> str:
    return "" if isinstance(value, str) else f"expected words in one string, found {shown(value)}"


def _is_words(value: object) -> str:
    if not isinstance(value, str):
        return _is_words_as_written(value)
    never = "" if value == value.lower() and "’" not in value else _never_met(value)
    return f"{never!r} is never met: write small letters and the straight apostrophe" if never else ""


def _never_met(value: str) -> str:
    return next(word for word in value.split() if word != word.lower() or "’" in word)


def _is_class(value: object) -> str:
    return "" if value in _CLASSES else f"expected one of {', '.join(_CLASSES)}, found {shown(value)}"


def _is_takes(value: object) -> str:
    if not isinstance(value, list):
        return _is_list(value)
    for each in value:
        if each not in TAKES:
            return f"expected some of {', '.join(TAKES)}, found {shown(each)}{near(str(each), TAKES)}"
    return ""


def _is_changes(value: object) -> str:
    if not isinstance(value, list) or len(value) != _FORMS:
        return f"expected a list of {_FORMS} forms, found {shown(value)}"
    for each in value:
        if not isinstance(each, str) or not (each[:1] == "+" or (each[:1] == "-" and each[1:2].isdigit())):
            return f"expected endings such as '+ed' or '-1ied', found {shown(each)}"
    return ""


_LISTS: Final = tuple(dict.fromkeys((*_WORDS, *_PHRASES)))
_MISSING: Final = object()
_TABLES: Final[Mapping[str, _Check]] = {
    "language": _is_anything,
    "version": _is_number,
    **dict.fromkeys((*_LISTS, "notices"), _is_anything),
    **dict.fromkeys(("inflection", "verb", "gender"), _is_rows),
    "irregular": _is_table,
}
_ROWS: Final[Mapping[str, _Row]] = {
    "inflection": ({"ending": _is_list, "forms": _is_changes}, ()),
    "verb": (
        {
            "class": _is_class,
            "lemmas": _is_words,
            "takes": _is_takes,
            "also": _is_takes,
            "with": _is_list,
            "counting": _is_list,
            "far": _is_flag,
            "closing": _is_flag,
            "evidence": _is_flag,
            "naming": _is_flag,
            "bidding": _is_flag,
            "aimed": _is_flag,
            "unless": _is_words,
            "aside": _is_list,
            "listeners": _is_words,
            "clausal": _is_flag,
        },
        (
            "takes",
            "also",
            "with",
            "counting",
            "far",
            "closing",
            "evidence",
            "naming",
            "bidding",
            "aimed",
            "unless",
            "aside",
            "listeners",
            "clausal",
        ),
    ),
    "gender": ({"words": _is_words}, ()),
}
_NOTICES: Final[Mapping[str, _Row]] = {
    "opening": ({"kind": _is_text, "phrases": _is_list}, ()),
    "heading": ({"kind": _is_text, "lines": _is_list, "first": _is_list, "named": _is_list}, ()),
    "holding": (
        {
            "kind": _is_text,
            "hint": _is_text,
            "before": _is_list,
            "after": _is_list,
            "led": _is_list,
            "followed": _is_list,
            "unless": _is_words,
            "who": _is_flag,
        },
        ("before", "after", "led", "followed", "unless", "who"),
    ),
}
