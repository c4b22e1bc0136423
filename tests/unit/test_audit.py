"""Audit records: recomputed from themselves, refused with the place where they differ."""

import copy
import json

import pytest

from provenance import AuditError, Document, Policy, Scorer, verify
from provenance.audit import conclusion, is_of_these_tables, recompute
from provenance.audit.sealing import rows_of
from provenance.codec import canonical, digest_of
from provenance.inspection import evidence, written
from provenance.inspection.rereading import is_as_stated
from provenance.registry import Registry
from provenance.values.dates import read_date

TEXT = "“The bridge will close,” said Edda Lund, the mayor of Quillbeck.\nIn 2019 the repairs cost 3.2 million crowns.\nIt is believed that critics say so [1].\n"
RECORD = {
    "id": "a",
    "url": "https://tarnmoorherald.example/2024/a",
    "canonical": "https://tarnmoorherald.example/2024/a",
    "title": "A bridge",
    "authors": [
        {"name": "Jane Doe", "sameAs": "https://orcid.org/0000-0002-1825-0097", "jobTitle": "Reporter"}
    ],
    "publisher": "Tarnmoor Herald",
    "published": "2024-05-01",
    "retrieved": "2024-06-01",
    "policies": {"correctionsPolicy": "https://tarnmoorherald.example/c"},
    "text": TEXT,
    "links": ["https://quillbeck.gov/report", "https://doi.org/10.5555/12345678"],
    "citations": [{"title": "Bolts", "author": "A. Kerr", "date": "2019"}],
    "derivations": [
        {"document": "a", "source": "b", "kind": "partial", "direction": "dated", "credit": "none"}
    ],
    "language": "en",
}
LISTS = {
    "id": "b",
    "text": "",
    "attributions": [{"source": {"kind": "person", "text": "Edda Lund"}}],
    "claims": [{"support": "none", "start": 0, "end": 5}],
    "repetition": 0.2,
    "has_author": False,
}
SCORER = Scorer(as_of="2024-07-01", protected=["tarnmoorherold.example"], affiliates=["quillbeck.gov"])


def record_of(record=RECORD):
    return SCORER.score(Document.from_record(copy.deepcopy(record))).to_record()


def resealed(record):
    """What a forger makes: the record with a digest that fits it."""
    rest = {key: value for key, value in record.items() if key != "digest"}
    return {**rest, "digest": digest_of(canonical(rest))}


LABELLED = {
    "id": "c",
    "text": "Bezahlter Beitrag.\nDie alte Stadt liegt am Fluss, und sie hat einen kleinen Hafen mit zwei Kais, an denen im "
    "Winter nicht viel zu sehen ist, weil die Boote an Land sind.",
}


@pytest.mark.parametrize("record", [RECORD, LISTS, LABELLED], ids=["read", "brought", "labelled"])
def test_a_record_reproduces(record):
    made = record_of(record)
    again = verify(canonical(made))
    assert again.to_record() == made
    shown = SCORER.score(Document.from_record(copy.deepcopy(record))).explain()
    assert again.explain().splitlines()[:8] == shown.splitlines()[:8]
    assert canonical(json.loads(canonical(made))) == canonical(made)


def test_a_record_holds_integers_and_strings_only():
    def floats(value):
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        return any(map(floats, value)) if isinstance(value, list) else isinstance(value, float)

    assert not floats(record_of())


def changed(record, *path, to):
    record = copy.deepcopy(record)
    part = record
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = to
    return record


@pytest.mark.parametrize(
    ("path", "to", "pointer"),
    [
        (("result", "score"), 99_000, "/result/score"),
        (("result", "band"), "A", "/result/band"),
        (("result", "families", "author", "score"), 14_000, "/result/families/author/score"),
        (("signals", 0, "earned"), 1, "/signals/0/earned"),
        (("signals", 0, "note"), "well known", "/signals/0/note"),
        (("run", "policy", "millipoints", "author.named"), 3000, "/run/policy"),
        (("run", "policy", "id"), "theirs@1", "/run/policy/digest"),
        (("run", "policy", "digest"), "sha256:0", "/run/policy/digest"),
        (
            ("document", "fields", "authors", "observations", 0, "kind"),
            "desk",
            "/result/families/author/ceiling",
        ),
        (("signals", 0, "version"), 99, "/signals/0/version"),
        (("signals", 0, "id"), "publisher.nmed", "/signals/0/id"),
        (("schema",), "provenance.audit/9", "/schema"),
        (("document", "schema"), "x", "/document/schema"),
    ],
)
def test_a_forger_who_seals_again_is_found_out(path, to, pointer):
    with pytest.raises(AuditError) as caught:
        verify(resealed(changed(record_of(), *path, to=to)))
    assert caught.value.pointer.split("/")[1] == pointer.split("/")[1]
    assert str(caught.value).startswith(caught.value.pointer)


@pytest.mark.parametrize(
    ("path", "to"), [(("document", "ignored"), ["x"]), (("run", "library"), "0.0"), (("digest",), "x")]
)
def test_a_broken_seal_is_named(path, to):
    with pytest.raises(AuditError) as caught:
        verify(changed(record_of(), *path, to=to))
    assert caught.value.pointer == "/digest"


@pytest.mark.parametrize(
    "path",
    [
        ("run", "policy"),
        ("document", "fields"),
        ("document", "claims"),
        ("document", "id"),
        ("suspicions",),
        ("signals",),
        ("run",),
    ],
)
@pytest.mark.parametrize("to", [None, 5, [], {}, [[]]])
def test_a_record_that_is_not_whole_is_refused(path, to):
    with pytest.raises(AuditError):
        verify(resealed(changed(record_of(), *path, to=to)))


@pytest.mark.parametrize(
    "record", ["", "{", b"\xff", "5", "[" * 100_000, 5, None, {}, [], {"schema": "provenance.audit/1"}]
)
def test_what_is_no_record(record):
    with pytest.raises(AuditError):
        verify(record)


def test_a_record_in_json_names_no_key_twice():
    """Whoever reads the first of two keys would read something else than what was verified."""
    sealed = canonical(record_of()).decode()
    assert verify(sealed).id
    with pytest.raises(AuditError, match="the key 'result' stands twice"):
        verify('{"result": {"score": 100000}, ' + sealed[1:])


def test_what_json_cannot_hold_is_refused():
    with pytest.raises(AuditError):
        verify({**record_of(), "extra": float("nan")})
    with pytest.raises(AuditError):
        verify({**record_of(), "extra": {1, 2}})


OBSERVED = ("document", "fields")
EXTRA = [
    ((), "certified_by"),
    (("run",), "note"),
    (("run", "protected"), "note"),
    (("document",), "note"),
    (("document", "claims", 0), "note"),
    (("document", "attributions", 0, "source"), "note"),
    ((*OBSERVED, "url", "observations", 0, "host"), "note"),
    ((*OBSERVED, "text", "observations", 0), "value"),
    (OBSERVED, "banana"),
    (("suspicions",), "elsewhere.example"),
    (("signals", 0), "points2"),
    (("result",), "certified"),
    (("run", "policy"), "note"),
]


@pytest.mark.parametrize(("path", "key"), EXTRA)
def test_a_key_that_no_record_has_is_refused(path, key):
    record = record_of()
    part = record
    for step in path:
        part = part[step]
    part[key] = None
    with pytest.raises(AuditError) as caught:
        verify(resealed(record))
    assert caught.value.pointer.startswith("/".join(("", *map(str, path))))


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("document", "id"), 5),
        (("document", "digest"), [1]),
        (("document", "text_length"), None),
        (("document", "text_length"), 3),
        (("document", "language"), 5),
        (("document", "lexicon"), "xx"),
        (("document", "lexicon"), None),
        (("document", "links_visible"), False),
        (("document", "quoted_chars"), -5),
        (("document", "quoted_chars"), True),
        (("document", "repetition", "repeated_chars"), 10**9),
        (("document", "repetition", "repeated_chars"), -(10**9)),
        (("document", "claims", 0, "line"), 999),
        (("document", "claims", 0, "text"), "Nothing of the kind"),
        (("document", "claims", 0, "support"), "excellent"),
        (("document", "claims", 0, "end"), 10**6),
        (("document", "attributions", 0, "form"), "sung"),
        (("document", "attributions", 0, "cue"), {}),
        (("document", "attributions", 0, "source", "kind"), "pope"),
        (("document", "attributions", 0, "depth"), -1),
        (("document", "citations", 0, "kind"), "pamphlet"),
        ((*OBSERVED, "authors", "state"), "certified"),
        ((*OBSERVED, "authors", "state"), "absent"),
        ((*OBSERVED, "authors", "observations", 0, "kind"), "pope"),
        ((*OBSERVED, "authors", "observations", 0, "identities", 0, 2), "elsewhere.example"),
        ((*OBSERVED, "authors", "observations", 0, "channel"), "hearsay"),
        ((*OBSERVED, "url", "observations", 0, "host", "site"), "elsewhere.example"),
        ((*OBSERVED, "url", "observations", 0, "value"), "javascript:alert(1)"),
        ((*OBSERVED, "links", "observations", 0, "site"), "elsewhere.example"),
        ((*OBSERVED, "published", "observations", 0, "earliest"), 0),
        ((*OBSERVED, "published", "observations", 0, "value"), "2024-02-30"),
        ((*OBSERVED, "published", "observations", 0, "precision"), "minute"),
        ((*OBSERVED, "derivations", "observations", 0, "kind"), "homage"),
        ((*OBSERVED, "citations", "observations", 0, "parts"), 9),
        (("suspicions", "tarnmoorherald.example"), [[], "x.example"]),
        (("suspicions", "tarnmoorherald.example"), [["charm"], "x.example"]),
        (("run", "library"), 99),
        (("run", "suffix_list", "digest"), "x"),
        (("run", "suffix_list", "version"), "yesterday's"),
        (("run", "tables"), {}),
        (("run", "protected", "count"), -1),
        (("run", "protected", "digest"), "no"),
        (("run", "affiliates"), ["quillbeck.gov", "quillbeck.gov"]),
        (("run", "as_of", "latest"), 10**11),
        (("run", "index"), 5),
    ],
)
def test_evidence_such_as_no_document_gives_is_refused(path, to):
    record = changed(record_of(), *path, to=to)
    with pytest.raises(AuditError) as caught:
        verify(resealed(record))
    assert set(caught.value.pointer.split("/")) & {*path, "text_length", "lexicon"}


def test_a_notice_that_needs_a_lexicon_is_refused_where_there_is_none():
    record = changed(record_of(LABELLED), "document", "notices", 0, "kind", to="correction")
    with pytest.raises(AuditError) as caught:
        verify(resealed(record))
    assert caught.value.pointer == "/document/notices/0"


@pytest.mark.parametrize(("good", "of"), [(10**9, 5), (-1, 5), (5, 0), (True, 5)])
def test_more_good_ones_than_there_are_is_refused(good, of):
    record = record_of({"id": "c", "attributed": [2, 5]})
    seen = record["document"]["fields"]["attributed"]["observations"][0]
    seen.update(good=good, of=of, value=f"{good} of {of}")
    with pytest.raises(AuditError) as caught:
        verify(resealed(record))
    assert caught.value.pointer.endswith(("/good", "/of"))


def dropped(rows, name):
    return [row for row in rows if row["id"] != name]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: dropped(rows, "author.named"),
        lambda rows: dropped(rows, "publisher.lookalike"),
        lambda rows: rows[::-1],
        lambda rows: [rows[0], *rows],
        lambda rows: [],
    ],
    ids=["points", "gate", "reversed", "twice", "none"],
)
def test_rows_that_the_policy_needs_are_all_there_once_and_in_order(spoil):
    record = record_of()
    with pytest.raises(AuditError) as caught:
        verify(resealed({**record, "signals": spoil(record["signals"])}))
    assert caught.value.pointer.startswith("/signals")


def test_a_registry_without_a_signal_that_earns_nothing_verifies():
    scorer = Scorer(registry=Registry.core().without("disclosure.licence"))
    made = scorer.score(Document.from_record(copy.deepcopy(RECORD))).to_record()
    assert verify(made).to_record() == made


def test_a_cleared_suspicion_is_found_out_where_nobody_listed_anything():
    record = {"id": "d", "url": "https://tаrnmoorherald.example/"}  # the first a is Cyrillic
    made = Scorer().score(Document.from_record(record)).to_record()
    assert all(made["suspicions"].values())
    with pytest.raises(AuditError, match="suspicions"):
        verify(with_what_follows({**made, "suspicions": dict.fromkeys(made["suspicions"])}))


def with_what_follows(record):
    """What a thorough forger makes: rows and result that follow from what was changed, sealed."""
    card, _ = recompute(record, Registry.core())
    rows = rows_of(card.standing)
    return resealed({**record, "signals": rows, "result": conclusion(card.standing)})


def test_a_record_of_other_tables_verifies_with_the_hosts_that_it_keeps():
    record = record_of()
    record["run"]["suffix_list"] = {"version": "2031", "digest": "sha256:" + "0" * 64}
    record["run"]["library"] = "9.1"
    host = record["document"]["fields"]["canonical"]["observations"][0]["host"]
    host.update(site="herald.tarnmoor.example", registrable="herald.tarnmoor.example", label="herald")
    made = with_what_follows(record)
    assert not is_of_these_tables(made)
    assert verify(made).to_record() == made


DATES = (
    "2024", "2024-05", "2024-05-01", "10/11/2020", "10/11/2020 12:30", "2024-05-01T12:30:00+05:30", "1970-01-01",
    "Tue, 1 May 2024", "2024-05-01 12:30 XYZ", "3 Feb 0999", "3024年", "9999-12-31T23:59:59-14:00", "1000-01-01",
)  # fmt: skip


@pytest.mark.parametrize("stated", DATES)
def test_every_date_that_can_be_read_is_as_stated(stated):
    date = read_date(stated)
    assert date is None or is_as_stated(date)
    assert date is None or not is_as_stated(date._replace(latest=date.latest + 1))


def spoil(value):
    """Empty whatever is in *value*."""
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, (dict, list)):
            spoil(part)
    value.clear()


def test_a_record_shares_nothing_with_the_next():
    scorer = Scorer(affiliates=["quillbeck.gov"])
    assessment = scorer.score(Document.from_record({"id": "a", "authors": ["Jane Doe"]}))
    first = canonical(assessment.to_record())
    spoil(assessment.to_record())
    assert canonical(assessment.to_record()) == first
    verify(scorer.score(Document.from_record({"id": "b", "authors": ["John Roe"]})).to_record())


def test_what_was_verified_is_not_changed_through_the_record_that_was_given():
    given = record_of()
    sealed = canonical(given)
    again = verify(given)
    spoil(given)
    assert canonical(again.to_record()) == sealed


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        LISTS,
        {"id": 'q"\\\n\x1f\u2028é', "title": "“Quay” \ud800", "publisher": 'The "Herald"', "odd\x7f": 1},
        {"id": "b", "url": ["https://user@a.example:80/x", "https://medium.com/@bob/y", "nonsense"]},
        {"id": "c", "published": [{"value": "10/11/2020", "channel": "byline"}, "1970-01-01"], "modified": 5},
        {
            "id": "d",
            "links": ["/a", {"url": "https://b.example/", "start": 3, "end": 9}, "mailto:a@b.example"],
        },
        {"id": "e", "authors": ["Jane Doe", {"name": "Ada Lund", "jobTitle": "Reporter"}, 5], "title": ""},
    ],
)
def test_evidence_is_written_as_its_canonical_bytes(record):
    document = Document.from_record(record)
    assert written(document).sealed == canonical(evidence(document))


def test_rows_that_are_a_document_s_own_change_none_of_another_s():
    records = [
        {"id": "a", "authors": ["Jane Doe"]},
        {"id": "b", "author": ["Jane Doe"]},
        {"id": "c", "authors": ["Ada Lund"]},
    ]
    made = [SCORER.score(Document.from_record(record)) for record in records]
    assert len({id(assessment.card.standing) for assessment in made}) == 1
    for assessment in (*made, *made):
        fresh = Scorer(as_of="2024-07-01", protected=["tarnmoorherold.example"], affiliates=["quillbeck.gov"])
        assert assessment.to_record() == fresh.score(assessment.document).to_record()


def test_a_record_is_recomputed_with_no_more_signals_than_it_was_made_with():
    """The default policy gives points to signals that this registry does not hold."""
    own = Registry([Registry.core()["author.named"]])
    policy = Policy.from_content(
        {
            **Policy.default().content(),
            "id": "names@1",
            "millipoints": {"author.named": 10_000},
            "gates": {},
            "axes": {"source": ["author"]},
            "profiles": {},
        }
    )
    made = Scorer(policy=policy, signals=own).score(Document.from_record(RECORD))
    found = verify(made.to_record(), registry=own)
    assert found.to_record() == made.to_record()
    assert found.explain() == made.explain()
    assert found.if_false() == made.if_false()
