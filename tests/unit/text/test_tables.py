import pytest

from provenance.text.tables import source, table


@pytest.mark.parametrize("name", ["en", "languages", "references", "residue"])
def test_every_table_is_parsed_once(name):
    assert table(name) is table(name)
    assert source(name)


def test_a_missing_table_is_an_error():
    with pytest.raises(FileNotFoundError):
        source("nonsense")


def test_labels_are_written_as_they_are_compared():
    rows = table("residue")
    for beginnings in (*rows["residue"]["beginnings"].values(), rows["boilerplate"]["beginnings"]["all"]):
        assert all(beginning == beginning.casefold() and len(beginning) >= 3 for beginning in beginnings)


def test_no_language_shares_its_words_with_its_rivals():
    for script in ("latin", "cyrillic", "arabic"):
        for language, row in table("languages")[script].items():
            assert not set(row["words"].split()) & set(row.get("rivals", "").split()), language
            assert not set(row.get("letters", "")) & set(row.get("without", "")), language
