"""Who a page shows as its author."""

import pytest

from provenance.evidence import Channel
from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")
TEXT = "<p>" + "Rain fell on the hill and on the plain, and nobody had an umbrella. " * 4 + "</p>"


def named(byline, before="", after="", head="<title>Rain on the hill | Tarnmoor Herald</title>"):
    page = f"<html><head>{head}</head><body>{before}<h1>Rain on the hill</h1>{byline}{TEXT * 3}{after}</body></html>"
    found = read_metadata(page, url=URL)["authors"].values
    return list(dict.fromkeys(a.name for a in found if a.kind in ("person", "organisation")))


SHOWN = [
    ("a class", '<p class="byline">By Jane Doe</p>', ["Jane Doe"]),
    ("a class alone", '<span class="author">Jane Doe</span>', ["Jane Doe"]),
    ("words joined in a class", '<div class="article__authorName">Jane Doe</div>', ["Jane Doe"]),
    ("two authors", '<p class="byline">By Jane Doe and John Roe</p>', ["Jane Doe", "John Roe"]),
    ("a role behind", '<p class="byline">By Jane Doe, Political Editor</p>', ["Jane Doe"]),
    ("a role below", '<div class="byline"><span class="name">Jane Doe</span><br><span>Political Editor</span></div>', ["Jane Doe"]),
    ("a date behind", '<p class="byline">By Jane Doe | 3 February 2024</p>', ["Jane Doe"]),
    ("in capitals", '<p class="byline">BY JANE DOE</p>', ["Jane Doe"]),
    ("a link to a profile", '<div class="x">By <a href="/author/jane-doe/">Jane Doe</a></div>', ["Jane Doe"]),
    ("a profile that says nothing else", '<div><a href="https://tarnmoor.example/author/jane-doe/">Jane Doe</a></div>', ["Jane Doe"]),
    ("rel=author", '<a rel="author" href="/jane">Jane Doe</a>', ["Jane Doe"]),
    ("WordPress", '<div class="entry-meta"><span class="posted-on"><a href="/2024"><time class="entry-date">February 3, 2024</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/jane/">Jane Doe</a></span></span></div>', ["Jane Doe"]),
    ("Blogger", "<span class='post-author vcard'>Posted by <span class='fn' itemprop='author' itemscope='itemscope'><span itemprop='name'>Jane Doe</span></span></span>", ["Jane Doe"]),
    ("Drupal", '<div class="submitted">Submitted by <span class="username">Jane Doe</span> on Sat, 02/03/2024 - 10:00</div>', ["Jane Doe"]),
    ("German", '<div class="meta">Von Jana Muster</div>', ["Jana Muster"]),
    ("a label for several", "<div><span>Authors</span> <span>Jane Doe, John Roe</span></div>", ["Jane Doe", "John Roe"]),
    ("an aside below the text", f"{TEXT}<aside><h3>Trending</h3><p class='byline'>By John Roe</p></aside>", []),
    ("German, a label", "<ul><li><strong>Autorin</strong> Jana Muster</li></ul>", ["Jana Muster"]),
    ("German, published by", "<p><em>Veröffentlicht am 3. Februar 2024 von <a href='/author/jana'>Jana Muster</a></em></p>", ["Jana Muster"]),
    ("French", '<p class="auteur">Par Jeanne Exemple</p>', ["Jeanne Exemple"]),
    ("Spanish", '<div class="autor">Por Juana Ejemplo</div>', ["Juana Ejemplo"]),
    ("Dutch", "<div>Door Janna Voorbeeld</div>", ["Janna Voorbeeld"]),
    ("microdata", '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Jane Doe</span></span>', ["Jane Doe"]),
    ("hidden microdata", '<div itemprop="author" itemscope><meta itemprop="name" content="Jane Doe"></div>', ["Jane Doe"]),
    ("names in elements of their own", '<div class="byline"><span>Jane Doe</span> <span>John Roe</span></div>', ["Jane Doe", "John Roe"]),
    ("some with a profile", '<div class="byline">By <b>Jane Doe</b>, <a href="/author/john">John Roe</a> and <b>Joan Poe</b></div>', ["Jane Doe", "John Roe", "Joan Poe"]),
    ("a bare line", "<div><p>By Jane Doe</p></div>", ["Jane Doe"]),
    ("a bare line that goes on", "<p>By Jane Doe, in <a href='/weather'>Weather</a>, <a href='/rain'>Rain</a></p>", ["Jane Doe"]),
    ("a date and then who", '<p class="postmetadata">February 3, 2024 by Jane Doe | 3 comments</p>', ["Jane Doe"]),
    ("posted on a day by", "<p>Posted on February 3, 2024 by Jane Doe</p>", ["Jane Doe"]),
    ("German, a date and then who", '<div class="entry-meta">3. Februar 2024 um 10:15 Uhr von Jana Muster</div>', ["Jana Muster"]),
    ("German, published on a day by", '<div class="entry-meta">Veröffentlicht am 3. Februar 2024 von Jana Muster</div>', ["Jana Muster"]),
    ("German Drupal", '<div class="submitted">Gespeichert von <span class="username">Jana Muster</span> am 3. Februar 2024 - 10:15</div>', ["Jana Muster"]),
    ("a section in capitals behind", "<p>Saturday, 3 February 2024 | 10:15 BY Jane Doe IN <a href='/weather'>Weather</a></p>", ["Jane Doe"]),
    ("an address element", "<figure><figcaption><address>Von <span>Jana Muster</span></address></figcaption></figure>", ["Jana Muster"]),
    ("names end at the next label", '<p class="byline">By Jane Doe Photos: Otto Lenz</p>', ["Jane Doe"]),
    ("a label for each", '<p class="byline">Text: Jane Doe Fotos: Otto Lenz</p>', ["Jane Doe"]),
    ("a card of microformats", '<p><a class="p-author h-card" href="/">Jane Doe</a></p>', ["Jane Doe"]),
    ("parts in lines", '<div class="credits"><p>Story by Jane Doe</p><p>Photos by Otto Lenz</p></div>', ["Jane Doe"]),
    ("parts with links", '<div class="x"><div>Words by <a href="/contributors/jane-doe">Jane Doe</a></div><div>Photography by <a href="/contributors/otto-lenz">Otto Lenz</a></div></div>', ["Jane Doe"]),
    ("an editor with a link", '<div class="byline">Written by <a href="/author/jane/">Jane Doe</a> | Edited by <a href="/author/otto/">Otto Lenz</a></div>', ["Jane Doe"]),
    ("a reviewer with a link", '<div class="byline">Medically reviewed by <a href="/author/otto/">Otto Lenz</a> — Written by <a href="/author/jane/">Jane Doe</a></div>', ["Jane Doe"]),
    ("a reviewer beside", '<div class="byline">By <a href="/author/jane/">Jane Doe</a></div><div>Reviewed by <a rel="author" href="/author/otto/">Otto Lenz</a></div>', ["Jane Doe"]),
    ("who reviews a book", '<div class="byline">Reviewed by <a rel="author" href="/author/jane/">Jane Doe</a></div>', ["Jane Doe"]),
    ("who translates", '<div class="article-meta"><span>Jane Doe</span><span>Translated by Otto Lenz</span><span>14 September 2021</span></div>', ["Jane Doe"]),
    ("a label and a name", "<div><span>Words: Jane Doe&nbsp; Pictures: Otto Lenz</span></div>", ["Jane Doe"]),
    ("a label called author", '<span class="author-label">Autor:</span> <span>Jane Doe</span> <span>5 marca 2024</span>', ["Jane Doe"]),
    ("an ISO date and then who", "<p>2024-03-05 by Jane Doe</p>", ["Jane Doe"]),
    ("strokes around", "<div><span>Feb 18, 2017</span> / <span>by Jane Doe</span> / <span>in Soil</span></div>", ["Jane Doe"]),
    ("a job before the name", '<div class="byline">By state political reporter <a href="/news/1001">Jane Doe</a></div>', ["Jane Doe"]),
    ("a job in capitals before the name", '<p class="byline">By Health Reporter Jane Doe</p>', ["Jane Doe"]),
    ("an agency beside", "<div>Par Jeanne Exemple avec AFP</div>", ["Jeanne Exemple"]),
    ("places between", "<p>By Jane Doe in Tarnmoor and John Roe in Velden</p>", ["Jane Doe", "John Roe"]),
    ("a name at the end of a line", "<div><span>December 5, 2021</span>&nbsp;·&nbsp;4 min&nbsp;·&nbsp;812 words&nbsp;·&nbsp;Jane Doe</div>", ["Jane Doe"]),
    ("an account before a guest", '<p class="byline">By <a rel="author" href="/author/x/">Admin</a></p><p><em>Guest post by Jane Doe</em></p>', ["Jane Doe"]),
    ("a paragraph in bold", '<p class="byline">By <a rel="author" href="/author/editor/">Editor</a></p><p><strong>JANE DOE</strong></p>', ["Jane Doe"]),
    ("a signature far below", f"{TEXT * 8}<p><em>By Jane Doe</em></p>", ["Jane Doe"]),
    ("labels in Chinese", '<div class="author">2024-02-03 来源：港湾报 作者：李海 责任编辑：王芳</div>', ["李海"]),
]  # fmt: skip


@pytest.mark.parametrize(("byline", "expected"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_bylines(byline, expected):
    assert named(byline) == expected


NOBODY = [
    ("nothing", ""),
    ("the site", '<p class="byline">By Tarnmoor Herald</p>'),
    ("an account", '<span class="author">admin</span>'),
    ("a desk", '<p class="byline">By the editorial team</p>'),
    (
        "a photographer",
        '<figure><img><figcaption class="author">Jane Doe / Picture Agency</figcaption></figure>',
    ),
    ("a commenter", '<div class="comment-author">Jane Doe</div>'),
    ("a sentence", "<p>By noon the rain had stopped.</p>"),
    ("a step", "<p>By Friday Evening the rain had stopped.</p>"),
    ("an empty byline", '<p class="byline"></p>'),
    ("a button", '<div class="author-follow">Follow Us</div>'),
    ("a link to a topic", '<a href="/people/jane-doe">Jane Doe</a>'),
    ("one word", '<span class="author">Weather</span>'),
    ("a reviewer", '<p class="byline">Medically reviewed by Jane Doe, MD</p>'),
    ("an editor", '<p class="byline">Edited by <a href="/author/jane/">Jane Doe</a></p>'),
    ("a photographer in a line", '<p class="byline">Photos by Jane Doe</p>'),
    ("a note to the press", "<p>FOR IMMEDIATE RELEASE</p><p>July 19, 2023</p>"),
    ("a press office", '<p class="byline">By Press Office</p>'),
    ("a topic beside a date", "<a href='/people/jane-doe'>Jane Doe</a><time>3 February 2024</time>"),
    (
        "a linked teaser close below",
        f"{TEXT}<li><a href='/x'><h4>Snow</h4></a><span class='author'>By Jane Doe</span></li>",
    ),
    (
        "a list of other articles",
        f"{TEXT}<ul><li><a href='/x'>Snow</a> by Jane Doe, January 3, 2022</li></ul>",
    ),
    ("several signed paragraphs", f"{TEXT * 8}<p>By Jane Doe</p><p>By John Roe</p>"),
    (
        "a paragraph in bold that the text is about",
        f"<p><strong>Jane Doe</strong></p>{TEXT}<p>Mrs Doe laughed.</p>",
    ),
    ("who is quoted", '<blockquote><p>It rains.</p><a href="/author/jane/">Jane Doe, CEO</a></blockquote>'),
    (
        "a Chinese text",
        '<div class="info">塔恩摩尔社北京3日电 记者从气象局获悉，近日，山上连续三天降下大雨，气象部门提醒市民注意安全。</div>',
    ),
]


@pytest.mark.parametrize("byline", [row[1] for row in NOBODY], ids=[row[0] for row in NOBODY])
def test_better_no_author_than_a_wrong_one(byline):
    assert (
        named(
            byline,
            head="<title>Rain on the hill</title><meta property='og:site_name' content='Tarnmoor Herald'>",
        )
        == []
    )


def test_authors_in_comments_and_teasers_are_not_the_articles():
    after = '<div id="comments"><div class="author">John Roe</div></div>'
    assert named("", after=after) == []
    teasers = "".join(
        f'<div class="teaser-item"><h3>Snow</h3><p class="byline">By {name}</p></div>'
        for name in ("John Roe", "Joan Poe", "Jack Moe")
    )
    assert named('<p class="byline">By Jane Doe</p>', after="<div>" + "<br>" * 1000 + teasers + "</div>") == [
        "Jane Doe"
    ]


def test_a_teaser_inside_the_text_is_of_another_article():
    teaser = '<div class="related"><a href="/snow">Snow in the valley</a><span class="byline">By John Roe</span></div>'
    assert named("", after=teaser) == []
    assert named('<p class="byline">By Jane Doe</p>', after=teaser) == ["Jane Doe"]


BESIDE_A_DATE = [
    ("<div><span>Jane Doe</span><br><span>3 February 2024</span></div>", ["Jane Doe"]),
    ("<p>Jane Doe | 3 February 2024</p>", ["Jane Doe"]),
    (
        "<div>Jane Doe<br><a href='https://hillpost.example/rain'>Hill Post</a><br>Sat, 3 February 2024</div>",
        ["Jane Doe"],
    ),
    ("<div><span>Upper Tarnmoor Weather Station Report</span><br><span>3 February 2024</span></div>", []),
    ('<div><a href="/topic/jane-doe">Jane Doe</a><br><span>3 February 2024</span></div>', []),
    ("<div><h4>Jane Doe</h4><span>3 February 2024</span></div>", []),
    ("<div><span>Jane Doe</span><br><span>Weather</span></div>", []),
]


@pytest.mark.parametrize(("line", "expected"), BESIDE_A_DATE)
def test_a_full_name_alone_beside_a_date(line, expected):
    assert named(line) == expected


def test_a_box_at_the_end_speaks_where_nothing_else_does():
    assert named(
        "",
        after="<p>"
        + "Rain. " * 2000
        + '</p><div class="author-box"><a rel="author" href="/author/jane">Jane Doe</a></div>',
    ) == ["Jane Doe"]


def test_one_person_has_one_spelling():
    head = '<title>Rain on the hill</title><meta name="author" content="Jane Q. Doe">'
    assert named('<p class="byline">By JANE DOE</p>', head=head) == ["Jane Q. Doe"]
    assert named('<p class="byline">Jane Q. Doe Weather Correspondent</p>', head=head) == ["Jane Q. Doe"]


def test_a_lone_given_name_is_that_of_the_full_name_on_the_page():
    head = '<title>Rain on the hill</title><meta name="author" content="Jane">'
    assert named('<p class="byline">By Jane Doe</p>', head=head) == ["Jane Doe"]
    assert named('<p class="byline">By Jane Doe and Jane Roe</p>', head=head) == [
        "Jane",
        "Jane Doe",
        "Jane Roe",
    ]


def test_a_name_in_parts_and_as_a_whole_is_one():
    assert named('<div class="byline"><span>Jane</span> <span>Doe</span> <span>Jane Doe</span></div>') == [
        "Jane Doe"
    ]


def test_a_byline_that_repeats_a_declared_author_adds_no_places():
    head = '<title>Rain on the hill</title><meta name="author" content="Jane Doe">'
    assert named(
        '<div class="byline"><span class="author">Jane Doe</span></div><div class="author">Upper Tarnmoor</div>',
        head=head,
    ) == ["Jane Doe"]


def test_a_byline_that_names_somebody_else_is_kept():
    head = '<title>Rain on the hill</title><meta name="author" content="Jane Doe">'
    assert named('<p class="byline">By John Roe</p>', head=head) == ["Jane Doe", "John Roe"]


def test_where_a_byline_stands():
    page = '<h1>Rain on the hill</h1><!-- x --><p class="byline">By Jane Doe</p>'
    (found,) = read_metadata(page)["authors"].observations
    start, end = map(int, found.at.removeprefix("span:").split("-"))
    assert found.channel is Channel.BYLINE
    assert "Jane Doe" in page[start:end]
    assert len(page[start:end]) < 20


def test_the_profile_of_an_author_is_an_identity():
    page = '<h1>Rain on the hill</h1><p class="byline">By <a href="/author/jane">Jane Doe</a></p>'
    found = read_metadata(page, url=URL)["authors"].values[0]
    assert [(i.kind, i.value, i.site) for i in found.identities] == [
        ("url", "https://tarnmoor.example/author/jane", "tarnmoor.example")
    ]


HEAD = '<meta name="author" content="Tarn Moor Publishing House"><meta name="dc.publisher" content="Tarn Moor Publishing House">'


def test_a_publisher_declared_as_the_author_gives_way_to_whoever_signs():
    assert named('<p class="byline">By Jane Doe</p>', head=HEAD) == ["Jane Doe"]


TEASERS = "".join(
    f'<div class="post"><h2>{title}</h2><p class="post-author">By {name}</p></div>'
    for title, name in (("Rain on the hill", "Jane Doe"), ("Snow in the valley", "John Roe"))
)


@pytest.mark.parametrize(
    ("address", "head", "expected"),
    [
        ("https://tarnmoor.example/", "", []),
        ("https://tarnmoor.example", "", []),
        ("https://tarnmoor.example/rain", "", ["Jane Doe", "John Roe"]),
        ("https://tarnmoor.example/?p=12", "", ["Jane Doe", "John Roe"]),
        (
            "https://tarnmoor.example/",
            '<meta property="og:type" content="article">',
            ["Jane Doe", "John Roe"],
        ),
    ],
)
def test_bylines_of_a_home_page_are_those_of_teasers(address, head, expected):
    found = read_metadata(f"<html><head>{head}</head>{TEASERS}", url=read_url(address))["authors"].values
    assert [author.name for author in found] == expected


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Page not found - Tarnmoor Herald</title>", "<body>"),
        ("<title>404 | Tarnmoor Herald</title>", "<body>"),
        ("<title>Seite nicht gefunden</title>", "<body>"),
        ("", '<body class="error404 wp-theme">'),
        ("", '<body class="path-taxonomy">'),
        ("", '<body class="search search-results">'),
        ("", '<body class="archive author author-jane">'),
        ("", '<body class="archive category category-rain">'),
        ('<meta property="og:type" content="profile">', "<body>"),
        (
            '<script type="application/ld+json">{"@type": "ProfilePage", "name": "Jane Doe"}</script>',
            "<body>",
        ),
    ],
)
def test_a_page_of_no_article_shows_those_of_others(head, body):
    teaser = '<h2>Snow</h2><p class="byline">By Jane Doe</p><time datetime="2024-02-03">February 3</time>'
    fields = read_metadata(f"<html><head>{head}</head>{body}{teaser}", url=URL)
    assert (fields["authors"].values, fields["published"].values) == ((), ())


def test_who_made_a_film_has_written_no_article():
    film = (
        '{"@type": "Movie", "name": "Rain", "creator": {"name": "Jane Doe"}, "datePublished": "1998-03-06"}'
    )
    fields = read_metadata(f'<script type="application/ld+json">{film}</script><h1>Rain</h1>', url=URL)
    assert (fields["authors"].values, fields["published"].values) == ((), ())


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>404 Media sells its rain gauge</title>", "<body>"),
        ("<title>Not found in the archive: a story of rain</title>", "<body>"),
        ("", '<body class="archive single">'),
        ("", '<body class="tag date">'),
    ],
)
def test_an_article_may_look_like_none(head, body):
    fields = read_metadata(f'<html><head>{head}</head>{body}<p class="byline">By Jane Doe</p>', url=URL)
    assert [author.name for author in fields["authors"].values] == ["Jane Doe"]


FIRST = '<meta name="author" content="Jane Doe"><title>Rain on the hill</title>'


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (', <a href="/author/john-roe/">John Roe</a>', ["Jane Doe", "John Roe"]),
        ('</span> and <span><a href="/author/john/">John Roe</a>', ["Jane Doe", "John Roe"]),
        (', <a href="/author/john">John Roe</a> und <a href="/author/ann">Ann Poe</a>', ["Jane Doe", "John Roe", "Ann Poe"]),
        (' and <a href="/author/jane-doe/">Jane Doe of Rain</a>', ["Jane Doe"]),
        (' and <a href="/photos/john/">John Roe</a>', ["Jane Doe"]),
        (' and <a href="/author/team/">Our whole team</a>', ["Jane Doe"]),
        (', Photo: <a href="/author/john/">John Roe</a>', ["Jane Doe"]),
        (' <a href="/author/john/">John Roe</a>', ["Jane Doe"]),
        (" and John Roe", ["Jane Doe"]),
    ],
)  # fmt: skip
def test_who_is_linked_beside_the_only_declared_author_is_another(behind, expected):
    byline = f'<p class="byline"><span>By <a href="/author/jane-doe/">Jane Doe</a>{behind}</span></p>'
    assert named(byline, head=FIRST) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("塔恩摩尔社北京3月7日电（记者王晓梅、李明）山上下雨。", ["王晓梅", "李明"]),
        ("本报讯（记者 王晓梅 通讯员 李明）山上下雨。", ["王晓梅"]),
        ("〔記者王小梅／台北報導〕山上下雨。", ["王小梅"]),
        ("[서울=탄모어]김서연 기자 = 산에 비가 내렸다.", ["김서연"]),
        ("산에 비가 내렸다. 김서연 기자 seoyeon@tarnmoor.example", ["김서연"]),
        ("山上下雨（记者会上说）。", []),
        ("（记者节）山上下雨。", []),
        ("한국 기자 협회가 말했다.", []),
    ],
)
def test_a_reporter_named_in_the_text(text, expected):
    assert named(f"<p>{text}</p><p>{'雨' * 200}</p>", head="<title>Rain on the hill</title>") == expected


def test_bylines_below_paragraphs_that_are_all_short_are_in_teasers_too():
    text = "<p>Rain fell on the hill.</p>" * 80
    teaser = '<div class="related"><p class="byline">By John Roe</p></div>'
    page = f'<h1>Rain on the hill</h1><p class="byline">By Jane Doe</p>{text}{teaser}'
    found = read_metadata(page, url=URL)["authors"].values
    assert [author.name for author in found] == ["Jane Doe"]


def test_what_is_an_organisation_in_one_place_is_one_in_all():
    declared = '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Organization", "name": "Tarnmoor Rain"}}</script>'
    found = read_metadata(
        f'{declared}<h1>Rain on the hill</h1><p class="byline">By Tarnmoor Rain</p>', url=URL
    )
    assert {author.kind for author in found["authors"].values} == {"organisation"}


SHOP = '<meta name="author" content="Jane Doe">{head}<div itemscope itemtype="https://schema.org/Product"><h1>Umbrella</h1></div>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", []),
        ('<meta property="og:type" content="article">', ["Jane Doe"]),
        ('<div itemscope itemtype="http://schema.org/NewsArticle"></div>', ["Jane Doe"]),
    ],
)
def test_who_has_made_a_shop_has_written_no_article(head, expected):
    found = read_metadata(SHOP.format(head=head), url=URL)["authors"].values
    assert [author.name for author in found] == expected


def test_the_name_of_a_site_that_looks_like_several_is_nobody():
    site = '<meta property="og:site_name" content="Moor & Tarn"><meta name="author" content="Moor & Tarn">'
    assert (
        named('<p class="byline">By <a rel="author" href="/author/x/">Moor & Tarn</a></p>', head=site) == []
    )


def test_the_name_of_a_site_is_no_persons_if_it_ends_like_a_sites():
    head = '<meta property="og:site_name" content="{0}"><meta name="author" content="{0}">'
    assert named("", head=head.format("Carpet Guide")) == []
    assert named("", head=head.format("Jane Doe")) == ["Jane Doe"]


def test_who_has_written_the_book_has_not_reviewed_it():
    book = '<meta property="og:type" content="{}"><meta property="book:author" content="John Roe">'
    assert named('<p class="byline">By Jane Doe</p>', head=book.format("article")) == ["Jane Doe"]
    assert named("", head=book.format("book")) == ["John Roe"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Rain on the hill, and what it costs", "Weather: Rain on the hill, and what it costs"),
        ("View topic - Rain on the hill • Tarnmoor Forum", "Rain on the hill"),
    ],
)
def test_a_headline_below_the_first_level(title, heading):
    byline = "<p>Von <span class='authorname'>Jane Doe</span></p>"
    page = f"<html><head><title>{title}</title></head><body>{'<div></div>' * 900}<h3>{heading}</h3>{byline}{TEXT}</body></html>"
    assert [a.name for a in read_metadata(page, url=URL)["authors"].values] == ["Jane Doe"]
