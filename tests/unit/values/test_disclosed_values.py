"""Labels of kinds of text, and what is said of use for training."""

import pytest

from provenance.values.genres import genre_of
from provenance.values.reservations import is_reserved, read_robots, read_stated, read_tdm


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NewsArticle", "news"),
        ("schema:OpinionNewsArticle", "opinion"),
        ("http://schema.org/AnalysisNewsArticle/", "analysis"),
        ("OP-ED", "opinion"),
        ("fact_check", "fact_check"),
        ("  Sponsored   content ", "sponsored"),
        ("Пресс-релиз", "press_release"),
        ("Satire", "satire"),
        ("Rezension", "review"),
        ("Opinion polls", None),
        ("Article", None),
        ("", None),
    ],
)
def test_genres(label, kind):
    assert genre_of(label) == kind


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("noai", "noai"),
        ("otherbot: noindex, NoImageAI, noai", "noai, noimageai"),
        ("index,follow,max-image-preview:large", None),
        ("noaim", None),
        ("", None),
    ],
)
def test_robots(content, found):
    assert read_robots(content) == found


def test_tdm():
    assert [read_tdm(c) for c in ("1", " 0 ", "2", "")] == [
        "tdm-reservation: 1",
        "tdm-reservation: 0",
        None,
        None,
    ]
    assert read_stated("TDM-Reservation: 1") == "tdm-reservation: 1"
    assert read_stated("noai") == "noai"
    assert [is_reserved(s) for s in ("noai", "tdm-reservation: 1", "tdm-reservation: 0")] == [
        True,
        True,
        False,
    ]
