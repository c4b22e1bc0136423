"""The dolma tagger, with dolma itself: the attributes that an export gives, by its own runtime too."""

import importlib
import json
import warnings

import pytest

import provenance
from provenance.exports.dolma import attributes

TEXT = "“The bridge is closed,” said Ada Vale, an engineer of the county council. It was built in 1911 for 40 million crowns."
METADATA = {"url": "https://tarnmoorherald.example/a", "authors": ["Jane Doe"], "published": "2024-05-01"}


@pytest.fixture(scope="module")
def tagger():
    nltk = pytest.importorskip("nltk")
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")
        patch.setattr(nltk, "download", lambda *_, **__: False)  # dolma asks the network when it is imported
        pytest.importorskip("dolma.core.taggers", exc_type=ImportError)
        return importlib.import_module("provenance.integrations.dolma").ProvenanceTagger()


def document(metadata, text=TEXT):
    types = importlib.import_module("dolma.core.data_types")
    return types.DocumentWithMetadata(source="news", id="a", text=text, metadata=metadata)


def expected(metadata):
    record = {"id": "a", **metadata, "text": TEXT}
    assessment = provenance.Scorer().score(provenance.Document.from_record(record))
    return {
        name.removeprefix("provenance__"): [list(span) for span in spans]
        for name, spans in attributes(assessment.to_record())["attributes"].items()
    }


@pytest.mark.parametrize("metadata", [METADATA, {}, {"authors": []}], ids=len)
def test_tags_are_the_attributes_of_an_export(tagger, metadata):
    result = tagger.predict(document(metadata))
    found = {}
    for span in result.spans:
        found.setdefault(span.type, []).append([span.start, span.end, span.score])
    assert found == expected(metadata)
    assert found["score"][0][2] > 0
    (claim,) = found["no_source_found"]
    assert TEXT[claim[0] : claim[1]].startswith("It was built")


def test_a_document_that_cannot_be_read_says_so(tagger):
    (span,) = tagger.predict(document({"has_author": True, "authors": []})).spans
    assert (span.start, span.end, span.type, span.score) == (0, len(TEXT), "unreadable", 1.0)


def test_dolma_finds_it_and_runs_it_over_a_file(tagger, tmp_path):
    runtime = importlib.import_module("dolma.core.runtime")
    documents = tmp_path / "documents"
    documents.mkdir()
    rows = [{"id": str(n), "source": "news", "text": TEXT, "metadata": METADATA} for n in range(3)]
    (documents / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runtime.create_and_run_tagger(
            documents=[str(documents / "a.jsonl")],
            destination=[str(tmp_path / "attributes")],
            taggers=["provenance_v1"],
            experiment="x",
            debug=True,
        )
    (path,) = [each for each in (tmp_path / "attributes").rglob("*") if each.is_file()]
    lines = list(map(json.loads, path.read_text().splitlines()))
    assert [line["id"] for line in lines] == ["0", "1", "2"]
    (score,) = lines[0]["attributes"]["x__provenance_v1__score"]
    assert score == [0, len(TEXT), expected(METADATA)["score"][0][2]]
