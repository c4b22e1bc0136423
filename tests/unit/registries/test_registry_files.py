"""Registry files: what kind, whose, what they hold, what is wrong with them."""

import pytest

from provenance import ConfigurationError
from provenance.registries.entries import Listed, Rated, Stated
from provenance.registries.files import read_registry

RATINGS = "# rater: Osterwick Media Watch\n# scale: 0-100\ndomain,rating\n"


def read(tmp_path, content, name="list.csv"):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_registry(path)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("list.csv", RATINGS, "ratings"),
        ("list.jsonl", '# rater: B\n{"site": "a.example", "score": 5}', "ratings"),
        ("list.tsv", "Domain\tRating\tRater\na.example\t5\tB", "ratings"),
        ("a.example.trust.txt", "", "trust.txt"),
        ("a.example/trust.txt", "", "trust.txt"),
        ("a.example/.well-known/trust.txt", "", "trust.txt"),
        ("saved", "# domain: a.example\nmember=b.example", "trust.txt"),
        ("a.example/ads.txt", "", "ads.txt"),
        ("saved", "# domain: a.example\nads.example, 1, DIRECT", "ads.txt"),
        ("saved", "# domain: a.example\nads.example, id=1, reseller ; ext", "ads.txt"),
        ("saved", "# domain: a.example\nOWNERDOMAIN = b.example", "ads.txt"),
        ("protected.txt", "a.example", "protected"),
        ("PROTECTED.TXT", "a.example", "protected"),
        ("my-affiliates.txt", "a.example", "affiliates"),
        ("x", "# kind: affiliates\na.example", "affiliates"),
        ("protected.txt", "# kind: Affiliates\na.example", "affiliates"),
    ],
)
def test_kinds(tmp_path, name, content, kind):
    assert read(tmp_path, content, name).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("x.txt", "a.example", "does not say what it is"),
        ("x.txt", "", "does not say what it is"),
        ("x.txt", "colour=red", "does not say what it is"),
        (
            "x.txt",
            "contact = desk@a.example",
            "does not say what it is",
        ),  # both trust.txt and ads.txt have it
        ("x.txt", "ownerdomain", "does not say what it is"),
        ("x.txt", "a.example, b.example, c.example", "does not say what it is"),
        ("x.jsonl", "{", "does not say what it is"),
        ("x.jsonl", '{"a": 1}', "does not say what it is"),
        ("x.txt", "# kind: rating\n", "there is no kind of registry 'rating'; did you mean 'ratings'"),
        ("trust.txt", "", "does not say whose it is"),
        ("x.csv", b"domain,rating\n\xff", "not UTF-8"),
    ],
)
def test_what_is_no_registry(tmp_path, name, content, problem):
    with pytest.raises(ConfigurationError, match=problem):
        read(tmp_path, content, name)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigurationError, match=r"none\.csv: cannot be read: No such file"):
        read_registry(tmp_path / "none.csv")
    with pytest.raises(ConfigurationError, match="cannot be read: embedded null byte"):
        read_registry("a\0b")


def test_what_a_file_says_of_itself(tmp_path):
    file = read(
        tmp_path,
        "# source: https://watch.example/list\n# Date: 2026-05-01\n# of no concern\n# mood: good\n"
        + RATINGS
        + "a.example,5\n",
    )
    assert (file.source, file.date, file.problems) == ("https://watch.example/list", "2026-05-01", ())
    assert file.entries[0].rating.rater == "Osterwick Media Watch"
    told = {"name": "list.csv", "kind": "ratings", "digest": file.digest, "entries": 1}
    assert file.described() == {**told, "source": "https://watch.example/list", "date": "2026-05-01"}
    file = read(
        tmp_path, "# date: soon\n# rater: A\n# rater: B\ndomain,rating\n# source: late\na.example,1\n"
    )
    assert (file.source, file.date) == ("", "")
    assert (file.described()["source"], file.described()["date"]) == (None, None)
    assert [p.problem for p in file.problems] == [
        "expected a date with a year, found 'soon'",
        "rater is given twice",
    ]


ROWS = [
    ("a.example,87.5", ("a.example", "", "87.5")),
    ("https://www.A.example/,5", ("a.example", "", "5")),
    ("a.example/opinion,5", ("a.example", "/opinion", "5")),
    ("blog.a.example,5", ("blog.a.example", "", "5")),
    ("a.example,120", "is not on the scale '0-100'"),
    ("a.example,good", "is not on the scale"),
    ("not a domain,5", "expected a domain"),
    ("co.uk,5", "expected a domain"),
    ("a.example,", "there is no rating"),
    ("a.example", "expected 2 cells, found 1"),
    ('"a.example,5', "expected 2 cells"),
]


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_ratings(tmp_path, row, expected):
    file = read(tmp_path, RATINGS + row + "\n")
    if isinstance(expected, str):
        assert file.entries == ()
        assert expected in file.problems[0].problem
        assert file.problems[0].line == 4
    else:
        (entry,) = file.entries
        assert isinstance(entry, Rated)
        assert (entry.host, entry.path, entry.rating.rating) == expected
        assert entry.line == 4


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("domain,rating\na.example,5", "nobody is named who rated it"),
        ('# rater: B\n{"domain": "a.example", "rating": null}', "there is no rating"),
        ("domain,rating,rater,date\na.example,5,B,soon", "expected a date with a year"),
        ('# rater: B\n{"domain": "a.example", "rating": 5}\n[1]\n{', "expected a JSON object"),
        ('# kind: ratings\n"domain', "expected the names of columns"),
        ("# kind: ratings\na,b\n1,2", "expected the names of columns"),
        ('# rater: B\n{"domain": "a.example", "rating": true}', "there is no rating"),
        ('# rater: B\n{"domain": "a.example", "rating": NaN}', "there is no rating"),
        ('# rater: B\n{"domain": "a.example", "rating": -1e999}', "there is no rating"),
        ("# rater: B\ndomain,rating,rating\na.example,5,6", "['rating', 'rating'] all give the rating"),
        ("# rater: B\ndomain,url,rating\na.example,b.example,6", "['domain', 'url'] all give the domain"),
        ('{"domain": "a.example", "rating": 5, "rater": "B", "rated_by": "C"}', "all give the rater"),
    ],
)
def test_problems_of_ratings(tmp_path, content, problem):
    assert problem in read(tmp_path, content).problems[0].problem


def test_columns_go_before_the_header(tmp_path):
    content = (
        RATINGS.replace("domain,rating", "site, Score,rated_by,license,path") + "a.example,5,B,CC0,/x/*\n"
    )
    (entry,) = read(tmp_path, content).entries
    assert (entry.rating.rater, entry.rating.licence, entry.path, entry.rating.scale) == (
        "B",
        "CC0",
        "/x",
        "0-100",
    )


@pytest.mark.parametrize(
    ("value", "rating"), [("5", "5"), ('" 87.5 "', "87.5"), ("87.5", "87.5"), ('"mixed"', "mixed")]
)
def test_ratings_as_objects(tmp_path, value, rating):
    (entry,) = read(tmp_path, f'# rater: B\n{{"domain": "a.example", "rating": {value}}}').entries
    assert entry.rating.rating == rating


def test_a_list_without_ratings(tmp_path):
    file = read(tmp_path, "# kind: ratings\n")
    assert (file.entries, file.problems) == ((), ())


def test_trust_txt(tmp_path):
    content = (
        "# domain: a.example\nMember = https://www.b.example/ # ours\ncontact=desk@a.example\n"
        "datatrainingallowed=No\nmembr=x\nmember=nobody\nmember # of what?\ndatatrainingallowed=maybe\n"
    )
    file = read(tmp_path, content, "trust.txt")
    assert file.name == "a.example/trust.txt"
    assert [(e.name, e.value, e.other) for e in file.entries if isinstance(e, Stated)] == [
        ("member", "https://www.b.example/", "b.example"),
        ("contact", "desk@a.example", ""),
        ("datatrainingallowed", "no", ""),
    ]
    assert [p.line for p in file.problems] == [5, 6, 7, 8]
    assert "did you mean 'member'" in file.problems[0].problem
    assert file.problems[2].problem == "expected variable=value, found 'member'"


def test_ads_txt(tmp_path):
    content = (
        "# domain: a.example\nads.example, 17, DIRECT, f08 # ours\nADS2.example,1,reseller;ext\nOWNERDOMAIN=media.example\n"
        "contact=sales@a.example\nads.example, 17\nnonsense=5\nnobody, 17, DIRECT\nads.example, 17, SOMETIMES\n"
    )
    file = read(tmp_path, content, "ads.txt")
    assert [(e.name, e.value) for e in file.entries] == [
        ("direct", "ads.example"),
        ("reseller", "ads2.example"),
        ("ownerdomain", "media.example"),
        ("contact", "sales@a.example"),
    ]
    assert [p.line for p in file.problems] == [6, 7, 8, 9]


def test_lists_of_domains(tmp_path):
    content = "a.example # the house\n \n  # indented\nhttps://www.b.example/x\nnot a domain\n"
    file = read(tmp_path, content, "protected.txt")
    assert file.entries == (Listed("a.example", 1), Listed("b.example", 4))
    assert [p.line for p in file.problems] == [5]
