"""Which key of a record gives which field: the names of the common shapes, and what a key means in one shape only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from provenance import citing
from provenance.fields import FIELDS, POLICY_NAMES
from provenance.record.authors import authors_from
from provenance.record.given import attribution_from, claim_from, repetition_from
from provenance.record.lists import derivation_from, link_from, listed
from provenance.record.policies import policies_from, policy_named
from provenance.record.values import (
    Reader,
    read_address,
    read_bool,
    read_correction,
    read_day,
    read_measure,
    read_publisher,
    read_reservations,
    read_string,
    read_tdm_reservation,
    read_text,
    read_title,
)

SPELLED: Final[dict[str, tuple[Reader, tuple[str, ...]]]] = {
    "url": (read_address, ("link", "permalink", "page_url", "source_url")),
    "canonical": (read_address, ("canonical_url", "canonical_link", "mainEntityOfPage")),
    "title": (read_title, ("headline", "headlines", "name")),
    "authors": (authors_from, ("author", "byline", "creator", "by")),
    "publisher": (
        read_publisher,
        (
            "site_name",
            "sitename",
            "meta_site_name",
            "source_name",
            "media_name",
            "sourceOrganization",
            "infosource",
            "infosources",
        ),
    ),
    "published": (
        read_day,
        (
            "datePublished",
            "date_published",
            "date",
            "publish_date",
            "date_publish",
            "published_at",
            "publishedAt",
            "published_date",
            "pubDate",
            "firstcreated",
            "firstCreated",
        ),
    ),
    "modified": (
        read_day,
        (
            "dateModified",
            "date_modified",
            "date_modify",
            "updated",
            "updated_at",
            "last_modified",
            "versioncreated",
            "versionCreated",
        ),
    ),
    "retrieved": (
        read_day,
        ("date_download", "crawled_at", "fetched_at", "warc_date", "collect_date", "indexed_date"),
    ),
    "language": (read_string, ("inLanguage", "lang", "meta_lang")),
    "section": (read_string, ("articleSection", "category", "categories")),
    "license": (read_string, ("usageterms", "usageTerms", "licence")),
    "genre": (read_string, ("genres", "@type")),
    "source_type": (read_string, ("digitalSourceType", "digitalsourcetype")),
    "corrections": (read_correction, ("correction",)),
    "reservations": (read_reservations, ("robots", "x_robots_tag")),
    "policies": (policies_from, ()),
    "text": (
        read_text,
        (
            "articleBody",
            "body",
            "body_text",
            "content",
            "content_text",
            "maintext",
            "raw_content",
            "raw_text",
        ),
    ),
    "links": (listed(link_from, "web addresses"), ("outlinks", "out_links")),
    "citations": (listed(citing.citation_from, "citations"), ("citation", "references")),
    "attributions": (listed(attribution_from, "attributions as `inspect` prints them"), ()),
    "claims": (listed(claim_from, "claims as `inspect` prints them"), ()),
    "repetition": (repetition_from, ()),
    "derivations": (listed(derivation_from, "derivations as `trace` prints them"), ()),
    "has_author": (read_bool, ()),
    "attributed": (read_measure, ()),
    "claims_cited": (read_measure, ()),
    "duplicated": (read_bool, ()),
}
"""What reads each field, and the other keys that give it."""

SPELLINGS: Final[dict[str, tuple[str, ...]]] = {name: (name, *SPELLED[name][1]) for name in FIELDS}
"""Each field with every key that is understood for it, the likeliest first."""


class Shape(NamedTuple):
    """Records of one origin: the keys that they alone have, and what other keys mean there and nowhere else."""

    name: str
    telling: tuple[str, ...]
    means: Mapping[str, str]  # the field that a key gives here, empty for none


SHAPES: Final = (
    Shape(
        "FineWeb and other dumps of Common Crawl", ("dump",), {"date": "retrieved", "timestamp": "retrieved"}
    ),
    Shape("C4", ("timestamp", "url", "text"), {"timestamp": "retrieved"}),
    Shape("trafilatura", ("source-hostname",), {"source": "url", "source-hostname": "publisher"}),
    Shape("newspaper4k", ("top_image",), {"source_url": ""}),
    Shape("newspaper3k", ("top_img",), {"source_url": ""}),
)
"""Shapes whose keys would mislead under the common reading.

A crawl's ``date`` is that of the crawl (FineWeb's data card says so; so does that of C4 of its ``timestamp``).
Newspaper's ``source_url`` is the front page of the site.
"""

FRAGMENTS: Final = ("body_xhtml", "body_html", "content_html", "bodies")
"""Keys that hold the markup of a body without the page around it: ninjs 1.x and 2.x, JSON Feed."""

OTHER_KEYS: Final = frozenset(
    {"id", "uri", "html", "observed", "@context", "@id", "@graph", "schema", *FRAGMENTS}
)
"""Keys that are understood and give no field of their own name."""

Known = tuple[str, Reader]
"""The field that a key gives, and what reads it."""

READERS: Final[dict[str, Known]] = {
    **{key: (name, SPELLED[name][0]) for name, keys in SPELLINGS.items() for key in keys},
    **{name: ("policies", policy_named(name)) for name in POLICY_NAMES},
    "tdm_reservation": ("reservations", read_tdm_reservation),
}
"""What each key gives, in a record of no particular shape."""


def _in_shape(shape: Shape) -> dict[str, Known]:
    """What keys give in records of *shape*."""
    own = {key: (name, SPELLED[name][0]) for key, name in shape.means.items() if name}
    return {key: known for key, known in READERS.items() if key not in shape.means} | own


SHAPED: Final = tuple((shape.telling[0], frozenset(shape.telling[1:]), _in_shape(shape)) for shape in SHAPES)
"""For every shape its first telling key, the others, and what keys give there."""
