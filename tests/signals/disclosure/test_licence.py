import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("stated", {"license": "https://creativecommons.org/licenses/by/4.0/"}, YES),
    ("stated by another spelling of the key", {"usageterms": "All rights reserved."}, YES),
    ("looked for and missing", {"license": ""}, NO),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"license": 7.5}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_licence(record, expected):
    assert judged("disclosure.licence", record) == expected


def test_it_rests_on_the_statement():
    assert finding("disclosure.licence", {"license": "CC BY 4.0"}).basis == ("/license",)
