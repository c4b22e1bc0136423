"""A corpus summed up: nothing is lost between the domains, and what nobody told stays unknown."""

from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Scorer
from provenance.summary import Summary, entry_of
from provenance.testing import documents

SCORER = Scorer(as_of="2026-11-21")


def summed(*records):
    summary = Summary()
    for record in records:
        document = Document.from_record(record)
        summary.add(entry_of(SCORER.score(document).to_record(), document.text.first))
    return summary


@given(st.lists(documents(), max_size=6))
def test_domains_add_up_to_the_whole(found):
    summary = Summary()
    for document in found:
        summary.add(entry_of(SCORER.score(document).to_record(), document.text.first))
    domains = [domain for domain, _ in summary.domains()]
    for name in ("documents", "size", "characters", "unsized"):
        assert sum(getattr(domain, name) for domain in domains) == getattr(summary.whole, name)
    assert summary.whole.documents == sum(summary.scores) == sum(summary.coverages) == len(found)
    assert sum((domain.bands for domain in domains), start=type(summary.whole.bands)()) == summary.whole.bands


@given(documents())
def test_a_record_and_a_line_agree_where_both_tell(document):
    assessment = SCORER.score(document)
    record, line = entry_of(assessment.to_record()), entry_of(assessment.to_line())
    for name in ("score", "points", "coverage", "band", "disclosed"):
        assert getattr(record, name) == getattr(line, name), name
    assert (line.size, line.published, line.unjudged) == (None, "", {})
    assert sum(record.unjudged.values()) == assessment.card.ceiling - assessment.card.earned


def test_the_largest_tenth_by_bytes():
    words = "A word or two. "
    summary = summed(
        *(
            {"id": f"{n}", "url": f"https://www.site{n}.example/a", "text": words * (n + 1)}
            for n in range(11)
        ),
    )
    found = [(domain.name, is_top) for domain, is_top in summary.domains()]
    assert summary.measure == "size"
    assert found[:3] == [("site10.example", True), ("site9.example", True), ("site8.example", False)]


def test_what_is_unknown_stays_so():
    summary = summed({"id": "a", "published": "10/11/2020", "license": "CC0"}, {"id": "b"})
    (domain, is_top), *others = summary.domains()
    assert (domain.name, is_top, others, summary.count, summary.measure) == ("", False, [], 0, "documents")
    assert (domain.unsized, domain.first, domain.last) == (2, "", "")
    assert domain.states("disclosure.licence") == {"present": 1, "absent": 0, "unknown": 1}


def test_days():
    url = "https://tarnmoorherald.example/a"
    summary = summed(
        *({"url": url, "published": day} for day in ("2026-11", "2024-05-01T12:30:00Z", "2025-01-01"))
    )
    assert (summary.whole.first, summary.whole.last) == ("2024-05-01", "2026-11")


def test_the_domain_of_a_score_line_is_that_of_its_id():
    line = SCORER.score(Document.from_record({"id": "https://www.tarnmoorherald.example/a"})).to_line()
    assert entry_of(line).domain == "tarnmoorherald.example"
    assert entry_of(line | {"id": "a"}).domain == ""
