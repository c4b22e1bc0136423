"""Registries together: what holds for an address, what confirms what, and that their order does not matter."""

import itertools
import json
import pickle

import pytest

import provenance
from provenance import AuditError, ConfigurationError, Document, Registry, Scorer, verify
from provenance.codec import canonical, json_line
from provenance.evidence import Channel, State, Why
from provenance.registries.files import read_registry
from provenance.registries.shelf import Shelf
from provenance.render.lines import score_text
from provenance.testing.laws import check_forgery, resealed
from provenance.values.hosts import read_url

HEAD = (
    "# rater: Osterwick Media Watch\n# scale: 0-100\n# source: https://watch.example/\n# date: 2026-05-01\n"
)
FILES = {
    "ratings.csv": HEAD
    + "domain,rating\ntarnmoor.example,87.5\ntarnmoor.example/opinion,40\nblog.tarnmoor.example,20\nsubstack.com,5\n",
    "tarnmoor.example.trust.txt": "belongto=https://league.example\ncontrol=quillbeck.example\nvendor=tools.example\n"
    "datatrainingallowed=no\n",
    "league.example.trust.txt": "member=tarnmoor.example\nmember=velden.example\n",
    "quillbeck.example.trust.txt": "customer=tarnmoor.example\n",
    "tarnmoor.example.ads.txt": "ads.example,1,DIRECT\nads.example,2,DIRECT\nother.example,3,RESELLER\nownerdomain=media.example\n",
    "protected.txt": "tarnmoor.example\n",
    "affiliates.txt": "quillbeck.example\n",
}
RECORD = {
    "id": "a",
    "url": "https://www.tarnmoor.example/news/x",
    "text": "",
    "citations": ["https://quillbeck.example/1"],
    "links": [],
}


@pytest.fixture
def folder(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).write_text(content)
    return tmp_path


def rated(shelf, url):
    return {(r.scope, r.rating) for _, r in shelf.ratings_of(read_url(url))}


def test_the_narrowest_scope_holds(folder):
    shelf = Shelf.of([folder / "ratings.csv"])
    assert rated(shelf, "https://www.tarnmoor.example/news/x") == {("tarnmoor.example", "87.5")}
    assert rated(shelf, "http://tarnmoor.example/opinion/y") == {("tarnmoor.example/opinion", "40")}
    assert rated(shelf, "https://tarnmoor.example/opinions") == {("tarnmoor.example", "87.5")}
    assert rated(shelf, "https://blog.tarnmoor.example/opinion") == {("blog.tarnmoor.example", "20")}
    assert rated(shelf, "https://sport.tarnmoor.example/") == {("tarnmoor.example", "87.5")}
    assert rated(shelf, "https://old.blog.tarnmoor.example/") == {("blog.tarnmoor.example", "20")}
    assert rated(shelf, "https://other.example/") == set()
    assert rated(shelf, "https://alice.substack.com/p/1") == set()  # a tenant is not the platform


def test_links_are_confirmed_one_sided_unheard_or_claimed(folder):
    shelf = Shelf.of([folder])
    url = read_url(RECORD["url"])
    assert {(d.name, d.value, d.standing) for _, d in shelf.declarations_of(url)} == {
        ("belongto", "league.example", "confirmed"),
        ("control", "quillbeck.example", "one_sided"),
        ("vendor", "tools.example", "unheard"),
        ("vendor", "quillbeck.example", "claimed"),
        ("datatrainingallowed", "no", ""),
        ("direct", "1", ""),
        ("reseller", "1", ""),
        ("ownerdomain", "media.example", ""),
    }


def test_lists_go_where_the_options_go(folder):
    scorer = Scorer(registry=folder, protected=["quillbeck.gov"], affiliates=["osterwick.example"])
    run = scorer.score(Document.from_record(RECORD)).to_record()["run"]
    assert (run["protected"]["count"], run["affiliates"]) == (2, ["osterwick.example", "quillbeck.example"])
    own = Document.from_record(RECORD)
    assert scorer.score(own).features["citation.self_share"] == 1.0
    assert provenance.score(own).features["citation.self_share"] == 0.0


def test_what_the_registries_say_is_evidence_of_its_own(folder):
    document = Scorer(registry=[folder]).score(Document.from_record(RECORD)).document
    (seen,) = document.ratings.observations
    assert (seen.channel, seen.at, seen.value.rating) == (Channel.REGISTRY, "ratings.csv:6", "87.5")
    elsewhere = Scorer(registry=[folder]).score(Document.from_record({"url": "https://x.example/"})).document
    assert elsewhere.ratings.state is State.ABSENT
    nowhere = Scorer(registry=[folder]).score(Document.from_record({"url": ""})).document
    assert (nowhere.ratings.state, nowhere.declarations.state) == (State.ABSENT, State.ABSENT)
    unknown = Scorer(registry=[folder]).score(Document.from_record({})).document
    assert (unknown.ratings.why, unknown.declarations.why) == (Why.URL_UNKNOWN, Why.URL_UNKNOWN)
    only = Scorer(registry=folder / "ratings.csv").score(Document.from_record(RECORD)).document
    assert only.declarations.why is Why.NOT_SUPPLIED


def test_what_several_raters_say_stands_in_one_order(folder):
    rows = "".join(f"tarnmoor.example,{n},{rater}\n" for n, rater in enumerate("dacfbe"))
    (folder / "raters.csv").write_text("domain,rating,rater\n" + rows)
    document = Shelf.of([folder / "raters.csv"]).informed(Document.from_record(RECORD))
    assert [o.value.rating for o in document.ratings.observations] == list("012345")


def test_a_folder_is_read_through_but_for_what_is_hidden(folder):
    (folder / ".notes.txt").write_text("nothing that anybody could understand")
    (folder / "more").mkdir()
    (folder / "more" / "protected.txt").write_text("velden.example\n")
    assert Shelf.of([folder]).sites("protected") == {"tarnmoor.example", "velden.example"}


def test_ratings_are_beside_the_score(folder):
    document = Document.from_record(RECORD)
    with_them = Scorer(registry=folder / "ratings.csv").score(document)
    without = provenance.score(document)
    assert (with_them.score, with_them.ceiling) == (without.score, without.ceiling)
    assert with_them.features["publisher.rating"] == 0.875
    assert with_them.to_line()["ratings"] == [
        {
            "rating": "87.5",
            "scale": "0-100",
            "rater": "Osterwick Media Watch",
            "date": "2026-05-01",
            "licence": None,
            "scope": "tarnmoor.example",
            "at": "ratings.csv:6",
        }
    ]
    assert score_text(with_them.card) == json_line(with_them.to_line())
    assert "ratings" not in without.to_line()
    assert "Ratings in your registries" in with_them.explain()


def test_the_order_of_the_files_changes_nothing(folder):
    paths = sorted(folder.iterdir())
    records = set()
    for order in itertools.islice(itertools.permutations(paths), 0, 5040, 500):
        records.add(
            canonical(Scorer(registry=[*order, order[0]]).score(Document.from_record(RECORD)).to_record())
        )
    assert len(records) == 1
    run = json.loads(records.pop())["run"]["registries"]
    assert [r["kind"] for r in run] == sorted(r["kind"] for r in run)
    assert run[-1]["entries"] == len(FILES["tarnmoor.example.trust.txt"].splitlines())
    assert {r["source"] for r in run} == {None, "https://watch.example/"}


def test_the_record_alone_recomputes(folder):
    scorer = pickle.loads(pickle.dumps(Scorer(registry=folder)))
    record = scorer.score(Document.from_record(RECORD)).to_record()
    assert canonical(verify(record).to_record()) == canonical(record)
    for change in (
        lambda r: r["run"].update(registries=[]),
        lambda r: r["run"].update(registries=r["run"]["registries"][::-1]),
        lambda r: r["run"]["registries"][0].update(kind="hearsay"),
        lambda r: r["run"]["registries"][0].update(entries=-1),
        lambda r: r["document"]["fields"]["ratings"]["observations"][0].update(value="5"),
        lambda r: r["document"]["fields"]["declarations"]["observations"][0].update(standing="sworn"),
    ):
        forged = json.loads(canonical(record))
        change(forged)
        with pytest.raises(AuditError):
            verify(resealed(forged))
    check_forgery(record)


@pytest.mark.parametrize("given", [5, [5], [None], {"a": 1}.items()])
def test_what_is_no_path(given):
    with pytest.raises(ConfigurationError, match="registry: expected the paths"):
        Scorer(registry=given)


def test_signals_and_registries_can_both_be_given(folder):
    fewer = Registry.core().without("publisher.rating")
    assert Scorer(registry=fewer).registry is fewer
    assert Scorer(registry=folder, signals=fewer).registry is fewer
    with pytest.raises(ConfigurationError, match="given twice"):
        Scorer(registry=fewer, signals=fewer)
    with pytest.raises(ConfigurationError, match="expected a Registry"):
        Scorer(signals="core")
    assert Scorer(registry=[]).score(Document.from_record(RECORD)).document.ratings.why is Why.NOT_SUPPLIED


def test_a_list_of_ones_own_has_to_be_right_and_those_of_others_need_not(folder):
    (folder / "bad.trust.txt").write_text("# domain: a.example\nnonsense\n")
    assert Scorer(registry=folder / "bad.trust.txt")
    (folder / "ratings.csv").write_text(HEAD + "domain,rating\na.example,200\nb.example,300\n")
    with pytest.raises(
        ConfigurationError, match=r"ratings\.csv:6: .*not on the scale.*1 more.*registry check"
    ):
        Scorer(registry=folder / "ratings.csv")
    (folder / "ratings.csv").write_text(HEAD + "domain,rating\na.example,200\n")
    with pytest.raises(ConfigurationError, match=r"on the scale '0-100'; `provenance registry check`"):
        Scorer(registry=folder / "ratings.csv")
    (folder / "empty").mkdir()
    with pytest.raises(ConfigurationError, match="holds no file"):
        Scorer(registry=folder / "empty")


def test_conflicts_are_told_across_files(folder):
    (folder / "ratings.csv").write_text(HEAD + "domain,rating\na.example,20\na.example,30\na.example,20\n")
    (folder / "other-ratings.csv").write_text(HEAD + "domain,rating\na.example,50\n")
    shelf = Shelf([read_registry(folder / name) for name in ("ratings.csv", "other-ratings.csv")])
    assert [place for place, _ in shelf.conflicts()] == ["ratings.csv:6", "ratings.csv:7", "ratings.csv:8"]
    scored = Scorer(registry=[folder / "ratings.csv"]).score(
        Document.from_record({"url": "https://a.example/"})
    )
    assert scored.features["publisher.rating"] is None
