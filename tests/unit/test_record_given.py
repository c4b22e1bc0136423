"""What `inspect` prints of a text can be brought by a record, and is read as what it was."""

from pathlib import Path

import pytest

from provenance import Document
from provenance.inspection import inspection
from provenance.record.given import attribution_from, claim_from
from provenance.text.facts import Attribution, Claim, Cue, Source, SourceKind, Support

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_was_printed_is_read_as_what_it_was(path):
    """But for `quoted`, which only the reader of the text has use for."""
    document = Document.from_text(path.read_text("utf-8"), id="a")
    printed = inspection(document)
    brought = Document.from_record(
        {"text": "", "attributions": printed["attributions"], "claims": printed["claims"]}
    )
    said = tuple(each._replace(quoted=False) for each in document.facts.attributions)
    assert brought.attributions.values == said
    assert brought.claims.values == document.facts.claims


def test_what_has_no_place_stands_nowhere():
    source = {"kind": "person", "text": "Edda Lund", "resolved": {"text": "", "rule": "surname"}}
    found = attribution_from({"source": source, "cue": {"text": "said", "start": 9, "end": 5}})
    assert found == Attribution(
        "indirect",
        "assert",
        0,
        "",
        Source(0, 0, "Edda Lund", SourceKind.PERSON, "edda lund"),
        Cue(0, 0, "said"),
        None,
    )
    assert claim_from({"support": "inline", "by": [{"what": "attribution"}]}) == Claim(
        0, 0, (), "inline", (Support(0, 0, "attribution"),)
    )
