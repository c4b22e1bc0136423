"""Hosts and URLs: read as a browser reads them, or not at all."""

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.values.hosts import Host, read_host, read_url, site_of
from provenance.values.tables import TABLES, rows, table, words
from provenance.values.wrappers import unwrap

SITES = [
    (
        "case, port, www",
        "HTTPS://WWW.Tarnmoor-Herald.CO.UK:443/a",
        "domain",
        "tarnmoor-herald.co.uk",
        "tarnmoor-herald",
    ),
    ("empty port", "https://tarnmoor.org:/", "domain", "tarnmoor.org", "tarnmoor"),
    ("no path", "https://tarnmoor.org?x=1", "domain", "tarnmoor.org", "tarnmoor"),
    ("blank around", " https://tarnmoor.org/a b\n", "domain", "tarnmoor.org", "tarnmoor"),
    ("one trailing dot", "https://tarnmoor.org./", "domain", "tarnmoor.org", "tarnmoor"),
    ("user information", "https://example.com@evil.ru/", "domain", "evil.ru", "evil"),
    ("two at signs", "https://a@b.com@evil.ru/", "domain", "evil.ru", "evil"),
    ("brand in subdomain", "https://www.tarnmoor.com.evil.ru/", "domain", "evil.ru", "evil"),
    ("underscore", "https://my_paper.tarnmoor.org/", "domain", "tarnmoor.org", "tarnmoor"),
    ("Unicode", "https://münchner-bote.de/", "domain", "xn--mnchner-bote-dlb.de", "münchner-bote"),
    ("ASCII form", "https://xn--mnchner-bote-dlb.de/", "domain", "xn--mnchner-bote-dlb.de", "münchner-bote"),
    ("ideographic dot", "https://tarnmoor。org/", "domain", "tarnmoor.org", "tarnmoor"),
    ("fullwidth letters", "https://ｔarnmoor.org/", "domain", "tarnmoor.org", "tarnmoor"),
    ("sharp s is kept", "https://straßenbote.de/", "domain", "xn--straenbote-83a.de", "straßenbote"),
    ("Cyrillic top level", "https://вестник.рф/", "domain", "xn--b1agjinxh.xn--p1ai", "вестник"),
    ("IPv4", "http://127.0.0.1:8080/", "ip", "127.0.0.1", ""),
    ("IPv6", "http://[2001:DB8:0::1]:80/", "ip", "[2001:db8::1]", ""),
    ("suffix", "https://gov.uk/", "suffix", "gov.uk", "gov"),
    ("private suffix", "https://github.io/", "suffix", "github.io", "github"),
    ("bucket", "https://s3.amazonaws.com/b/x", "suffix", "s3.amazonaws.com", "s3"),
    ("top level", "https://com/", "suffix", "com", "com"),
    ("below a suffix", "https://www.gov.uk/a", "domain", "www.gov.uk", "www"),
    ("wildcard rule", "https://a.b.ck/", "domain", "a.b.ck", "a"),
    ("exception rule", "https://x.www.ck/", "domain", "www.ck", "www"),
    ("localhost", "https://localhost:80/", "local", "localhost", "localhost"),
    ("bare name", "https://intranet/", "local", "intranet", "intranet"),
    ("mDNS", "https://printer.local/", "local", "printer.local", "printer"),
    ("unlisted top level", "https://a.tarnmoor.example/", "domain", "tarnmoor.example", "tarnmoor"),
    ("sold below a private suffix", "https://www.tarnmoor.uk.com/", "domain", "tarnmoor.uk.com", "tarnmoor"),
    ("listed platform", "https://www.alice.blogspot.com/", "platform", "alice.blogspot.com", "alice"),
    ("one blog in all countries", "https://alice.blogspot.co.uk/", "platform", "alice.blogspot.com", "alice"),
    ("substack", "https://alice.substack.com/p/x", "platform", "alice.substack.com", "alice"),
    (
        "substack by path",
        "https://open.substack.com/pub/alice/p/x",
        "platform",
        "alice.substack.com",
        "alice",
    ),
    ("www of a tenant", "https://www.alice.substack.com", "platform", "alice.substack.com", "alice"),
    ("medium by host", "https://bob.medium.com/x", "platform", "bob.medium.com", "bob"),
    ("medium by path", "https://medium.com/@Bob/x", "platform", "medium.com/@bob", "bob"),
    ("percent-encoded path", "https://medium.com/%40Bob/x", "platform", "medium.com", "medium"),
    ("encoded tenant", "https://medium.com/@J%C3%BCrgen/x", "platform", "medium.com/@jürgen", "jürgen"),
    ("dots in the path", "https://medium.com/@eve/../@bob/./x", "platform", "medium.com/@bob", "bob"),
    ("encoded dots", "https://medium.com/@eve/%2e%2E/@bob", "platform", "medium.com/@bob", "bob"),
    ("platform itself", "https://medium.com/about", "platform", "medium.com", "medium"),
    ("platform's own subdomain", "https://help.medium.com/x", "platform", "medium.com", "medium"),
    ("www of a listed platform", "https://www.github.io/", "platform", "github.io", "github"),
    (
        "Google Sites",
        "https://sites.google.com/view/tarnmoor/home",
        "platform",
        "sites.google.com/view/tarnmoor",
        "tarnmoor",
    ),
    ("old and new name", "https://mobile.twitter.com/Bob/status/1", "platform", "x.com/bob", "bob"),
    ("platform's own path", "https://x.com/i/web", "platform", "x.com", "x"),
    (
        "group",
        "https://m.facebook.com/groups/Tarnmoor/1",
        "platform",
        "facebook.com/groups/tarnmoor",
        "tarnmoor",
    ),
    ("nobody named", "https://www.youtube.com/watch?v=1", "platform", "youtube.com", "youtube"),
    (
        "case that matters",
        "https://www.bitchute.com/channel/AbC/",
        "platform",
        "bitchute.com/channel/AbC",
        "AbC",
    ),
    ("no tenants known", "https://telegra.ph/A-Text-01-02", "platform", "telegra.ph", "telegra"),
]

REFUSED = [
    "", " ", "tarnmoor.org", "//tarnmoor.org/", "http:tarnmoor.org", "https:///tarnmoor.org", "ftp://tarnmoor.org/",
    "mailto:a@b.com", "data:text/html,x", "javascript:alert(1)", "https://", "https:///", "https://?a", "https://@/",
    "https://apple.com\\@evil.com", "https://apple.com/a\\b", "https://example.com%2eevil.ru", "https://exa mple.com/",
    "https://exa\tmple.com/", "https://example.com/a\nb", "https://example.com/\x00", "https://example.com/\ud800",
    "https://ex\u202eample.com/", "https://example.com:65536/", "https://example.com:x/", "https://a:1:2/",
    "https://a..b.com/", "https://.b.com/", "https://b.com../", "https://./", "https://...",
    "http://2130706433/", "http://0x7f.1/", "http://1.2.3.04/", "http://1.2.3/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://a.1/",
    "http://[::1", "http://[::g]/", "http://[]/", "http://[1.2.3.4]/", "http://[fe80::1%25eth0]/", "http://::1/",
    "http://" + "a." * 200 + "com", "http://" + "a" * 64 + ".com", "http://" + "ü" * 300 + ".com",
    "https://xn--a.com/", "https://xn--example-.com/", "https://☃.net/", "https://a／b.com/", "https://a!b.com/",
    "https://a<b.com/", "https://a|b.com/", "https://a^b.com/", "https://\u0301.com/",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "site", "label"), [row[1:] for row in SITES], ids=[row[0] for row in SITES]
)
def test_a_url_names_its_publisher(text, kind, site, label):
    url = read_url(text)
    assert url is not None
    assert (url.host.kind, url.site, url.host.label) == (kind, site, label)
    assert url.text == text
    assert site_of(text) == site


@pytest.mark.parametrize("text", REFUSED)
def test_what_browsers_would_read_otherwise_is_refused(text):
    assert read_url(text) is None
    assert site_of(text) is None


def test_the_registrars_domain_is_kept_beside_the_site():
    assert read_url("https://alice.blogspot.com/").host.registrable == "blogspot.com"
    assert read_url("https://medium.com/@bob").host.registrable == "medium.com"
    assert read_url("https://a.b.tarnmoor.co.uk/").host.registrable == "tarnmoor.co.uk"
    assert read_url("https://s3.amazonaws.com/").host.registrable == "amazonaws.com"


def test_flags_say_what_is_odd():
    assert read_url("https://u:p@tarnmoor.org/").flags == ("userinfo",)
    assert read_url("https://@tarnmoor.org/").flags == ("userinfo",)
    assert read_url("https://tarnmoor.example/").host.flags == ("unlisted_suffix",)
    assert read_url("https://gov.uk/").host.flags == ("host_is_suffix",)
    assert read_url("https://medium.com/").host.flags == ("no_tenant",)
    assert read_url("https://localhost/").host.flags == ("local",)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("https://tarnmoor.org", "/"),
        ("https://tarnmoor.org?a=/b", "/"),
        ("https://tarnmoor.org/a/b?c#d", "/a/b"),
        ("https://tarnmoor.org/a#b?c", "/a"),
        ("https://tarnmoor.org/a/../b", "/b"),
        ("https://tarnmoor.org/../../b", "/b"),
        ("https://tarnmoor.org/%2E%2e/b%20c", "/b%20c"),
        ("https://tarnmoor.org/ä", "/ä"),
    ],
)
def test_the_path_is_what_a_browser_asks_for(text, path):
    assert read_url(text).path == path


def test_a_host_alone_is_read_like_that_of_a_url():
    assert read_host("WWW.Tarnmoor.Org") == read_url("https://www.tarnmoor.org/").host
    assert read_host("[::1]").kind == "ip"
    for name in ("", "a/b", "a@b.com", "a?b", "a b", "a.com:80", "a..b"):
        assert read_host(name) is None, name


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spelling_forms_of_one_host_are_one_host(form):
    assert site_of(unicodedata.normalize(form, "https://münchner-bote.de/é")) == "xn--mnchner-bote-dlb.de"
    assert site_of(unicodedata.normalize(form, "https://medium.com/@jürgen")) == "medium.com/@jürgen"


def test_no_network_and_no_heavy_import():
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.getaddrinfo = socket.create_connection = refuse\n"
        "from provenance.values.hosts import site_of\n"
        "assert site_of('https://a.tarnmoor.co.uk/') == 'tarnmoor.co.uk'\n"
        "print(sorted({'tldextract', 'requests', 'idna', 'dateutil'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text())
def test_any_text_is_answered(text):
    for candidate in (text, "https://" + text, "https://medium.com/@" + text, "https://" + text + ".com/"):
        url = read_url(candidate)
        if url is not None:
            assert url.host.name.isascii()
            assert read_url(f"{url.scheme}://{url.host.name}/").host.registrable == url.host.registrable


@given(
    st.lists(
        st.sampled_from(["www", "alice", "medium", "com", "co", "uk", "ck", "github", "io", "a"]),
        min_size=1,
        max_size=5,
    )
)
def test_case_and_a_trailing_dot_make_no_other_site(labels):
    name = ".".join(labels)
    assert site_of(f"http://{name.upper()}./") == site_of(f"https://{name}/")


@pytest.mark.parametrize("piece", ["a.", "@", "[", "%", ":", "/../", "xn--", "ü", "\\", "-", "?#"])
def test_long_hostile_text_is_answered_at_once(piece):
    for prefix in ("", "https://", "https://a.com/"):
        read_url(prefix + piece * 100_000)


class TestUnwrap:
    ROWS = (
        ("https://web.archive.org/web/20200102030405/https://tarnmoor.org/a?b=c#d", "https://tarnmoor.org/a?b=c#d", "Internet Archive"),
        ("https://web.archive.org/web/2020/http://tarnmoor.org/", "http://tarnmoor.org/", "Internet Archive"),
        ("https://web.archive.org/web/20200102030405id_/https:/tarnmoor.org/", "https://tarnmoor.org/", "Internet Archive"),
        ("https://web.archive.org/web/20200102030405/tarnmoor.org/x", "http://tarnmoor.org/x", "Internet Archive"),
        ("https://www-tarnmoor-org.cdn.ampproject.org/c/s/www.tarnmoor.org/a", "https://www.tarnmoor.org/a", "AMP cache"),
        ("https://www.google.com/amp/s/www.tarnmoor.org/a", "https://www.tarnmoor.org/a", "AMP viewer"),
        ("https://www.google.com/amp/www.tarnmoor.org/a", "http://www.tarnmoor.org/a", "AMP viewer"),
        ("https://archive.today/2020/https://tarnmoor.org/", "https://tarnmoor.org/", "archive.today"),
        ("https://archive.ph/2024.02.03-040506/https://tarnmoor.org/a", "https://tarnmoor.org/a", "archive.today"),
        ("http://archive.is/20240203040506/http://tarnmoor.org/a", "http://tarnmoor.org/a", "archive.today"),
        ("https://archive.ph/o/aB1c2/https://tarnmoor.org/a", "https://tarnmoor.org/a", "archive.today"),
        (
            "https://web.archive.org/web/2020/https://www.google.com/amp/s/tarnmoor.org/a",
            "https://tarnmoor.org/a",
            "Internet Archive",
        ),
    )  # fmt: skip

    @pytest.mark.parametrize(("text", "inner", "note"), ROWS)
    def test_a_copy_leads_to_its_page(self, text, inner, note):
        url, by = unwrap(read_url(text))
        assert (url.text, by) == (inner, note)

    @pytest.mark.parametrize(
        "text",
        [
            "https://tarnmoor.org/web/20200102030405/https://evil.ru/",
            "https://web.archive.org/details/tarnmoor",
            "https://web.archive.org",
            "https://web.archive.org/web/*/tarnmoor.org",
            "https://web.archive.org/web/20200102030405/javascript:alert(1)",
            "https://www.google.com/search?q=/amp/s/tarnmoor.org",
            "https://www.google.com/amp/intro",
            "https://archive.ph/aB1c2",
            "https://archive.ph/faq",
        ],
    )
    def test_other_pages_stay_themselves(self, text):
        url = read_url(text)
        assert unwrap(url) == (url, None)

    def test_nesting_ends(self):
        text = "https://web.archive.org/web/2020/" * 50 + "https://tarnmoor.org/"
        assert unwrap(read_url(text))[0].site == "archive.org"


class TestTables:
    @pytest.mark.parametrize("name", TABLES)
    def test_each_is_dated_and_has_a_digest(self, name):
        read = table(name)
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", read.as_of)
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", read.digest)

    def test_no_platform_stands_twice_or_is_a_suffix(self):
        content = table("platforms").content
        domains = [domain for row in rows(content, "subdomain") for domain in words(row, "domains")]
        hosts = [str(row["host"]) for row in rows(content, "path")]
        assert len(domains) == len(set(domains))
        assert len(hosts) == len(set(hosts))
        assert [name for name in domains + hosts if read_host(name).kind == "suffix"] == []

    def test_registries_are_private_suffixes(self):
        for name in words(table("platforms").content, "registries"):
            assert read_host(name).kind == "suffix", name
            assert read_host("tarnmoor." + name).kind == "domain", name

    def test_a_missing_key_is_an_empty_list(self):
        assert words({}, "x") == ()
        assert rows({"x": 1}, "x") == ()


def test_a_host_is_a_plain_tuple():
    assert isinstance(read_host("tarnmoor.org"), tuple)
    assert read_host("tarnmoor.org") == Host(
        "tarnmoor.org", "domain", "tarnmoor.org", "tarnmoor.org", "tarnmoor", (), "org"
    )
