"""Steps of pipelines and retrievers: the same lines as the plain call, and the reasons carried along."""

import importlib

import pytest

from provenance.codec import json_line
from provenance.foreign import record_of

TEXTS = {
    "rich": "“The bridge is closed,” said Ada Vale, an engineer of the county council. It was built in 1911, according to the Osterwick Institute.",
    "poor": "Critics say that it is believed.",
}
METADATA = {
    "rich": {
        "url": "https://tarnmoorherald.example/a",
        "authors": ["Jane Doe"],
        "publisher": "Tarnmoor Herald",
        "published": "2024-05-01",
    },
    "poor": {"writer": None},
}
REFUSED = {"has_author": True, "authors": []}


@pytest.fixture(scope="module")
def lines(scorer):
    records = [{"id": name, **record_of(METADATA[name]), "text": text} for name, text in TEXTS.items()]
    return dict(zip(TEXTS, (each.to_line() for each in scorer.score_many(records)), strict=True))


def test_datatrove_tags(scorer, lines):
    trove = pytest.importorskip("datatrove.data")
    steps = importlib.import_module("provenance.integrations.datatrove")
    documents = [
        trove.Document(text=text, id=name, metadata=dict(METADATA[name])) for name, text in TEXTS.items()
    ]
    documents.append(trove.Document(text="x", id="refused", metadata=dict(REFUSED)))
    found = list(steps.ProvenanceTagger(scorer)(documents, 0, 1))
    assert [json_line(each.metadata["provenance"]) for each in found[:2]] == [
        json_line(line) for line in lines.values()
    ]
    assert found[2].metadata["provenance"]["pointer"] == "/has_author"


def test_datatrove_filters_and_says_why(scorer, lines):
    trove = pytest.importorskip("datatrove.data")
    steps = importlib.import_module("provenance.integrations.datatrove")
    documents = [
        trove.Document(text=text, id=name, metadata=dict(METADATA[name])) for name, text in TEXTS.items()
    ]
    documents.append(trove.Document(text="x", id="refused", metadata=dict(REFUSED)))
    step = steps.ProvenanceFilter(20, scorer=scorer)
    assert [each.id for each in step(documents, 0, 1)] == ["rich"]
    assert step.filter(documents[0]) is True
    passes, why = step.filter(documents[1])
    assert (passes, why) == (False, f"score under 20: {', '.join(lines['poor']['reasons'])}")
    assert step.filter(documents[2])[1].startswith("score under 20: cannot be read: /has_author: says true")
    assert [each.id for each in steps.ProvenanceFilter(60, by="ceiling", scorer=scorer)(documents, 0, 1)] == [
        "rich",
        "poor",
    ]


def test_datatrove_in_a_pipeline(scorer, tmp_path):
    pytest.importorskip("datatrove.data")
    executor = importlib.import_module("datatrove.executor")
    reader = importlib.import_module("datatrove.pipeline.readers")
    writer = importlib.import_module("datatrove.pipeline.writers.jsonl")
    steps = importlib.import_module("provenance.integrations.datatrove")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(
        "".join(json_line({"id": n, "text": t, "metadata": METADATA[n]}) + "\n" for n, t in TEXTS.items())
    )
    dropped = writer.JsonlWriter(str(tmp_path / "dropped"), compression=None)
    executor.LocalPipelineExecutor(
        pipeline=[
            reader.JsonlReader(str(tmp_path / "in")),
            steps.ProvenanceTagger(scorer),
            steps.ProvenanceFilter(20, scorer=scorer, exclusion_writer=dropped),
            writer.JsonlWriter(str(tmp_path / "out"), compression=None),
        ],
        tasks=1,
        logging_dir=str(tmp_path / "logs"),
    ).run()
    assert '"id":"rich"' in next((tmp_path / "out").glob("*.jsonl")).read_text()
    assert "score under 20" in next((tmp_path / "dropped").rglob("*.jsonl")).read_text()


def retrieved(make):
    return [make(name, TEXTS[name], dict(METADATA[name])) for name in ("poor", "rich")] + [
        make("refused", "x", dict(REFUSED))
    ]


@pytest.mark.parametrize(
    ("options", "passed"),
    [
        ({}, ["rich", "poor"]),
        ({"rerank": False}, ["poor", "rich"]),
        ({"least": 20}, ["rich"]),
        ({"top": 1}, ["rich"]),
        ({"top": 1, "rerank": False}, ["poor"]),
        ({"least": 90}, []),
    ],
    ids=str,
)
def test_langchain(scorer, lines, options, passed):
    retrieval = pytest.importorskip("langchain_core.documents")
    compressor = importlib.import_module("provenance.integrations.langchain").ProvenanceCompressor(
        scorer=scorer, **options
    )
    documents = retrieved(
        lambda name, text, metadata: retrieval.Document(id=name, page_content=text, metadata=metadata)
    )
    found = compressor.compress_documents(documents, "the bridge")
    assert [each.id for each in found] == passed
    assert [json_line(each.metadata["provenance"]) for each in found] == [
        json_line(lines[name]) for name in passed
    ]
    assert all("provenance" not in each.metadata for each in documents)


@pytest.mark.parametrize(
    ("options", "passed"),
    [
        ({}, ["rich", "poor"]),
        ({"least": 20, "rerank": False}, ["rich"]),
        ({"top": 1}, ["rich"]),
        ({"least": 60, "by": "ceiling", "rerank": False}, ["poor", "rich"]),
    ],
    ids=str,
)
def test_llama_index(scorer, lines, options, passed):
    schema = pytest.importorskip("llama_index.core.schema")
    module = importlib.import_module("provenance.integrations.llama_index")
    processor = module.ProvenancePostprocessor(scorer=scorer, **options)
    nodes = retrieved(
        lambda name, text, metadata: schema.NodeWithScore(
            node=schema.TextNode(id_=name, text=text, metadata=metadata), score=0.5
        )
    )
    found = processor.postprocess_nodes(nodes, query_str="the bridge")
    assert [each.node.node_id for each in found] == passed
    assert [json_line(each.node.metadata["provenance"]) for each in found] == [
        json_line(lines[name]) for name in passed
    ]
    assert [each.score for each in found] == [0.5] * len(passed)
    assert all(
        "reasons" not in each.node.get_content(metadata_mode=schema.MetadataMode.LLM) for each in found
    )
    assert all("provenance" not in each.node.metadata for each in nodes)


def test_an_order_that_there_is_not(scorer):
    from provenance.errors import ConfigurationError
    from provenance.integrations.judging import Judging

    with pytest.raises(ConfigurationError, match="by: expected score or ceiling, found 'rank'"):
        Judging(scorer, by="rank")
