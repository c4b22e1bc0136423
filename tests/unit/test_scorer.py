"""The door of the library: what a scorer can be made with, and what can be given to it."""

import datetime as dt
import pickle

import pytest

from provenance import ConfigurationError, Document, InputError, Policy, Registry, Scorer, score, verify
from provenance.values.dates import read_date


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"policy": 5}, "policy: expected a Policy or the path of one, found 5"),
        ({"policy": {"id": "x"}}, "policy: expected a Policy or the path of one, found {'id': 'x'}"),
        ({"policy": b"x"}, "policy: expected a Policy or the path of one, found b'x'"),
        ({"index": 5}, "index: expected the path of a corpus index, found 5"),
        ({"profile": 5}, "profile: expected the name of a profile, found 5"),
        ({"profile": None}, "profile: expected the name of a profile, found None"),
        ({"profile": ["text"]}, "profile: expected the name of a profile, found ['text']"),
        ({"profile": "txt"}, "did you mean 'text'?"),
        ({"registry": 5}, "registry: expected the paths of registry files, found 5"),
        ({"signals": []}, "signals: expected a Registry, found []"),
        ({"as_of": 5}, "as_of: expected a day such as 2026-11-21, found 5"),
        ({"as_of": "2024-05"}, "as_of: expected a day such as 2026-11-21, found '2024-05'"),
        ({"as_of": "10/11/2020"}, "found '10/11/2020' (ambiguous_day_month)"),
        ({"as_of": read_date("10/11/2020")}, "expected a day that can be read in one way"),
        ({"as_of": read_date("2020")}, "expected a day such as"),
        ({"as_of": "Friday, 1 May 2024"}, "(weekday_mismatch)"),
        ({"as_of": "2024-05-01T12:00:00"}, "(naive_time)"),
        ({"protected": "bbc.co.uk"}, "protected: expected a list of domains, found 'bbc.co.uk'"),
        ({"protected": 5}, "protected: expected a list of domains, found 5"),
        (
            {"protected": ["not a domain!!"]},
            "protected: expected a domain such as example.com, found 'not a domain!!'",
        ),
        ({"protected": [5]}, "protected: expected a domain such as example.com, found 5"),
        ({"protected": [""]}, "protected: expected a domain such as example.com, found ''"),
        ({"affiliates": "x.com"}, "affiliates: expected a list of domains, found 'x.com'"),
        ({"affiliates": b"x.com"}, "affiliates: expected a list of domains"),
        ({"affiliates": None}, "affiliates: expected a list of domains, found None"),
        ({"affiliates": ["co.uk"]}, "affiliates: expected a domain such as example.com, found 'co.uk'"),
    ],
)
def test_what_no_scorer_can_be_made_with(options, said):
    with pytest.raises(ConfigurationError) as caught:
        Scorer(**options)
    assert said in str(caught.value)


def test_what_a_scorer_can_be_made_with():
    scorer = Scorer(
        policy=Policy.default(),
        registry=Registry.core(),
        profile="text",
        as_of=dt.date(2026, 11, 21),
        protected=(name for name in ("www.Tarnmoor-Herald.co.uk",)),
        affiliates={"https://quillbeck.example/press"},
    )
    assert pickle.loads(pickle.dumps(scorer)).policy == scorer.policy
    assert Scorer(as_of="2024-05-01T12:00:00Z").score(Document("", {}, content={})).score == 0


@pytest.mark.parametrize("document", [{"id": "a"}, "a", None, 5, [], InputError("x")])
def test_only_documents_are_scored(document):
    for scored in (score, Scorer().score):
        with pytest.raises(
            InputError, match=r"^expected a Document, found .*Document\.from_record makes one"
        ):
            scored(document)


@pytest.mark.parametrize("documents", [{"id": "a"}, "ab", b"ab", 5, None, Document("", {}, content={})])
def test_many_are_a_stream(documents):
    with pytest.raises(InputError, match="expected documents or records in a list or a stream, found "):
        Scorer().score_many(documents)


def test_each_of_many_stands_for_itself():
    found = list(Scorer().score_many([{"id": "a"}, 5, InputError("x"), Document("b", {}, content={})]))
    assert [getattr(f, "id", str(f)) for f in found] == [
        "a",
        "1: a record is a JSON object, not a number",
        "x",
        "b",
    ]


CITING = {
    "id": "a",
    "url": "https://tarnmoorherald.example/a",
    "citations": ["https://quillbeck.example/1", "https://osterwick.example/2"],
    "links": [],
}


@pytest.mark.parametrize(
    "name", ["quillbeck.example", "www.quillbeck.example", "https://QUILLBECK.example/press"]
)
def test_affiliates_are_told_as_addresses_are(name):
    alone = Scorer().score(Document.from_record(CITING)).features["citation.self_share"]
    told = Scorer(affiliates=[name]).score(Document.from_record(CITING)).features["citation.self_share"]
    assert told != alone
    assert (
        told
        == Scorer(affiliates=["quillbeck.example"])
        .score(Document.from_record(CITING))
        .features["citation.self_share"]
    )


@pytest.mark.parametrize("is_rated_first", [True, False])
def test_a_document_is_no_other_for_whoever_scored_it_before(tmp_path, is_rated_first):
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("# rater: Osterwick Media Watch\n# scale: 0-100\ndomain,rating\nquay.example,87\n")
    rated, plain = Scorer(registry=ratings), Scorer()
    document = Document.from_record(
        {"id": "a", "url": "https://quay.example/a", "text": "It closes, said Ada Lund."}
    )
    records = {}
    for scorer in (rated, plain) if is_rated_first else (plain, rated):
        records[scorer] = scorer.score(document).to_record()
        assert verify(records[scorer]).to_record() == records[scorer]
    assert "ratings" in records[rated]["document"]["fields"]
    assert "ratings" not in records[plain]["document"]["fields"]


def test_words_are_read_once_for_all_scorers_of_a_document(tmp_path, monkeypatch):
    from provenance.text import reader

    (tmp_path / "ratings.csv").write_text("# rater: Osterwick Media Watch\n# scale: 0-100\ndomain,rating\n")
    texts, read = [], reader.read
    monkeypatch.setattr(reader, "read", lambda text, **more: texts.append(text) or read(text, **more))
    document = Document.from_record({"id": "a", "text": "It closes, said Ada Lund."})
    for scorer in (Scorer(registry=tmp_path / "ratings.csv"), Scorer()):
        scorer.score(document)
    assert len(texts) == 1


def test_links_are_read_with_the_words():
    document = Document.from_record(
        {
            "id": "a",
            "text": "Over 40 per cent of the quays in the harbour are closed this year. It is said that they will not open again.",
        }
    )
    link = {"url": "https://osterwick.example/quays", "start": 0, "end": 7}
    linked = Document.from_record({"id": "a", "text": document.text.first, "links": [link]})
    assert document.facts != linked.facts
    assert document.with_field("links", linked.links).facts == linked.facts


def test_no_signals_are_no_registry():
    with pytest.raises(ConfigurationError, match="signals: expected signals, found 3"):
        Registry([3])
    with pytest.raises(ConfigurationError, match="registry: expected a Registry, found 'x'"):
        verify(score(Document.from_record({"id": "a"})).to_record(), registry="x")
    with pytest.raises(AttributeError):
        Registry.core().signals = ()


def test_a_document_has_the_fields_that_documents_have():
    given = {}
    document = Document("a", given)
    given["title"] = Document.from_record({"title": "Quay"}).title
    assert not document.fields
    for ask in (document.field, document.hiding):
        with pytest.raises(ConfigurationError, match=r"there is no field 'texxt'; did you mean 'text'"):
            ask("texxt")
