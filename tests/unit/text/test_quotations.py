import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.quotations import find, is_speech
from provenance.text.sentences import lines, split


def quoted(text):
    return [text[q.start : q.end] for q in find(text, split(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes, I do" and left.', ['"yes, I do"']),
        ("She said “yes, I do” and left.", ["“yes, I do”"]),
        ("Er sagte: „Ja, gern“, und ging.", ["„Ja, gern“"]),
        ("Er sagte: »Ja, gern«, und ging.", ["»Ja, gern«"]),
        ("Il a dit « oui » et il est parti.", ["« oui »"]),
        (
            "«\u00a0Il pleut\u00a0», dit-il. «\u202fOui.\u202f»",
            ["«\u00a0Il pleut\u00a0»", "«\u202fOui.\u202f»"],
        ),
        ("« Older posts | Newer posts »", []),
        ("« Back to all that was written of the town", []),
        ("« Il pleut. »", ["« Il pleut. »"]),
        ("Il a dit «oui, merci» et il est parti.", ["«oui, merci»"]),
        ("''We don't do it,'' she said. ''Not 'ever.' ''", ["''We don't do it,''", "''Not 'ever.' ''"]),
        ("``We do,'' she said.", ["``We do,''"]),
        ("Hij zei ‚dat kan‘ en ging.", ["‚dat kan‘"]),
        ("He said ‘yes, I do’ and left.", ["‘yes, I do’"]),
        ("He said 'yes, I do' and left.", ["'yes, I do'"]),
        ("“A ‘new’ deal,” he said.", ["“A ‘new’ deal,”"]),
        ("“The idea of a “just city”. Go on,” she said.", ["“The idea of a “just city”. Go on,”"]),
        ("「はい、そうです」と彼は言った。", ["「はい、そうです」"]),
        # paragraphs of one quotation, in single marks
        ("‘It is late. Go home.\n‘And sleep,’ she said.", ["‘It is late. Go home.", "‘And sleep,’"]),
        ("'It is late. Go home.\n'And sleep,' she said.", ["'It is late. Go home.", "'And sleep,'"]),
        ("'It is late,' she said. 'Go home.\n'And sleep.'", ["'It is late,'", "'Go home.", "'And sleep.'"]),
        # block quotations
        ("> It is late. Go home.", ["> It is late. Go home."]),
        (">> It is late.\n>\n>And dark.**", [">> It is late.", ">And dark.**"]),
        ("> “It is late,” she said.", ["“It is late,”"]),
        ("> It is “late” there.", ["> It is “late” there."]),
        ("> Older posts\nHome > News > Late.", []),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_conventions(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the workers' fault, is it?",
        "The ’90s weren’t the members’ best years.",
        "Rock 'n' roll and the boss's car.",
        "He is 5' 10\" tall.",
        "'Tis late and dark.",
        "’Twas late and dark.",
        "‘Em that dare.",
        "‘The dark’s the thing",
        "It is the 'dark that comes.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “it is late and left. Nobody answered.", ["“it is late and left."]),
        ("“It is late. Go home.\n“And sleep,” she said.", ["“It is late. Go home.", "“And sleep,”"]),
        ("“It is late.\nNobody answered. He left.", ["“It is late."]),
    ],
)
def test_a_missing_mark_does_not_swallow_the_rest(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("the “controlled opening” of it", False),
        ("a “bit of a mess” there", False),
        ("“We did it,” he said", True),
        ("“It was a very long night” he said", True),
    ],
)
def test_a_label_in_quotation_marks_is_no_speech(text, speech):
    (quotation,) = find(text, split(text))
    assert is_speech(text, quotation) is speech


MARKS = st.text(alphabet="\"“”„«»‘’‚'`「」> \n.,ab", max_size=60)


@given(MARKS)
def test_quotations_stand_in_order_apart_and_each_in_one_line(text):
    spans = list(lines(text))
    end = 0
    for q in find(text, split(text)):
        assert end <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
        line_start, line_end = spans[q.paragraph]
        assert line_start <= q.start < q.end <= line_end
        end = q.end


LINE = MARKS.map(lambda text: "a" + text.replace("\n", " "))


@given(LINE, st.lists(LINE, max_size=3))
def test_pairing_is_decided_by_each_line_alone(line, others):
    text = "\n".join([line, *others])
    alone = [(q.start, q.end) for q in find(line, split(line))]
    assert [(q.start, q.end) for q in find(text, split(text)) if q.paragraph == 0] == alone


@pytest.mark.parametrize(
    "unit", ['"', "“", "'", "''", "“a ", '"a', "‘", "« ", "> ", "> a.\n", '"a" ', "« a » "]
)
def test_a_hundred_thousand_marks_are_read(unit):
    text = unit * (100_000 // len(unit))
    assert all(q.end <= len(text) for q in find(text, split(text)))
