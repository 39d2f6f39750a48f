"""Files to take with you from the kit itself: whole, made in memory, real names in them alone."""

import re

import pytest
from kit import running
from playwright.sync_api import expect

from workshop.content import exercise
from workshop.content.worked import worked
from workshop.model import Document
from workshop.storage import FileStore

pytestmark = pytest.mark.browser

BUTTONS = {
    file["what"]: re.compile(rf"{file['button']}\W+{file['title']}")
    for file in exercise("09_commit")["steps"]["take"]["files"]
}
REAL = "Zwanzigmann"


@pytest.fixture
def kit(tmp_path):
    """The kit with the answers of a case as somebody's own."""
    folder = tmp_path / "data"
    FileStore(folder).save(Document(worked("making-change-stick").workbook, 1))
    with running(folder) as started:
        yield started


def taken(page, what):
    """Press the button of a file and return its bytes."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=BUTTONS[what]).click()
    return download.value.path().read_bytes()


def files_in(folder):
    """Every file in a folder, the earlier revisions of the workbook as one."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return {"history" if name.startswith("history/") and name.endswith(".json") else name for name in found}


def test_files_are_taken_and_none_is_left_behind(tab, kit):
    tab.goto(kit.page("09_commit"))
    expect(tab.locator(".cw-save")).to_have_text("Saved", timeout=20_000)
    tab.locator(".cw-take-names summary").click(timeout=20_000)
    tab.get_by_label("Real name of Kite", exact=True).fill(REAL)
    before = files_in(kit.folder)
    starts = {"pdf": b"%PDF-", "calendar": b"BEGIN:VCALENDAR", "slides": b"PK"}
    found = {what: taken(tab, what) for what in starts}
    assert {what: content[: len(starts[what])] for what, content in found.items()} == starts
    assert REAL.encode() in found["calendar"].replace(b"\r\n ", b"")
    assert files_in(kit.folder) - before <= {"workbook.json", "history"}
    texts = [path.read_bytes() for path in kit.folder.rglob("*") if path.is_file()]
    assert not [text for text in texts if REAL.encode() in text or text.startswith(tuple(starts.values()))]
    assert FileStore(kit.folder).load().workbook.snapshots
