"""The same notebooks in JupyterLab: same widgets, same answers."""

import pytest
from kit import running, stored
from playwright.sync_api import expect

from workshop.model import Edit
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import FileStore

pytestmark = pytest.mark.browser

SENTENCE = "The purpose, in one sentence"
WORDS = "Nobody goes through a change alone"


def run_all(page, lab, name):
    """Open a notebook in JupyterLab and run all of it, as its menu does."""
    page.goto(f"{lab.origin}/lab/tree/{name}.ipynb")
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()


def test_an_answer_given_in_the_lab_is_there_in_the_app(browser_of_a_person, tmp_path):
    page = browser_of_a_person().new_page()
    with running(tmp_path / "data", command="lab") as lab:
        page.goto(lab.address)
        run_all(page, lab, "02_purpose")
        field = page.get_by_label(SENTENCE)
        field.fill(WORDS, timeout=60_000)
        assert stored(tmp_path / "data", "purpose/sentence", WORDS) == WORDS
    with running(tmp_path / "data") as kit:
        page.goto(kit.address)
        page.goto(kit.page("02_purpose"))
        expect(page.get_by_label(SENTENCE)).to_have_value(WORDS, timeout=20_000)


def test_the_map_is_drawn_and_answered_in_the_lab(browser_of_a_person, tmp_path):
    session = Session(FileStore(tmp_path / "data"))
    for id, name in (("k1", "Harbour"), ("k2", "Lantern"), ("k3", "Kite")):
        session.edit(Edit(f"people/{id}", {"name": name, "seat": "five"}))
    page = browser_of_a_person().new_page()
    with running(tmp_path / "data", command="lab") as lab:
        page.goto(lab.address)
        run_all(page, lab, "04_alliance_map")
        pair = page.get_by_role("group", name="Harbour and Lantern", exact=True)
        pair.get_by_role("radio", name="Yes").check(timeout=60_000)
        assert stored(tmp_path / "data", "ties/k1~k2/knows", "yes") == "yes"


def test_a_file_is_handed_over_in_the_lab(browser_of_a_person, tmp_path):
    session = Session(FileStore(tmp_path / "data"))
    session.edit(Edit("purpose/sentence", WORDS))
    page = browser_of_a_person().new_page()
    with running(tmp_path / "data", command="lab") as lab:
        page.goto(lab.address)
        run_all(page, lab, "09_commit")
        with page.expect_download(timeout=90_000) as download:
            page.get_by_role("button", name="All your answers").click(timeout=60_000)
        assert download.value.suggested_filename == "coalition-workbook.json"
        assert read(download.value.path().read_bytes()).workbook == session.workbook
