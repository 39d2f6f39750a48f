"""An exercise done with a case in place of one's own answers, and the way back."""

import pytest
from kit import running, stored
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CASE = "making-change-stick"
SENTENCE = "The purpose, in one sentence"
OWN = "Nobody goes alone"


def purpose(page, kit, query=""):
    page.goto(kit.page("02_purpose") + query)
    field = page.get_by_label(SENTENCE)
    expect(field).to_be_visible(timeout=20_000)
    return field


def saved(page):
    expect(page.locator(".cw-save")).to_have_text("Saved", timeout=10_000)


def test_what_is_changed_in_a_case_is_kept_apart_and_found_again(tab, kit):
    purpose(tab, kit).fill(OWN)
    saved(tab)
    tab.get_by_text("Do this exercise with a case instead").click()
    tab.get_by_role("link", name="Making change stick").click()
    field = tab.get_by_label(SENTENCE)
    expect(field).not_to_have_value(OWN, timeout=20_000)
    field.fill("Ours to try")
    saved(tab)
    assert stored(kit.folder / "cases" / CASE, "purpose/sentence", "Ours to try") == "Ours to try"
    tab.reload()
    expect(tab.get_by_label(SENTENCE)).to_have_value("Ours to try", timeout=20_000)
    tab.get_by_role("link", name="Back to my own answers").first.click()
    expect(tab.get_by_label(SENTENCE)).to_have_value(OWN, timeout=20_000)
    assert stored(kit.folder, "purpose/sentence", OWN) == OWN


def test_the_journey_stays_with_the_case_and_the_first_page_does_not(tab, kit):
    purpose(tab, kit, f"?case={CASE}")
    tab.get_by_role("link", name="Next:").click()
    tab.wait_for_url(f"**/03_five_people.ipynb?case={CASE}")
    tab.goto(f"{kit.origin}/")
    assert "case" not in tab.url


def test_a_case_that_is_not_there_is_a_page_that_is_not_there(tab, kit):
    answer = tab.goto(kit.page("02_purpose") + "?case=nosuch")
    assert answer.status == 404
    expect(tab.get_by_role("link")).to_contain_text("Go to where you left off")


def test_a_demo_shows_the_case_that_it_was_asked_for(tmp_path, browser_of_a_person):
    with running(tmp_path, CASE, command="demo") as kit:
        page = browser_of_a_person().new_page()
        page.goto(kit.address)
        purpose(page, kit)
        expect(page.locator(".cw-example")).to_contain_text("Making change stick")
