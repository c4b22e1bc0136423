import pytest

from signals.tables import FINNISH, GERMAN, NO, SETTING, YES, finding, judged, unknown

PAID = "Paid content: the harbour company paid for this text. " + SETTING
LOOKED = {"genre": "NewsArticle", "section": "Local", "links": []}

TABLE = [
    ("a type", {"genre": "AdvertiserContentArticle"}, YES),
    ("a section", {"section": "Anzeige"}, YES),
    ("a label in the text", PAID, YES),
    ("a line above the text", {**LOOKED, "text": f"Paid for by Northgrid\n{SETTING}"}, YES),
    ("an advertisement in the midst", {**LOOKED, "text": f"{SETTING}\nAdvertisement\nIt rained."}, NO),
    ("a label in German", {**LOOKED, "text": f"Bezahlter Beitrag.\n{GERMAN}"}, YES),
    ("no label in German", {**LOOKED, "text": GERMAN}, unknown("no_lexicon")),
    ("a bill has sponsors", {**LOOKED, "text": "Sponsored by two senators, the bill failed. " + SETTING}, NO),
    ("no label anywhere", {**LOOKED, "text": SETTING}, NO),
    ("no label, and no text", {**LOOKED, "text": ""}, NO),
    ("words that nobody can read", {**LOOKED, "text": FINNISH}, unknown("no_language")),
    ("text unknown", LOOKED, unknown("not_supplied")),
    ("section unknown", {"genre": "NewsArticle", "text": SETTING}, unknown("not_supplied")),
    ("a bare text without a label", SETTING, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_sponsored(document, expected):
    assert judged("disclosure.sponsored", document) == expected


def test_it_rests_on_labels_and_words():
    found = finding("disclosure.sponsored", {"section": "Advertorial", "text": PAID})
    assert found.basis == ("/section", "0-53")
