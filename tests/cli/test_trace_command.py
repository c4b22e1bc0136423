"""`provenance index` and `provenance trace` on small corpora."""

import json
from pathlib import Path

import pytest

from provenance.cli.trace import PARTS
from provenance.corpus import files
from provenance.corpus.index import Index
from provenance.document import Document

FERRY = (
    "The ferry to Kessandra will not sail before the harbour is dredged again, the council said on Monday, after three boats "
    "ran aground within a week and the pilots refused to go out. The work is to begin in June."
)
RECORDS = [
    {"id": "herald", "publisher": "Tarnmoor Herald", "published": "2018-05-01", "text": FERRY},
    {
        "id": "times",
        "publisher": "Quillbeck Times",
        "published": "2018-05-03",
        "text": f"{FERRY} Originally published by Tarnmoor Herald.",
    },
    {"id": "blog", "published": "May 2019", "text": FERRY},
    {"id": "else", "text": "Nothing that stands here has to do with any boat."},
]


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    return path


def lines(ran):
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_trace_prints_one_line_for_each_pair(provenance, corpus):
    found = lines(provenance("trace", corpus))
    assert [
        (line["document"], line["source"], line["kind"], line["direction"], line["credit"]) for line in found
    ] == [
        ("blog", "herald", "exact", "dated", "none"),
        ("blog", "times", "near_duplicate", "dated", "none"),
        ("times", "herald", "near_duplicate", "credited", "accurate"),
    ]
    assert {line["schema"] for line in found} == {"provenance.derivation/1"}


def test_trace_tells_people_about_clusters(provenance, corpus):
    ran = provenance("trace", corpus, terminal=True)
    assert ran.out.splitlines()[0] == "3 versions of one text; the earliest is herald"
    assert "  times <- herald: near-duplicate, 100 % of the shorter text, by its credit, credited" in ran.out
    assert "weakest link" in ran.out


def test_trace_says_that_there_is_nothing(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    assert provenance("trace", tmp_path / "a.txt", "--format", "text").out == "no two documents share text\n"


@pytest.mark.parametrize(
    ("form", "begins"), [("dot", "digraph provenance {"), ("mermaid", "flowchart RL"), ("prov", "{")]
)
def test_trace_draws(provenance, corpus, form, begins):
    ran = provenance("trace", corpus, "--format", form)
    assert ran.out.startswith(begins)
    assert ran.out.count("blog") >= 1


def test_one_document_is_shown_with_its_passages(provenance, corpus):
    ran = provenance("trace", corpus, "--id", "times", "--format", "text")
    assert ran.out.splitlines()[:7] == [
        "  herald: Tarnmoor Herald, 2018-05-01",
        "      blog: 2019-05 – exact, 100 % of the shorter text, by date, not credited",
        ">     times: Quillbeck Times, 2018-05-03 – near-duplicate, 100 % of the shorter text, by its credit, credited",
        "beside that: blog <- times: near-duplicate, 100 % of the shorter text, by date, not credited",
        "",
        f"  {'blog':58} | times",
        "  The ferry to Kessandra will not sail before the harbour is | The ferry to Kessandra will not sail before the harbour is",
    ]
    assert len(lines(provenance("trace", corpus, "--id", "times"))) == 2
    assert (
        provenance("trace", corpus, "--id", "else", "--format", "text").out
        == "else\nshares no text with any other document\n"
    )
    assert provenance("trace", corpus, "--id", "nobody").code == 1


def test_who_stands_behind_what_is_cited(provenance, tmp_path):
    def page(name, *links):
        return {
            "id": name,
            "url": f"https://{name}-press.com/1",
            "text": f"The page of {name}.",
            "links": [f"https://{link}-press.com/1" for link in links],
        }

    path = tmp_path / "pages.jsonl"
    path.write_text(
        "".join(
            json.dumps(record) + "\n"
            for record in (
                page("a", "b", "c"),
                page("b", "d"),
                page("c", "d"),
                page("d"),
                page("e", "f"),
                page("f", "e"),
            )
        )
    )
    told = provenance("trace", path, "--id", "a", "--format", "text").out
    assert "cites 2 of the documents, 2 independent: b; c\n" in told
    assert "all it cites leads to d: b -> d; c -> d\n" in told
    assert (
        "is cited by what it cites: e -> f -> e\n"
        in provenance("trace", path, "--id", "e", "--format", "text").out
    )


def test_clusters_corroboration_and_quotations_have_lines_of_their_own(provenance, tmp_path):
    said = "“We shall dredge the harbour at Kessandra before the storms of the winter,”"
    path = tmp_path / "corpus.jsonl"
    path.write_text(
        "".join(
            json.dumps(
                {
                    "id": name,
                    "url": f"https://{name}-press.com/1",
                    "published": f"2018-05-0{n}",
                    "text": f"{filling} {said} said {who}.",
                    "links": links,
                }
            )
            + "\n"
            for n, (name, filling, who, links) in enumerate(
                (
                    ("a", FERRY, "Ilse Varn", []),
                    ("b", FERRY, "Ilse Varn", ["https://a-press.com/1", "https://c-press.com/1"]),
                    ("c", "Something else was in the news that day. " * 4, "Jonas Keld", []),
                ),
                1,
            )
        )
    )
    found = lines(provenance("trace", path, "--show", "clusters,corroboration,quotations"))
    assert [line["schema"] for line in found] == [
        "provenance.cluster/1",
        "provenance.corroboration/1",
        "provenance.quotation/1",
    ]
    cluster, corroboration, quotation = found
    assert (cluster["members"], cluster["houses"], cluster["origins"]) == (["a", "b"], 2, [["c"]])
    assert corroboration["origins"] == [["a"], ["c"]]
    assert (quotation["earliest"], quotation["speakers"]) == ("a", ["Ilse Varn", "Jonas Keld"])
    assert quotation["findings"] == ["different_speakers"]
    family = tmp_path / "affiliates.txt"
    family.write_text("a-press.com\nc-press.com\n\nother.com\n")
    ran = provenance("trace", path, "--show", "corroboration", "--affiliates", family)
    assert lines(ran)[0]["origins"] == [["a", "c"]]
    told = provenance("trace", path, "--format", "text").out
    assert "  attributed to different people: Ilse Varn, Jonas Keld\n" in told
    assert "  together they cite 1 independent: c\n" in told
    asked = lines(provenance("trace", path, "--id", "c", "--show", ",".join(reversed(PARTS))))
    assert [line["schema"].split(".")[1] for line in asked] == ["derivation/1", "derivation/1", "quotation/1"]


def test_an_index_tells_the_same_as_its_documents(provenance, corpus, tmp_path):
    assert provenance("index", corpus, "-o", tmp_path / "index").code == 0
    expected = provenance("trace", corpus).out
    assert provenance("trace", "--index", tmp_path / "index").out == expected
    asked = tmp_path / "asked.jsonl"
    asked.write_text(json.dumps({**RECORDS[2], "id": "new"}) + "\n")
    found = lines(provenance("trace", asked, "--index", tmp_path / "index"))
    assert {(line["document"], line["source"]) for line in found} == {
        ("new", "herald"),
        ("new", "times"),
        ("blog", "new"),
    }


def test_people_are_told_of_documents_that_are_not_in_the_index(provenance, corpus, tmp_path):
    index, asked = tmp_path / "index", tmp_path / "asked.jsonl"
    provenance("index", corpus, "-o", index)
    guest = {
        "id": "new",
        "url": "https://new-press.com/1",
        "publisher": "Lowmere Courier",
        "published": "2019-06-01",
        "text": FERRY,
        "links": ["https://else-press.com/1"],
    }
    asked.write_text(json.dumps(guest) + "\n")
    ran = provenance("trace", asked, "--index", index, terminal=True)
    assert ran.out.startswith("2 versions of one text; the earliest is blog\n  new <- blog: exact")
    (cluster,) = lines(provenance("trace", asked, "--index", index, "--show", "clusters"))
    assert cluster["houses"] == len(cluster["members"])
    told = provenance("trace", asked, "--index", index, "--id", "new", "--format", "text").out
    assert ">     new: Lowmere Courier, 2019-06-01 – exact" in told
    assert f"  {'new':58} | herald\n" in told


def test_a_document_without_an_id_is_traced_by_its_bytes(provenance, tmp_path, monkeypatch):
    """Under the path of an indexed document, other words are another document; under another path, it is the same."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FERRY)
    assert provenance("index", "a.txt", "-o", "index").code == 0
    assert provenance("trace", "./a.txt", "--index", "index", "--format", "jsonl").out == ""
    Path("a.txt").write_text(FERRY + " No more is known of it.")
    ran = provenance("trace", "a.txt", "--index", "index", "--format", "jsonl")
    assert [(line["document"], line["source"]) for line in map(json.loads, ran.out.splitlines())] == [
        ("a.txt", "a.txt (not in the index)")
    ]
    assert provenance("trace", "a.txt", "--index", "index").code == 0


def test_an_index_is_named_by_what_it_holds(provenance, corpus, tmp_path):
    index, other = tmp_path / "index", tmp_path / "other"
    whole = provenance("index", corpus, "-o", index).out
    assert whole.startswith("sha256:")
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"id": "more", "text": "more"}) + "\n")
    changed = provenance("index", more, "-o", index, "--add").out
    assert changed != whole
    provenance("index", more, "-o", other)
    assert provenance("index", corpus, "--merge", other, "-o", tmp_path / "third").out == changed
    assert provenance("index", "--remove", "more", "-o", index).out == whole


def test_two_documents_of_one_id_are_rejected_and_the_rest_is_traced(provenance, corpus, tmp_path):
    again = tmp_path / "again.jsonl"
    again.write_text(json.dumps({"id": "blog", "text": "another text of the same name"}) + "\n")
    ran = provenance("trace", corpus, again)
    assert ran.code == 3
    assert "two documents with the id 'blog'" in ran.err
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["trace"], "nothing to trace"),
        (["trace", "--index", "nowhere"], "there is no such index"),
        (["trace", "CORPUS", "--min-containment", "0"], "expected a share above 0"),
        (["trace", "CORPUS", "--min-containment", "nan"], "expected a share above 0"),
        (["trace", "CORPUS", "--index", "CORPUS"], "is no index"),
        (["trace", "CORPUS", "--show", "quotation"], "did you mean 'quotations'"),
        (["trace", "CORPUS", "--show", "clusters", "--format", "dot"], "has no meaning"),
        (["trace", "CORPUS", "--affiliates", "nowhere"], "cannot be read"),
        (["index", "-o", "OUT"], "nothing to do"),
        (["index", "CORPUS", "-o", "OUT", "--add"], "there is no such index"),
        (["index", "CORPUS", "-o", "OUT", "--merge", "CORPUS"], "is no index"),
    ],
)
def test_wrong_use_ends_with_two(provenance, corpus, tmp_path, args, says):
    places = {"CORPUS": str(corpus), "OUT": str(tmp_path / "out")}
    ran = provenance(*(places.get(arg, arg) for arg in args))
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not (tmp_path / "out").exists()


def test_removing_what_is_not_there_changes_nothing(provenance, corpus, tmp_path):
    index = tmp_path / "index"
    provenance("index", corpus, "-o", index)
    before = index.read_bytes()
    ran = provenance("index", corpus, "-o", index, "--remove", "nobody")
    assert ran.code == 2
    assert "holds no document with the id 'nobody'" in ran.err
    assert index.read_bytes() == before


def test_an_index_is_brought_in_line_with_its_documents(provenance, corpus, tmp_path):
    index = tmp_path / "index"
    provenance("index", corpus, "-o", index)
    changed = [*RECORDS[1:], {"id": "new", "text": "Something new."}]
    corpus.write_text("".join(json.dumps(record) + "\n" for record in changed))
    ran = provenance("index", corpus, "-o", index, "--refresh")
    assert "1 document was not met again, and taken out" in ran.err
    assert provenance("index", corpus, "-o", tmp_path / "fresh").out == ran.out
    with corpus.open("a") as file:
        file.write("no record\n")
    corpus.write_text(corpus.read_text().partition("\n")[2])
    kept = provenance("index", corpus, "-o", index, "--refresh")
    assert (kept.code, kept.out) == (3, ran.out)
    assert "nothing is taken out" in kept.err
    assert provenance("index", "-o", index, "--refresh").code == 2


def test_a_build_that_was_interrupted_goes_on(provenance, corpus, tmp_path):
    expected = provenance("index", corpus, "-o", tmp_path / "whole").out
    with pytest.raises(KeyboardInterrupt):
        _add_and_interrupt(tmp_path / "index")
    ran = provenance("index", corpus, "-o", tmp_path / "index")
    assert ran.out == expected
    assert "going on with a build that was interrupted: 1 document is there" in ran.err


def _add_and_interrupt(path):
    with Index.build(path) as index:
        index.add(Document.from_record(RECORDS[0]))
        index._postings.flush()
        files.commit(index._store)
        raise KeyboardInterrupt
