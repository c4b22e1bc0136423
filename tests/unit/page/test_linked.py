"""JSON-LD in all its shapes."""

import json

import pytest

from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/2024/rain")


def script(*values):
    return "".join(
        f'<script type="application/ld+json">{v if isinstance(v, str) else json.dumps(v)}</script>'
        for v in values
    )


def named(*values, html=""):
    field = read_metadata(script(*values) + html, url=URL)["authors"]
    return [(o.value.name, o.value.kind, o.at) for o in field.observations]


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain on the hill"}
JANE = {"@type": "Person", "name": "Jane Doe"}

SHAPES = [
    ("an object", {**ARTICLE, "author": JANE}, [("Jane Doe", "person", "json-ld:0/author/name")]),
    ("a string", {**ARTICLE, "author": "Jane Doe"}, [("Jane Doe", "person", "json-ld:0/author")]),
    (
        "a list",
        {**ARTICLE, "author": [JANE, {"name": "John Roe"}]},
        [
            ("Jane Doe", "person", "json-ld:0/author/0/name"),
            ("John Roe", "person", "json-ld:0/author/1/name"),
        ],
    ),
    (
        "names in a list",
        {**ARTICLE, "author": {"@type": "Person", "name": ["Jane Doe", "John Roe"]}},
        [
            ("Jane Doe", "person", "json-ld:0/author/name/0"),
            ("John Roe", "person", "json-ld:0/author/name/1"),
        ],
    ),
    (
        "an array of nodes",
        [{"@type": "BreadcrumbList"}, {**ARTICLE, "author": JANE}],
        [("Jane Doe", "person", "json-ld:0/1/author/name")],
    ),
    (
        "a graph",
        {"@graph": [{"@type": "WebSite"}, {**ARTICLE, "author": JANE}]},
        [("Jane Doe", "person", "json-ld:0/@graph/1/author/name")],
    ),
    (
        "a reference by @id",
        {"@graph": [{**ARTICLE, "author": {"@id": "#jane"}}, {"@id": "#jane", **JANE}]},
        [("Jane Doe", "person", "json-ld:0/@graph/1/name")],
    ),
    (
        "the article of a page",
        {"@type": "WebPage", "mainEntity": {**ARTICLE, "author": JANE}},
        [("Jane Doe", "person", "json-ld:0/mainEntity/author/name")],
    ),
    ("a page alone", {"@type": "WebPage", "author": JANE}, [("Jane Doe", "person", "json-ld:0/author/name")]),
    (
        "a value object",
        {**ARTICLE, "author": {"@type": "Person", "name": {"@value": "Jane Doe"}}},
        [("Jane Doe", "person", "json-ld:0/author/name")],
    ),
    (
        "given and family name",
        {**ARTICLE, "author": {"givenName": "Jane", "familyName": "Doe"}},
        [("Jane Doe", "person", "json-ld:0/author")],
    ),
    (
        "types by their address",
        {"@type": "https://schema.org/NewsArticle", "schema:author": JANE},
        [("Jane Doe", "person", "json-ld:0/schema:author/name")],
    ),
    (
        "several types",
        {"@type": ["Article", "Report"], "author": JANE},
        [("Jane Doe", "person", "json-ld:0/author/name")],
    ),
    (
        "a listed value",
        {**ARTICLE, "author": {"@list": [JANE]}},
        [("Jane Doe", "person", "json-ld:0/author/@list/0/name")],
    ),
    (
        "no type at all",
        {"headline": "Rain", "author": "Jane Doe"},
        [("Jane Doe", "person", "json-ld:0/author")],
    ),
    (
        "an organisation",
        {**ARTICLE, "author": {"@type": "Organization", "name": "Institute of Rain"}},
        [("Institute of Rain", "organisation", "json-ld:0/author/name")],
    ),
    ("a reference that leads nowhere", {**ARTICLE, "author": {"@id": "#nobody"}}, []),
    ("a reference to itself", {"@id": "#a", **ARTICLE, "author": {"@id": "#a"}}, []),
    ("nonsense", {**ARTICLE, "author": [None, 5, True, {}, {"name": None}, [], ""]}, []),
    ("an address", {**ARTICLE, "author": "https://tarnmoor.example/jane"}, []),
    ("nothing", {**ARTICLE}, []),
]


@pytest.mark.parametrize(("value", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_authors_in_every_shape(value, expected):
    assert named(value) == expected


def test_several_blocks_are_told_apart_by_their_number():
    assert named({"@type": "BreadcrumbList"}, {**ARTICLE, "author": JANE}) == [
        ("Jane Doe", "person", "json-ld:1/author/name")
    ]


def test_the_article_that_the_page_is_about_speaks_for_it():
    other = {
        **ARTICLE,
        "headline": "Snow in the valley",
        "author": "John Roe",
        "url": "https://tarnmoor.example/snow",
    }
    mine = {**ARTICLE, "author": "Jane Doe", "url": "https://tarnmoor.example/2024/rain"}
    assert [name for name, *_ in named([other, mine])] == ["Jane Doe"]


def test_authors_of_what_the_article_only_mentions_are_not_its_own():
    value = {
        **ARTICLE,
        "author": JANE,
        "comment": [{"@type": "Comment", "author": "John Roe"}],
        "mentions": {**ARTICLE, "author": "Joan Poe"},
    }
    assert [name for name, *_ in named(value)] == ["Jane Doe"]


def test_creators_speak_where_there_is_no_author():
    assert [name for name, *_ in named({**ARTICLE, "creator": JANE})] == ["Jane Doe"]
    assert [name for name, *_ in named({**ARTICLE, "creator": "John Roe", "author": JANE})] == ["Jane Doe"]


def test_identities_and_what_is_said_of_an_author():
    author = {
        **JANE,
        "url": "/by/jane",
        "sameAs": ["https://orcid.org/0000-0002-1825-0097", "https://social.example/@jane"],
        "jobTitle": "Reporter",
    }
    found = read_metadata(script({**ARTICLE, "author": author}), url=URL)["authors"].values[0]
    assert found.about is True
    assert [(i.kind, i.value) for i in found.identities] == [
        ("url", "https://tarnmoor.example/by/jane"),
        ("orcid", "0000-0002-1825-0097"),
        ("url", "https://social.example/@jane"),
    ]


ADDRESSES = [
    ("mailto:jane@tarnmoor.example", [("email", "jane@tarnmoor.example")]),
    ("jane@tarnmoor.example", [("email", "jane@tarnmoor.example")]),
    ("https://orcid.org/0000-0002-1825-0098", []),
    ("javascript:void(0)", []),
    ("not an address", []),
    ("//[", []),
    ("@jane", []),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_what_an_author_is_identified_by(address, expected):
    field = read_metadata(script({**ARTICLE, "author": {**JANE, "sameAs": address}}), url=URL)["authors"]
    assert [(i.kind, i.value) for i in field.values[0].identities] == expected


def test_the_title_is_nobody():
    value = {**ARTICLE, "headline": "Jane Doe", "author": "Jane Doe"}
    assert {kind for _, kind, _ in named(value, html="<title>Jane Doe</title>")} == {"implausible"}


def test_an_organisation_that_is_called_like_a_person():
    assert named({**ARTICLE, "author": {"@type": "Organization", "name": "Jane Doe"}})[0][1] == "organisation"


def test_looser_dates_come_last():
    field = read_metadata(script({**ARTICLE, "dateCreated": "2024-01-01", "datePublished": "2024-02-03"}))[
        "published"
    ]
    assert [d.value for d in field.values] == ["2024-02-03", "2024-01-01"]


def test_other_works_speak_where_there_is_no_article():
    assert [name for name, *_ in named({"@type": "Recipe", "name": "Soup", "author": JANE})] == ["Jane Doe"]


def test_pointers_are_escaped():
    value = {"@graph": [{**ARTICLE, "author": {"@id": "#jane"}}], "a/b~c": {"@id": "#jane", **JANE}}
    assert named(value) == [("Jane Doe", "person", "json-ld:0/a~1b~0c/name")]


def test_an_author_without_more_has_none_rather_than_unknown():
    found = read_metadata(script({**ARTICLE, "author": "Jane Doe"}), url=URL)["authors"].values[0]
    assert found.identities == ()
    assert found.about is False


PUBLISHERS = [
    ({**ARTICLE, "publisher": {"@type": "Organization", "name": "Tarnmoor Herald"}}, ["Tarnmoor Herald"]),
    ({**ARTICLE, "publisher": "Tarnmoor Herald"}, ["Tarnmoor Herald"]),
    (
        {
            "@graph": [
                {**ARTICLE, "publisher": {"@id": "#o"}},
                {"@type": "Organization", "@id": "#o", "name": "Tarnmoor Herald"},
            ]
        },
        ["Tarnmoor Herald"],
    ),
    ({**ARTICLE, "isPartOf": {"@type": "Newspaper", "name": "Tarnmoor Herald"}}, ["Tarnmoor Herald"]),
    ({"@type": "WebSite", "name": "Tarnmoor Herald"}, ["Tarnmoor Herald"]),
    ({**ARTICLE, "publisher": "https://tarnmoor.example/"}, []),
]


@pytest.mark.parametrize(("value", "expected"), PUBLISHERS)
def test_publishers(value, expected):
    assert [p.name for p in read_metadata(script(value), url=URL)["publisher"].values] == expected


def test_the_other_fields_of_an_article():
    value = {
        **ARTICLE,
        "datePublished": "2024-02-03T10:00:00Z",
        "dateModified": "2024-02-04",
        "inLanguage": "en-GB",
        "articleSection": ["Weather"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "mainEntityOfPage": {"@id": "https://tarnmoor.example/2024/rain"},
    }
    fields = read_metadata(script(value), url=URL)
    found = {
        name: (field.first, field.observations[0].at) for name, field in fields.items() if field.observations
    }
    assert found["title"] == ("Rain on the hill", "json-ld:0/headline")
    assert (found["published"][0].value, found["published"][1]) == (
        "2024-02-03T10:00:00Z",
        "json-ld:0/datePublished",
    )
    assert found["modified"][0].value == "2024-02-04"
    assert found["language"] == ("en-GB", "json-ld:0/inLanguage")
    assert found["section"] == ("Weather", "json-ld:0/articleSection/0")
    assert found["license"][0] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["canonical"][0].text == "https://tarnmoor.example/2024/rain"


def test_what_is_broken_is_read_as_far_as_it_goes():
    broken = '{"@type": "NewsArticle", /* who */ "author": {"name": "Jane "J." Doe",}, "datePublished": "2024-02-03",'
    fields = read_metadata(script(broken), url=URL)
    assert fields["published"].first.value == "2024-02-03"
    assert read_metadata(script("no json"), url=URL)["authors"].observations == ()
