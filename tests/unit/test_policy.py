"""Policies: read, refused with every problem at once, named by digest."""

import attrs
import pytest

from provenance import ConfigurationError, Policy, Registry
from provenance.errors import InvalidPolicyError
from provenance.policycheck import millipoints, names, share

GOOD = """
schema = "provenance.policy/1"
id = "mine@1"
title = "Mine"
[points]
"author.named" = 5
"date.published" = 0.125
[axes]
source = ["author", "date"]
[bands]
A = { from = 0.5, says = "much" }
B = { from = 0, says = "little" }
[unjudged]
band = "F"
coverage = 0.3
says = "cannot be judged"
"""


def test_the_default_adds_up_to_a_hundred():
    policy = Policy.default()
    policy.check(Registry.core())
    assert sum(policy.points.values()) == 100_000
    assert Policy.default() is policy


def test_a_policy_survives_its_content():
    policy = Policy.default()
    assert Policy.from_content(policy.content()) == policy
    assert Policy.from_content(policy.content()).digest == policy.digest
    assert policy.with_profile("text").digest != policy.digest


def test_a_profile_says_what_applies():
    policy = Policy.default()
    assert sum(policy.with_profile("text").applicable().values()) == 56_000
    assert policy.with_profile("").applicable() == dict(policy.points)
    with pytest.raises(ConfigurationError, match="did you mean 'text'"):
        policy.with_profile("txt")


def test_reading_a_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    assert Policy.load(path).points == {"author.named": 5000, "date.published": 125}
    path.write_text(GOOD, "utf-8-sig")  # as some editors write it
    assert Policy.load(path).id == "mine@1"
    path.write_text("[")
    with pytest.raises(InvalidPolicyError, match="not TOML"):
        Policy.load(path)
    path.write_bytes(b"\xff")
    with pytest.raises(InvalidPolicyError, match="cannot be read: it is not UTF-8"):
        Policy.load(path)
    with pytest.raises(InvalidPolicyError, match="cannot be read: embedded null"):
        Policy.load("a\0b")
    with pytest.raises(InvalidPolicyError, match=r"No such file"):
        Policy.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            '"provenance.policy/1"',
            '"provenance.policy/2"',
            "schema: expected 'provenance.policy/1', found 'provenance.policy/2'",
        ),
        ('id = "mine@1"', "id = 5", "id: expected a string, found 5"),
        ('title = "Mine"', "", "title: expected a string, found None"),
        ('"Mine"', '" "', "title: expected a string, found ' '"),
        ("[axes]", "[axis]", "axis: there is no such section; did you mean 'axes'?"),
        ("= 5", "= -5", "points: author.named: expected a number from 0"),
        ("= 5", "= true", "points: author.named: expected a number from 0"),
        ("= 5", "= 0.0001", "points: author.named: expected a number from 0"),
        ("= 5", "= nan", "points: author.named: expected a number from 0"),
        ("= 5", "= 101", "points: author.named: expected a number from 0 to 100"),
        ("= 5", "= 99.9", "points: they add up to 100.025, and 100 is the most"),
        ("= 5", "= 1e400", "from 0 to 100 with at most three decimals, found 1E+400"),
        ("= 5", "= 1e999999999", "found 1E+999999999"),
        ("= 5", "= 1e99999999999999999999", "not TOML: a number too long"),
        ("= 5", "= 1e-999999999", "points: author.named: expected a number from 0"),
        ("= 5", "= inf", "found Infinity"),
        ("= 5", "= 0x" + "f" * 5000, "points: author.named: expected a number from 0 to 100"),
        ("= 5", "= " + "9" * 5000, "not TOML: a number too long"),
        ("= 5", "= " + "[" * 10_000, "not TOML"),
        (
            "[points]",
            "profile = 'nope'\n[points]",
            "profile: expected the name of one of the profiles, found 'nope'",
        ),
        ("[points]", "profile = 5\n[points]", "profile: expected the name of one of the profiles, found 5"),
        (
            "[points]",
            "profile = ['x']\n[points]",
            "profile: expected the name of one of the profiles, found ['x']",
        ),
        (
            "[points]",
            "[millipoints]\n'author.named' = 5\n[points]",
            "points: stand beside millipoints, which say the same: give one of the two",
        ),
        (
            "[points]",
            "[millipoints]\n",
            "millipoints: date.published: expected a whole number from 0 to 100000, found 0.125",
        ),
        ('"author.named" = 5\n"date.published" = 0.125', '"author.named" = 0', "points: all are zero"),
        ('["author", "date"]', '"author"', "axes: source: expected a list of names"),
        ('["author", "date"]', '["author", 5]', "axes: source: expected a list of names"),
        ('source = ["author", "date"]', "", "axes: expected a table, found {}"),
        ('[axes]\nsource = ["author", "date"]', "", "axes: expected a table, found None"),
        ("[axes]", "[[axes]]", "axes: expected a table, found ["),
        ("from = 0,", "from = 0.25,", "bands: the last band must begin at 0"),
        ("from = 0.5", "from = 0", "bands: two bands begin at the same share"),
        ("from = 0.5", "from = 1.5", "bands: A: expected a share from 0 to 1"),
        ('A = { from = 0.5, says = "much" }', "A = 5", "bands: A: expected a share from 0 to 1"),
        ('says = "much"', "says = 5", "bands: A: expected a share from 0 to 1"),
        ("coverage = 0.3", "coverage = 0.00001", "unjudged: F: expected a share from 0 to 1"),
        ('band = "F"', 'band = "A"', "bands: A: means two things"),
        (
            '[unjudged]\nband = "F"\ncoverage = 0.3\nsays = "cannot be judged"',
            "",
            "unjudged: None: expected a share",
        ),
    ],
)
def test_problems_are_named(old, new, problem):
    assert old in GOOD
    with pytest.raises(InvalidPolicyError) as caught:
        Policy.from_toml(GOOD.replace(old, new))
    assert problem in str(caught.value)


def test_a_table_that_is_missing_is_one_problem():
    with pytest.raises(InvalidPolicyError) as caught:
        Policy.from_toml(GOOD.replace('"author.named" = 5\n"date.published" = 0.125', ""))
    assert str(caught.value) == "points: expected a table, found {}"


def test_a_signal_may_earn_nothing_and_one_may_earn_all():
    assert Policy.from_toml(GOOD.replace("0.125", "0")).points == {"author.named": 5000, "date.published": 0}
    whole = Policy.from_toml(GOOD.replace("= 5", "= 100").replace("0.125", "0"))
    assert Policy.from_content(whole.content()) == whole


def test_bands_are_read_from_the_best_down_however_they_are_written():
    lines = GOOD.split("\n")
    at = lines.index("[bands]") + 1
    swapped = "\n".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]])
    assert swapped != GOOD
    assert Policy.from_toml(swapped).bands == Policy.from_toml(GOOD).bands


def test_the_name_of_the_bundled_policy_is_its_own():
    """Whoever reads ``default@1`` beside a score takes the points for the published ones."""
    theirs = attrs.evolve(Policy.default(), points={**Policy.default().points, "author.named": 3999})
    with pytest.raises(InvalidPolicyError, match="id: 'default@1' is the policy that comes with the library"):
        theirs.check(Registry.core())
    attrs.evolve(theirs, id="theirs@1").check(Registry.core())
    Policy.default().with_profile("text").check(Registry.core())


def test_all_problems_are_named_at_once():
    with pytest.raises(InvalidPolicyError) as caught:
        Policy.from_content({"millipoints": {"a.b": "5"}, "bands": 5, "points": 5})
    for problem in ("schema", "id", "title", "points", "axes", "bands", "unjudged"):
        assert f"{problem}:" in str(caught.value)


@pytest.mark.parametrize("content", [5, None, [], "x"])
def test_a_policy_is_an_object(content):
    with pytest.raises(InvalidPolicyError, match="a policy is an object of sections, found"):
        Policy.from_content(content)


@pytest.mark.parametrize(
    "band",
    [
        *(5, ["Z"], ["Z", -1, "much"], ["Z", 10_001, "much"], ["Z", 0.5, "much"]),
        *([5, 9_000, "much"], ["Z", 9_000, 5]),
    ],
)
def test_bands_in_a_record_are_looked_at_too(band):
    content = Policy.default().content()
    with pytest.raises(InvalidPolicyError, match="bands: "):
        Policy.from_content({**content, "bands": [*content["bands"], band]})


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("profile", "nope", "profile: expected the name of one of the profiles, found 'nope'"),
        ("axes", {5: ["author"]}, "axes: expected a table"),
        ("millipoints", {"author.named": 100_001}, "millipoints: author.named: expected a whole number"),
        ("millipoints", {"author.named": -1}, "millipoints: author.named: expected a whole number"),
    ],
)
def test_the_rest_of_a_record_is_looked_at_too(key, value, problem):
    with pytest.raises(InvalidPolicyError, match=f"^{problem}"):
        Policy.from_content({**Policy.default().content(), key: value})


@pytest.mark.parametrize("name", [5, ["text"], None])
def test_a_profile_is_named(name):
    with pytest.raises(ConfigurationError, match="profile: expected the name of a profile"):
        Policy.default().with_profile(name)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            '["author", "date"]',
            '["author", "dates"]',
            "axes: source: there is no family 'dates'; did you mean 'date'?",
        ),
        ('["author", "date"]', '["author", "author"]', "axes: source: names the family 'author' twice"),
        (
            "[axes]",
            '[profiles]\nmine = { families = ["athor"] }\n[axes]',
            "profiles: mine: there is no family 'athor'; did you mean 'author'?",
        ),
        (
            "[axes]",
            '[gates]\n"publisher.lookalike" = ["publishr.*"]\n[axes]',
            "gates: publisher.lookalike: 'publishr.*' guards no signal; did you mean 'publisher.*'?",
        ),
        (
            "[axes]",
            '[gates]\n"author.named" = ["author.*"]\n[axes]',
            "gates: author.named: is no flag, and only a flag (publisher.lookalike, ",
        ),
    ],
)
def test_what_would_have_no_effect_is_refused(old, new, problem):
    assert old in GOOD
    policy = Policy.from_toml(GOOD.replace(old, new))
    with pytest.raises(InvalidPolicyError) as caught:
        policy.check(Registry.core())
    assert problem in str(caught.value)


def test_signals_that_nobody_registered_are_refused():
    policy = Policy.from_toml(
        GOOD.replace("author.named", "author.nmed").replace(
            "[axes]", '[gates]\n"publisher.lookalik" = ["author.*", "date.publishd"]\n[axes]'
        )
    )
    with pytest.raises(InvalidPolicyError) as caught:
        policy.check(Registry.core())
    near = {
        "author.nmed": "author.named",
        "publisher.lookalik": "publisher.lookalike",
        "date.publishd": "date.published",
    }
    problems = str(caught.value).split("; there")
    for problem, (name, meant) in zip(problems, near.items(), strict=True):
        assert f" is no signal {name!r}; did you mean {meant!r}" in problem


def test_gates_guard_a_family_or_one_signal():
    gates = '"publisher.lookalike" = ["author.*", "date.history"]\n"date.contradiction" = ["author.named"]\n'
    policy = Policy.from_toml(GOOD.replace("[axes]", f"[gates]\n{gates}[axes]"))
    both = ("date.contradiction", "publisher.lookalike")
    assert policy.guards(Registry.core()) == {
        **dict.fromkeys([name for name in Registry.core().ids if name.startswith("author.")], both[1:]),
        "author.named": both,
        "date.history": ("publisher.lookalike",),
    }


def test_a_gate_guards_nothing_that_is_only_called_alike():
    (named,) = (signal for signal in Registry.core() if signal.spec.id == "author.named")
    alike = [
        named._replace(spec=attrs.evolve(named.spec, id=name))
        for name in ("author.named_twice", "authors.named", "authority.named")
    ]
    gates = '"publisher.lookalike" = ["author.*"]\n"date.contradiction" = ["author.named"]\n'
    guards = Policy.from_toml(GOOD.replace("[axes]", f"[gates]\n{gates}[axes]")).guards(Registry(alike))
    assert guards == {"author.named_twice": ("publisher.lookalike",)}


@pytest.mark.parametrize(
    ("earned", "lost", "points", "letter"),
    [
        (80, 20, 100, "A"),
        (79, 21, 100, "B"),
        (20, 80, 100, "D"),
        (19, 81, 100, "E"),
        (29, 0, 100, "F"),
        (30, 0, 100, "D"),
        (0, 0, 0, "F"),
    ],
)
def test_bands(earned, lost, points, letter):
    assert Policy.default().band_of(earned, lost, points).letter == letter


@pytest.mark.parametrize(
    ("value", "result"), [(1, 1000), (0.5, 500), ("1", None), (True, None), (float("inf"), None)]
)
def test_millipoints(value, result):
    assert millipoints(value) == result


@pytest.mark.parametrize(
    ("value", "result"),
    [(0.3, 3000), (1, 10_000), (1.1, None), (True, None), ("1", None), (float("nan"), None)],
)
def test_shares(value, result):
    assert share(value) == result


@pytest.mark.parametrize(
    ("value", "result"), [(["a"], ("a",)), ("a", None), ({"a": 1}, None), (5, None), ([5], None)]
)
def test_names(value, result):
    assert names(value) == result


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"points": {"author.named": -5_000}}, "author.named: expected a whole number from 0 to 100000"),
        ({"points": {"author.named": 900_000}}, "author.named: expected a whole number from 0 to 100000"),
        ({"points": {"author.named": 60_000, "author.bio": 60_000}}, "they add up to 120"),
        ({"points": {}}, "expected a table"),
        ({"bands": ()}, "the last band must begin at 0"),
        ({"profile": "txt"}, "did you mean 'text'?"),
        ({"id": ""}, "id: expected a string"),
    ],
)
def test_a_policy_is_none_however_it_is_made_that_no_file_could_be(change, said):
    with pytest.raises(ConfigurationError) as caught:
        attrs.evolve(Policy.default(), **change)
    assert said in str(caught.value)


def test_a_policy_that_is_made_is_as_one_that_is_read():
    default = Policy.default()
    made = attrs.evolve(default, id="x@1", bands=tuple(reversed(default.bands)))
    assert made.bands == default.bands
    assert made == Policy.from_content(made.content())
