"""The report as a browser shows it: nothing is asked of anybody, nothing runs, everybody can read it.

Needs Chromium with its driver, selenium and axe (the tox environment `browser`).
"""

import json
import shutil

import pytest

from provenance import Document, Scorer
from provenance.render.report import Page, report

webdriver = pytest.importorskip("selenium.webdriver")
axe_selenium = pytest.importorskip("axe_selenium_python")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("Chromium and its driver are not installed", allow_module_level=True)

TEXT = """The bridge in Quillbeck will close on Monday, said Edda Lund, the mayor of Quillbeck.
Critics say that the council acted too late.
In 2019 the repairs cost 3.2 million crowns.
In 2019 the repairs cost 3.2 million crowns.
"""
HOSTILE = '<script>document.title = "run"</script><img src="https://evil.example/x.png" onerror="alert(1)">'
OPTIONS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
)
RECORDS = [
    {
        "id": "a",
        "title": "A bridge closes",
        "text": TEXT,
        "authors": ["Edda Hale"],
        "url": "https://quillbeck.example/a",
    },
    {"id": HOSTILE, "title": HOSTILE, "text": HOSTILE + TEXT, "authors": []},
]


def written(path, records, **options):
    scorer = Scorer(as_of="2026-01-01")
    found = (Document.from_record(record) for record in records)
    pages = [Page(scorer.score(document).to_record(), document.text.first) for document in found]
    path.write_text("".join(report(pages, **options)), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    for option in (*OPTIONS.split(" "), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=webdriver.ChromeService(shutil.which("chromedriver")), options=options)
    yield driver
    driver.quit()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 360])
@pytest.mark.parametrize(("records", "in_full"), [(RECORDS[:1], 1), (RECORDS, 0), (RECORDS[1:], 1)])
def test_it_can_be_read_by_everybody(browser, tmp_path, records, in_full, width, scheme):
    browser.set_window_size(width, 900)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(written(tmp_path / "report.html", records, in_full=in_full))
    axe = axe_selenium.Axe(browser)
    axe.inject()
    found = [(each["id"], each["nodes"][0]["html"]) for each in axe.run()["violations"]]
    assert found == []
    if records == RECORDS[:1]:  # a page without hostile words has none that a phone could not break
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_it_asks_nobody_and_nothing_in_it_runs(browser, tmp_path):
    browser.get_log("performance")
    browser.get_log("browser")
    page = written(tmp_path / "report.html", RECORDS)
    browser.get(page)
    assert browser.title == "Provenance of 2 documents"
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("chrome", "data:"))] == [page]
    assert browser.execute_script("return document.images.length + document.scripts.length") == 0


def test_the_overview_can_be_put_in_order_without_a_script(browser, tmp_path):
    browser.get(written(tmp_path / "report.html", RECORDS, in_full=0))
    entries = browser.find_elements("css selector", ".entries > li")
    browser.find_element("css selector", "label[for=by-name]").click()
    assert entries[1].location["y"] < entries[0].location["y"]
    browser.find_element("css selector", "label[for=by-given]").click()
    assert entries[0].location["y"] < entries[1].location["y"]
