"""What is stated once and plainly is read, however the page is built; what belongs to others is not.

Each author and date in each place, beside each kind of noise that real pages have, in each build of a page.
"""

from itertools import cycle

import pytest

from provenance.page.reader import read_metadata
from provenance.values.dates import days
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")
HEAD = '<title>Rain on the hill | Tarnmoor Herald</title><meta property="og:site_name" content="Tarnmoor Herald"><meta property="og:type" content="article">'
TEXT = (
    "<p>"
    + "Rain fell on the hill and on the plain, said Petra Lind, and nobody had an umbrella. " * 3
    + "</p>"
)

# Where the author stands: in the head, below the headline, below the text.
AUTHORS = {
    "nowhere": ("", "", ""),
    "JSON-LD": ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain on the hill", "author": {"@type": "Person", "name": "Ines Vale"}}</script>', "", ""),
    "meta": ('<meta name="author" content="Ines Vale">', "", ""),
    "microdata": ("", '<span itemprop="author" itemscope><span itemprop="name">Ines Vale</span></span>', ""),
    "a byline": ("", '<div class="byline">By Ines Vale</div>', ""),
    "a name": ("", '<span class="author-name">Ines Vale</span>', ""),
    "rel=author": ("", '<a rel="author" href="/ines">Ines Vale</a>', ""),
    "a profile": ("", '<div><a href="/author/ines-vale/">Ines Vale</a></div>', ""),
    "a line": ("", "<p>By Ines Vale</p>", ""),
    "a part": ("", "<p>Words: Ines Vale</p>", ""),
    "a box": ("", "", '<div class="author-box"><h4 class="author-name"><a href="/author/ines/">Ines Vale</a></h4><p>Ines writes about weather.</p></div>'),
    "a signature": ("", "", "<p><em>By Ines Vale</em></p>"),
}  # fmt: skip

DATES = {
    "meta": ('<meta property="article:published_time" content="2024-03-05T06:00:00Z">', ""),
    "time": ("", '<time datetime="2024-03-05">5 March 2024</time>'),
    "class": ("", '<span class="date">March 5, 2024</span>'),
    "line": ("", "<p>5 March 2024</p>"),
    "label": ("", "<p>Posted on March 5, 2024</p>"),
}

ABOVE = {
    "a picture credit": '<p class="credit">Photo: Otto Lenz</p>',
    "a reviewer": '<div class="reviewer">Medically reviewed by <a href="/team/anita-rao">Anita Rao, MD</a></div>',
    "a topic": '<div class="tags"><a href="/people/wanda-frey">Wanda Frey</a></div>',
    "a change": "<p>Last updated: January 3, 2025</p>",
    "an event": '<p class="event-date">April 12, 2025</p>',
}
"""Noise between headline and text."""

BELOW = {
    "nothing": "",
    "comments": '<div id="comments"><ol class="comment-list"><li class="comment"><div class="comment-author vcard"><b class="fn">Dagny Whitlow</b></div><time datetime="2024-04-09">April 9, 2024</time></li></ol></div>',
    "comments in microdata": '<section><h2>Responses</h2><article itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope><b itemprop="name">Lorna Tibbs</b></span> <time itemprop="datePublished" datetime="2023-04-12">12 April 2023</time></article></section>',
    "comments called otherwise": '<div id="discussion"><h3>Comments (1)</h3><span class="user"><a href="/user/lorna-tibbs">Lorna Tibbs</a></span><span class="when">April 12, 2023</span></div>',
    "related stories": '<div class="related-posts"><h3>Related</h3><ul><li><a href="/x"><h4>Ferry fares</h4></a><span class="author">By Odile Marchetti</span> <time>January 3, 2022</time></li></ul></div>',
    "cards": '<section class="more"><h2>More</h2><div class="card"><a href="/x"><h3>Ferry fares</h3></a><p class="byline">By Odile Marchetti</p><time datetime="2022-01-03">Jan 3, 2022</time></div><div class="card"><a href="/y"><h3>Library</h3></a><p class="byline">By Bram Osei</p><time datetime="2021-12-11">Dec 11, 2021</time></div></section>',
    "latest stories": '<div><h3>Latest</h3><ul><li><a href="/x">Ferry fares</a> by Odile Marchetti, January 3, 2022</li><li><a href="/y">Library</a> by Bram Osei, December 11, 2021</li></ul></div>',
    "an aside": '<aside><h4>Popular</h4><a href="/x">Ferry fares</a><span class="author">Odile Marchetti</span><span class="date">January 3, 2022</span></aside>',
    "recent comments": '<div class="widget_recent_comments"><h2>Recent Comments</h2><ul><li><span class="comment-author-link"><a href="http://x.example">Dagny Whitlow</a></span> on <a href="/z">Library</a></li></ul></div>',
    "a picture": '<figure><img alt="x"><figcaption>The hill. Photo by Otto Lenz, April 12, 2023</figcaption></figure>',
    "a post that is shown": '<blockquote class="twitter-tweet"><p>It rains.</p>&mdash; Odile Marchetti (@odile) <a href="https://twitter.com/odile/status/1">January 3, 2022</a></blockquote>',
    "another": '<blockquote class="instagram-media"><p>A post shared by <a href="https://www.instagram.com/odile/">Odile Marchetti</a> on <time datetime="2022-01-03T10:00:00+00:00">Jan 3, 2022 at 10:00am</time></p></blockquote>',
    "a testimonial": '<div class="testimonials"><blockquote>Great.</blockquote><p class="author">Wanda Frey</p></div>',
    "a newsletter": '<div class="newsletter"><h3>Get the briefing</h3><p>By signing up you agree to our terms.</p></div>',
    "cookies": '<div id="cookie-banner"><p>We store cookies. Last updated 1 January 2021.</p></div>',
    "other events": '<div class="upcoming-events"><h3>Upcoming</h3><div class="event"><span class="date">April 12, 2025</span><a href="/e">Concert with Wanda Frey</a></div></div>',
    "previous and next": '<nav><a href="/x" rel="prev"><span>Previous</span> Ferry fares <time>January 3, 2022</time></a></nav>',
    "a team": '<section><h3>Our team</h3><ul><li><a href="/team/wanda-frey">Wanda Frey</a>, editor</li></ul></section>',
    "a contact": "<p>Media contact: Wanda Frey, 555-0100</p>",
    "tags": '<div class="tags">Tags: <a href="/tag/jane-austen" rel="tag">Jane Austen</a></div>',
    "who has helped": "<p><em>Otto Lenz contributed to this report.</em></p>",
    "who has edited": "<p>Edited by Otto Lenz</p>",
}  # fmt: skip

BUILDS = {
    "article": "<main><article><header><h1>Rain on the hill</h1>{by}{at}{above}</header>{text}{end}</article></main>{below}",
    "divisions": '<div><div><h1>Rain on the hill</h1>{above}</div><div class="m">{at}{by}</div><div>{text}</div>{end}</div><div>{below}</div>',
    "noise inside": "<article><h1>Rain on the hill</h1>{above}{by}{at}{text}{below}{end}</article>",
}
FOOTER = "<footer><p>&copy; 2026 Wanda Frey. Website by Pixel Forge. Page last modified 1 January 2025</p></footer>"

NOISE = [(name, text, "") for name, text in ABOVE.items()] + [
    (name, "", text) for name, text in BELOW.items()
]


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize(("above", "below"), [row[1:] for row in NOISE], ids=[row[0] for row in NOISE])
def test_what_is_stated_is_read_and_nothing_else(above, below, build):
    dates = cycle(DATES.items())
    found, expected = {}, {}
    for place, (head, by, end) in AUTHORS.items():
        if end and below and build == "noise inside":
            continue  # behind other articles, nobody can tell whose box it is
        for paragraphs in (3, 8):
            form, (declared, at) = next(dates)
            body = BUILDS[build].format(
                by=by, at=at, above=above, text=TEXT * paragraphs, end=end, below=below
            )
            fields = read_metadata(
                f"<html><head>{HEAD}{head}{declared}</head><body>{body}{FOOTER}</body></html>", url=URL
            )
            case = (place, form, paragraphs)
            names = {a.name for a in fields["authors"].values if a.kind in {"person", "organisation"}}
            published = fields["published"].first
            found[case] = names, published is not None and "2024-03-05" in days(published)
            expected[case] = set() if place == "nowhere" else {"Ines Vale"}, True
    assert found == expected
