"""The input contract: missing, null, empty, observed; spellings; what cannot be read; what contradicts itself."""

import datetime as dt
import enum
import json
import uuid
from decimal import Decimal
from types import MappingProxyType

import pytest

import provenance
from provenance import ConfigurationError, Document, InputError, Scorer
from provenance.evidence import Channel, State, Why
from provenance.fields import FIELDS
from provenance.record import SPELLINGS


def field(record, name):
    return Document.from_record(record).field(name)


@pytest.mark.parametrize(
    ("record", "name", "state", "why"),
    [
        ({}, "authors", State.UNKNOWN, Why.NOT_SUPPLIED),
        ({"authors": None}, "authors", State.UNKNOWN, Why.NOT_SUPPLIED),
        ({"authors": []}, "authors", State.ABSENT, None),
        ({"authors": ""}, "authors", State.ABSENT, None),
        ({"authors": ["Jane Doe"]}, "authors", State.PRESENT, None),
        ({"observed": ["authors"]}, "authors", State.ABSENT, None),
        ({"observed": ["byline"]}, "authors", State.ABSENT, None),
        ({"observed": ["authors"], "authors": None}, "authors", State.ABSENT, None),
        ({"observed": ["authors"], "authors": ["Jane Doe"]}, "authors", State.PRESENT, None),
        ({"observed": "authors"}, "authors", State.ABSENT, None),
        ({"observed": {"authors": 1}}, "authors", State.UNKNOWN, Why.NOT_SUPPLIED),
        ({"authors": 5.5}, "authors", State.UNKNOWN, Why.MALFORMED),
        ({"published": "soon"}, "published", State.UNKNOWN, Why.MALFORMED),
        ({"published": ["soon", "2024-05-01"]}, "published", State.PRESENT, Why.MALFORMED),
        ({"published": {}}, "published", State.UNKNOWN, Why.MALFORMED),
        ({"url": "example"}, "url", State.UNKNOWN, Why.MALFORMED),
        ({"url": True}, "url", State.UNKNOWN, Why.MALFORMED),
        ({"text": 5}, "text", State.UNKNOWN, Why.MALFORMED),
        ({"text": " \n"}, "text", State.ABSENT, None),
        ({"links": "https://a.example"}, "links", State.UNKNOWN, Why.MALFORMED),
        ({"links": ["https://a.example", 5]}, "links", State.PRESENT, Why.MALFORMED),
        ({"links": ["mailto:a@b.example", "#top"]}, "links", State.ABSENT, None),
        ({"has_author": "yes"}, "has_author", State.UNKNOWN, Why.MALFORMED),
        ({"claims_cited": [3, 7]}, "claims_cited", State.PRESENT, None),
        ({"claims_cited": [8, 7]}, "claims_cited", State.UNKNOWN, Why.MALFORMED),
        ({"claims_cited": [True, 7]}, "claims_cited", State.UNKNOWN, Why.MALFORMED),
        ({"claims": [{"support": "no"}]}, "claims", State.UNKNOWN, Why.MALFORMED),
        ({"attributions": [{"source": None}]}, "attributions", State.PRESENT, None),
        ({"attributions": [{"source": {"kind": "thing"}}]}, "attributions", State.UNKNOWN, Why.MALFORMED),
        ({"derivations": [{"kind": "exact"}, 5]}, "derivations", State.PRESENT, Why.MALFORMED),
        ({"policies": {}}, "policies", State.ABSENT, None),
        ({"policies": 5}, "policies", State.UNKNOWN, Why.MALFORMED),
        ({"policies": {"masthead": None}}, "policies", State.UNKNOWN, Why.NOT_SUPPLIED),
        ({"correctionsPolicy": "https://a.example/c"}, "policies", State.PRESENT, Why.NOT_SUPPLIED),
        ({"repetition": 0.25}, "repetition", State.PRESENT, None),
        ({"repetition": 2}, "repetition", State.UNKNOWN, Why.MALFORMED),
        ({"repetition": ""}, "repetition", State.ABSENT, None),
    ],
)
def test_states(record, name, state, why):
    found = field(record, name)
    assert (found.state, found.why) == (state, why)
    assert (found.why is Why.MALFORMED) == bool(found.problem)


@pytest.mark.parametrize(
    ("record", "name", "values"),
    [
        ({"datePublished": "2024-05-01"}, "published", ["2024-05-01"]),
        ({"date": "2024-05"}, "published", ["2024-05"]),
        ({"published": 2018}, "published", ["2018"]),
        ({"author": {"@type": "Person", "name": "Jane Doe"}}, "authors", ["Jane Doe"]),
        ({"byline": "By Jane Doe and John Roe"}, "authors", ["Jane Doe", "John Roe"]),
        ({"author": [{"name": "Jane Doe"}, "John Roe", None]}, "authors", ["Jane Doe", "John Roe"]),
        (
            {"publisher": {"@type": "Organization", "name": " Tarnmoor\n Herald "}},
            "publisher",
            ["Tarnmoor Herald"],
        ),
        ({"headline": "A bridge"}, "title", ["A bridge"]),
        ({"articleBody": "Yes."}, "text", ["Yes."]),
        ({"mainEntityOfPage": {"@id": "https://a.example/x"}}, "canonical", ["https://a.example/x"]),
    ],
)
def test_spellings(record, name, values):
    found = [
        getattr(v, "value", None) or getattr(v, "name", None) or getattr(v, "text", None) or v
        for v in field(record, name).values
    ]
    assert found == values


def test_two_spellings_of_one_field_are_two_observations_in_any_order():
    one = field({"published": "2024-05-01", "date": "2023"}, "published")
    other = field({"date": "2023", "published": "2024-05-01"}, "published")
    assert one == other
    assert [o.at for o in one.observations] == ["/date", "/published"]


def test_observations_keep_their_channel():
    found = field(
        {
            "authors": [
                {"value": "Jane Doe", "channel": "json-ld"},
                {"value": "Jane Doe", "channel": "byline"},
            ]
        },
        "authors",
    )
    assert [o.channel for o in found.observations] == [Channel.JSON_LD, Channel.BYLINE]


@pytest.mark.parametrize("channel", ["no-such", "jsonld", "registry", "corpus", 5])
def test_a_record_speaks_by_no_channel_of_others(channel):
    found = field({"title": {"value": "A", "channel": channel}}, "title")
    assert (found.state, found.why) == (State.UNKNOWN, Why.MALFORMED)
    assert "by which a record cannot speak" in found.problem
    assert field({"title": {"value": "A"}}, "title").observations[0].channel is Channel.CALLER


def test_one_policy_more_takes_nothing_from_what_is_settled():
    assert field({"policies": {}}, "policies").complete
    assert field({"policies": {}, "masthead": "https://a.example/m"}, "policies").complete
    assert not field({"masthead": "https://a.example/m"}, "policies").complete


def test_identities_and_what_is_said_of_an_author():
    author = field(
        {
            "author": {
                "name": "Jane Doe",
                "sameAs": ["https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0098"],
                "email": "jane@tarnmoor.example",
                "jobTitle": "Reporter",
            }
        },
        "authors",
    ).values[0]
    assert [i.kind for i in author.identities] == ["orcid", "email"]
    assert author.about is True
    plain = field({"authors": ["Jane Doe"]}, "authors").values[0]
    assert (plain.identities, plain.about) == (None, None)
    assert field({"author": {"name": "Jane Doe", "url": ""}}, "authors").values[0].identities == ()


@pytest.mark.parametrize(("name", "kind"), [("Jane Doe", "organisation"), ("admin", "role_account")])
def test_an_organisation_is_one_whatever_its_name_looks_like_and_a_role_account_never(name, kind):
    (author,) = field({"author": {"name": name, "@type": "Organization"}}, "authors").values
    assert author.kind == kind


@pytest.mark.parametrize("record", [None, [], "text", 5, True, {1: 2}])
def test_what_is_no_record(record):
    with pytest.raises(InputError):
        Document.from_record(record)


@pytest.mark.parametrize(
    ("record", "pointer"),
    [
        ({"has_author": True, "authors": []}, "/has_author"),
        ({"has_author": True, "authors": ["admin"]}, "/has_author"),
        ({"has_author": True, "observed": ["authors"]}, "/has_author"),
        ({"duplicated": True, "derivations": []}, "/duplicated"),
        ({"duplicated": False, "derivations": [{"kind": "exact"}]}, "/duplicated"),
        ({"claims_cited": [1, 2], "claims": []}, "/claims_cited"),
        ({"attributed": True, "attributions": [{"source": None}]}, "/attributed"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(record, pointer):
    with pytest.raises(InputError) as caught:
        Document.from_record(record)
    assert caught.value.pointer == pointer


@pytest.mark.parametrize(
    "record",
    [
        {"has_author": False, "authors": ["Jane Doe"]},
        {"has_author": True, "authors": None},
        {"duplicated": True, "derivations": [{"kind": "overlap"}, 5]},
    ],
)
def test_a_record_that_only_says_more_is_not(record):
    assert Document.from_record(record)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ({"id": "a"}, "a"),
        ({"id": 5}, "5"),
        ({"id": 0}, "0"),
        ({"id": -7}, "-7"),
        ({"id": 1859000000000000001}, "1859000000000000001"),
        ({"id": 2**128 - 1}, str(2**128 - 1)),
        ({"id": 2**128}, "x:1"),
        ({"id": 10**5000}, "x:1"),
        ({"id": 7.0}, "7.0"),
        ({"id": float("inf")}, "x:1"),
        ({"id": float("nan")}, "x:1"),
        ({"id": None}, "x:1"),
        ({"id": ""}, "x:1"),
        ({"id": {}}, "x:1"),
        ({"id": True}, "x:1"),
        ({}, "x:1"),
    ],
)
def test_ids(record, name):
    assert Document.from_record(record, default_id="x:1").id == name


def test_other_keys_are_ignored_and_named():
    assert Document.from_record({"id": "a", "zeta": 1, "alpha": 2}).ignored == ("alpha", "zeta")


def test_the_digest_does_not_hang_on_the_order_of_keys():
    assert (
        Document.from_record({"id": "a", "title": "b"}).digest
        == Document.from_record({"title": "b", "id": "a"}).digest
    )
    with pytest.raises(InputError):
        _ = Document.from_record({"id": "a", "x": [{1, 2}]}).digest


def test_every_field_has_its_spellings():
    assert set(SPELLINGS) == set(FIELDS)
    assert len({key for keys in SPELLINGS.values() for key in keys}) == sum(map(len, SPELLINGS.values()))


@pytest.mark.parametrize("key", ["id", "title", "text", "authors", "links", "policies", "zeta\udfff"])
def test_halves_of_characters_never_get_into_a_record(key):
    values = {
        "authors": ["Jane \ud800Doe"],
        "links": [{"url": "https://a.example/\udfff"}],
        "policies": {"masthead": "\ud800x"},
    }
    document = Document.from_record({key: values.get(key, "\ud800 She said so.")})
    json.dumps(provenance.score(document).to_record(), ensure_ascii=False).encode("utf-8")


def test_a_record_of_endless_depth_is_refused():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(InputError):
        Document.from_record({"authors": deep})


def test_what_keys_give_hangs_neither_on_their_order_nor_on_who_came_before():
    record = {"title": "Quay", "headline": "Harbour", "zeta": 1, "observed": ["authors", "moon"], "alpha": 2}
    backwards = dict(reversed(record.items()))
    for _ in range(2):
        read, again = Document.from_record(record), Document.from_record(backwards)
        assert read.fields == again.fields
        assert read.ignored == again.ignored == ("alpha", "observed/moon", "zeta")
        assert read.authors.complete
        mapped = Document.from_record(record, columns={"authors": "observed", "title": "zeta"})
        assert mapped.fields.keys() == {"authors", "title"}


def test_keys_that_are_no_strings_are_refused_each_time():
    for key, said in [(1, "a number"), (True, "a boolean"), (1, "a number")]:
        with pytest.raises(InputError, match=said):
            Document.from_record({key: 2})


class Desk(enum.StrEnum):
    NEWS = "news"


@pytest.mark.parametrize(
    ("given", "as_json"),
    [
        ({"published": dt.date(2024, 5, 1)}, {"published": "2024-05-01"}),
        (
            {"published": dt.datetime(2024, 5, 1, 12, 30, tzinfo=dt.UTC)},
            {"published": "2024-05-01T12:30:00+00:00"},
        ),
        ({"id": uuid.UUID(int=5)}, {"id": "00000000-0000-0000-0000-000000000005"}),
        ({"authors": ("Jane Doe",)}, {"authors": ["Jane Doe"]}),
        ({"authors": {"Jane Doe"}}, {"authors": ["Jane Doe"]}),
        ({"authors": ({"name": "Jane Doe", "born": dt.date(1990, 1, 1)},)}, None),
        ({"section": Desk.NEWS}, {"section": "news"}),
        ({"title": b"A bridge"}, {"title": "A bridge"}),
        ({"repetition": Decimal("0.25")}, {"repetition": 0.25}),
        ({"x": MappingProxyType({"y": 1})}, {"x": {"y": 1}}),
        ({"@graph": [{"@type": "NewsArticle", "datePublished": dt.date(2024, 5, 1)}]}, None),
    ],
)
def test_values_of_python_are_read_as_json_writes_them(given, as_json):
    document = Document.from_record(given)
    as_json = as_json or json.loads(json.dumps(given, default=str))
    expected = Document.from_record(as_json)
    assert (document.id, document.fields, document.digest) == (expected.id, expected.fields, expected.digest)
    assert Document.from_record(MappingProxyType(given)).id == expected.id


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"x": object()}, "/x: expected a JSON value, found one of type object"),
        (
            {"x": [1], "y": (len,)},
            "/y/0: expected a JSON value, found one of type builtin_function_or_method",
        ),
        ({"x": ({3: 4},)}, "/x/0: the keys of an object are strings, found one of type int"),
        ({"x": Decimal("Infinity")}, "a decimal number that is none"),
    ],
)
def test_what_json_has_no_place_for_is_refused(given, said):
    with pytest.raises(InputError) as caught:
        Document.from_record(given)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"published": ["x"]}, "published: expected the name of a column, found ['x']"),
        ({"published": 3}, "published: expected the name of a column, found 3"),
        ("abc", "expected the name of a column for each field, found 'abc'"),
        ([("published", "x")], "expected the name of a column for each field, found [("),
        ({3: "x"}, "there is no field 3"),
    ],
)
def test_columns_that_are_none(columns, said):
    for read in (
        Document.from_record,
        lambda record, columns: Scorer().score_many([record], columns=columns),
    ):
        with pytest.raises(ConfigurationError) as caught:
            read({"id": "a"}, columns=columns)
        assert said in str(caught.value)


@pytest.mark.parametrize(
    "value", [1794441600, 1794441600000, 1794441600.0, "1794441600", "20261112000000", [1794441600]]
)
def test_a_date_as_a_number(value):
    """Seconds and milliseconds since 1970, and what web archives write, are moments."""
    read = Document.from_record({"published": value}).published
    assert [(date.value[:19], date.precision) for date in read.values] == [("2026-11-12T00:00:00", "second")]


def test_a_year_that_a_frame_keeps_as_a_float_is_a_year_and_nan_is_nothing():
    assert Document.from_record({"published": 2018.0}).published.values[0].value == "2018"
    assert Document.from_record({"published": float("nan"), "authors": float("nan")}).fields == {}


def test_what_recurs_reads_the_same_however_much_came_between(monkeypatch):
    monkeypatch.setattr("provenance.record.values._MOST_REMEMBERED", 2)
    records = [{"section": f"Part {n}", "date": f"201{n}"} for n in (*range(5), *range(5))]
    seen = [
        (document.section.first, document.published.first.value)
        for document in map(Document.from_record, records)
    ]
    assert seen == [(record["section"], record["date"]) for record in records]
