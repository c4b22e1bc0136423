"""Hosts that pass for others, and those that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.values.hosts import read_host, read_url
from provenance.values.lookalikes import REASONS, Suspicion, skeleton, suspicion
from provenance.values.tables import table

PROTECTED = [
    "tarnmoorherald.co.uk",
    "https://www.moorblick.de/",
    "bbq.org",
    "apple.com",
    "no host",
    "10.0.0.1",
    "ab.org",
]

FOUND = [
    ("another suffix", "moorblick.ltd", ("suffix_swap",), "moorblick.de"),
    ("another suffix below", "www.news.moorblick.com", ("suffix_swap",), "moorblick.de"),
    ("on a platform", "moorblick.blogspot.com", ("suffix_swap",), "moorblick.de"),
    ("a word after", "moorblick-news.com", ("token_insertion",), "moorblick.de"),
    ("a word joined", "moorblicknews.com", ("token_insertion",), "moorblick.de"),
    ("a word before", "themoorblick.com", ("token_insertion",), "moorblick.de"),
    ("any word beside a long one", "moorblick-xyz.com", ("token_insertion",), "moorblick.de"),
    ("known words beside a short one", "bbq-news-online.com", ("token_insertion",), "bbq.org"),
    ("a hyphen", "tarnmoor-herald.co.uk", ("token_insertion",), "tarnmoorherald.co.uk"),
    ("a letter less", "morblick.de", ("edit_distance",), "moorblick.de"),
    ("a letter more", "moorbllick.de", ("edit_distance",), "moorblick.de"),
    ("another letter", "moorblock.de", ("edit_distance",), "moorblick.de"),
    ("exchanged letters", "moorbilck.de", ("edit_distance",), "moorblick.de"),
    ("exchanged at the end", "moorblikc.de", ("edit_distance",), "moorblick.de"),
    ("digits", "m00rblick.de", ("confusable",), "moorblick.de"),
    ("rn for m", "tarnrnoorherald.co.uk", ("confusable",), "tarnmoorherald.co.uk"),
    ("an accent", "moorblíck.de", ("confusable",), "moorblick.de"),
    ("one Cyrillic letter", "mоorblick.de", ("mixed_script", "confusable"), "moorblick.de"),
    ("all Cyrillic", "аррӏе.com", ("confusable",), "apple.com"),
    ("all Cyrillic, in punycode", "xn--80ak6aa92e.com", ("confusable",), "apple.com"),
    ("brand in front", "www.moorblick.de.evil.ru", ("brand_in_subdomain",), "moorblick.de"),
    (
        "brand before a tenant",
        "tarnmoorherald.co.uk.blogspot.com",
        ("brand_in_subdomain",),
        "tarnmoorherald.co.uk",
    ),
    ("two reasons", "moorblick.de.moorblick.ru", ("brand_in_subdomain", "suffix_swap"), "moorblick.de"),
]

CLEAN = [
    "moorblick.de", "www.moorblick.de", "a.b.moorblick.de", "tarnmoorherald.co.uk", "bbq.org", "ab.com", "abnews.com", "ab-news.com",
    "bbc.org", "bbq-recipes.com", "example.com", "moorblickwinkel.de", "moor-blick-herald.de", "münchner-bote.de", "вестник.рф", "вестник.com", "сахар.ru", "сахар.рф",
    "ελλάδα.gr", "ένα.com", "日本語テスト.jp", "東京tokyo.jp", "한국tv.kr", "中国.cn", "straße.de", "127.0.0.1", "localhost",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "reasons", "whom"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND]
)
def test_a_lookalike_is_seen(name, reasons, whom):
    assert suspicion(read_host(name), PROTECTED) == Suspicion(reasons, whom)


@pytest.mark.parametrize("name", CLEAN)
def test_ordinary_hosts_are_not(name):
    assert suspicion(read_host(name), PROTECTED) is None
    assert suspicion(read_host(name)) is None


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("mоorblick.de", ("mixed_script",)),
        ("аррӏе.com", ("confusable",)),
        ("сахар.com", ("confusable",)),
        ("αρο.com", ("confusable",)),
        ("www.аррӏе.com", ("confusable",)),
    ],
)
def test_without_a_list_only_the_host_speaks(name, reasons):
    assert suspicion(read_host(name)) == Suspicion(reasons)
    assert suspicion(read_host(name), ["tarnmoorherald.co.uk"]) == Suspicion(reasons)
    assert suspicion(read_host(name), [name]) is None


def test_an_account_of_the_same_name_is_no_lookalike():
    assert suspicion(read_url("https://x.com/moorblick").host, PROTECTED) is None


def test_a_protected_tenant_is_itself():
    alice = read_host("alice.substack.com")
    assert suspicion(alice, ["alice.substack.com"]) is None
    assert suspicion(read_host("bob.substack.com"), ["substack.com"]) is None


@given(st.permutations(PROTECTED), st.sampled_from([row[1] for row in FOUND] + CLEAN))
def test_the_order_of_the_list_changes_nothing(protected, name):
    assert suspicion(read_host(name), protected) == suspicion(read_host(name), PROTECTED)


@given(
    st.from_regex(r"[a-zа-яα-ω0-9-]{1,12}\.(com|de|рф|co\.uk)", fullmatch=True),
    st.lists(st.text(), max_size=3),
)
def test_any_host_is_answered(name, protected):
    host = read_host(name)
    if host is not None:
        found = suspicion(host, [*PROTECTED, *protected])
        if found is not None:
            assert list(found.reasons) == [reason for reason in REASONS if reason in found.reasons]
        assert suspicion(host, [*PROTECTED, host.site]) is None


@pytest.mark.parametrize(
    ("label", "looks"),
    [("Moorblick", "moorblick"), ("аррӏе", "apple"), ("rn-oor", "moor"), ("m00rblick", "moorblick")],
)
def test_a_skeleton_is_what_is_seen(label, looks):
    assert skeleton(label) == looks


def test_confusable_letters_stand_for_ascii_and_once():
    content = table("confusables").content
    pairs = [
        pair
        for kind in ("identical", "similar")
        for name, letters in content[kind].items()
        if name != "sequences"
        for pair in letters.items()
    ]
    assert all(meant.isascii() for _, meant in pairs)
    assert len({seen for seen, _ in pairs}) == len(pairs)
