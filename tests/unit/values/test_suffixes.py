"""The suffix list: our walk against tldextract, rule by rule and host by host."""

import pytest
import tldextract
from hypothesis import given
from hypothesis import strategies as st

from provenance.values import suffixes
from provenance.values.suffixes import suffix_list, suffix_of

EXTRACT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
REGISTRARS = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=False)
RULES = sorted(rule for rule in EXTRACT.tlds if rule.isascii())


# tldextract 5.4 does not see that these match a wildcard rule, since they begin a longer rule too.
BESIDE_A_WILDCARD = {
    "ex.futurecms.at", "in.futurecms.at", "oci.customer-oci.com", "ocp.customer-oci.com", "ocs.customer-oci.com",
    "privatelink.snowflake.app", "sub.wc.psl.hrsn.dev", "svc.firenet.ch",
}  # fmt: skip


@given(
    st.sampled_from(RULES),
    st.lists(st.sampled_from(["www", "tarnmoor", "alice", "a", "city", "com", "co"]), max_size=3),
)
def test_our_walk_answers_as_tldextract(rule, labels):
    name = ".".join([*labels, rule.removeprefix("*.").removeprefix("!")])
    expected = EXTRACT(name)
    if expected.suffix and name not in BESIDE_A_WILDCARD:
        assert suffix_of(name).name == expected.suffix


@given(st.sampled_from(RULES), st.sampled_from(["tarnmoor", "a.b"]))
def test_the_registrars_suffix_agrees(rule, labels):
    name = f"{labels}.{rule.removeprefix('*.').removeprefix('!')}"
    if name not in BESIDE_A_WILDCARD:
        assert suffix_of(name).registry == REGISTRARS(name).suffix


@pytest.mark.parametrize(
    ("name", "suffix", "registry"),
    [
        ("a.b.tarnmoor.co.uk", "co.uk", "co.uk"),
        ("alice.blogspot.com", "blogspot.com", "com"),
        ("a.b.ck", "b.ck", "b.ck"),
        ("b.ck", "b.ck", "b.ck"),
        ("x.www.ck", "ck", "ck"),
        ("a.b.kawasaki.jp", "b.kawasaki.jp", "b.kawasaki.jp"),
        ("a.city.kawasaki.jp", "kawasaki.jp", "kawasaki.jp"),
        ("a.b.compute.amazonaws.com", "b.compute.amazonaws.com", "com"),
        ("a.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--55qx5d.cn"),
        ("a.xn--p1ai", "xn--p1ai", "xn--p1ai"),
    ],
)
def test_rules_of_every_kind(name, suffix, registry):
    assert suffix_of(name) == (suffix, registry, True)


def test_an_unlisted_top_level_is_its_own_suffix():
    assert suffix_of("a.tarnmoor.example") == ("example", "example", False)
    assert suffix_of("ck") == ("ck", "ck", False)


def test_the_list_is_named():
    listed = suffix_list()
    assert listed.version.startswith("20")
    assert listed.digest.startswith("sha256:")


def test_without_the_snapshot_tldextract_hands_out_the_rules(monkeypatch):
    bundled = suffixes._rules()
    monkeypatch.setattr(suffixes, "_SNAPSHOT", "moved")
    assert suffixes._snapshot() is None
    handed = suffixes._rules.__wrapped__()
    assert handed[:3] == bundled[:3]
    assert handed.source.version == "unknown"
    assert handed.source.digest.startswith("sha256:")


def test_a_package_that_cannot_be_found_has_no_snapshot(monkeypatch):
    monkeypatch.setattr(suffixes.importlib.util, "find_spec", lambda _: None)
    assert suffixes._snapshot() is None
