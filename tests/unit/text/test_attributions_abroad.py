"""The English of translations, of other countries' papers, of courts and councils, and of posts; all people are invented."""

import pytest

from provenance.text import quotations, sentences
from provenance.text.attributions import attribute
from provenance.text.lexicon import load
from provenance.text.words import Written

ENGLISH = load("en")

SAID = [
    # who they are
    ("Ines Vale KC told the jury that it rained.", "Ines Vale KC", "person", "told"),
    ("Ines Vale KC, prosecuting, told the jury that it rained.", "Ines Vale KC", "person", "told"),
    ("The BBC said that it rained.", "The BBC", "organisation", "said"),
    ("The Police Press Officer, SP Tomas Okoro, denied it.", "The Police Press Officer, SP Tomas Okoro,", "person", "denied"),
    ("The Commissioner for Wells, Barr. Tomas Okoro, denied it.", "The Commissioner for Wells, Barr. Tomas Okoro,", "person", "denied"),
    ("Cllr Ines Vale (Ind, Lowmere) asked whether it was late.", "Cllr Ines Vale (Ind, Lowmere)", "person", "asked"),
    ("Their son, Tomas, denied it.", "Their son, Tomas,", "person", "denied"),
    ("Their son, American, denied it.", "Their son, American,", "role", "denied"),
    ("The Lowmere Wells Partnership denied it.", "The Lowmere Wells Partnership", "organisation", "denied"),
    ("2.3 The Wells Committee has advised against it.", "The Wells Committee", "organisation", "has advised"),
    ("2.4 Officers confirmed that it was dry.", "Officers", "collective", "confirmed"),
    ("40 officers confirmed that it was dry.", "40 officers", "collective", "confirmed"),
    ("A study from Denmark suggests that it helps.", "A study from Denmark", "collective", "suggests"),
    ("A study from the Lowmere Institute suggests that it helps.", "A study from the Lowmere Institute", "document", "suggests"),
    ("This author believes that it is dry.", "This author", "author", "believes"),
    ("The author of this book believes that it is dry.", "The author of this book", "role", "believes"),
    ("A clerk who would remain nameless denied it.", "A clerk who would remain nameless", "anonymous", "denied"),
    ("The proverb says that it will rain.", "The proverb", "document", "says"),
    ('The report, "Wells Gone Dry: The Years of Drought on the Lake", documents it.', 'The report, "Wells Gone Dry: The Years of Drought on the Lake"', "document", "documents"),
    ("It sank, the coast guard said.", "the coast guard", "organisation", "said"),
    ("The Lowmere Coast Guard said that it sank.", "The Lowmere Coast Guard", "organisation", "said"),
    ("The guard said that it sank.", "The guard", "role", "said"),
    ("State television put the toll at 14.", "State television", "organisation", "put"),
    ("It sank, according to the manifest.", "the manifest", "document", "according to"),
    ("The readings were taken in March, said one of the people.", "one of the people", "collective", "said"),
    ("The well is dry, say several residents of Lowmere.", "several residents of Lowmere", "collective", "say"),
    ("Vale came late, denied several of the claims and left.", "Vale", "person", "denied"),
    ("It is dry, according to two people familiar with the matter.", "two people familiar with the matter", "anonymous", "according to"),
    # what they do
    ("Wells, meanwhile, are dug in towns, lamented a clerk.", "a clerk", "role", "lamented"),
    ("Vale, meanwhile, lamented it.", "Vale", "person", "lamented"),
    ("Studies have linked the well to the drought.", "Studies", "collective", "have linked"),
    ("The minister bared that it was dry.", "The minister", "role", "bared"),
    ("The unions cried foul.", "The unions", "collective", "cried"),
    ("Analysts are bracing for a drought.", "Analysts", "collective", "are bracing"),
    ("Vale was forced to admit that it was dry.", "Vale", "person", "was forced to admit"),
    ("Experts are inclined to believe that it is dry.", "Experts", "collective", "are inclined to believe"),
    ("The judge directed the jury to forget it.", "The judge", "role", "directed"),
    ("The president tasked the bank to dig a well.", "The president", "role", "tasked"),
    ("Counsel put it to the clerk that it was dry.", "Counsel", "role", "put"),
    ("“It is dry,” philosophised Ines Vale.", "Ines Vale", "person", "philosophised"),
    ("Employees often cite the cost.", "Employees", "collective", "cite"),
    ("The party proposes to dig a well.", "The party", "organisation", "proposes"),
    ("The council gave its blessing to the plan.", "The council", "organisation", "gave its blessing"),
    ("Studies that report a cost say it is high.", "that", "pronoun", "report"),
    # cues that are no verbs
    ("By his own admission, Vale was late.", "his", "pronoun", "By his own admission"),
    ("In Vale's own words, it is dry.", "Vale's", "person", "In Vale's own words"),
    ("As per data seen by the Ledger, it is dry.", "data seen by the Ledger", "document", "per"),
    ("Not everyone is convinced.", "everyone", "collective", "is convinced"),
    ("Vale is adamant: it is dry.", "Vale", "person", "is adamant"),
    ("The evidence is clear: it is dry.", "The evidence", "document", "is clear"),
    # who acts before a quotation
    ("The mayor shook her head: “No, it is dry.”", "The mayor", "role", ":"),
    ("The poet Ines Vale is more severe: «Nothing is left of the well.»", "The poet Ines Vale", "person", ":"),
    ("Vale had an idea: “Let us dig a well.”", "Vale", "person", ":"),
]  # fmt: skip

NOBODY = [
    ("It was gathered that the well is dry.", "It was gathered"),
    ("It is projected to rise by 9 percent.", "is projected"),
    ("Prices are forecast to rise.", "are forecast"),
    ("As the saying goes, it never rains.", "the saying goes"),
    ("There have been reports of a second well.", "There have been reports"),
    ("There was talk of a second well.", "There was talk"),
    ("By all accounts it was a hard winter.", "By all accounts"),
]

NOTHING = [
    "What reasons?",
    "The road has linked the well to the town.",
    "They put the money into his account.",
    "Vale paid for it from her own account.",
    "The clerks were gathered to dig a well.",
    "The fund was established to dig a well.",
    "Signs direct visitors to exits on the left.",
    "Lowmere hosts direct talks to end the war.",
    "They put it to good use.",
    "They put it to the vote.",
    "The charity, which cares for the sick, was closed.",
    "The water is clear: you can see the stones.",
    "Vale, the clerk who signed that report, was late.",
    "7 Well-Kept Reasons to Dig a Well Today",
    "The sign over the gate was old: “No wells here.”",
    "More from the clerks of Lowmere - Vale: “No wells here.”",
    "This was forced upon the town.",
]


def outermost(text):
    found = sentences.split(text, ENGLISH.abbreviations)
    all_ = attribute(Written(text, found, ENGLISH), found, quotations.find(text, found), ENGLISH)
    return [each for each in all_ if each.depth == 0 and each.cue is not None]


@pytest.mark.parametrize(("text", "source", "kind", "cue"), SAID)
def test_who_says_it(text, source, kind, cue):
    first = outermost(text)[0]
    assert first.source is not None
    assert (first.source.text, first.source.kind.value, first.cue.text) == (source, kind, cue)


@pytest.mark.parametrize(("text", "cue"), NOBODY)
def test_nobody_is_named(text, cue):
    first = outermost(text)[0]
    assert (first.source, first.cue.text) == (None, cue)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text):
    assert outermost(text) == []
