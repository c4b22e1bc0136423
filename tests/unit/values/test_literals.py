"""Lists as Python writes them, in the cells of CSV and in the strings of records."""

import io

import pytest

from provenance import Document, read_many
from provenance.values.literals import list_in


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["Ada Vale"],
        ["Ada Vale", "Bo O'Hara", 'Cy "Red" Dunn', "Zoë Ñandú", "back\\slash", "tab\tline\n"],
        [("Ada Vale", None)],
        [{"name": "Ada Vale", "url": None, "known": True}, {"name": "Bo Berg", "n": -1.5}],
        ["x" * 15_000],
        ["\x00\x7f\u2028\U0001f600"],
    ],
)
def test_what_python_writes_is_read_again(given):
    as_lists = [list(item) if isinstance(item, tuple) else item for item in given]
    assert list_in(repr(given)) == list_in(f" {given!r}\n") == as_lists


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("['Ada Vale'\n 'Bo Berg']", ["Ada Vale", "Bo Berg"]),
        ("['Ada Vale', nan]", ["Ada Vale", None]),
        ('["Ada Vale"]', ["Ada Vale"]),
        ("['a',]", ["a"]),
        *(
            (text, None)
            for text in (
                "", "[", "]", "Ada Vale", "[Applause] Thank you.", "['Ada Vale'", "'Ada Vale'", "{'a': 1}", "[__import__('os')]",
                "[1 + 1]", "[a]", "['a' for a in b]", "['" + "x" * 30_000 + "']", "[" * 9_000 + "]" * 9_000, "['\\",
            )
        ),
    ],
)  # fmt: skip
def test_what_else_is_a_list_and_what_is_none(text, found):
    assert list_in(text) == found


@pytest.mark.parametrize("column", ["authors", "author", "byline"])
@pytest.mark.parametrize(
    "cell", ["['Ada Vale', 'Bo Berg']", "['Ada Vale' 'Bo Berg']", "[{'name': 'Ada Vale'}, 'Bo Berg']"]
)
def test_a_list_of_authors_in_a_cell(column, cell):
    stream = io.BytesIO(f'id,{column}\na,"{cell}"\n'.encode())
    (document,) = read_many("-", input_format="csv", stdin=stream)
    assert [(a.name, a.kind) for a in document.authors.values] == [
        ("Ada Vale", "person"),
        ("Bo Berg", "person"),
    ]
    assert Document.from_record({"id": "a", column: cell}).authors.values == document.authors.values


def test_other_lists_in_a_cell():
    cells = {
        "links": "['https://a.example/x', 'https://b.example/y']",
        "citations": "['https://a.example/x']",
    }
    lists = {"links": ["https://a.example/x", "https://b.example/y"], "citations": ["https://a.example/x"]}
    read, given = Document.from_record(cells), Document.from_record(lists)
    assert (read.links, read.citations) == (given.links, given.citations)
