import pytest

from signals.tables import NO, YES, finding, judged, unknown


def by(name, channel):
    return {"value": name, "channel": channel}


VISIBLE = by("Nora Feldkamp", "byline")

TABLE = [
    ("byline and structured data", {"authors": [VISIBLE, by("Nora Feldkamp", "json-ld")]}, YES),
    ("with an initial", {"authors": [VISIBLE, by("N. Feldkamp", "meta")]}, YES),
    (
        "a byline and structured data, again",
        {"authors": [by("Nora Feldkamp", "byline"), by("Nora Feldkamp", "json-ld")]},
        YES,
    ),
    (
        "one of several",
        {"authors": [VISIBLE, by("Tomas Okoro", "byline"), by("Nora Feldkamp", "json-ld")]},
        YES,
    ),
    (
        "agreement beside something unreadable",
        {"authors": [VISIBLE, by("Nora Feldkamp", "json-ld"), 7.5]},
        YES,
    ),
    ("two voices that differ", {"authors": [VISIBLE, by("Tomas Okoro", "json-ld")]}, NO),
    ("a role account confirms nobody", {"authors": [by("admin", "byline"), by("admin", "json-ld")]}, NO),
    ("none", {"authors": []}, NO),
    ("one voice", {"authors": ["Nora Feldkamp"]}, unknown("one_voice")),
    (
        "one voice twice",
        {"authors": [by("Nora Feldkamp", "meta"), by("Nora Feldkamp", "json-ld")]},
        unknown("one_voice"),
    ),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"authors": 7.5}, unknown("malformed")),
    (
        "two voices that differ, and something unreadable",
        {"authors": [VISIBLE, by("Tomas Okoro", "json-ld"), 7.5]},
        unknown("malformed"),
    ),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_confirmed(record, expected):
    assert judged("author.confirmed", record) == expected


def test_it_rests_on_those_who_agree():
    record = {"authors": [by("Tomas Okoro", "meta"), VISIBLE, by("N. Feldkamp", "json-ld")]}
    assert finding("author.confirmed", record).basis == ("/authors/1", "/authors/2")


def names(channel, given):
    return [
        by(f"{given} Feldk{'ab'[n % 2]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}", channel)
        for n in range(100)
    ]


def test_among_very_many_authors_only_equal_names_are_found():
    crowd = [*names("byline", "Nora"), *names("byline", "Tomas")]
    assert judged("author.confirmed", {"authors": [*crowd, by("N. Feldkaaa", "json-ld")]}) == NO
    assert judged("author.confirmed", {"authors": [*crowd, by("Nora Feldkaaa", "json-ld")]}) == YES
