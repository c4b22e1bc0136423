"""The text with its marks: nothing of it is lost, and marks stand where the passages do."""

from hypothesis import given

from provenance import Document
from provenance.inspection import inspection
from provenance.render.document import document_as_text
from provenance.render.marked import marked_text
from provenance.testing import texts

TEXT = """“The bridge will close,” said Edda Lund, the mayor of Quillbeck.
In 2019 the repairs cost 3.2 million crowns in Osterwick alone.
"""


def shown(text):
    document = Document.from_text(text)
    return inspection(document, with_text=True)


def test_who_speaks_and_what_stands_alone():
    marked = marked_text(shown(TEXT), TEXT)
    assert "|said| [Edda Lund" in marked
    assert "alone. (?)" in marked


def test_copies_are_marked():
    text = TEXT + TEXT
    assert "{again: “The bridge" in marked_text(shown(text), text)


@given(texts())
def test_nothing_is_lost(text):
    if text.strip():
        marked = marked_text(shown(text), text)
        letters = [c for c in marked.replace("again", "") if c.isalpha()]
        assert letters == [c for c in text.replace("again", "") if c.isalpha()]


def test_it_stands_at_the_end_of_inspect():
    said = document_as_text(shown(TEXT), TEXT)
    assert "(?) none found" in said
    assert said.index("claims (") < said.index("|said|")


def test_nothing_in_it_moves_a_cursor():
    assert "\x1b" not in marked_text(shown("a\x1b[2Jb said so."), "a\x1b[2Jb said so.")
