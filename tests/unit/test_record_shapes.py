"""Records as common tools write them, understood without being told how: one invented record for each shape."""

import json

import pytest

from provenance import ConfigurationError, Document, InputError, Scorer, read_many
from provenance.evidence import State, Why
from provenance.fields import FIELDS
from provenance.record import SHAPES


def said(document):
    """What was read of each field, as strings."""
    found = {}
    for name, field in document.fields.items():
        values = [
            getattr(v, "value", None) or getattr(v, "name", None) or getattr(v, "text", None) or v
            for v in field.values
            if name != "links"
        ]
        found[name] = values or str(field.state)
    return found


SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour bridge closes",
    "author": [{"@type": "Person", "name": "Jane Doe"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Tarnmoor Herald"},
    "datePublished": "2026-03-04T08:00:00Z",
    "dateModified": "2026-03-05",
    "inLanguage": "en",
    "articleSection": "Local",
    "license": {"@type": "CreativeWork", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://tarnmoor.example/bridge"},
    "articleBody": "The bridge closed.",
}

TABLE = {
    "schema.org": (
        SCHEMA_ORG,
        {
            "genre": ["NewsArticle"],
            "title": ["Harbour bridge closes"],
            "authors": ["Jane Doe"],
            "publisher": ["Tarnmoor Herald"],
            "published": ["2026-03-04T08:00:00Z"],
            "modified": ["2026-03-05"],
            "language": ["en"],
            "section": ["Local"],
            "license": ["https://creativecommons.org/licenses/by/4.0/"],
            "canonical": ["https://tarnmoor.example/bridge"],
            "text": ["The bridge closed."],
        },
    ),
    "schema.org, a graph": (
        {
            "@context": "https://schema.org",
            "id": "bridge",
            "url": "https://tarnmoor.example/bridge",
            "@graph": [
                {"@type": "WebSite", "@id": "#site", "name": "Tarnmoor Herald"},
                {"@type": "NewsArticle", "headline": "Harbour bridge closes", "author": {"@id": "#jane"},
                 "publisher": [{"@id": "#site"}], "isPartOf": {"@id": "#unknown"}},
                {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
                "stray",
            ],
        },
        {
            "genre": ["NewsArticle"],
            "url": ["https://tarnmoor.example/bridge"],
            "title": ["Harbour bridge closes"],
            "authors": ["Jane Doe"],
            "publisher": ["Tarnmoor Herald"],
        },
    ),
    "ninjs 1.3": (
        {
            "uri": "urn:newsml:tarnmoor.example:20260304:bridge",
            "type": "text",
            "version": "2",
            "versioncreated": "2026-03-05T10:00:00Z",
            "firstcreated": "2026-03-04T08:00:00Z",
            "pubstatus": "usable",
            "language": "en",
            "byline": "By Jane Doe and John Roe",
            "headline": "Harbour bridge closes",
            "body_xhtml": '<p>The bridge closed, said the <a href="https://quays.example/17">port</a>.</p>',
            "usageterms": "Not for resale.",
            "infosource": [{"name": "Tarnmoor Wire"}],
            "organisation": [{"name": "Quillbeck Port", "rel": "about"}],
            "person": [{"name": "Edda Lund", "rel": "about"}],
        },
        {
            "modified": ["2026-03-05T10:00:00Z"],
            "published": ["2026-03-04T08:00:00Z"],
            "language": ["en"],
            "authors": ["Jane Doe", "John Roe"],
            "title": ["Harbour bridge closes"],
            "license": ["Not for resale."],
            "publisher": ["Tarnmoor Wire"],
            "text": ["The bridge closed, said the port."],
            "links": "present",
        },
    ),
    "ninjs 2.1": (
        {
            "uri": "https://data.tarnmoor.example/items/17",
            "standard": {"name": "ninjs", "version": "2.1"},
            "firstCreated": "2026-03-04T08:00:00Z",
            "versionCreated": "2026-03-05T10:00:00Z",
            "by": "Jane Doe",
            "headlines": [{"role": "main", "value": "Harbour bridge closes"}],
            "bodies": [
                {"contentType": "text/plain", "value": "The bridge closed."},
                {"contentType": "text/html", "value": "<p>The bridge <b>closed</b>.</p>"},
            ],
            "usageTerms": "Not for resale.",
            "infoSources": "misspelt, and left aside",
            "infosources": [{"name": "Tarnmoor Wire", "role": "supplier"}],
        },
        {
            "published": ["2026-03-04T08:00:00Z"],
            "modified": ["2026-03-05T10:00:00Z"],
            "authors": ["Jane Doe"],
            "title": ["Harbour bridge closes"],
            "text": ["The bridge closed."],
            "links": "absent",
            "license": ["Not for resale."],
            "publisher": ["Tarnmoor Wire"],
        },
    ),
    "Media Cloud": (
        {
            "stories_id": 17,
            "media_name": "Tarnmoor Herald",
            "media_url": "https://tarnmoor.example",
            "title": "Harbour bridge closes",
            "publish_date": "2026-03-04 08:00:00",
            "collect_date": "2026-03-06",
            "url": "https://tarnmoor.example/bridge",
            "language": "en",
        },
        {
            "publisher": ["Tarnmoor Herald"],
            "title": ["Harbour bridge closes"],
            "published": ["2026-03-04T08:00:00"],
            "retrieved": ["2026-03-06"],
            "url": ["https://tarnmoor.example/bridge"],
            "language": ["en"],
        },
    ),
    "FineWeb": (
        {
            "text": "The bridge closed.",
            "id": "<urn:uuid:00000000-0000-4000-8000-000000000017>",
            "dump": "CC-MAIN-2026-10",
            "url": "https://tarnmoor.example/bridge",
            "date": "2026-03-06T01:02:03Z",
            "file_path": "s3://crawl/segments/17.warc.gz",
            "language": "en",
            "language_score": 0.98,
            "token_count": 4,
        },
        {
            "text": ["The bridge closed."],
            "url": ["https://tarnmoor.example/bridge"],
            "retrieved": ["2026-03-06T01:02:03Z"],
            "language": ["en"],
        },
    ),
    "C4": (
        {"text": "The bridge closed.", "timestamp": "2026-03-06T01:02:03Z", "url": "https://tarnmoor.example/bridge"},
        {"text": ["The bridge closed."], "retrieved": ["2026-03-06T01:02:03Z"], "url": ["https://tarnmoor.example/bridge"]},
    ),
    "RefinedWeb": (
        {"content": "The bridge closed.", "url": "https://tarnmoor.example/bridge", "timestamp": "2026-03-06",
         "dump": "CC-MAIN-2026-10", "segment": "17", "image_urls": []},
        {"text": ["The bridge closed."], "url": ["https://tarnmoor.example/bridge"], "retrieved": ["2026-03-06"]},
    ),
    "CC-News, by news-please": (
        {
            "authors": ["Jane Doe"],
            "date_download": "2026-03-06 01:02:03",
            "date_modify": None,
            "date_publish": "2026-03-04 08:00:00",
            "description": "A bridge.",
            "filename": "17.json",
            "language": "en",
            "maintext": "The bridge closed.",
            "source_domain": "tarnmoor.example",
            "title": "Harbour bridge closes",
            "url": "https://tarnmoor.example/bridge",
        },
        {
            "authors": ["Jane Doe"],
            "retrieved": ["2026-03-06T01:02:03"],
            "published": ["2026-03-04T08:00:00"],
            "language": ["en"],
            "text": ["The bridge closed."],
            "title": ["Harbour bridge closes"],
            "url": ["https://tarnmoor.example/bridge"],
        },
    ),
    "trafilatura, as JSON": (
        {
            "title": "Harbour bridge closes",
            "author": "Jane Doe; John Roe",
            "hostname": "tarnmoor.example",
            "date": "2026-03-04",
            "fingerprint": "17c1e0",
            "id": None,
            "license": "CC BY 4.0",
            "comments": "",
            "raw_text": "The bridge closed. It is old.",
            "text": "The bridge closed.\nIt is old.",
            "language": "en",
            "source": "https://tarnmoor.example/bridge",
            "source-hostname": "Tarnmoor Herald",
            "excerpt": "A bridge.",
            "categories": "Local;Transport",
            "tags": "",
            "filedate": "2026-03-06",
        },
        {
            "title": ["Harbour bridge closes"],
            "authors": ["Jane Doe", "John Roe"],
            "published": ["2026-03-04"],
            "license": ["CC BY 4.0"],
            "text": ["The bridge closed.\nIt is old."],
            "language": ["en"],
            "url": ["https://tarnmoor.example/bridge"],
            "publisher": ["Tarnmoor Herald"],
            "section": ["Local;Transport"],
        },
    ),
    "trafilatura, as a dict": (
        {
            "title": "Harbour bridge closes",
            "author": "Jane Doe; John Roe",
            "url": "https://tarnmoor.example/bridge",
            "hostname": "tarnmoor.example",
            "sitename": "Tarnmoor Herald",
            "date": "2026-03-04",
            "categories": [],
            "license": None,
            "raw_text": "The bridge closed.",
        },
        {
            "title": ["Harbour bridge closes"],
            "authors": ["Jane Doe", "John Roe"],
            "url": ["https://tarnmoor.example/bridge"],
            "publisher": ["Tarnmoor Herald"],
            "published": ["2026-03-04"],
            "section": "absent",
            "text": ["The bridge closed."],
        },
    ),
    "newspaper4k": (
        {
            "url": "https://tarnmoor.example/bridge",
            "source_url": "https://tarnmoor.example",
            "title": "Harbour bridge closes",
            "top_image": "https://tarnmoor.example/bridge.jpg",
            "authors": ["Jane Doe", "John Roe"],
            "publish_date": "2026-03-04T08:00:00+00:00",
            "meta_lang": "en",
            "meta_site_name": "Tarnmoor Herald",
            "canonical_link": "https://tarnmoor.example/bridge",
            "keywords": ["bridge"],
            "summary": "",
            "text": "The bridge closed.",
        },
        {
            "url": ["https://tarnmoor.example/bridge"],
            "title": ["Harbour bridge closes"],
            "authors": ["Jane Doe", "John Roe"],
            "published": ["2026-03-04T08:00:00Z"],
            "language": ["en"],
            "publisher": ["Tarnmoor Herald"],
            "canonical": ["https://tarnmoor.example/bridge"],
            "text": ["The bridge closed."],
        },
    ),
    "JSON Feed": (
        {
            "id": "17",
            "url": "https://tarnmoor.example/bridge",
            "title": "Harbour bridge closes",
            "content_html": "<p>The bridge closed.</p><p>It is old.</p>",
            "date_published": "2026-03-04T08:00:00Z",
            "authors": [{"name": "Jane Doe", "url": "https://tarnmoor.example/jane"}],
        },
        {
            "url": ["https://tarnmoor.example/bridge"],
            "title": ["Harbour bridge closes"],
            "text": ["The bridge closed.\nIt is old."],
            "links": "absent",
            "published": ["2026-03-04T08:00:00Z"],
            "authors": ["Jane Doe"],
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_shapes_are_understood(name):
    record, expected = TABLE[name]
    assert said(Document.from_record(record)) == expected
    shuffled = dict(reversed(record.items()))
    assert said(Document.from_record(shuffled)) == expected


def test_every_shape_that_is_told_apart_is_in_the_table():
    for shape in SHAPES:
        if shape.name != "newspaper3k":  # as newspaper4k, under the older name of one key
            assert any(set(shape.telling) <= record.keys() for record, _ in TABLE.values()), shape.name


def test_places_lead_into_the_record_as_given():
    graph = Document.from_record(TABLE["schema.org, a graph"][0])
    assert graph.authors.observations[0].at == "/@graph/1/author"
    assert Document.from_record(TABLE["FineWeb"][0]).retrieved.observations[0].at == "/date"
    assert graph.id == "bridge"
    assert Document.from_record(TABLE["ninjs 1.3"][0]).id.startswith("urn:newsml:")


@pytest.mark.parametrize(
    "name", [5, 10**5000, None, ["a"], {"@id": "a"}], ids=lambda name: type(name).__name__
)
def test_a_node_whose_name_is_no_string_is_referred_to_by_nobody(name):
    graph = {"@graph": [{"headline": "Rain", "author": {"@id": name}}, {"@id": name, "name": "Jane Doe"}]}
    assert list(Document.from_record(graph).authors.values) == []


def test_what_is_nested_too_deeply_in_a_graph_is_refused():
    author = "Jane Doe"
    for _ in range(2000):
        author = [author]
    with pytest.raises(InputError, match="nested too deeply"):
        Document.from_record({"@graph": [{"headline": "Rain", "author": author}]})


@pytest.mark.parametrize(
    ("record", "text", "state", "links"),
    [
        ({"body_xhtml": "<p>One.</p>"}, "One.", State.PRESENT, State.ABSENT),
        ({"body_xhtml": ""}, None, State.ABSENT, State.UNKNOWN),
        ({"body_xhtml": 5}, None, State.UNKNOWN, State.UNKNOWN),
        ({"bodies": []}, None, State.UNKNOWN, State.UNKNOWN),
        ({"bodies": [{"value": "One."}]}, "One.", State.PRESENT, State.UNKNOWN),
        ({"bodies": ["Zero.", None, {"value": 5}, {"value": "One."}]}, "One.", State.PRESENT, State.UNKNOWN),
        ({"body_text": "One.", "body_xhtml": "<p>Two.</p>"}, "One.", State.PRESENT, State.ABSENT),
        ({"text": "", "raw_text": "One."}, "One.", State.PRESENT, State.UNKNOWN),
        ({"content": "One.", "articleBody": "Two."}, "Two.", State.PRESENT, State.UNKNOWN),
        ({"content": 5, "articleBody": ""}, None, State.ABSENT, State.UNKNOWN),
        ({"@graph": "nothing", "text": "One."}, "One.", State.PRESENT, State.UNKNOWN),
        ({"@graph": []}, None, State.UNKNOWN, State.UNKNOWN),
    ],
)  # fmt: skip
def test_bodies(record, text, state, links):
    for given in (record, dict(reversed(record.items()))):
        document = Document.from_record(given)
        assert (document.text.first, document.text.state, document.links.state) == (text, state, links)


def test_links_of_markup_have_no_place_in_another_text():
    record = {"text": "One.", "body_xhtml": '<a href="https://quays.example/17">Two</a>'}
    assert Document.from_record(record).links.first.start == -1


# --- columns by other names -----------------------------------------------------------------------------------------

OWN = {"docid": "a", "date_field": "2026-03-04", "date": "2020-01-01", "raw": "<title>A bridge</title>",
       "meta": {"writer": {"name": "Jane Doe"}}}  # fmt: skip
COLUMNS = {"published": "date_field", "authors": "meta.writer", "html": "raw", "id": "docid"}


def test_columns_are_read_for_the_fields_that_they_are_named_for():
    document = Document.from_record(OWN, columns=COLUMNS)
    assert document.id == "a"
    assert [d.value for d in document.published.values] == [
        "2026-03-04"
    ]  # and not the date under the common name
    assert (document.authors.values[0].name, document.authors.observations[0].at) == (
        "Jane Doe",
        "/meta/writer",
    )
    assert document.title.first == "A bridge"
    assert document.digest == Document.from_record(OWN).digest


def test_columns_everywhere(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(OWN))
    read = next(read_many(path, columns=COLUMNS))
    scored = next(Scorer().score_many([OWN], columns=COLUMNS, observed=["publisher"]))
    assert read.published == scored.document.published
    assert scored.document.publisher.state is State.ABSENT
    fineweb = Document.from_record(TABLE["FineWeb"][0], columns={"published": "date"})
    assert (fineweb.published.first.value[:10], fineweb.retrieved.why) == ("2026-03-06", Why.NOT_SUPPLIED)


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"publised": "x"}, "no field 'publised'; did you mean 'published'"),
        ({"published": ""}, "published: expected the name of a column"),
        ({"published": 5}, "published: expected the name of a column"),
        ({"published": "x", "datePublished": "y"}, "two columns are named for published"),
        ({"published": "x", "modified": "x"}, "'x' is named for two fields"),
    ],
)
def test_columns_that_cannot_be(columns, problem, tmp_path):
    with pytest.raises(ConfigurationError, match=problem):
        Document.from_record({"id": "a"}, columns=columns)
    with pytest.raises(ConfigurationError, match=problem):
        read_many(tmp_path, columns=columns)
    with pytest.raises(ConfigurationError, match=problem):
        Scorer().score_many([], columns=columns)


def test_a_path_that_leads_nowhere_gives_nothing():
    for record in ({"meta": 5}, {"meta": {"date": None}}, {"meta": {}}, {}):
        assert (
            Document.from_record(record, columns={"published": "meta.date"}).published.why is Why.NOT_SUPPLIED
        )
    flat = {"meta.date": "2026-03-04", "meta": {"date": "2020"}}
    assert [
        d.value for d in Document.from_record(flat, columns={"published": "meta.date"}).published.values
    ] == ["2026-03-04"]


def test_a_list_of_columns_is_refused_before_anything_is_read():
    with pytest.raises(InputError):
        Document.from_record([1], columns={"published": "x"})


class Array:
    """As arrays and frames are: compared item by item, and neither true nor false."""

    def __eq__(self, other):
        return self

    __hash__ = None

    def __bool__(self):
        raise ValueError("ambiguous")


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_neither_true_nor_false_is_refused(name):
    with pytest.raises(InputError, match=f"/{name}: expected a JSON value, found one of type Array"):
        Document.from_record({name: Array()})
