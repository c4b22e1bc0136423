"""Domains as a user lists them."""

import pytest

from provenance.values.domains import listed_site


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("tarnmoorherald.example", "tarnmoorherald.example"),
        ("www.Tarnmoor-Herald.co.uk", "tarnmoor-herald.co.uk"),
        (" news.tarnmoor-herald.co.uk. ", "tarnmoor-herald.co.uk"),
        ("https://tarnmoor-herald.co.uk/a?b#c", "tarnmoor-herald.co.uk"),
        ("tarnmoor-herald.co.uk/a", "tarnmoor-herald.co.uk"),
        ("alice.substack.com", "alice.substack.com"),
        ("medium.com/@bob", "medium.com/@bob"),
        ("münchen.example", "xn--mnchen-3ya.example"),
        ("192.0.2.1", "192.0.2.1"),
        ("co.uk", None),
        ("com", None),
        ("tarnmoor", None),
        ("not a domain!!", None),
        ("jane@tarnmoorherald.example", None),
        ("ftp://tarnmoorherald.example", None),
        ("*.tarnmoorherald.example", None),
        ("a..b", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_the_site_that_is_listed(text, site):
    assert listed_site(text) == site
