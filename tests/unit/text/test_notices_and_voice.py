import pytest

from provenance.text import notices, quotations, voice
from provenance.text.lexicon import load
from provenance.text.sentences import split
from provenance.text.words import Written

ENGLISH = load("en")


def found(text):
    sentences = split(text)
    return notices.once(text, notices.find(Written(text, sentences, ENGLISH), sentences, ENGLISH))


def kinds(text):
    return [notice.kind for notice in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Correction: the ferry sank in May.", ["correction"]),
        ("An earlier version of this article misstated the date.", ["correction"]),
        ("This story has been updated to correct a name.", ["correction", "update"]),
        ("This article has been corrected.", ["correction"]),
        ("Correction, 6 October 2021: the ferry sank in May.", ["correction"]),
        ("Clarification (May 6, 3pm): the ferry sank.", ["correction"]),
        ("Correction, they say, is hard: nobody likes it.", []),
        ("An earlier version of this law was better.", []),
        ("Updated 43 boats in 2019: the list.", []),
        ("The pilot corrected his course.", []),
        ("UPDATE: the ferry is back.", ["update"]),
        ("This post was updated at noon.", ["update"]),
        ("The board updated its rules.", []),
        ("Brandt declined to comment.", ["reply"]),
        ("The board did not respond to a request for comment.", ["reply"]),
        ("The board didn’t immediately respond to messages.", ["reply"]),
        ("Vale could not be reached for comment on Monday.", ["reply"]),
        ("He did not return calls.", ["reply"]),
        ("He did not return to the quay.", []),
        ("Her comment was brief.", []),
        ("They respond to the tide.", []),
        ("He spoke on condition of anonymity because he feared for his job.", ["anonymity_explained"]),
        ("She was not authorized to speak publicly.", ["anonymity_explained"]),
        ("He asked not to be named because the talks go on.", ["anonymity_explained"]),
        ("They asked not to be identified, citing the talks.", ["anonymity_explained"]),
        ("A clerk, who would rather not be named for fear of the mayor, left.", ["anonymity_explained"]),
        ("The victim will not be named.", []),
        ("The birds can be identified because they sing.", []),
        ("He spoke on condition of anonymity.", []),
        ("", []),
    ],
)
def test_notices(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The board did not reply to questions.",
        "The board did not reply to three emails.",
        "Ms Vale did not reply to an email before publication.",
        "The board had not replied by Tuesday.",
        "The clerk did not answer our questions.",
        "Mr Oakes could not be reached for comment because his office was closed.",
        "Mr Oakes could not be reached.",
        "Oakes could not be reached on Monday.",
        "The owner couldn’t be reached by telephone.",
        "A request for comment went unanswered.",
        "Three emails to the board went unanswered.",
        "We have contacted the council for comment.",
        "The Examiner has asked the board for a response.",
        "The company would not discuss the emails.",
        "She refused to discuss the emails.",
        "He hung up when reached by telephone.",
        "When a reporter called, Oakes hung up.",
        "The company denied the allegations.",
        "The board denied wrongdoing.",
        "Oakes denied that he had lied.",
        "Oakes denies it.",
        "The council rejected the claims.",
        "The ministry replied in a statement that it was safe.",
        "Calls to the board were not returned.",
        "Emails were not answered by the phone company.",
        "The board did not respond to three emails and two calls.",
        "The ministry had not responded by Friday.",
        "The firm responded in a statement that it was safe.",
        "There was no reply.",
    ],
)
def test_an_answer_a_denial_or_that_somebody_was_asked_is_a_reply(text):
    assert kinds(text) == ["reply"]


@pytest.mark.parametrize(
    "text",
    [
        "An agreement could not be reached.",
        "Agreement could not be reached.",
        "The village could not be reached.",
        "The island could not be reached on Monday because of ice.",
        "He was denied entry.",
        "The court rejected the claims.",
        "A judge denied the motion.",
        "Many questions remain unanswered.",
        "“Yes,” she replied.",
        "The paper denies the first premise of it.",
        "She could not answer all of the questions.",
        "His prayers went unanswered.",
        "The plan is open for comment until Friday.",
        "The report did not answer the question of how it sank.",
        "The engine did not respond to the pilot.",
        "The patient did not respond to treatment.",
        "Firefighters responded to a call.",
        "They had to discuss the plan.",
        "She hung up her coat.",
        "His comment was brief.",
        "The insurer rejected the claims.",
        "The response was late.",
        "He asked for more time.",
        "The book returned to the shelf.",
        "They answered.",
        "The dog was reached by boat.",
    ],
)
def test_what_nobody_was_asked_about_is_no_reply(text):
    assert kinds(text) == []


PROSE = "The town of Vale is old. It rained."


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{line}\n{PROSE}"
            for line in (
                "Paid for by Northgrid",
                "Sponsored by Northgrid",
                "Brought to you by the Harbour Trust of Vale",
                "PRESENTED BY NORTHGRID",
                "In partnership with Wells & Pumps Ltd.",
                "ADVERTISEMENT",
                "[Sponsored]",
                "Ad feature",
                "Advertorial",
                "Promoted",
                "This post contains affiliate links.",
            )
        ),
        f"Five ways to save\nBy Ada Vale\nPaid for by Northgrid\n{PROSE}",
        f"Five ways to save\nSponsored\n{PROSE}",
        f"Sponsored by Northgrid\n{PROSE}\nSponsored by Northgrid",
    ],
)
def test_a_label_above_the_text(text):
    assert [notice.kind for notice in found(text) if not notice.repeated] == ["sponsored"]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\nAdvertisement\nIt is cold.",
        f"{PROSE}\nSponsored by Northgrid\nIt is cold.",
        f"A title\nAdvertisement\n{PROSE}",  # there it is rather of what stands beside the text
        f"Advertisement\n{PROSE}\nAdvertisement",
        f"Sponsored by Northgrid: how the money went\n{PROSE}",
        f"Presented by the mayor\n{PROSE}",
        f"Presented by\n{PROSE}",
        f"Sponsored by two senators, the bill failed. {PROSE}",
    ],
)
def test_what_labels_no_text(text):
    assert kinds(text) == []


def test_a_notice_is_its_sentence_and_knows_its_copies():
    text = "It rained. Brandt declined to comment.\nBrandt declined to comment."
    assert found(text) == ((11, 38, "reply", False), (39, 66, "reply", True))


def test_a_notice_in_quotation_marks_is_not_hidden_by_its_copy():
    text = "“It rained. Brandt declined to comment."
    assert [notice.repeated for notice in found(f"{text}\n{text}")] == [False, True]


def spoken(text):
    sentences = split(text)
    written = Written(text, sentences, ENGLISH)
    found = voice.find(written, quotations.find(text, sentences), ENGLISH)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I went home.", ["I"]),
        ("Then we left, and our boat left us.", ["we", "our", "us"]),
        ("It rained. We’re late and I'm cold.", ["We’re", "I'm"]),
        ("It rained.\nMy hat is wet.", ["My"]),
        ("“I left,” he said. “We waited.”", []),
        ("“I left,” he told me.", ["me"]),
        ("The US and World War I and Phase I.", []),
        ("They went.", []),
        ("", []),
    ],
)
def test_first_person_outside_quotations(text, words):
    assert spoken(text) == words
