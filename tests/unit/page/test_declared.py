"""What `<meta>`, `<link>`, `<title>` and `<html>` declare."""

import pytest

from provenance.evidence import Channel, State, Why
from provenance.page.reader import METADATA, read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")

META = [
    ('<meta name="author" content="Jane Doe">', "authors", "Jane Doe", "meta", "meta:author"),
    ("<META NAME=Author CONTENT='Jane Doe'>", "authors", "Jane Doe", "meta", "meta:author"),
    ('<meta content="Jane Doe" name="author" data-x>', "authors", "Jane Doe", "meta", "meta:author"),
    (
        '<meta property="article:author" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "opengraph",
        "meta:article:author",
    ),
    ('<meta name="DC.Creator" content="Doe, Jane">', "authors", "Jane Doe", "meta", "meta:dc.creator"),
    ('<meta name="dc:creator" content="Jane Doe">', "authors", "Jane Doe", "meta", "meta:dc.creator"),
    (
        '<meta name="citation_author" content="Doe, Jane">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:citation_author",
    ),
    ('<meta name="parsely-author" content="Jane Doe">', "authors", "Jane Doe", "meta", "meta:parsely-author"),
    (
        '<meta name="sailthru.author" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:sailthru.author",
    ),
    (
        '<meta property="article:published_time" content="2024-02-03T10:00:00+01:00">',
        "published",
        "2024-02-03T10:00:00+01:00",
        "opengraph",
        "meta:article:published_time",
    ),
    (
        '<meta itemprop="datePublished" content="2024-02-03">',
        "published",
        "2024-02-03",
        "microdata",
        "meta:datepublished",
    ),
    (
        '<meta name="dcterms.modified" content="2024-02-03">',
        "modified",
        "2024-02-03",
        "meta",
        "meta:dcterms.modified",
    ),
    (
        '<meta property="og:site_name" content="Tarnmoor Herald">',
        "publisher",
        "Tarnmoor Herald",
        "opengraph",
        "meta:og:site_name",
    ),
    (
        '<meta property="og:title" content="Rain &amp; wind">',
        "title",
        "Rain & wind",
        "opengraph",
        "meta:og:title",
    ),
    (
        '<meta data-rh="true" property="og&#x3A;title" content="Rain &amp;amp; wind">',
        "title",
        "Rain & wind",
        "opengraph",
        "meta:og:title",
    ),
    (
        '<meta name="DC.terms.Creator" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:dcterms.creator",
    ),
    (
        '<meta name="dcterms:creator" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:dcterms.creator",
    ),
    (
        '<meta property="og:url" content="https://tarnmoor.example/rain">',
        "canonical",
        "https://tarnmoor.example/rain",
        "opengraph",
        "meta:og:url",
    ),
    (
        '<link rel="canonical" href="/rain">',
        "canonical",
        "https://tarnmoor.example/rain",
        "meta",
        "link:canonical",
    ),
    (
        '<link rel="alternate license" href="https://licence.example/by">',
        "license",
        "https://licence.example/by",
        "meta",
        "link:license",
    ),
    ('<html lang="de_AT">', "language", "de-AT", "meta", "html:lang"),
    (
        '<meta property="article:section" content="Weather">',
        "section",
        "Weather",
        "opengraph",
        "meta:article:section",
    ),
    ("<title>Rain on the hill</title>", "title", "Rain on the hill", "meta", "title"),
    *(
        (
            f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Jane Doe">',
            "authors",
            "Jane Doe",
            "meta",
            "meta:twitter:data1",
        )
        for label in (
            "Written by",
            "Verfasst von",
            "Écrit par",
            "Escrito por",
            "Scritto da",
            "Geschreven door",
            "Napisane przez",
            "Написано автором",
        )
    ),
    (
        '<meta name="twitter:label2" content="Written by"><meta name="twitter:data2" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:twitter:data2",
    ),
    (
        '<meta name="twitter:creator" content="Jane Doe">',
        "authors",
        "Jane Doe",
        "meta",
        "meta:twitter:creator",
    ),
]


CARDS = [
    '<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Two Minutes">',
    '<meta name="twitter:data1" content="Jane Doe">',
    '<meta name="twitter:creator" content="@janedoe">',
    '<meta name="twitter:creator" content="tarnmoor">',
    '<meta name="twitter:creator" content="Tarn Moor">',
]


@pytest.mark.parametrize("html", CARDS)
def test_other_values_of_a_card_name_nobody(html):
    found = read_metadata(html, url=URL)["authors"].values
    assert all(author.kind == "desk" for author in found)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="https://tarnmoor.example/rain">', ["Rain on the hill"]),
        ("<a href='/rain'>", ["Rain on the hill"]),
        ("<a href=/rain>", ["Rain on the hill"]),
        ('<a href="https://tarnmoor.example/">', []),
        ('<a href="/">', []),
        ("<a href='https://tarnmoor.example'>", []),
        ("<a href=/ >", []),
        ('<a class="logo" href="/rain">', []),
    ],
)
def test_a_heading_that_links_to_the_home_page_is_the_sites(link, expected):
    html = f"<h1>{link}Rain on the hill</a></h1>"
    assert list(read_metadata(html, url=URL)["title"].values) == expected


def shown(value):
    return (
        getattr(value, "name", None) or getattr(value, "value", None) or getattr(value, "text", None) or value
    )


@pytest.mark.parametrize(("html", "field", "value", "channel", "at"), META)
def test_what_one_element_declares(html, field, value, channel, at):
    found = read_metadata(html, url=URL)[field].observations
    assert [(shown(o.value), str(o.channel), o.at) for o in found] == [(value, channel, at)]


def test_what_a_page_does_not_show_is_absent():
    fields = read_metadata("<p>Rain fell.", url=None)
    assert set(fields) == set(METADATA)
    served = fields.pop("reservations")  # which the answer of the server can state too
    assert (served.state, served.why) == (State.UNKNOWN, Why.NOT_SHOWN)
    assert {field.state for field in fields.values()} == {State.ABSENT}


def test_three_formats_are_three_observations_of_one_voice():
    html = '<meta name="author" content="Jane Doe"><meta property="article:author" content="JANE DOE"><meta name="byl" content="By Jane Doe">'
    field = read_metadata(html)["authors"]
    assert {o.value.name for o in field.observations} == {"Jane Doe"}
    assert {o.channel for o in field.observations} == {Channel.META, Channel.OPENGRAPH}
    assert len(field.voices) == 1


def test_base_is_what_relative_addresses_are_read_against():
    html = '<base href="https://other.example/a/"><link rel="canonical" href="rain">'
    assert read_metadata(html, url=URL)["canonical"].first.text == "https://other.example/a/rain"


NOBODY = ["admin", "https://tarnmoor.example/jane", "", "Tarnmoor Herald", "editor@tarnmoor.example"]


@pytest.mark.parametrize("content", NOBODY)
def test_better_no_author_than_a_wrong_one(content):
    html = f'<meta property="og:site_name" content="Tarnmoor Herald"><meta name="author" content="{content}">'
    assert not [
        a for a in read_metadata(html, url=URL)["authors"].values if a.kind in ("person", "organisation")
    ]


ORGANISATIONS = [
    ('<meta name="author" content="Ministry of Rain">', "desk"),
    ('<meta name="author" content="News">', "desk"),
    ('<meta name="author" content="Reuters">', "organisation"),
    (
        '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Organization", "name": "Ministry of Rain"}}</script>',
        "organisation",
    ),
    (
        '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Organization", "name": "Tarnmoor"}}</script>',
        "desk",
    ),
]


@pytest.mark.parametrize(("html", "kind"), ORGANISATIONS)
def test_whoever_owns_or_built_the_site_is_no_author(html, kind):
    assert [a.kind for a in read_metadata(html, url=URL)["authors"].values] == [kind]


def test_a_name_and_what_its_bearer_does_at_length():
    html = '<meta name="author" content="Jane Doe, professor of the history of rain at the faculty of weather of the university of Tarnmoor">'
    assert [(a.name, a.kind) for a in read_metadata(html, url=URL)["authors"].values] == [
        ("Jane Doe", "person")
    ]


def test_a_person_can_publish_under_his_own_name():
    html = '<meta property="og:site_name" content="Jane Doe"><meta name="author" content="Jane Doe">'
    assert (
        read_metadata(html, url=read_url("https://janedoe.example/rain"))["authors"].values[0].kind
        == "person"
    )


def test_the_holder_of_the_copyright_beside_an_author_is_the_house():
    html = '<meta name="copyright" content="Copyright Lorne Vane 2024"><meta name="author" content="Lorne Vane"><meta property="article:author" content="Jane Doe">'
    assert {a.name: a.kind for a in read_metadata(html)["authors"].values} == {
        "Lorne Vane": "desk",
        "Jane Doe": "person",
    }


def test_the_first_observation_is_the_most_trusted():
    html = """<meta name="date" content="2024-05-05"><time datetime="2024-06-06">x</time>
    <script type="application/ld+json">{"@type": "Article", "datePublished": "2024-02-03"}</script>"""
    found = [
        d.value
        for d in read_metadata(html, url=read_url("https://tarnmoor.example/2024/07/07/rain"))[
            "published"
        ].values
    ]
    assert found[0] == "2024-02-03"
    assert sorted(found) == ["2024-02-03", "2024-05-05", "2024-06-06", "2024-07-07"]
