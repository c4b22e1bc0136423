import pytest

from signals.tables import NO, YES, finding, judged, unknown


def pair(document="a", source="b", kind="near_duplicate", direction="dated", credit="none"):
    return {"document": document, "source": source, "kind": kind, "direction": direction, "credit": credit}


def among(*pairs, **more):
    return {"id": "a", "derivations": list(pairs), **more}


ORIGINAL, COPY, CREDITED = pair("b", "a"), pair(), pair(credit="accurate")

TABLE = [
    ("no document shares its text", among(), YES),
    ("the one that was copied", among(ORIGINAL), YES),
    ("a copy with credit", among(CREDITED), YES),
    (
        "a copy that credits its source by the direction of the credit",
        among(pair(direction="credited", credit="accurate")),
        YES,
    ),
    ("a shared quotation", among(pair(kind="quotation")), YES),
    ("weak overlap", among(pair(kind="overlap", direction="undetermined")), YES),
    ("a copy without credit", among(COPY), NO),
    ("a copy with a wrong credit", among(pair(credit="inaccurate")), NO),
    ("the worst pair decides", among(ORIGINAL, CREDITED, COPY, pair(direction="undetermined")), NO),
    ("a copy without credit, more pairs possible", among(COPY, 7), NO),
    ("direction undetermined", among(pair(direction="undetermined")), unknown("undecided")),
    (
        "undetermined, first in the order of ids",
        among(pair("b", "a", direction="undetermined")),
        unknown("undecided"),
    ),
    ("credit unclear", among(pair(credit="unclear")), unknown("undecided")),
    ("one clear, one unclear", among(CREDITED, pair(credit="unclear")), unknown("undecided")),
    ("a pair of two others", among(pair("x", "y")), unknown("undecided")),
    ("fine so far, more pairs possible", among(CREDITED, 7), unknown("malformed")),
    ("pairs unreadable", {"id": "a", "derivations": 7}, unknown("malformed")),
    ("a plain no", {"duplicated": False}, YES),
    ("a plain no, pairs unreadable", {"duplicated": False, "derivations": 7}, YES),
    ("a plain yes", {"duplicated": True}, unknown("undecided", (0, 1))),
    ("a plain answer that cannot be read", {"duplicated": "some"}, unknown("not_supplied")),
    ("pairs outweigh a plain yes", among(CREDITED, duplicated=True), YES),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_type(record, expected):
    assert judged("originality.type", record) == expected


def test_it_rests_on_the_pairs_that_decide():
    assert finding("originality.type", among(ORIGINAL, COPY)).basis == ("/derivations/1",)
    assert finding("originality.type", among(ORIGINAL, pair(credit="unclear"))).basis == ("/derivations/1",)
    assert finding("originality.type", among(ORIGINAL, CREDITED)).basis == (
        "/derivations/0",
        "/derivations/1",
    )
