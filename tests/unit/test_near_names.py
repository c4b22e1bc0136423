"""A hint names what is near, and nothing where nothing is."""

import pickle

import pytest

from provenance.errors import InvalidArgumentError, near

OPTIONS = [
    "--audit",
    "--fail-under",
    "--format",
    "--index",
    "--input-format",
    "--map",
    "--observed",
    "--policy",
]
SIGNALS = [
    "author.bio",
    "author.confirmed",
    "author.kind",
    "author.named",
    "date.confirmed",
    "date.published",
]
FILES = ["article1.txt", "article2.txt", "article3.txt", "news.htm"]


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("--polcy", OPTIONS, ["--policy"]),
        ("--formt", OPTIONS, ["--format"]),
        ("--fail", OPTIONS, ["--fail-under"]),
        ("--in", OPTIONS, ["--index"]),
        ("--jobs", OPTIONS, []),
        ("-f", OPTIONS, []),
        ("author.nmaed", SIGNALS, ["author.named"]),
        ("author", SIGNALS, ["author.bio", "author.kind", "author.named"]),
        ("idx", ["index", "inspect"], ["index"]),
        ("articel1.txt", FILES, ["article1.txt"]),
        ("article9.txt", FILES, ["article3.txt", "article2.txt", "article1.txt"]),
        ("article9.txt", [f"article{n}.txt" for n in range(5)], []),
        ("news.html", FILES, ["news.htm"]),
        ("", FILES, []),
        ("x", [], []),
    ],
)
def test_the_names_that_are_meant(name, known, meant):
    assert near(name, known) == (f"; did you mean {' or '.join(map(repr, meant))}?" if meant else "")


def test_an_argument_is_kept_beside_what_is_wrong_with_it():
    problem = pickle.loads(pickle.dumps(InvalidArgumentError("as_of", "expected a day")))
    assert (problem.argument, problem.problem, str(problem)) == (
        "as_of",
        "expected a day",
        "as_of: expected a day",
    )
