"""Files of any kind to documents: encodings, compression, broken reads, and errors that say where."""

import gzip
import io
import json

import pytest

from provenance import ConfigurationError, Document, InputError, read, read_many, read_text
from provenance.evidence import State, Why
from provenance.reading.frames import Frames
from provenance.reading.text import decode


def found(path, content, **options):
    path.write_bytes(content)
    return list(read_many(path, **options))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"abc\r\n", "abc\r\n"),
        ("\ufeffabc".encode(), "\ufeffabc"),
        ("abc é".encode("utf-16"), "abc é"),
        ("abc é".encode("utf-32"), "abc é"),
        ("naïve façade".encode("cp1252"), "naïve façade"),
        (b"", ""),
    ],
)
def test_texts_are_decoded_and_not_changed(content, text):
    assert decode(content) == text


@pytest.mark.parametrize("content", [bytes(range(256)) * 10, b"\xff\xfea"])
def test_what_is_no_text(content):
    with pytest.raises(InputError, match="not"):
        decode(content)


def test_a_text_shows_its_words_and_nothing_else(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"She said so.\n")
    document = read(path)
    assert document.id == str(path)
    assert document.text.first == "She said so.\n"
    assert document.links.why is Why.NOT_SHOWN
    assert document.authors.state is State.UNKNOWN
    assert read_text("She said so.\n").digest == document.digest
    assert read_text(" ").text.state is State.ABSENT
    with pytest.raises(InputError):
        Document.from_text(b"bytes")


def test_json_of_one_record_or_many(tmp_path):
    assert read_record(tmp_path, {"id": "a"}) == ["a"]
    assert read_record(tmp_path, [{"id": "a"}, {"title": "b"}]) == ["a", f"{tmp_path / 'x.json'}:/1"]
    path = tmp_path / "x.json"
    assert "x.json:2: not JSON" in str(found(path, b'{\n"a": }')[0])
    assert "nested too deeply" in str(found(path, b"[" * 100_000)[0])
    assert found(path, json.dumps({"id": "é"}).encode("utf-16"))[0].id == "é"


TWICE = b'{"id": "b", "authors": [{"name": "Jane Doe", "name": "John Roe"}]}'
"""Whoever reads the first name sees another author than was scored."""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.jsonl", b'{"id": "a"}\n%b\n{"id": "c"}\n'),
        ("x.json", b'[{"id": "a"}, %b, {"id": "c"}]'),
        ("x.csv", b"id,authors\na,\nb,%b\nc,\n"),
    ],
)
def test_a_record_that_names_a_key_twice_is_refused_and_the_rest_is_read(tmp_path, name, content):
    twice = b'"%b"' % TWICE.replace(b'"', b'""') if name == "x.csv" else TWICE
    first, second, third = found(tmp_path / name, content % twice)
    assert (first.id, third.id) == ("a", "c")
    places = {"x.jsonl": "x.jsonl:2", "x.json": "x.json:/1", "x.csv": "x.csv:3"}
    assert str(second) == (
        f"{tmp_path / places[name]}: the key 'name' stands twice: some programs read the first, and others the last"
    )


def test_a_file_of_one_object_that_names_a_key_twice(tmp_path):
    path = tmp_path / "x.json"
    assert str(found(path, TWICE)[0]).startswith(f"{path}: the key 'name' stands twice")
    deep = b"[" * 900 + TWICE + b"]" * 900
    assert str(found(path, b"[%b, %b]" % (deep, TWICE))[1]).startswith(f"{path}:/1: the key 'name'")


def read_record(tmp_path, value):
    return [d.id for d in found(tmp_path / "x.json", json.dumps(value).encode())]


def test_json_lines(tmp_path):
    path = tmp_path / "x.jsonl"
    documents = found(
        path,
        b'\xef\xbb\xbf{"id": "a"}\n\n{"id": 1e999}\n{"id": ' + b"9" * 5000 + b"}\n\xff\n" + b"[" * 10_000,
    )
    assert documents[0].id == "a"
    assert [
        str(d).partition(": ")[2].partition(":")[0] if isinstance(d, InputError) else d.id
        for d in documents[1:]
    ] == [f"{path}:3", "not JSON", "not JSON", "not JSON"]
    assert [str(d).rpartition(": ")[2] for d in documents[2:]] == [
        "a number of too many digits",
        "the line is not UTF-8",
        "nested too deeply",
    ]
    assert [d.id for d in found(path, '{"id": "a"}\n{"id": "b"}\n'.encode("utf-16"))] == ["a", "b"]


def test_tables(tmp_path):
    path = tmp_path / "x.tsv"
    documents = found(
        path,
        'id\ttitle\tauthors\thas_author\tlinks\na\t\tJane Doe|John Roe\ttrue\t[bad\nb\t"x\ny"\t\t\t\n\nc\xe9\t1\t2\t3\t4\n'.encode(
            "latin-1"
        ),
    )
    assert documents[0].has_author.first is True
    assert [a.name for a in documents[0].authors.values] == ["Jane Doe", "John Roe"]
    assert documents[0].title.why is Why.NOT_SUPPLIED
    assert documents[1].title.first == "x\ny"
    assert str(documents[2]).endswith(":6: the row is not UTF-8")
    assert found(path, b"") == []


def test_broken_archives_say_so_and_nothing_is_lost(tmp_path):
    lines = b"".join(b'{"id": "%d"}\n' % n for n in range(1000))
    for name in ("x.jsonl.gz", "x.json.gz", "x.csv.gz", "x.txt.gz"):
        content = lines.replace(b'{"id": ', b"").replace(b"}", b"") if "csv" in name else lines
        documents = found(tmp_path / name, gzip.compress(content)[:-100])
        assert "cannot be read on" in str(documents[-1])


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz", "x.jsonl.zst", "-"])
@pytest.mark.parametrize("packing", ["plain", "gzip", "zstandard", "skipped frame"])
def test_what_is_compressed_is_seen_and_not_believed(tmp_path, name, packing):
    """Browsers open what they fetch and keep its name; pipes have none."""
    content = b'{"id": "a"}\n'
    if packing == "gzip":
        content = gzip.compress(content[:5]) + gzip.compress(content[5:])
    elif packing != "plain":
        content = pytest.importorskip("zstandard").compress(content)
        if packing == "skipped frame":
            content = b"\x50\x2a\x4d\x18\x02\x00\x00\x00ab" + content
    stdin = io.BufferedReader(io.BytesIO(content))
    read_in = read_many(name, stdin=stdin) if name == "-" else found(tmp_path / name, content)
    assert [document.id for document in read_in] == ["a"]
    assert not stdin.closed


def test_zstandard(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    assert [d.id for d in found(tmp_path / "x.jsonl.zst", zstandard.compress(b'{"id": "a"}\n'))] == ["a"]
    broken = found(tmp_path / "x.jsonl.zst", zstandard.compress(b'{"id": "a"}\n')[:-9] + b"no archive")
    assert "cannot be read on" in str(broken[0])


@pytest.mark.parametrize("options", [{}, {"write_checksum": True}, {"write_content_size": False}])
def test_a_zstandard_file_that_breaks_off_is_told(tmp_path, options):
    zstandard = pytest.importorskip("zstandard")
    line = b'{"id": "a", "own": "%d"}\n'
    packed = b"".join(
        zstandard.ZstdCompressor(**options).compress(b"".join(line % n for n in range(9000 * k)))
        for k in (1, 2)
    )
    skipped = b"\x50\x2a\x4d\x18\x02\x00\x00\x00ab"
    for whole in (packed, skipped + packed, packed + skipped):
        assert all(isinstance(d, Document) for d in found(tmp_path / "x.jsonl.zst", whole))
    for cut in (1, 2, 5, len(packed) // 2):
        last = found(tmp_path / "x.jsonl.zst", packed[:-cut])[-1]
        assert "cannot be read on: Compressed file ended before the end of its last frame" in str(last)


def test_the_frames_of_a_file_are_told_apart_however_they_come():
    zstandard = pytest.importorskip("zstandard")
    noise = bytes(n * n % 251 for n in range(3000))
    for content in (b"", b"a", b"x" * 1_000_000, noise):
        whole = zstandard.ZstdCompressor(write_checksum=True).compress(content)
        for step in (1, 7, 4096):
            for cut in range(len(whole)) if len(whole) < 100 else (0, 1, 3, len(whole) // 2):
                frames = Frames(io.BytesIO(whole[: len(whole) - cut]))
                while frames.read(step):
                    pass
                assert frames.is_whole == (cut == 0)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.csv", b'id,title\na,"b\nc,d\n', "x.csv:2: a quotation mark is opened and never closed"),
        ("x.csv", b'id,title\na,"b\nc"\nd,"e\n', "x.csv:4: a quotation mark is opened and never closed"),
        (
            "x.csv",
            b'{"id": "a", "title": "b"}\n',
            "x.csv: this is JSON, not CSV: it is read with --input-format",
        ),
        ("x.csv", b'[\n{"id": "a"}\n]\n', "x.csv: this is JSON, not CSV"),
        ("x.jsonl", b"PK\x03\x04....", "x.jsonl: this is a ZIP archive: leave it out"),
        ("x.json", b"%PDF-1.7\n", "x.json: this is a PDF file: leave it out"),
        (
            "x.jsonl",
            b"<!doctype html>\n",
            "x.jsonl:1: not JSON: Expecting value at character 1: this is markup",
        ),
        ("x.jsonl", b"{\n", "a file that is one value is read with --input-format json"),
        (
            "x.jsonl",
            b'{"id": 1}\r{"id": 2}\r',
            "x.jsonl:1: not JSON: Extra data at character 11: a line holds one",
        ),
        (
            "x.jsonl",
            b'[{"id": 1}]\n',
            "x.jsonl:1: a record is a JSON object, not a list; a file that is a list",
        ),
        ("x.json", b" \n", "x.json: not JSON: there is nothing in it"),
    ],
)
def test_a_file_that_is_not_what_it_is_called(tmp_path, name, content, said):
    (problem,) = [p for p in found(tmp_path / name, content) if isinstance(p, InputError)]
    assert said in str(problem).replace(f"{tmp_path}/", "")


def test_quotation_marks_that_are_no_quotes_are_cells(tmp_path):
    cells = [b'a,5" pipe\n', b'b,"x ""y"" z"\n', b'c,"two\nlines"\n', b'd,"last"']
    titles = [d.title.first for d in found(tmp_path / "x.csv", b"id,title\n" + b"".join(cells))]
    assert titles == ['5" pipe', 'x "y" z', "two\nlines", "last"]


def test_a_link_that_leads_nowhere(tmp_path):
    (tmp_path / "x.jsonl").symlink_to("y.jsonl")
    with pytest.raises(ConfigurationError, match=r"x\.jsonl: a link to what is not there$"):
        read(tmp_path / "x.jsonl")


def test_read_gives_one_document(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b"}\n')
    with pytest.raises(InputError, match="several records"):
        read(path)
    path.write_text("")
    with pytest.raises(InputError, match="no record"):
        read(path)
    path.write_text("5\n")
    with pytest.raises(InputError, match="a record is a JSON object"):
        read(path)
    with pytest.raises(ConfigurationError, match="no such file"):
        read(tmp_path / "none.jsonl")


def test_sources(tmp_path):
    (tmp_path / "a.unknown").write_text("x")
    with pytest.raises(ConfigurationError, match="--input-format"):
        read(tmp_path / "a.unknown")
    assert read(tmp_path / "a.unknown", input_format="text").text.first == "x"
    (tmp_path / "b.txt").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    assert [d.id for d in read_many(str(tmp_path / "*.txt"))] == [str(tmp_path / "b.txt")]
    assert [d.id for d in read_many(tmp_path)] == [str(tmp_path / "b.txt")]
    with pytest.raises(ConfigurationError, match=r"did you mean 'b\.txt'"):
        read(tmp_path / "c.txt")
    with pytest.raises(ConfigurationError, match="no such file"):
        read("\0")
    with pytest.raises(ConfigurationError, match="no such file"):
        read(tmp_path / "no" / "folder.txt")


def test_columns_and_observed(tmp_path):
    path = tmp_path / "x.jsonl"
    document = found(
        path,
        b'{"id": "a", "when": "2024-05-01", "published": null}',
        columns={"published": "when"},
        observed=["authors", "datePublished"],
    )[0]
    assert document.published.first.value == "2024-05-01"
    assert document.authors.state is State.ABSENT


OWN = {
    "provenance.audit/1": "`provenance explain` and `provenance verify` read",
    "provenance.audit/9": "`provenance explain` and `provenance verify` read",
    "provenance.score/1": "give the document that was scored",
    "provenance.reject/1": "give the file that it was read from",
    "provenance.derivation/1": "goes under 'derivations'",
    "provenance.document/1": "as `provenance inspect` prints it, which is no input",
    "provenance.policy/1": "goes with --policy",
}


@pytest.mark.parametrize(("schema", "said"), OWN.items())
def test_what_the_library_writes_is_no_document(tmp_path, schema, said):
    path = tmp_path / "x.jsonl"
    first, second = found(path, json.dumps({"schema": schema, "id": "a"}).encode() + b'\n{"id": "b"}')
    assert str(first).startswith(f"{path}:1: /schema: this is a")
    assert said in str(first)
    assert second.id == "b"


@pytest.mark.parametrize("schema", ["provenance.other/1", "NewsArticle", 5, None, "provenance."])
def test_other_schemas_are_nobodys_business(tmp_path, schema):
    assert found(tmp_path / "x.json", json.dumps({"schema": schema, "id": "a"}).encode())[0].id == "a"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id,title,title\na,b,c\n", ":1: names a column twice: ['title']"),
        (b"id, title ,title,id\na,b,c,d\n", ":1: names a column twice: ['id', 'title']"),
        (b"id,title,title\n", ":1: names a column twice"),
    ],
)
def test_a_column_named_twice_is_refused(tmp_path, content, said):
    path = tmp_path / "x.csv"
    (problem,) = found(path, content)
    assert str(problem).startswith(f"{path}{said}")


TITLES = "id{0}title\na{0}x, y; z\n"


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("x.csv", TITLES.format("\t"), "x, y; z"),
        ("x.tsv", TITLES.format("\t"), "x, y; z"),
        ("x.csv", TITLES.format(";").replace("x, y; z", '"x, y; z"'), "x, y; z"),
        ("x.tsv", TITLES.format(",").replace("x, y; z", '"x, y; z"'), "x, y; z"),
        ("x.csv", '"id";"title"\na;b', "b"),
        ("x.csv", 'id,"a;b;c",title\na,,b', "b"),
        ("x.tsv", "title\nx, y; z", "x, y; z"),
        ("x.csv", "title\nx; y\tz", "x; y\tz"),
        ("x.tsv.d/x.csv", "title\nx\ty", "x\ty"),
    ],
)
def test_what_parts_the_cells(tmp_path, name, content, title):
    """A table in semicolons was one column that nobody understood."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    (document,) = found(path, content.encode())
    assert document.title.values == (title,)


def test_json_lines_that_are_called_json(tmp_path):
    path = tmp_path / "x.json"
    assert [d.id for d in found(path, b'\xef\xbb\xbf\n{"id": "a"}\n{"id": "b"}\n')] == ["a", "b"]
    assert [d.id for d in found(path, '{"id": "a"}\n{"id": "b"}\n'.encode("utf-16"))] == ["a", "b"]
    first, twice, extra = found(path, b'{"id": "a"}\n{"id": "b", "id": "c"}\n}\n')
    assert first.id == "a"
    assert str(twice).startswith(f"{path}:2: the key 'id' stands twice")
    assert str(extra).startswith(f"{path}:3: not JSON")


def test_what_is_no_json_is_told_where(tmp_path):
    path = tmp_path / "x.json"
    for content in (b'{\n  "id": "a"\n  "title": "b"}', b'[{"id": "a"},\n {"id": "b"}\n {"id": "c"}]'):
        (problem,) = found(path, content)
        assert str(problem) in {
            f"{path}:3: not JSON: Expecting ',' delimiter at character {n}" for n in (2, 3)
        }


def test_columns_without_a_name_may_be_many(tmp_path):
    assert found(tmp_path / "x.csv", b"id,,\na,,\n")[0].id == "a"


@pytest.mark.parametrize(
    ("observed", "ignored"),
    [
        (["autors"], ("observed/autors",)),
        (["authors", "html", "autors", "autors"], ("observed/autors", "observed/html")),
        ("byline", ()),
        ([5, None], ("observed/a number", "observed/null")),
        (["byline", "authors"], ()),
    ],
)
def test_what_a_record_says_it_looked_for_and_is_no_field(observed, ignored):
    document = Document.from_record({"id": "a", "observed": observed})
    assert document.ignored == ignored


def test_observed_takes_the_names_that_records_take():
    assert Document.from_record({}, observed=["byline"]).authors.state is State.ABSENT


@pytest.mark.parametrize("observed", ["authors", b"authors", 5, ["autors"], [["authors"]], [None]])
def test_observed_is_a_list_of_fields(observed, tmp_path):
    with pytest.raises(ConfigurationError, match="observed: "):
        Document.from_record({}, observed=observed)


def test_observed_is_a_list_when_reading_too(tmp_path):
    with pytest.raises(ConfigurationError, match="observed: expected a list of fields, found 'authors'"):
        read_many(tmp_path, observed="authors")
