"""What is checkable and what supports it, however it is written: each statement with each source that it may have."""

import pytest

from provenance.text.reader import read

AROUND = "This is what there was to see of the town and of the river that it has had for a long time."
"""A paragraph that makes no claim, so that the language of the text is known."""

STATEMENTS = (
    "prices rose by 4% in 2019",
    "the fund paid $40 million to the mayor",
    "the plant employs 400 people",
    "Norvik is the largest town in the region",
    "the bridge collapsed on 4 May 2019",
    "two thirds of teachers left the town last year",
    "the drug cuts the risk of stroke by 30 percent",
    "the minister took bribes",
    "unemployment is higher than in 2019",
    "the council closed three schools",
    "the law was passed in 1999",
)

INLINE, REFERENCE, WEAK, NONE, NOT_APPLICABLE = (
    ("inline",),
    ("reference",),
    ("weak",),
    ("none",),
    ("not_applicable",),
)
DOCUMENTED = (*INLINE, *REFERENCE)

SUPPORT = {
    "{C}.": NONE,
    "However, {c}.": NONE,
    "In addition, {c}.": NONE,
    "{C} – a scandal.": NONE,
    "{C}, and nobody knows why.": NONE,
    # somebody or something with a name
    "According to Ines Vale, {c}.": INLINE,
    "{C}, according to the Norvik Statistics Office.": INLINE,
    "Ines Vale, the mayor of Norvik, said that {c}.": INLINE,
    "“{C},” said Ines Vale of the Wells Institute.": INLINE,
    "Ms. Vale added that {c}.": INLINE,
    "The ministry said that {c}.": INLINE,
    "The Norwegian side said that {c}.": INLINE,
    "It follows from the report that {c}.": DOCUMENTED,
    "{C}, the Herald reported.": INLINE,
    # documents, by who made them or where they stand
    "{C}, a report by the Wells Institute shows.": DOCUMENTED,
    "{C}, data from the World Wells Fund show.": DOCUMENTED,
    "A study in the Journal of Wells found that {c}.": DOCUMENTED,
    "The ministry's annual report says {c}.": DOCUMENTED,
    "A report by the ministry says {c}.": DOCUMENTED,
    "A survey by the hospital's works council found that {c}.": DOCUMENTED,
    "A statement from the council said {c}.": DOCUMENTED,
    "Figures from the ministry show that {c}.": DOCUMENTED,
    "Figures published by the ministry on Monday show that {c}.": DOCUMENTED,
    "Figures released last week by the bank show that {c}.": DOCUMENTED,
    "A report commissioned by the council says {c}.": DOCUMENTED,
    "A police report says {c}.": DOCUMENTED,
    "A report by the police chief says {c}.": DOCUMENTED,
    "A letter from the mayor says {c}.": DOCUMENTED,
    "A letter from the mayor of Norvik says {c}.": DOCUMENTED,
    "Government figures show that {c}.": DOCUMENTED,
    # references
    "{C}.[1]": REFERENCE,
    "{C} [12].": REFERENCE,
    "{C}.¹": REFERENCE,
    "{C} (Vale, 2019).": REFERENCE,
    "{C} (Vale et al. 2019).": REFERENCE,
    "{C} (https://wells.example/report).": REFERENCE,
    "{C}, doi:10.1000/xyz123.": REFERENCE,
    "Under Resolution 2231, {c}.": REFERENCE,
    # a source that nobody could ask
    "{C}, according to officials.": WEAK,
    "Experts say {c}.": WEAK,
    "Critics say {c}.": WEAK,
    "Sources say {c}.": WEAK,
    "Police said that {c}.": WEAK,
    "{C}, police said on Monday.": WEAK,
    "Reportedly, {c}.": WEAK,
    "It is said that {c}.": WEAK,
    "It is well known that {c}.": WEAK,
    "{C}, several studies have shown.": WEAK,
    "A study shows that {c}.": WEAK,
    "A study by researchers found that {c}.": WEAK,
    "A report on the council says {c}.": WEAK,
    "A report by a company says {c}.": WEAK,
    "A letter from a reader says {c}.": WEAK,
    "A letter from the bank managers says {c}.": WEAK,
    "The court heard that {c}.": WEAK,
    "The jury was told that {c}.": WEAK,
    "As it became known, {c}.": WEAK,
    "As reported earlier, {c}.": WEAK,
    "A newspaper report said {c}.": WEAK,
    "Figures released on Monday show that {c}.": WEAK,
    "The mayor said that {c}.": WEAK,
    # the writer's own
    "I think {c}.": NOT_APPLICABLE,
    "In my opinion, {c}.": NOT_APPLICABLE,
    "Two years ago, we heard that {c}.": NOT_APPLICABLE,
}


@pytest.mark.parametrize(("frame", "support"), SUPPORT.items())
def test_what_supports_a_claim(frame, support):
    misread = []
    for statement in STATEMENTS:
        text = frame.format(c=statement, C=statement[0].upper() + statement[1:])
        claims = [each for each in read(f"{text}\n\n{AROUND}").claims if each.start < len(text)]
        found = [each.support for each in claims]
        if len(found) != 1 or found[0] not in support:
            misread.append((text, found))
    assert not misread
