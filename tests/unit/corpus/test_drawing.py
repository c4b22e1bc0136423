"""Family trees as text for other programs."""

from provenance.corpus.drawing import as_dot, as_mermaid

LINES = [
    {
        "document": 'b"\\',
        "source": "a\n1",
        "kind": "near_duplicate",
        "containment": 0.97,
        "direction": "dated",
        "credit": "none",
    },
    {
        "document": "c",
        "source": "d",
        "kind": "exact",
        "containment": 1.0,
        "direction": "undetermined",
        "credit": "none",
    },
]


def test_dot():
    assert as_dot(LINES) == (
        "digraph provenance {\n  rankdir=RL;\n"
        '  "b\\"\\\\" -> "a 1" [label="near-duplicate 97 %, credit none"];\n'
        '  "c" -> "d" [label="exact 100 %", dir=none];\n}\n'
    )


def test_mermaid():
    assert as_mermaid(LINES) == (
        'flowchart RL\n  n0["b#34;#92;"]\n  n1["a 1"]\n  n2["c"]\n  n3["d"]\n'
        "  n0 -->|near-duplicate 97 %, credit none| n1\n  n2 ---|exact 100 %| n3\n"
    )
