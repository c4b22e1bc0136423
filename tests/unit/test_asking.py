"""Signals are not asked again what is known beforehand, and whatever came before changes no answer."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Registry, Scorer
from provenance.asking import Asking
from provenance.codec import canonical
from provenance.signal import Context, Signal, no, yes
from provenance.testing import documents
from provenance.testing.strategies import contexts
from provenance.values.dates import read_date
from provenance.values.hosts import Url, read_url

CORE = Registry.core()


def asked_plainly(document, context):
    return tuple(signal.assess(document, context) for signal in CORE)


@given(st.lists(documents(), min_size=1, max_size=6), contexts())
def test_whoever_was_asked_before_changes_no_answer(several, context):
    asking = Asking(CORE, context)
    for document in [*several, *several]:
        assert asking.ask(document).together() == asked_plainly(document, context)


@given(st.lists(documents(), min_size=2, max_size=6))
def test_alike_are_findings_that_differ_at_most_in_basis_and_note(several):
    asking = Asking(CORE, Context())
    seen = {}
    for document in several:
        asked = asking.ask(document)
        counts = [finding[:5] for finding in asked.together()]
        assert seen.setdefault(asked.alike, counts) == counts


@given(st.lists(documents(), min_size=1, max_size=4))
def test_a_shared_standing_is_that_of_each(several):
    scorer = Scorer()
    for document in [*several, *several]:
        card = scorer.score(document).card
        alone = card.with_findings(card.findings)
        assert card.contributions == alone.contributions
        assert (card.earned, card.lost, card.flags()) == (alone.earned, alone.lost, alone.flags())
        assert card.features() == alone.features()


def test_what_documents_share_nobody_can_change():
    scorer = Scorer()
    one, other = (scorer.score(Document.from_record({"id": name, "authors": ["Jane Doe"]})) for name in "ab")
    assert one.card.standing is other.card.standing
    for shared in (one.card.findings, one.card.standing.earned_by, one.card.standing.lost_by):
        assert isinstance(shared, tuple)
    one.features.clear()
    one.card.contributions.clear()
    one.card.families().clear()
    one.card.axes().clear()
    assert other.features["author.named"] == 1
    assert other.card.contributions
    assert len(other.card.families()) == 6
    assert len(other.card.axes()) == 2


def asked_of(records, look):
    """The ids of *records*, as often as a signal was asked of them that answers as *look* does."""
    asked = ""

    def assess(document, _context):
        nonlocal asked
        asked += record["id"]  # whoever asked the document for it would have looked at it
        return yes() if look(document) else no()

    asking = Asking(Registry([Signal(CORE["author.named"].spec, assess)]), Context())
    for record in records:
        document = Document.from_record(record)
        assert asking.ask(document).together()[0].good == bool(look(document))
    return "".join(sorted(asked))


RECORDS = [
    {"id": "a", "publisher": "Tarnmoor Herald", "title": "Quay"},
    {"id": "b", "publisher": "Tarnmoor Herald", "title": "Harbour"},
    {"id": "c", "publisher": "Pellworth Post", "title": "Quay"},
    {"id": "d", "publisher": "Tarnmoor Herald"},
]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (lambda d: d.authors.observations, "ad"),  # nobody brought it: once for each set of fields
        (lambda d: d.publisher.observations, "aacdd"),  # it recurs: once for each value, and to lay out
        (lambda d: d.title.observations, "aabcd"),  # it hardly recurs
        (lambda d: d.publisher.first.name[0] == "T" or d.title.first, "aacdd"),
        (lambda d: list(d.fields), "aabcdd"),  # who goes through all fields has looked at all
        (lambda d: len(d.fields), "aabcdd"),
        (lambda d: d.id == "d", "aabcdd"),  # what else a document is does not recur
        (lambda d: d.publisher.first and d.id > "b", "aabcdd"),
        (lambda d: d.digest[-1] > "7", "aabcdd"),
        (lambda d: d.ignored, "aabcdd"),
        (lambda d: d.brings("title"), "aabcdd"),
        (lambda d: d == Document.from_record(RECORDS[1]), "aabcdd"),
        (lambda d: hash(d) % 2, "aabcdd"),
        (lambda d: "'b'" in repr(d), "aabcdd"),
    ],
)
def test_a_signal_is_asked_only_what_is_not_known(look, expected):
    assert asked_of(RECORDS, look) == expected


AT_HOSTS = [
    {"id": "a", "url": "https://tarnmoor-herald.co.uk/quay"},
    {"id": "b", "url": "https://tarnmoor-herald.co.uk/harbour"},
    {"id": "c", "url": "https://pellworth-post.com/quay"},
    {"id": "d", "url": "https://tarnmoor-herald.co.uk/quay"},
]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (lambda url: url.host.label[0] == "t", "aac"),  # hosts recur: once for each, and to lay out
        (lambda url: url.site == "pellworth-post.com", "aac"),
        (lambda url: isinstance(url, Url) and url.host, "aac"),
        (lambda url: url.path == "/quay", "aabcd"),  # what else there is of an address does not
        (lambda url: url[3] == "/quay", "aabcd"),
        (lambda url: [*url][3] == "/quay", "aabcd"),
        (lambda url: url._asdict()["path"] == "/quay", "aabcd"),
        (lambda url: url._replace(path="") and url.path == "/quay", "aabcd"),
        (lambda url: hash(url) == hash(read_url("https://pellworth-post.com/quay")), "aabcd"),
        (lambda url: read_url("https://pellworth-post.com/quay") == url, "aabcd"),
        (lambda url: url > read_url("https://tarnmoor-herald.co.uk/i"), "aabcd"),
        (lambda url: "/quay" in url, "aabcd"),
        (lambda url: "/quay" in repr(url), "aabcd"),
    ],
)
def test_of_addresses_the_hosts_recur(look, expected):
    assert asked_of(AT_HOSTS, lambda document: look(document.url.first)) == expected


DATED = [
    {"id": "a", "published": "2024-02-13"},
    {"id": "b", "published": "2024-02-14"},
    {"id": "c", "published": "2024-02"},
    {"id": "d", "published": "10/11/2020"},
    {"id": "e", "published": "2024-02-13"},
]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (lambda date: date.precision == "day", "aacd"),  # precisions recur: once for each, and to lay out
        (lambda date: "ambiguous_day_month" in date.flags, "aacd"),
        (
            lambda date: date.precision == "day" and date.value[-1] == "3",
            "aabcde",
        ),  # the days themselves do not
        (lambda date: date.earliest < 1707782400, "aabcde"),
        (lambda date: date[0][-1] == "3", "aabcde"),
        (lambda date: min(date, read_date("2024-02-14"))[0][-1] == "3", "aabcde"),
    ],
)
def test_of_dates_the_precisions_recur(look, expected):
    assert asked_of(DATED, lambda document: look(document.published.first)) == expected


def test_what_is_remembered_stays_within_bounds(monkeypatch):
    monkeypatch.setattr("provenance.asking._MOST_LAID_OUT", 2)
    monkeypatch.setattr("provenance.asking._MOST_REMEMBERED", 2)
    monkeypatch.setattr("provenance.scoring._MOST_STANDINGS", 2)
    scorer = Scorer()
    records = [
        {"id": "a", "publisher": f"Herald {n}", "authors": [f"Nora Feldkamp {n}"], **more}
        for n in range(4)
        for more in (
            {},
            {"title": "Quay"},
            {"url": "https://tarnmoor-herald.co.uk/a"},
            {"license": "CC BY 4.0"},
        )
    ]
    for record in records:
        assessment = scorer.score(Document.from_record(record))
        assert assessment.card.findings == asked_plainly(assessment.document, Context())
    assert len(scorer.plan.standings) <= 2


def test_it_travels_without_what_it_remembers():
    scorer = Scorer()
    fresh = len(pickle.dumps(scorer))
    before = scorer.score(Document.from_record(RECORDS[0]))
    assert len(pickle.dumps(scorer)) == fresh
    again = pickle.loads(pickle.dumps(scorer)).score(Document.from_record(RECORDS[0]))
    assert again.to_record() == before.to_record()


def test_an_assessment_travels_without_what_was_remembered_of_others():
    scorer = Scorer()
    assessment = scorer.score(Document.from_record(RECORDS[0]))
    fresh = len(pickle.dumps(assessment))
    for n in range(50):
        scorer.score(Document.from_record({"id": "b", "publisher": f"Herald {n}", "title": "Quay"}))
    assert len(pickle.dumps(assessment)) == fresh
    assert pickle.loads(pickle.dumps(assessment)).to_record() == assessment.to_record()


@given(st.lists(documents(), min_size=1, max_size=4))
def test_bytes_are_those_of_the_record_whatever_its_owner_does(several):
    scorer = Scorer()
    for document in several:
        assessment = scorer.score(document)
        sealed = assessment.to_bytes()
        record = assessment.to_record()
        assert sealed == canonical(record)
        spoil(record)
        assert assessment.to_bytes() == canonical(assessment.to_record()) == sealed


def spoil(value):
    """Empty *value* and all that it holds."""
    for part in list(value.values() if isinstance(value, dict) else value):
        if isinstance(part, (dict, list)):
            spoil(part)
    value.clear()


def test_words_are_read_once_however_many_ask(monkeypatch):
    from provenance.text import reader

    texts = []
    read = reader.read
    monkeypatch.setattr(reader, "read", lambda text, **more: texts.append(text) or read(text, **more))
    Scorer().score(Document.from_record({"id": "a", "text": "The ferry stops in May, said Ada Lund."}))
    assert len(texts) == 1
