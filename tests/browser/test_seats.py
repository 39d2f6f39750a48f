"""Choices that cannot be taken go back to what is stored, and say why."""

import pytest
from kit import stored
from playwright.sync_api import expect

from workshop.content.worked import worked
from workshop.model import Document, Edit
from workshop.session import Session
from workshop.storage import FileStore

pytestmark = pytest.mark.browser


def test_a_sixth_member_stays_on_the_bench_and_the_page_says_why(tab, kit):
    session = Session(FileStore(kit.folder))
    for number in range(6):
        person = {"name": f"Person {number}", "seat": "five" if number < 5 else "bench"}
        session.edit(Edit(f"people/k{number}", person))
    tab.goto(kit.page("03_five_people"))
    seat = tab.get_by_role("group", name="Person 5: Seat")
    seat.get_by_role("radio", name="One of the five").click(timeout=20_000, force=True)
    expect(seat.get_by_text("The five are complete")).to_be_visible(timeout=10_000)
    expect(seat.get_by_role("radio", name="Bench")).to_be_checked()
    expect(tab.locator(".cw-save")).to_have_text("Saved")


def test_a_second_tap_on_a_seat_lets_nobody_go(tab, kit):
    """In the refresh, whoever is kept is chosen already; tapping that again is how a person says yes."""
    FileStore(kit.folder).save(Document(worked("outlived-role").workbook, 1))
    tab.goto(kit.page("10_refresh"))
    seat = tab.get_by_role("group", name="Meridian: What comes next for this tie?")
    seat.get_by_role("radio", name="In the five").click(timeout=20_000, force=True)
    tab.get_by_label("What is different for you?").fill("Something else")
    assert stored(kit.folder, "refresh/role_words", "Something else") == "Something else"
    assert stored(kit.folder, "people/meridian/seat", "five") == "five"
