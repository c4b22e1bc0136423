"""One quotation in several documents."""

import random

import pytest

from provenance.corpus.entry import entry_of
from provenance.corpus.quotations import shared_quotations as shared_among
from provenance.document import Document

WORDS = "we shall dredge the harbour at Kessandra before the winter storms come back"


PADDING = "The ferry has been out of service since the spring, and the people of the islands have had to take the mail boat to the town."


def shared_quotations(documents):
    entries = {document.id: entry_of(document) for document in documents}
    stumbled = []
    found = shared_among(entries.values(), entries.__getitem__, stumbled)
    assert not stumbled
    return found


def document(name, sentence, **more):
    return Document.from_record({"id": name, "text": f"{PADDING}\n\n{sentence}", **more})


def test_the_earliest_is_found_by_date():
    found = shared_quotations(
        [
            document("a", f"“{WORDS},” said Ilse Varn.", published="2019"),
            document("b", f'Ilse Varn said: "{WORDS}."', published="2018"),
            document(
                "c",
                "“Nothing of the kind will happen here before the spring comes,” said Ilse Varn.",
                published="2017",
            ),
        ]
    )
    assert [
        (each.earliest, [o.document for o in each.occurrences], each.speakers, each.wordings)
        for each in found
    ] == [("b", ["a", "b"], ("Ilse Varn",), 1)]


def test_spans_hold_the_words():
    documents = {d.id: d for d in (document("a", f"“{WORDS}.”"), document("b", f"«{WORDS}»"))}
    (found,) = shared_quotations(documents.values())
    for occurrence in found.occurrences:
        text = documents[occurrence.document].text.first
        assert text[occurrence.start : occurrence.end].rstrip(".") == WORDS
    assert found.earliest == ""
    assert found.speakers == ()


def test_two_speakers_are_a_finding_and_a_surname_is_not():
    sentences = [
        f"“{WORDS},” said Ilse Varn.",
        f"“{WORDS},” said Jonas Keld.",
        f"Ilse Varn left. “{WORDS},” said Varn.",
    ]
    (found,) = shared_quotations(document(f"d{n}", sentence) for n, sentence in enumerate(sentences))
    assert found.speakers == ("Ilse Varn", "Jonas Keld")
    assert found.findings == ("different_speakers",)


@pytest.mark.parametrize(
    ("other", "wordings"),
    [
        (WORDS.replace("before", "after"), 2),
        ("shall dredge the harbour at Kessandra before the winter storms", 1),
        (WORDS.upper(), 1),
    ],
)
def test_a_changed_wording_is_a_finding_and_a_shortened_one_is_not(other, wordings):
    (found,) = shared_quotations([document("a", f"“{WORDS}.”"), document("b", f"“{other}.”")])
    assert found.wordings == wordings
    assert found.findings == (("changed_wording",) if wordings > 1 else ())


def test_the_order_of_documents_means_nothing():
    documents = [
        document(f"d{n}", f"“{WORDS}.” “{WORDS.replace('winter', 'autumn')}.”", published=f"20{10 + n % 3}")
        for n in range(5)
    ]
    expected = shared_quotations(documents)
    random.Random(1).shuffle(documents)
    assert shared_quotations(documents) == expected


def test_short_and_single_quotations_are_left_out():
    assert (
        shared_quotations(
            [
                document("a", "“We shall dredge it.”"),
                document("b", f"“We shall dredge it.” “{WORDS}.” “{WORDS}.”"),
            ]
        )
        == []
    )
