"""Who wrote it, however the byline is set: each name in each form."""

import pytest

from provenance import Document

NAMES = (
    "Ines Vale",
    "INES VALE",
    "Ines M. Vale",
    "A. Vale",
    "J. K. Vale",
    "Jean-Luc Vale",
    "Ines Vale-Ekman",
    "Mary O'Neil",
    "Ines Vale Jr.",
    "Ines de la Vale",
    "Mohammed bin Salim",
    "Ludwig van Osten",
    "May Will",
    "Li Na",
    "Zoë Ågren",
    "Nguyễn Văn An",
    "Ольга Петрова",
)

FORMS = (
    "{n}", "By {n}", "by {n}", "BY {n}", "By: {n}", "Written by {n}", "Story by {n}", "Posted by {n}", "Published by {n}",
    "Posted by {n} on May 4, 2019", "Author: {n}", "Text: {n}", "Von {n}", "Par {n}", "Por {n}", "Opinion by {n}", "Analysis by {n}",
    "{n}, Staff Writer", "{n} | Staff Reporter", "{n} - Senior Editor", "{n}, Health Reporter", "{n}, Political Correspondent",
    "{n}, Guest Contributor", "{n}, Associated Press", "{n}, The Gazette", "By {n}, For The Gazette", "By {n} for the Gazette",
    "{n} of the Gazette", "{n} (Reuters)", "{n} / Reuters", "{n} · Gazette", "{n} in Tarnmoor", "{n}, PhD", "{n}, Ph.D., M.P.H.", "Dr {n}",
    "{n}, May 4, 2019", "{n} on May 4, 2019", "By {n} - May 4, 2019 10:30 am", "{n} Updated May 4, 2019", "{n} | Updated 3 hours ago",
    "{n} 3 hours ago", "{n} vor 3 Stunden", "{n} il y a 3 heures", "{n} • 4 min read", "{n} @vale", "{n} <vale@example.com>",
    "vale@example.com ({n})", "Reporting by {n}; Editing by Ivo Rossi", "{n}, {n}",
)  # fmt: skip

TOGETHER = ("{n} and Ivo Rossi", "{n} & Ivo Rossi", "{n}, Ivo Rossi", "{n}; Ivo Rossi", "By {n} and Ivo Rossi, Staff Writers", "By {n} in Tarnmoor and Ivo Rossi in Norvik")  # fmt: skip


def authors(byline):
    record = {"id": "a", "publisher": "The Gazette", "authors": [byline]}
    return [
        author.name.casefold().removeprefix("dr ") for author in Document.from_record(record).authors.values
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_name_in_a_byline(form):
    assert {name: authors(form.format(n=name)) for name in NAMES} == {
        name: [name.casefold()] for name in NAMES
    }


@pytest.mark.parametrize("form", TOGETHER)
def test_the_names_in_a_byline_of_two(form):
    expected = {name: [name.casefold(), "ivo rossi"] for name in NAMES}
    assert {name: authors(form.format(n=name)) for name in NAMES} == expected
