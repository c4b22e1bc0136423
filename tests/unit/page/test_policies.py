"""What a publisher discloses on a page."""

import json

import pytest

from provenance.page.reader import read_metadata
from provenance.values.hosts import read_url

URL = read_url("https://tarnmoor.example/rain")


def disclosed(html):
    return {
        (o.value.name, o.value.value, str(o.channel))
        for o in read_metadata(html, url=URL)["policies"].observations
    }


def script(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_policies_of_the_publisher_in_json_ld():
    publisher = {
        "@type": "NewsMediaOrganization",
        "name": "Tarnmoor Herald",
        "correctionsPolicy": "/corrections",
        "masthead": {"@id": "https://tarnmoor.example/staff"},
        "noBylinesPolicy": "We sign nothing.",
    }
    assert disclosed(script({"@type": "NewsArticle", "publisher": publisher})) == {
        ("correctionsPolicy", "https://tarnmoor.example/corrections", "json-ld"),
        ("masthead", "https://tarnmoor.example/staff", "json-ld"),
        ("noBylinesPolicy", "We sign nothing.", "json-ld"),
    }


def test_policies_of_an_organisation_and_of_the_article_itself():
    value = {
        "@graph": [
            {"@type": "Organization", "ethicsPolicy": "/ethics"},
            {"@type": "NewsArticle", "publishingPrinciples": "/principles"},
        ]
    }
    assert {name for name, *_ in disclosed(script(value))} == {"ethicsPolicy", "publishingPrinciples"}


def test_policies_as_microdata():
    html = '<link itemprop="publishingPrinciples" href="/principles"><a itemprop="correctionsPolicy" href="/corrections">Corrections</a>'
    assert disclosed(html) == {
        ("publishingPrinciples", "https://tarnmoor.example/principles", "microdata"),
        ("correctionsPolicy", "https://tarnmoor.example/corrections", "microdata"),
    } | {("correctionsPolicy", "https://tarnmoor.example/corrections", "text")}


FOOTERS = [
    ('<a href="/corrections">Corrections</a>', {"correctionsPolicy"}),
    ('<a href="/contact"> Contact us </a>', {"contactPoint"}),
    ('<a href="/impressum"><span>Impressum</span></a>', {"masthead", "contactPoint"}),
    ('<a href="/x">Standards &amp; Ethics</a>', {"ethicsPolicy"}),
    ('<a href="/form">Report an error</a>', {"contactPoint"}),
    ('<a href="/form">Submit a correction</a>', {"contactPoint"}),
    ('<a href="mailto:desk@tarnmoor.example">Email the newsroom</a>', {"contactPoint"}),
    ('<a href="/x">Complaints</a><a href="/y">Letters to the editor</a>', {"contactPoint"}),
    ('<a href="/x">How we check facts</a>', {"verificationFactCheckingPolicy"}),
    ('<a href="/section/fact-check">Fact checking</a>', set()),
    ('<a href="#">Contact</a>', set()),
    ("<p>Contact</p>", set()),
    ('<a href="/x">Corrections of exams</a>', set()),
]


@pytest.mark.parametrize(("footer", "expected"), FOOTERS)
def test_links_that_are_called_what_they_are(footer, expected):
    assert {name for name, *_ in disclosed(f"<p>Rain.</p><footer>{footer}</footer>")} == expected


def test_a_page_without_any_is_absent():
    field = read_metadata("<p>Rain.")["policies"]
    assert field.complete
    assert not field.observations
