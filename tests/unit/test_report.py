"""The report: whole, linked, harmless, whatever a document says."""

import builtins
import re
from collections import Counter
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Policy, Scorer
from provenance.errors import MissingExtraError
from provenance.render.report import Page, page, report
from provenance.render.report.bars import WIDTH, bar, histogram
from provenance.render.report.corpora import Corpus
from provenance.render.report.documents import document_page
from provenance.render.report.marks import Effect, Mark, marks_in, pieces_of, shown

TEXT = """The bridge in Quillbeck will close on Monday, said Edda Lund, the mayor of Quillbeck.
Critics say that the council acted too late.
In 2019 the repairs cost 3.2 million crowns.
"""
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "<!-- --><iframe src=//evil.example>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202eabc\u0000\x1b[2J\ud800",
)
SHOWN = """html head meta title style body a svg defs pattern line rect header main footer p h1 h2 h3 h4 bdi span div
strong ul ol li table caption thead tbody tr th td details summary mark article section fieldset legend input label"""
ELEMENTS = frozenset(SHOWN.split())


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the words of the text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found, self.words, self._inside, self._aside = [], "", 0, 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.found.append((tag, attributes))
        if self._inside:
            self._inside += tag == "div"
            self._aside += tag in ("span", "a")
        elif attributes.get("class") == "text":
            self._inside = 1

    def handle_endtag(self, tag):
        if self._inside:
            self._inside -= tag == "div"
            self._aside -= tag in ("span", "a")

    def handle_data(self, data):
        if self._inside and not self._aside:
            self.words += data


def pages(*records):
    scorer = Scorer(as_of="2026-01-01")
    documents = [Document.from_record(record) for record in records]
    return [Page(scorer.score(document).to_record(), document.text.first) for document in documents]


def html_of(*records, **options):
    return "".join(report(pages(*records), **options))


def test_the_text_is_whole_and_marked():
    elements = Elements(html_of({"id": "a", "text": TEXT}))
    assert elements.words == TEXT
    looks = {attributes.get("class", "") for tag, attributes in elements.found if tag == "mark"}
    assert "claim none" in looks
    assert {"source", "cue"} <= {part for look in looks for part in look.split()}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_in_a_document_runs_or_breaks_out(hostile):
    record = {
        "id": hostile,
        "title": hostile,
        "authors": [hostile],
        "publisher": hostile,
        "url": "https://evil.example/" + hostile,
        "section": hostile,
        "text": f"{hostile} said {hostile} on Monday.\n" + TEXT,
        "derivations": [
            {"document": hostile, "source": hostile, "kind": "exact", "direction": "dated", "credit": "none"}
        ],
    }
    for html in (html_of(record), html_of(record, {"id": "b"})):
        for tag, attributes in Elements(html).found:
            assert tag in ELEMENTS
            for name, value in attributes.items():
                assert not name.startswith("on")
                assert name not in ("src", "srcset", "action", "formaction", "srcdoc")
                assert name != "href" or value.startswith("#")
        assert "default-src 'none'" in html
        assert not re.search(r"url\((?!#hatched)", html)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", html)


def test_every_link_leads_somewhere_and_every_place_is_one():
    html = html_of({"id": "a", "text": TEXT}, {"id": "b", "authors": []}, {"id": "c", "text": TEXT + TEXT})
    elements = Elements(html).found
    ids = Counter(attributes["id"] for _, attributes in elements if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    links = {attributes["href"][1:] for _, attributes in elements if "href" in attributes}
    assert links <= set(ids)
    labels = {attributes["for"] for tag, attributes in elements if tag == "label"}
    assert labels <= set(ids)


def test_an_overview_shows_all_and_some_in_full():
    records = [{"id": f"doc-{n}", "authors": []} for n in range(5)]
    html = html_of(*records, in_full=2)
    assert html.count('<article class="document"') == 2
    assert all(f"doc-{n}" in html for n in range(5))
    assert "5 documents" in html
    assert "No author is found (5 documents)" in html
    assert html_of(*records, in_full=0).count("<article") == 0


def test_axes_are_those_of_the_policy_by_the_names_that_it_gives_them():
    default = Policy.default()
    axes = {"who": default.axes["source"], "source": default.axes["content"], "how": ("citation",)}
    scorer = Scorer(policy=attrs.evolve(default, id="mine@1", axes=axes))
    records = [scorer.score(Document.from_record({"id": name, "authors": []})).to_record() for name in "ab"]
    corpus = Corpus()
    for record in records:
        corpus.add(record, anchor="d", warning="", is_whole=True)
    assert [name for name, _ in corpus.overview().bands] == ["whole", "source", "how", "who"]
    assert [axis.name for axis in document_page(records[0], None, anchor="d").axes] == [
        "source",
        "how",
        "who",
    ]


def test_one_document_has_the_page_to_itself():
    html = html_of({"id": "a", "title": "A title", "authors": []})
    assert html.count("<article") == 1
    assert "<title>Provenance: A title</title>" in html
    assert "0 documents" in "".join(report([]))


def test_who_copied_whom():
    pair = {"document": "b", "source": "a", "kind": "near_duplicate", "direction": "dated", "credit": "none"}
    html = html_of({"id": "a"}, {"id": "b", "derivations": [pair]})
    assert "near duplicate, dated; credit: none" in html


def test_a_text_that_is_not_the_one_that_was_read_is_not_shown():
    (given,) = pages({"id": "a", "text": TEXT})
    html = "".join(report([given._replace(text=TEXT + "!")]))
    assert 'class="text"' not in html
    assert "Critics" in html  # the record keeps the words of its claims


def test_it_says_which_extra_is_missing(monkeypatch):
    real = builtins.__import__

    def refusing(name, *args, **kwargs):
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refusing)
    page._environment.cache_clear()
    with pytest.raises(MissingExtraError, match=r"provenance-credibility\[report\]"):
        report([])


def test_the_same_bytes_every_time():
    records = ({"id": "a", "text": TEXT}, {"id": "b", "authors": ["Jane Doe"]})
    assert html_of(*records) == html_of(*records)


# --- text in pieces -------------------------------------------------------------------------------------------------


def documents_of(length):
    spans = st.tuples(st.integers(-2, length + 2), st.integers(-2, length + 2))
    claims = st.builds(
        lambda span, support: {"start": span[0], "end": span[1], "support": support},
        spans,
        st.sampled_from(["inline", "weak", "none", "not_applicable"]),
    )
    return st.builds(
        lambda claims, copies, residue: {
            "claims": claims,
            "repetition": {"spans": [{"start": s, "end": e} for s, e in copies]},
            "residue": [{"start": s, "end": e, "why": "form label"} for s, e in residue],
        },
        st.lists(claims, max_size=4),
        st.lists(spans, max_size=3),
        st.lists(spans, max_size=3),
    )


@given(st.data())
def test_pieces_are_the_text_whatever_overlaps(data):
    text = data.draw(st.text(max_size=40))
    document = data.draw(documents_of(len(text)))
    places = data.draw(
        st.lists(st.from_regex(r"[0-9]{1,2}-[0-9]{1,2}", fullmatch=True) | st.text(max_size=5))
    )
    effects = {place: (Effect("+", "a.b", "says"),) for place in places}
    pieces = pieces_of(text, document, effects)
    assert "".join(piece.words for piece in pieces) == shown(text)
    begun = [place for piece in pieces for place in piece.anchors]
    assert len(begun) == len(set(begun))
    signs = sum(len(piece.ends) for piece in pieces)
    assert signs == sum(bool(m.sign) and 0 <= m.start < m.end <= len(text) for m in marks_in(document))


def test_a_piece_says_all_that_it_is_part_of():
    document = {
        "claims": [{"start": 0, "end": 10, "support": "none"}],
        "residue": [{"start": 4, "end": 14, "why": "menu"}],
    }
    looks = [(piece.words, piece.looks) for piece in pieces_of("abcdefghijklmnop", document, {})]
    assert looks == [
        ("abcd", "claim none"),
        ("efghij", "claim none residue"),
        ("klmn", "residue"),
        ("op", ""),
    ]
    assert Mark(4, 14, "residue", "▯", "left over from a template: menu") in marks_in(document)


@given(st.integers(-5, 10**6), st.integers(-5, 10**6), st.integers(-5, 10**6))
def test_bars_are_never_longer_than_they_are(shown_points, still_open, whole):
    drawn = bar(shown_points, still_open, whole)
    assert min(drawn) >= 0
    assert 0 <= drawn.lost <= WIDTH


@pytest.mark.parametrize(
    ("values", "counts"), [([], (0, 0)), ([0, 49, 50, 100], (2, 2)), ([-3, 1000], (1, 1))]
)
def test_histograms_take_everything_in(values, counts):
    assert histogram(values, bins=2, most=100) == counts
