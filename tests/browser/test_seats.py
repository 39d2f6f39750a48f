"""Choices that cannot be taken go back to what is stored, and say why."""

import pytest
from playwright.sync_api import expect

from workshop.model import Edit
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
