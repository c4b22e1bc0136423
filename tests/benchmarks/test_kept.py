"""What is measured is written down once: kept results, a report, and the page of the documentation that shows them."""

import pytest

from benchmarks import documented, results
from benchmarks.figures import written
from benchmarks.invented.records import lines, records
from benchmarks.report import report, table

ROWS = {"ours": {"paired": 4.04, "over_ours": 1.0}, "peer": {"note": "not installed: peer"}}
CONDITIONS = {
    "day": "2026-11-21",
    "python": "CPython 3.11.7",
    "system": "Linux x86_64",
    "cores": 2,
    "load": 0.3,
}
CONDITIONS |= {"provenance": "0.1", "peers": {"peer": "1.2"}}


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), ("not installed", "not installed"), (0.0854, "0.085"), (1.04, "1.0"), (1.06, "1.1"), (9.96, "10"),
     (13.4, "13"), (123.4, "123"), (237.0, "240"), (15_230.0, "15,200")],
)  # fmt: skip
def test_a_figure_has_the_digits_that_are_known(value, shown):
    assert written(value) == shown


def test_a_peer_that_is_not_there_is_a_row_that_says_so():
    assert table(ROWS).splitlines()[2:] == ["| ours | 4.0 | 1.0 |", "| peer | not installed: peer |  |"]


def test_a_report_compares_with_what_was_kept():
    kept = {"conditions": CONDITIONS, "parts": {"texts": {"ours": {"paired": 2.02}}}}
    found = report(
        {"conditions": CONDITIONS, "parts": {"texts": ROWS}}, against=kept, plots={"texts": "texts.svg"}
    )
    assert "| ours | 4.0 | 1.0 | 2.00 |" in found
    assert "![What else goes over texts](texts.svg)" in found
    assert "Beside peer 1.2." in found


def test_results_are_kept_part_by_part(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "KEPT", tmp_path)
    for version, part in (("0.2", "api"), ("0.2", "texts"), ("0.10", "texts"), ("0.9", "texts")):
        results.keep(version, {"conditions": CONDITIONS, "parts": {part: ROWS}})
    assert results.read(tmp_path / "0.2.json") == {
        "conditions": CONDITIONS,
        "parts": {"api": ROWS, "texts": ROWS},
    }
    assert results.latest() == results.read(tmp_path / "0.10.json")


def test_the_page_shows_the_kept_results():
    page, kept = documented.PAGE.read_text("utf-8"), results.latest()
    assert page.count("<!-- costs: ") >= 8
    assert documented.refreshed(page, kept) == page


def test_invented_records_are_the_same_from_the_same_seed():
    first, again, other = (list(lines(records(seed), 20)) for seed in (1, 1, 2))
    assert first == again != other
    assert all(4000 <= len(line.encode()) <= 5500 for line in first)
