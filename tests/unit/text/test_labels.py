"""Speakers before a colon; all people and bodies are invented."""

import pytest
from attributing import read

LABELS = [
    # text, what each label names, its kind
    ("NAWU: The well is dry.", [("NAWU", "organisation")]),
    ("VALE: The well is dry.\nWith us was Ines Vale, a painter.", [("VALE", "person")]),
    ("INES VALE: The well is dry.", [("INES VALE", "person")]),
    ("Interviewer: Is it dry?\nIt is.", [("Interviewer", "role")]),
    ("[00:01:05] HOST: Is it dry?", [("HOST", "role")]),
    ("[00:01] INES VALE: It is dry. It was.", [("INES VALE", "person")]),
    ("Q: Is it dry?\nA: It is dry.\nQ: Why?", [("Q", "role"), ("A", "role"), ("Q", "role")]),
    ("Q: Is it dry?\nIt is.\nQ: Why?\nIt rained.\nQ: When?", [("Q", "role")] * 3),
    ("Ines Vale said it.\nVale: It is dry.", [("Vale", "person")]),
    ("Pump director Ines Vale: “It is dry, and it was.”", [("Pump director Ines Vale", "person")]),
    ("Ines Vale, mayor of Lowmere: “It is dry, and it was.”", [("Ines Vale, mayor of Lowmere", "person")]),
    ("The mayor: “It is dry, and it always was.”", [("The mayor", "role")]),
    # who takes turns in a conversation
    (
        "Mr. Rossi (Lowmere): Is it dry?\nThe Minister for Water (Ms. Vale): It is.\nMr. Rossi: Why?",
        [("Mr. Rossi", "person"), ("Ms. Vale", "person"), ("Mr. Rossi", "person")],
    ),
    ("Madam Speaker: Order.\nA member: Why?\nMadam Speaker: Order!", [("Madam Speaker", "role")] * 2),
    (
        "Lowmere Herald: Is it dry?\nInes Vale: It is.\nLH: Why?\nVale: It rained.",
        [
            ("Lowmere Herald", "organisation"),
            ("Ines Vale", "person"),
            ("LH", "organisation"),
            ("Vale", "person"),
        ],
    ),
    ("**Vale:** I dug it.\n**Rossi:** Is it dry?\n**Vale:** It is.", [("Vale", "person")] * 2),
    ("**Q:** Is it dry?\n**A:** It is.", [("Q", "role"), ("A", "role")]),
    ("VALE: Is it dry?\nROSSI: It is.", [("VALE", "person"), ("ROSSI", "person")]),
    # … and who says something in a line of its own
    ("Dr Vale: We closed it.", [("Dr Vale", "person")]),
    ("The minister: We closed it.", [("The minister", "role")]),
    ("Lowmere Council: 40 wells closed in May.", [("Lowmere Council", "organisation")]),
    # no speakers
    ("Pros: It is dry.\nCons: It is far.\nPros: It is near.", []),
    ("Myth: Wells dry up.\nFact: Do they?\nMyth: It rains.\nFact: It does.", []),
    ("Best for: a well.\nPrice: why so high?\nBest for: a pump.", []),
    ("Dr Vale: a life in wells.", []),
    ("The mother: She was born in Lowmere.", []),
    ("Lowmere Council: a history.", []),
    ("The winner: Ines Vale left.", []),
    ("Price (net): 40 crowns.", []),
    ("A: the first letter.", []),
    ("Q: a letter too.", []),
    ("Legal Reform: the laws change.", []),
    ("Note: the well is dry.", []),
    ("08:30 Doors: the hall opens.", []),
    ("The reason: nobody came.", []),
    ("Mayor Vale rules out talks: “We go alone, all of us.”", []),
    ("Dry wells: “It is late, and it always was.”", []),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_speakers(text, expected):
    all_ = read(text)
    assert [(each.source.text, each.source.kind.value) for each in all_ if each.rule == "label"] == expected
    assert all(each.cue.text == ":" for each in all_ if each.rule == "label")
