"""Identifiers and their check digits; what lasts and what is primary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.values.hosts import read_host
from provenance.values.identifiers import (
    Identifier,
    is_persistent,
    is_primary,
    is_primary_host,
    read_identifier,
)

READ = [
    ("10.1234/Tarn.5", "doi", "10.1234/tarn.5", None),
    ("doi:10.1234/tarn.5.", "doi", "10.1234/tarn.5", None),
    ("DOI 10.1234/tarn(5)6", "doi", "10.1234/tarn(5)6", None),
    ("DOI: 10.1234/tarn)", "doi", "10.1234/tarn", None),
    ("10.1234/tarn[5].", "doi", "10.1234/tarn[5]", None),
    ("https://doi.org/10.1234/Tarn.5", "doi", "10.1234/tarn.5", None),
    ("HTTP://DX.DOI.ORG/10.1234/tarn?x#y", "doi", "10.1234/tarn", None),
    ("https://www.doi.org/10.1234/a%2Fb", "doi", "10.1234/a/b", None),
    ("10.1234/ÄB", "doi", "10.1234/Äb", None),
    ("ISBN 978-0-306-40615-7", "isbn", "9780306406157", True),
    ("ISBN-13: 978 0 306 40615 7", "isbn", "9780306406157", True),
    ("ISBN-10 0-306-40615-2", "isbn", "9780306406157", True),
    ("isbn:080442957X", "isbn", "9780804429573", True),
    ("urn:isbn:0306406152", "isbn", "9780306406157", True),
    ("978‑0‑306‑40615‑7", "isbn", "9780306406157", True),
    ("ISBN 978-0-306-40615-8", "isbn", "9780306406158", False),
    ("ISBN 0-306-40615-3", "isbn", "9780306406157", False),
    ("ISSN 0378-5955", "issn", "0378-5955", True),
    ("eISSN: 2434-561x", "issn", "2434-561X", True),
    ("ISSN 0378-5954", "issn", "0378-5954", False),
    ("https://portal.issn.org/resource/ISSN/0378-5955", "issn", "0378-5955", True),
    ("0000-0002-1825-0097", "orcid", "0000-0002-1825-0097", True),
    ("ORCID iD: 0000-0002-1694-233X", "orcid", "0000-0002-1694-233X", True),
    ("https://orcid.org/0000-0002-1825-0098", "orcid", "0000-0002-1825-0098", False),
    ("ISNI 0000 0001 2103 2683", "isni", "0000000121032683", True),
    ("https://isni.org/isni/0000000121032684", "isni", "0000000121032684", False),
    ("arXiv:2101.00001v2", "arxiv", "2101.00001", None),
    ("arxiv hep-th/9901001", "arxiv", "hep-th/9901001", None),
    ("https://arxiv.org/pdf/2101.00001v1.pdf", "arxiv", "2101.00001", None),
    ("PMID: 12345", "pmid", "12345", None),
    ("https://pubmed.ncbi.nlm.nih.gov/12345/", "pmid", "12345", None),
    ("PMC12345", "pmcid", "PMC12345", None),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/pdf/", "pmcid", "PMC12345", None),
    ("hdl:2027/tarn.1", "handle", "2027/tarn.1", None),
    ("https://hdl.handle.net/2027/tarn.1", "handle", "2027/tarn.1", None),
    ("hdl:10.1234/tarn", "doi", "10.1234/tarn", None),
]

REFUSED = [
    "", " ", "doi", "doi:", "ISBN", "10.1234/", "10.12/tarn", "11.1234/tarn", "(10.1234/tarn)", "the DOI 10.1234/tarn", "10.1234/a b",
    "9780306406158", "978", "0306406152", "0378-5955", "2019-2020", "ISBN 12345", "ISBN 97803064061X7", "ISBN 978030640615X", "ISBN 1234567890123", "ISSN 1234", "ISNI 1", "orcid:1",
    "arXiv:2113.00001", "arXiv:x", "PMID: 0", "PMID x", "PMC", "PMCx", "pmcid: x", "hdl:x", "isbn:٩٧٨٠٣٠٦٤٠٦١٥٧", "https://doi.org/", "https://doi.org", "https://doi.org/tarn",
    "https://tarnmoor.org/10.1234/tarn", "https://evil.org@doi.org", "https://arxiv.org/list/cs", "https://doi.org:99999/10.1234/tarn", "https://", "10.1234/" + "x" * 3000,
]  # fmt: skip


@pytest.mark.parametrize(("text", "scheme", "value", "valid"), READ, ids=[row[0] for row in READ])
def test_an_identifier_has_one_spelling(text, scheme, value, valid):
    assert read_identifier(text) == Identifier(scheme, value, valid)
    assert read_identifier(f" {text} ") == Identifier(scheme, value, valid)


@pytest.mark.parametrize("text", REFUSED, ids=[text[:40] for text in REFUSED])
def test_nothing_else_is_one(text):
    assert read_identifier(text) is None


@given(
    st.text()
    | st.from_regex(r"(doi:|isbn |issn |orcid |isni |arxiv:|pmid |hdl:)[0-9Xx./ -]{0,20}", fullmatch=True)
)
def test_any_text_is_answered_and_answers_are_stable(text):
    known = read_identifier(text)
    if known is not None and known.valid is not False:
        assert read_identifier(f"{known.scheme}:{known.value}") == known
    assert is_persistent(text) in {True, False}
    assert is_primary(text) in {True, False}


@given(st.integers(0, 10**9 - 1), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_seen(number, place, change):
    nine = f"{number:09}"
    check = -sum((10 - i) * int(c) for i, c in enumerate(nine)) % 11
    right = nine + ("X" if check == 10 else str(check))
    wrong = right[:place] + str((int(right[place]) + change) % 10) + right[place + 1 :]
    assert read_identifier(f"ISBN {right}").valid is True
    assert read_identifier(f"ISBN {wrong}").valid is False


@pytest.mark.parametrize(
    ("target", "persistent", "primary"),
    [
        ("doi:10.1234/tarn", True, True),
        ("https://doi.org/10.1234/tarn", True, True),
        ("arXiv:2101.00001", True, True),
        ("ISBN 978-0-306-40615-7", True, False),
        ("ISBN 978-0-306-40615-8", False, False),
        ("https://orcid.org/0000-0002-1825-0098", False, False),
        ("https://web.archive.org/web/2020/https://tarnmoor.org/", True, False),
        ("https://perma.cc/AB12-CD34", True, False),
        ("https://web.archive.org/", False, False),
        ("https://tarnmoor.org/a", False, False),
        ("https://www.gov.uk/a", False, True),
        ("https://sp.gov.br/a", False, True),
        ("https://x.go.jp/a", False, True),
        ("https://www.tarnmoor.gov/a", False, True),
        ("https://www.who.int/a", False, True),
        ("https://www.bundestag.de/a", False, True),
        ("https://curia.europa.eu/a", False, True),
        ("https://zenodo.org/records/1", False, True),
        ("https://go.com/", False, False),
        ("https://gov.tarnmoor.com/", False, False),
        ("https://who.int.evil.com/", False, False),
        ("https://notbundestag.de/", False, False),
        ("https://gov.github.io/", False, False),
        ("http://127.0.0.1/", False, False),
        ("not a target", False, False),
    ],
)
def test_what_lasts_and_what_is_primary(target, persistent, primary):
    assert is_persistent(target) is persistent
    assert is_primary(target) is primary


def test_a_host_of_an_authority():
    assert is_primary_host(read_host("gov.uk"))
    assert not is_primary_host(read_host("localhost"))


@pytest.mark.parametrize("piece", ["1", "10.", "-", "978-", "(", ".", " "])
def test_long_hostile_text_is_answered_at_once(piece):
    for prefix in ("", "ISBN ", "doi:", "https://doi.org/", "https://arxiv.org/abs/"):
        read_identifier(prefix + piece * 100_000)
        read_identifier((prefix + piece * 2000)[:2048])
