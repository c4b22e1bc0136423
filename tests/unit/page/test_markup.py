"""What is left of a page for searching, and its tags."""

import pytest

from provenance.page.markup import attributes, content_end, read_markup, runs, shown_text, tag_at, tags_at

CUT = [
    ("a script", "<p>a<script>var b = '<p>';</script>c", "<p>a c"),
    ("a script in capitals", "<p>a<SCRIPT>b</SCRIPT>c", "<p>a c"),
    ("a comment", "a<!-- <p>b --- -->c", "a c"),
    ("a style and a drawing", "a<style>b{}</style>c<svg><path d='x'/></svg>d", "a c d"),
    ("a script that never ends", "a<script>b<p>c", "a "),
    ("a comment that never ends", "a<!-- b<p>c", "a "),
    ("a drawing that never ends is left", "a<svg>b<p>c", "a<svg>b<p>c"),
    ("an element with such a beginning", "a<scripture>b</scripture>", "a<scripture>b</scripture>"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("page", "shown"), [row[1:] for row in CUT], ids=[row[0] for row in CUT])
def test_what_no_reader_is_shown_is_cut_out(page, shown):
    assert read_markup(page).shown == shown


def test_places_lead_back_to_the_page_as_given():
    page = "<p>a<script>x</script>b<!-- y -->Jane Doe</p>"
    markup = read_markup(page)
    start = markup.shown.index("Jane")
    assert markup.place(start, start + 8) == f"span:{page.index('Jane')}-{page.index('Jane') + 8}"


def test_lower_is_the_same_length_whatever_the_letters():
    markup = read_markup("<P>İSTANBUL 😀 \ud800 Ä</P>")
    assert len(markup.lower) == len(markup.shown)
    assert markup.lower.startswith("<p>?stanbul")


BLOCKS = [
    ('<script type="application/ld+json">{"a":1}</script>', ['{"a":1}']),
    ("<script id=x type='application/LD+JSON'  >[]</SCRIPT><p>", ["[]"]),
    ('<script type="application/ld+json">{"a":1}', ['{"a":1}']),
    ('<script>"ld+json"</script>', []),
    ('<!-- <script type="application/ld+json">{}</script> -->', []),
]


@pytest.mark.parametrize(("page", "blocks"), BLOCKS)
def test_blocks_of_json_ld(page, blocks):
    assert [page[start:end] for start, end in read_markup(page).blocks] == blocks


ATTRIBUTES = [
    (' class="a b" id=c', {"class": "a b", "id": "c"}),
    (" CONTENT='x &amp; y > z'", {"content": "x &amp; y > z"}),
    (' a="1" a="2" b', {"a": "1", "b": ""}),
    (' title="she said "rain" again"', {"title": "she said ", "rain": "", "again": ""}),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTES)
def test_attributes(text, expected):
    assert attributes(text) == expected


def test_a_tag_gives_its_attributes_unescaped():
    tag = tag_at(read_markup("<A HREF='?a&amp;b'>"), 0)
    assert tag is not None
    assert (tag.get("href"), tag.get("title")) == ("?a&b", "")


def test_tags_that_are_never_closed_are_read_until_they_are_too_long_together():
    markup = read_markup("<p a='b' " * 3_000)
    found = list(tags_at(markup, range(0, len(markup.shown), len("<p a='b' "))))
    assert len(found) == 16  # of 20,000 characters each


def test_all_tags_of_a_page_are_read():
    markup = read_markup("<p>" * 3_000)
    assert len(list(tags_at(markup, range(0, len(markup.shown), len("<p>"))))) == 3_000


TEXTS = [
    ("Rain <b>on</b><i>the</i> hill", "Rain on the hill"),
    (" <span>Wind &amp;\n rain</span>\u200b<br>", "Wind & rain"),
    ("<br>", ""),
]


@pytest.mark.parametrize(("html", "text"), TEXTS)
def test_the_text_between_tags(html, text):
    markup = read_markup(html)
    assert shown_text(markup, 0, len(html)) == text


def test_the_content_of_an_element_ends_with_its_own_end_tag():
    markup = read_markup("<div>a<div>b</div>c</div>d")
    tag = tag_at(markup, 0)
    assert tag is not None
    assert markup.shown[tag.end : content_end(markup, tag, 100)] == "a<div>b</div>c"


def test_runs_know_their_line_their_link_and_their_surroundings():
    markup = read_markup(
        '<p>By <a href="/by/jane" rel="author"><b class="name">Jane&nbsp;Doe</b></a></p><p>Rain'
    )
    found = runs(markup, 0, len(markup.shown))
    assert [(run.text, run.link, run.opens) for run in found] == [
        ("By", "", True),
        ("Jane Doe", "/by/jane", False),
        ("Rain", "", True),
    ]
    assert "name" in found[1].tokens
