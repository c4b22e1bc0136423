import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation
from provenance.fields import Declaration
from signals.tables import NO, YES, finding, judged, unknown


def trusting(record, answer):
    stated = Observation(
        Declaration("trust.txt", "datatrainingallowed", answer), Channel.REGISTRY, "t.example/trust.txt:1"
    )
    return Document.from_record(record).with_field("declarations", Field((stated,), True))


TABLE = [
    ("robots", {"robots": "index, noai"}, YES),
    ("stated", {"reservations": ["tdm-reservation: 1"]}, YES),
    ("tdm", {"tdm_reservation": 1}, YES),
    ("tdm, true", {"tdm_reservation": True}, YES),
    ("tdm, not reserved", {"tdm_reservation": "0"}, NO),
    ("robots that say nothing of it", {"robots": "noindex"}, NO),
    ("looked for", {"reservations": []}, NO),
    ("trust.txt", trusting({}, "no"), YES),
    ("trust.txt beside a page", trusting({"reservations": []}, "no"), YES),
    ("trust.txt allows, the page is not known", trusting({}, "yes"), unknown("not_supplied")),
    ("trust.txt allows", trusting({"reservations": []}, "yes"), NO),
    ("unreadable", {"reservations": [{}]}, unknown("malformed")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("a bare text", "The harbour reopened.", unknown("not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_training_reservation(document, expected):
    assert judged("disclosure.training_reservation", document) == expected


def test_what_is_said_is_told():
    found = finding("disclosure.training_reservation", trusting({"robots": "noai, noimageai"}, "no"))
    assert (found.note, found.basis) == (
        "datatrainingallowed=no; noai, noimageai",
        ("/robots", "t.example/trust.txt:1"),
    )
