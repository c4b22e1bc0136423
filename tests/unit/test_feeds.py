"""RSS and Atom entries as documents: what a feed says, what it cannot say, and what is no feed."""

import pytest

from provenance import InputError, read_many
from provenance.evidence import Channel, State, Why

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Tarnmoor Herald</title><language>en-GB</language>
<item><title>A bridge &amp; a port</title><link>https://tarnmoor.example/bridge</link><guid isPermaLink="false">17</guid>
<dc:creator>Jane Doe and John Roe</dc:creator><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate><category>Local</category>
<source url="https://osterwick.example/feed">Osterwick Post</source><description>A teaser.</description>
<content:encoded><![CDATA[<p>The bridge closed, says the <a href="/port">port</a>.</p><script>x</script>]]></content:encoded></item>
<item><link>https://tarnmoor.example/two</link><author>desk@tarnmoor.example (Edda Lund)</author>
<description>&lt;p&gt;All of it.&lt;/p&gt;</description></item>
<item><title>Three</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarnmoor Herald</title><rights>CC BY 4.0</rights>
<entry><id>tag:tarnmoor.example,2026:1</id><title>A bridge</title><link href="https://tarnmoor.example/bridge"/>
<published>2026-03-04T08:00:00Z</published><updated>2026-03-05T08:00:00Z</updated>
<author><name>Jane Doe</name><uri>https://tarnmoor.example/jane</uri></author><author><name>John Roe</name></author>
<summary>A teaser.</summary></entry>
<entry><id>2</id><title>B</title><content type="html">&lt;p&gt;All.&lt;/p&gt;</content></entry></feed>"""


def read(tmp_path, content, name="a.rss", **options):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_many(path, **options))


def test_rss(tmp_path):
    one, two, three = read(tmp_path, RSS)
    assert (one.id, two.id) == ("17", "https://tarnmoor.example/two")
    assert three.id == f"{tmp_path / 'a.rss'}:/2"
    assert one.url.first.site == "tarnmoor.example"
    assert one.title.first == "A bridge & a port"
    assert [a.name for a in one.authors.values] == ["Jane Doe", "John Roe"]
    assert [p.name for p in one.publisher.values] == ["Osterwick Post"]
    assert [p.name for p in two.publisher.values] == ["Tarnmoor Herald"]
    assert one.published.first.value.startswith("2026-03-04T08:00")
    assert one.field("section").values == ("Local",)
    assert one.text.first == "The bridge closed, says the port."
    assert [(link.target, link.site) for link in one.links.values] == [
        ("https://tarnmoor.example/port", "tarnmoor.example")
    ]
    assert one.title.observations[0].channel is Channel.META
    assert [a.name for a in two.authors.values] == ["Edda Lund"]
    assert two.text.first == "All of it."


def test_what_a_feed_does_not_say_is_unknown(tmp_path):
    three = read(tmp_path, RSS)[2]
    for name in ("url", "authors", "published", "modified", "text", "links", "policies"):
        assert three.field(name).state is State.UNKNOWN
    assert not three.title.complete


def test_atom(tmp_path):
    one, two = read(tmp_path, ATOM, "a.atom")
    assert one.id == "tag:tarnmoor.example,2026:1"
    assert [a.name for a in one.authors.values] == ["Jane Doe", "John Roe"]
    assert [i.kind for i in one.authors.values[0].identities] == ["url"]
    assert (one.published.first.value, one.modified.first.value) == (
        "2026-03-04T08:00:00Z",
        "2026-03-05T08:00:00Z",
    )
    assert two.modified.state is State.UNKNOWN
    assert (one.text.state, one.text.why) == (State.UNKNOWN, Why.NOT_SHOWN)
    assert two.text.first == "All."
    assert one.field("license").values == ("CC BY 4.0",)


def test_digests_hang_on_the_entry_alone(tmp_path):
    one = [d.digest for d in read(tmp_path, RSS)]
    assert one == [d.digest for d in read(tmp_path, RSS)]
    assert len({*one}) == 3


@pytest.mark.parametrize(
    "content", [b"", b"no feed", b"<html><p>a</p></html>", b"/etc/hostname", b"\xff\xfe\x00"]
)
def test_what_is_no_feed(tmp_path, content):
    found = read(tmp_path, content, "a.xml", input_format="feed")
    assert [type(f) for f in found] == [InputError]
    assert "expected RSS or Atom" in str(found[0])


def test_a_damaged_feed_gives_what_it_has(tmp_path):
    assert [d.id for d in read(tmp_path, RSS[: RSS.index("<item><title>Three")])][:1] == ["17"]


def test_a_feed_that_feedparser_stumbles_over(tmp_path, monkeypatch):
    import feedparser

    def stumble(*_, **__):
        raise KeyError("links")

    monkeypatch.setattr(feedparser, "parse", stumble)
    assert "a.rss: the feed is damaged: KeyError" in str(read(tmp_path, RSS)[0])
