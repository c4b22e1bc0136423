"""The checks for authors of signals find what a signal lacks."""

import pytest
from attrs import evolve

from provenance import Registry
from provenance.signal import Finding, Signal, Standard, no, share_of, yes
from provenance.testing import LawBrokenError, check_signal

NAMED = Registry.core()["author.named"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "named"}, "'named': expected family.name"),
        ({"version": 0}, "versions count from 1"),
        ({"method": " "}, "method is empty"),
        ({"question": "Who wrote it"}, "the question is none"),
        ({"weaknesses": ()}, "how can it be fooled"),
        ({"weaknesses": ("",)}, "an empty weakness"),
        ({"standard": Standard(name="x", clause="y", url="ftp://x.example")}, "is no address"),
        ({"reads": frozenset()}, "it reads nothing"),
        ({"reads": frozenset({"author"})}, "reads ['author'], which no document has"),
        ({"reads": frozenset({"authors"})}, "also reads ['has_author']"),
    ],
)
def test_what_a_definition_lacks(change, said):
    with pytest.raises(LawBrokenError) as caught:
        check_signal(Signal(evolve(NAMED.spec, **change), NAMED.assess))
    assert said in str(caught.value)


def excessive(_document, _context):
    return Finding(2, 0, 1, None)


def negative(_document, _context):
    return Finding(-1, 0, 1, (1, 1))


def silent(_document, _context):
    return Finding(0, 0, 1, None)


def counting(_document, _context):
    return share_of(3, 0, 5)


def no_finding(_document, _context):
    return True


def of_the_title(document, _context):
    return yes() if document.title.observations else no()


def of_everything(document, _context):
    return yes() if len(document.fields) > 5 else no()


def of_the_digest(document, _context):
    return yes() if document.digest.endswith("a") else no()


def of_the_id_unseen(document, _context):
    return yes() if object.__getattribute__(document, "id").endswith("'") else no()


@pytest.mark.parametrize(
    ("assess", "said"),
    [
        (excessive, "out of bounds"),
        (negative, "out of bounds"),
        (silent, "unknown, and does not say why"),
        (counting, "counts, and does not say so"),
        (no_finding, "answers with a bool"),
        (of_the_title, "also reads ['title']"),
        (of_everything, "also reads"),
        (of_the_digest, "also reads ['digest']"),
        (of_the_id_unseen, "answers as it did of another document"),
        (lambda _document, _context: yes(), "does not pickle"),
    ],
)
def test_what_is_wrong_with_an_answer(assess, said):
    with pytest.raises(LawBrokenError) as caught:
        check_signal(Signal(evolve(NAMED.spec, implies=()), assess))
    assert said in str(caught.value)


def always(_document, _context):
    return yes()


def test_a_signal_is_answered_yes_only_where_what_it_implies_is():
    with pytest.raises(LawBrokenError) as caught:
        check_signal(Signal(evolve(NAMED.spec, implies=("author.named",)), always))
    assert "is answered yes, and author.named is not" in str(caught.value)
