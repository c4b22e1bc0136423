"""When a page shows that it was published or changed."""

import pytest

from provenance.evidence import Channel, State
from provenance.page.dateline import is_day_first
from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")
TEXT = "<p>" + "Rain fell on the hill and on the plain, and nobody had an umbrella. " * 4 + "</p>"


def fields(dateline, *, head="<title>Rain on the hill</title>", url=URL, after=""):
    return read_metadata(
        f"<html><head>{head}</head><h1>Rain on the hill</h1>{dateline}{TEXT}{after}", url=url
    )


def first(field):
    return None if field.first is None else field.first.value


PUBLISHED = [
    ("time", '<time datetime="2024-02-03T10:00:00Z">yesterday</time>', "2024-02-03T10:00:00Z"),
    ("time without an attribute", "<time>3 February 2024</time>", "2024-02-03"),
    ("microdata", '<span itemprop="datePublished" content="2024-02-03">x</span>', "2024-02-03"),
    ("a class", '<div class="date">February 3, 2024</div>', "2024-02-03"),
    ("a class in words joined", '<div class="displayDate">Saturday, 3 February 2024</div>', "2024-02-03"),
    ("a title attribute", '<abbr class="published" title="2024-02-03T10:00:00+01:00">Saturday</abbr>', "2024-02-03T10:00:00+01:00"),
    ("German", '<span class="datum">3. Februar 2024</span>', "2024-02-03"),
    ("German, spaced", "<time>03. 02. 2024, 10:15 Uhr</time>", "2024-02-03"),
    ("French", '<p class="date">Publié le 3 février 2024</p>', "2024-02-03"),
    ("Spanish", '<p class="fecha">3 de febrero de 2024</p>', "2024-02-03"),
    ("Polish", '<p class="date">3 lutego 2024</p>', "2024-02-03"),
    ("Russian", '<p class="date">3 февраля 2024</p>', "2024-02-03"),
    ("Japanese", '<p class="date">2024年2月3日</p>', "2024-02-03"),
    ("a label", "<ul><li><strong>Datum</strong> 03.02.2024</li></ul>", "2024-02-03"),
    ("a line of text", "<p>Posted on February 3, 2024 by Jane Doe</p>", "2024-02-03"),
    ("alone on its line", "<div><div>3 February 2024</div></div>", "2024-02-03"),
    ("a moment kept for scripts", '<span class="publish-time" data-publishtime="1706954400000">2/3/24 10:00am</span>', "2024-02-03T10:00:00Z"),
    ("fourteen digits, as archives write them", '<time datetime="20240203101500">2/3/24 10:15am</time>', "2024-02-03T10:15:00"),
    ("German Drupal", '<div class="submitted">Gespeichert von Jana am 3. Februar 2024 - 10:15</div>', "2024-02-03"),
    ("hidden change before", '<div class="info"><span class="updated hidden">2024-03-07T17:27:31Z</span><span>February 3rd, 2024</span></div>', "2024-02-03"),
    ("the only day, called a change", '<div class="info"><span class="updated">February 3rd, 2024</span></div>', "2024-02-03"),
    ("a day with its hour, and a caption", "<p>Sat, 3 February 2024 17:55 UTC</p><p>Pictures posted while on the hill in 2023 by Jane, 20 January 2023</p>", "2024-02-03"),
    ("a day with its hour, and a word in a word", "<p>Sat, 3 February 2024 17:55 UTC</p><p>The candidate of 20 January 2023</p>", "2024-02-03"),
    ("two digits for the year", "<p>Datum: 03.02.24</p>", "2024-02-03"),
    ("two digits for the year, the month first", "<p>2/23/24 10:04am</p>", "2024-02-23"),
    ("two digits for the year, as likely the month first", "<p>2/3/24, 10:04 am</p>", "2024-02-03"),
    ("the month first, with a day that is no month", "<div class='submitted'>Submitted by Jane on Fri, 02/23/2024 - 10:44</div>", "2024-02-23"),
    ("in front of by", "<p>2024-02-03 by Jane Doe</p>", "2024-02-03"),
    ("strokes around a month in letters", "<p>3/Feb/2024</p>", "2024-02-03"),
    ("the year first, and a month in letters", "<p>2024 February 3</p>", "2024-02-03"),
    ("a comma behind the month", "<p>February, 3 2024</p>", "2024-02-03"),
    ("a day far below that is in an element called one", f"<p>Posted by Jane on 3 February 2024</p>{TEXT}<div class='date'>12 April 2024</div>", "2024-02-03"),
    ("a day far below that is a time", f"<p>3 February 2024</p>{TEXT}<time>12 April 2024</time>", "2024-02-03"),
    ("a day of a list", f"<p>2024-02-03 by Jane Doe</p>{TEXT}<ul><li>2024-01-02 <a href='/x'>Snow</a></li></ul>", "2024-02-03"),
    ("the day of an event", "<p class='event-date'>12 April 2024</p><p>Posted on 3 February 2024</p>", "2024-02-03"),
    ("only the day of an event", "<p class='event-date'>12 April 2024</p>", None),
    ("only the day of a teaser", f"{TEXT}<li><a href='/x'><h4>Snow</h4></a><span>12 April 2024</span></li>", None),
    ("only the day of a picture", f"{TEXT}<figure><figcaption>The hill on 12 April 2024</figcaption></figure>", None),
    ("only the day of a post that is shown", f"{TEXT}<blockquote><a href='/x'>12 April 2024</a></blockquote>", None),
    ("only a day on which it was reviewed", "<p>Medically reviewed on 12 April 2024</p>", None),
    ("hours ago", "<span class='timestamp'>3 hours ago</span>", None),
    ("hours and days", "<p>Open 24/7/365</p>", None),
    ("nothing", "", None),
    ("a date in a sentence far on", "<p>" + "Rain. " * 60 + "It had last rained on 3 February 2024 and then no more. " * 3 + "</p>", None),
    ("a month is no day", '<p class="date">February 2024</p>', None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dateline", "expected"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED]
)
def test_published(dateline, expected):
    assert (first(fields(dateline)["published"]) or "")[:25] == (expected or "")


def test_a_date_that_ends_the_title():
    found = fields("", head="<title>Rain on the hill | Tarnmoor | 03.02.2024</title>")[
        "published"
    ].observations
    assert [(o.value.value, o.at) for o in found] == [("2024-02-03", "title")]


@pytest.mark.parametrize(
    ("title", "shown", "expected"),
    [
        ("Rain - 3 February 2024 - Blog - Tarnmoor", "<p>Saturday, 2024-05-06, 0:26 AM</p>", "2024-02-03"),
        ("Rain - 3 February 2024 - Blog - Tarnmoor", "<p>Published 6 May 2024</p>", "2024-05-06"),
        ("The rain of 3 February 2024 and the hill", "<p>Saturday, 2024-05-06, 0:26 AM</p>", "2024-05-06"),
    ],
)
def test_a_date_that_is_a_part_of_the_title(title, shown, expected):
    assert first(fields(shown, head=f"<title>{title}</title>")["published"]) == expected


CHANGED = [
    '<p class="date">Updated: 4 February 2024</p>',
    '<time class="updated" datetime="2024-02-04">4 February</time>',
    '<p>Last updated <time datetime="2024-02-04">4 February</time></p>',
    '<span itemprop="dateModified" content="2024-02-04"></span>',
    '<p class="date">Aktualisiert am 04.02.2024</p>',
    '<p class="date">Mis à jour le 4 février 2024</p>',
]


@pytest.mark.parametrize("note", CHANGED)
def test_a_note_of_a_change_is_no_publication(note):
    found = fields('<p class="date">3 February 2024</p>' + note)
    assert first(found["modified"])[:10] == "2024-02-04"
    assert [d.value for d in found["published"].values] == ["2024-02-03"]


LOOSELY_CHANGED = [
    '<div class="x">Last updated 4 February 2024</div>',
    "<p>Published 3 February 2024 | Updated 4 February 2024</p>",
    "<p>Published 3 February 2024</p><p>Updated: February 4, 2024 at 10:30 AM</p>",
    "<span>First published: 3 February 2024</span> <span>Last modified: 4 February 2024</span>",
    "<p>Erschienen am 3. Februar 2024, zuletzt aktualisiert am 4. Februar 2024</p>",
]


@pytest.mark.parametrize("note", LOOSELY_CHANGED)
def test_a_note_of_a_change_in_the_text(note):
    found = fields(note)
    assert first(found["modified"]) == "2024-02-04"
    assert [d.value for d in found["published"].values] == ["2024-02-03"] * ("3" in note.partition("4 ")[0])


@pytest.mark.parametrize("form", ["<p>{}</p>", '<p class="date">{}</p>', "<time>{}</time>"])
@pytest.mark.parametrize(
    "line",
    [
        "Published 3 February 2024, updated 4 February 2024",
        "Updated 4 February 2024 | Published 3 February 2024",
        "Last updated: 4 February 2024. First published: 3 February 2024.",
        "Updated on February 4, 2024 · Originally published February 3, 2024",
        "3 February 2024 (updated 4 February 2024)",
    ],
)
def test_both_in_one_line(line, form):
    found = fields(form.format(line))
    assert first(found["published"]) == "2024-02-03"
    assert first(found["modified"]) == "2024-02-04"


ADDRESSES = [
    ("https://tarnmoor.example/2024/02/03/rain", "2024-02-03", "day"),
    ("https://tarnmoor.example/2024-02-03-rain", "2024-02-03", "day"),
    ("https://tarnmoor.example/20240203/rain", "2024-02-03", "day"),
    ("https://tarnmoor.example/n1/2024/0203/c1.html", "2024-02-03", "day"),
    ("https://tarnmoor.example/2024/feb/rain", None, None),
    ("https://tarnmoor.example/2024/02/rain", "2024-02", "month"),
    ("https://tarnmoor.example/article-202402033", None, None),
    ("https://tarnmoor.example/2024/13/45/rain", None, None),
    ("https://tarnmoor.example/rain?date=2024-02-03", None, None),
]


@pytest.mark.parametrize(("address", "expected", "precision"), ADDRESSES)
def test_dates_in_addresses(address, expected, precision):
    field = fields("", url=read_url(address))["published"]
    assert first(field) == expected
    if expected:
        assert field.observations[0].channel is Channel.URL
        assert field.first.precision == precision


def test_dates_in_comments_and_far_away_are_not_the_articles():
    assert (
        fields("", after='<div id="comments"><time datetime="2024-05-06">x</time></div>')["published"].state
        is State.ABSENT
    )
    far = "<div>" + "<br>" * 10_000 + '<time datetime="2024-05-06">x</time></div>'
    assert fields('<time datetime="2024-02-03">x</time>', after=far)["published"].first.value == "2024-02-03"


@pytest.mark.parametrize(
    ("language", "address", "expected"),
    [
        ("en", "https://tarnmoor.example/", "2024-10-11"),
        ("de", "https://tarnmoor.example/", "2024-11-10"),
        ("en-GB", "https://tarnmoor.example/", "2024-11-10"),
        ("", "https://tarnmoor.co.uk/", "2024-11-10"),
        ("en", "https://tarnmoor.ng/", "2024-11-10"),
        ("en-US", "https://tarnmoor.de/", "2024-11-10"),
        ("en", "https://tarnmoor.io/", "2024-10-11"),
        ("en", "https://tarnmoor.us/", "2024-10-11"),
        ("en", "https://tarnmoor.ph/", "2024-10-11"),
    ],
)
def test_day_and_month_by_the_language_of_the_page(language, address, expected):
    page = f'<html lang="{language}"><h1>Rain on the hill</h1><p class="date">10/11/2024</p>'
    found = read_metadata(page, url=read_url(address))["published"].first
    assert found.value == expected
    assert "ambiguous_day_month" in found.flags


def test_day_first():
    assert is_day_first("fr", "")
    assert not is_day_first("", "tarnmoor.example")


@pytest.mark.parametrize(
    ("address", "dates", "expected"),
    [
        ("https://tarnmoor.example/", ["2024-02-03"], "2024-02-03"),
        ("https://tarnmoor.example/", ["2024-02-03", "2024-02-03"], "2024-02-03"),
        ("https://tarnmoor.example/", ["2024-02-03", "2024-02-05"], None),
        ("https://tarnmoor.example/rain", ["2024-02-03", "2024-02-05"], "2024-02-03"),
    ],
)
def test_several_dates_on_a_home_page_are_those_of_teasers(address, dates, expected):
    shown = "".join(f'<time datetime="{date}">{date}</time>' for date in dates)
    assert first(fields(shown, url=read_url(address))["published"]) == expected


@pytest.mark.parametrize(
    "other",
    ["<strong>Joined:</strong> Sat Mar 03, 2012", "Member since: March 3, 2012", "Argued March 3, 2012"],
)
def test_other_days_that_are_not_marked_are_not_those_of_the_page(other):
    assert first(fields(f"<p>{other}</p><p>Decided: May 20, 2014</p>")["published"]) == "2014-05-20"
