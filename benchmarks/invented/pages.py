"""Pages as news sites serve them: 250 KB, of which a sixtieth is the article, and the rest scripts, styles, links and teasers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from benchmarks.invented.articles import article
from benchmarks.invented.records import records

_METAS: Final = ("description", "keywords", "robots", "viewport", "twitter:card", "twitter:site", "theme-color", "news_keywords",
                 "parsely-section", "apple-itunes-app", "generator", "referrer", "format-detection", "msapplication-TileColor")  # fmt: skip
_SCRIPT: Final = 'window.dataLayer.push({{"event":"{0}","slot":{1},"targets":["{0}-{1}","article",{{"pos":{1},"lazy":true}}]}});if(a<{1}&&b>0){{c("{0}")}}\n'
_STYLE: Final = ".c-{0}{1}>a:hover{{color:#{1:06x};margin:0 {1}px;background:url(/i/{0}.svg) no-repeat}}@media (max-width:{1}px){{.c-{0}{{display:none}}}}\n"
_TEASER: Final = '<li class="c-teaser c-teaser--{1}"><a href="/{0}/{1}" data-track="{0}|{1}"><img src="/i/{1}.webp" alt="{2}" loading="lazy" width="320" height="180"><h3>{2}</h3></a><p>{3}</p><time datetime="2024-0{4}-11">{4} days ago</time></li>\n'


def pages(seed: int) -> Iterator[dict[str, Any]]:
    """Pages with their address, without end."""
    rng = random.Random(seed)
    for record in records(seed):
        yield {"id": record["id"], "url": record["url"], "html": _page(rng, record)}


def _page(rng: random.Random, record: dict[str, Any]) -> str:
    author, title = record["authors"][0], escape(record["title"])
    body = "".join(f"<p>{escape(each)}</p>\n" for each in record["text"].split("\n\n"))
    teasers = _teasers(rng, article(rng, 20_000).replace("\n\n", " ").split(". "))
    metas = "".join(f'<meta name="{name}" content="{name} of {title}">\n' for name in _METAS)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} | {record["publisher"]}</title>\n{metas}'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{record["publisher"]}">\n'
        f'<meta property="og:type" content="article"><meta property="article:published_time" content="{record["published"]}">\n'
        f'<meta name="author" content="{author}"><link rel="canonical" href="{record["url"]}">\n'
        f'<script type="application/ld+json">{_linked_data(record)}</script>\n'
        f"<style>{_repeated(rng, _STYLE, 220)}</style><script>{_repeated(rng, _SCRIPT, 250)}</script></head>\n"
        f'<body><header><nav><ul>{_menu(rng)}</ul></nav></header><main><article><h1>{title}</h1><div class="byline">By '
        f'<a rel="author" href="/staff/{author.replace(" ", "-").lower()}">{author}</a> <time datetime="{record["published"]}">'
        f'{record["published"][:10]}</time></div>\n{body}</article><aside><ul>{teasers}</ul></aside></main>\n'
        f'<script>{_repeated(rng, _SCRIPT, 450)}</script><footer><ul>{_menu(rng)}</ul><a href="/ethics">Our code of ethics</a> '
        f'<a href="/corrections">Corrections</a></footer></body></html>\n'
    )  # fmt: skip


def _linked_data(record: dict[str, Any]) -> str:
    publisher = {
        "@type": "NewsMediaOrganization",
        "name": record["publisher"],
        "logo": {"@type": "ImageObject", "url": "/logo.png"},
    }
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": record["title"],
            "mainEntityOfPage": record["url"],
            "datePublished": record["published"],
            "dateModified": record["modified"],
            "author": [{"@type": "Person", "name": name, "url": "/staff"} for name in record["authors"]],
            "publisher": publisher,
        }
    )


def _repeated(rng: random.Random, template: str, count: int) -> str:
    return "".join(template.format(rng.choice(_METAS), rng.randrange(10_000)) for _ in range(count))


def _menu(rng: random.Random) -> str:
    chosen = ((rng.choice(_METAS), rng.randrange(1000)) for _ in range(90))
    return "".join(
        f'<li class="c-nav__item"><a class="c-nav__link" href="/{name}/{n}">{name} {n}</a></li>\n'
        for name, n in chosen
    )


def _teasers(rng: random.Random, sentences: list[str]) -> str:
    texts = map(escape, sentences)
    return "".join(
        _TEASER.format(rng.choice(_METAS), n, text[:60], text, 1 + n % 9) for n, text in enumerate(texts)
    )
