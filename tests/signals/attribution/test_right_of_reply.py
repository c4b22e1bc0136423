import pytest

from provenance.text.facts import Notice
from signals.tables import SETTING, YES, finding, judged, noticed, reading

REPLY = Notice(3, 20, "reply")

TABLE = noticed("reply", "correction")


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_right_of_reply(document, expected):
    assert judged("attribution.right_of_reply", document) == expected


def test_it_rests_on_the_replies():
    assert finding("attribution.right_of_reply", reading(notices=(Notice(50, 60, "reply"), REPLY))).basis == (
        "3-20",
        "50-60",
    )


def test_the_good_example():
    text = SETTING + "The Lowmere Port Trust did not respond to two requests for comment."
    assert judged("attribution.right_of_reply", text) == YES
