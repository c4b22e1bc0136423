"""Laws of the page reader: it answers for any characters and any bytes, says the same twice, and never loses a page."""

import json

from hypothesis import given
from hypothesis import strategies as st

from provenance.evidence import VOICE
from provenance.page.charset import decode
from provenance.page.lenient import read_json
from provenance.page.markup import read_markup
from provenance.page.reader import METADATA, read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/2024/02/03/rain")

PIECES = st.sampled_from(
    [
        "<",
        ">",
        '"',
        "'",
        "=",
        "/",
        "&",
        "<!--",
        "-->",
        "<script",
        "</script>",
        "<svg>",
        "</svg>",
        "<h1>Rain on the hill</h1>",
        "<p>",
        '<script type="application/ld+json">',
        '{"@type": "NewsArticle", "author": ',
        '"Jane Doe"',
        '{"name": "John Roe"}',
        "}",
        "]",
        "[",
        ",",
        '"datePublished": "2024-02-03"',
        '<meta name="author" content="',
        "Jane Doe",
        '">',
        '<p class="byline">By ',
        "</p>",
        "<time>",
        "3 February 2024",
        '<a rel="author" href="/author/jane">',
        "</a>",
        "&nbsp;",
        "&#x4a;",
        "İ",
        "\ud800",
        "\x00",
        " ",
        "\n",
        '<span itemprop="author">',
        "<footer>",
        "Contact",
        '<div id="comments">',
    ]
)
PAGES = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))


class TestTotality:
    """Any bytes: an answer for every field; never an exception."""

    @given(PAGES)
    def test_any_page_has_every_field(self, page):
        fields = read_metadata(page, url=URL)
        assert tuple(fields) == METADATA
        served = fields["reservations"]  # which the answer of the server can state too
        assert all(field.complete for field in fields.values() if field is not served)
        for field in fields.values():
            for observation in field.observations:
                assert observation.channel in VOICE
                assert observation.at

    @given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "x", ""]))
    def test_any_bytes_have_characters(self, content, charset):
        read_metadata(decode(content, charset))

    @given(st.text(max_size=200))
    def test_any_text_is_json_or_is_not(self, text):
        assert isinstance(read_json(text), list)


class TestPlaces:
    """A span leads to the characters of the page as given that the observation was read from."""

    @given(PAGES)
    def test_places_are_in_the_page(self, page):
        for field in read_metadata(page, url=URL).values():
            for observation in field.observations:
                if observation.at.startswith("span:"):
                    start, end = map(int, observation.at.removeprefix("span:").split("-"))
                    assert 0 <= start <= end <= len(page)

    @given(PAGES)
    def test_what_is_left_of_a_page_stands_in_it(self, page):
        markup = read_markup(page)
        assert len(markup.lower) == len(markup.shown)
        for number, start in enumerate(markup.starts):
            end = markup.starts[number + 1] - 1 if number + 1 < len(markup.starts) else len(markup.shown)
            source = markup.sources[number]
            assert page[source : source + end - start] == markup.shown[start:end]


class TestDeterminism:
    """The same page says the same."""

    @given(PAGES)
    def test_twice(self, page):
        assert read_metadata(page, url=URL) == read_metadata(page, url=URL)


class TestJson:
    """What is JSON is read as JSON; what was cut off is read as far as it goes."""

    VALUES = st.recursive(
        st.none() | st.booleans() | st.integers(-1000, 1000) | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=10,
    )

    @given(VALUES)
    def test_round_trip(self, value):
        assert read_json(json.dumps([value])) == [[value]]

    @given(
        st.dictionaries(
            st.text("abc", min_size=1, max_size=3), st.text("de f", max_size=5), min_size=1, max_size=4
        )
    )
    def test_cut_off(self, value):
        whole = json.dumps(value)
        cut = read_json(whole[:-1])
        assert cut == [value]
