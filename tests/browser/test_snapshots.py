"""Snapshots in a real browser: kept by a button and by printing, compared with, removed and brought back."""

from datetime import UTC, datetime

import pytest
from chromium import violations
from hands import Hands
from kit import running
from playwright.sync_api import expect

from workshop.content import case
from workshop.model import Document
from workshop.model.document import read
from workshop.storage import FileStore

pytestmark = pytest.mark.browser

KEEP = "Keep today as a snapshot"


@pytest.fixture
def kit(tmp_path):
    """The kit with two snapshots in it, of 9 May 2023 and 16 September 2025."""
    folder = tmp_path / "data"
    FileStore(folder).save(Document(read(case("outlived-role")).workbook, 1))
    with running(folder) as started:
        yield started


@pytest.fixture
def refresh(kit, tab):
    tab.goto(kit.page("10_refresh"))
    tab.wait_for_selector(".cw-change .cw-node", timeout=30_000)
    return tab


def stored(kit):
    return [kept.day for kept in FileStore(kit.folder).load().workbook.snapshots]


def today():
    return datetime.now(UTC).astimezone().date().isoformat()


def test_today_is_kept_once_a_day_with_one_button(kit, refresh):
    for _ in range(2):
        refresh.locator(".cw-snapshots").get_by_role("button", name=KEEP).click()
        expect(refresh.locator(".cw-snapshots .cw-keep-said")).to_contain_text("Kept")
    expect(refresh.locator(".cw-snapshots .cw-person")).to_have_count(3)
    assert stored(kit) == ["2023-05-09", "2025-09-16", today()]


def test_another_day_is_compared_with_on_this_page(kit, refresh):
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("16 September 2025")
    refresh.get_by_text("9 May 2023").first.click()
    refresh.get_by_role("button", name="Compare with today").click()
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("9 May 2023")
    expect(refresh.get_by_role("button", name="Compared with today", pressed=True)).to_have_count(1)
    assert stored(kit) == ["2023-05-09", "2025-09-16"]


def test_a_snapshot_that_was_removed_comes_back(kit, refresh):
    refresh.get_by_role("button", name="Remove 16 September 2025").click()
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("9 May 2023")
    refresh.locator(".cw-snapshots").get_by_role("button", name="Undo").click()
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("16 September 2025")
    assert stored(kit) == ["2023-05-09", "2025-09-16"]


def test_a_note_is_written_beside_a_day(refresh):
    refresh.get_by_label("A note to yourself").first.fill("after the merger")
    expect(refresh.locator(".cw-snapshots .cw-sub").first).to_contain_text("after the merger")


def test_making_the_page_to_keep_keeps_today(kit, tab):
    tab.goto(kit.page("09_commit"))
    with tab.expect_download(timeout=60_000) as page:
        tab.get_by_role("button", name="Make the PDF").click(timeout=30_000)
    expect(tab.locator(".cw-snapshots .cw-person")).to_have_count(3)
    assert page.value.suggested_filename == "coalition-playbook.pdf"
    assert stored(kit)[-1] == today()


def test_everything_is_done_by_keyboard(kit, refresh):
    hands = Hands(refresh)
    hands.press(KEEP)
    expect(refresh.locator(".cw-snapshots .cw-person")).to_have_count(3)
    hands.open_card("9 May 2023")
    hands.press("Compare with today", card="9 May 2023")
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("9 May 2023")
    hands.press("Remove 9 May 2023")
    assert hands.focused()["summary"]
    expect(refresh.locator(".cw-change figcaption")).to_contain_text("16 September 2025")
    assert stored(kit) == ["2025-09-16", today()]


def test_without_a_snapshot_every_question_is_there_and_nothing_is_wrong(tmp_path, browser_of_a_person):
    with running(tmp_path / "empty") as kit:
        page = browser_of_a_person().new_page()
        page.goto(kit.address)
        page.goto(kit.page("10_refresh"))
        page.wait_for_selector(".cw-change .cw-empty", timeout=30_000)
        page.locator(".cw-snapshots").get_by_role("button", name=KEEP).click()
        expect(page.locator(".cw-snapshots .cw-keep-said")).to_contain_text("nothing to keep yet")
        page.get_by_role("group", name="Has your own role changed?").get_by_label("No", exact=True).check()
        assert violations(page) == []
