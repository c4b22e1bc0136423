import pytest

from signals.tables import NO, YES, finding, judged, unknown


def nora(**more):
    return {"name": "Nora Feldkamp", **more}


TABLE = [
    ("a position", {"authors": [nora(jobTitle="harbour correspondent")]}, YES),
    ("a description", {"authors": [nora(description="She has written on ports since 2011.")]}, YES),
    ("one of two", {"authors": ["Tomas Okoro", nora(affiliation="Tarnmoor Herald")]}, YES),
    ("left empty", {"authors": [nora(jobTitle="", description="")]}, NO),
    ("a role account's", {"authors": [{"name": "admin", "description": "runs this site"}]}, NO),
    ("none", {"authors": []}, NO),
    ("a name alone", {"authors": ["Nora Feldkamp"]}, unknown("not_shown")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"authors": 7.5}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_bio(record, expected):
    assert judged("author.bio", record) == expected


def test_it_rests_on_those_who_are_introduced():
    record = {"authors": ["Tomas Okoro", nora(jobTitle="editor")]}
    assert finding("author.bio", record).basis == ("/authors/1",)
    plain = {"authors": ["admin", nora(jobTitle="")]}
    assert finding("author.bio", plain).basis == ("/authors/1",)  # a role account has nothing to introduce
