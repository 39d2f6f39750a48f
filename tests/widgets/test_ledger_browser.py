"""The ledger in a real browser: an entry in a few presses, kept, readable, removable."""

from datetime import date

import pictures_harness as harness
import pytest
from chromium import violations

from workshop.content import exercise
from workshop.exercise.ledger import ledger_state
from workshop.exercise.step import Step
from workshop.model import Exchange, Person, Workbook
from workshop.model.reciprocity import DIRECTIONS, INITIATIVES, KINDS
from workshop.widgets import Ledger

pytestmark = pytest.mark.browser

TODAY = date(2026, 11, 22)
WORDS = exercise("06_reciprocity")["steps"]["ledger"]
FIVE = tuple(Person(id, name=name, seat="five") for id, name in [("a", "Harbour"), ("b", "Lantern")])
OTHERS = (Person("c", name="Rook", seat="bench"), Person("d", name="محمد", ally=True))
NAMED = Workbook(people=FIVE + OTHERS)
OUTBOX = """
const page = globalThis.coalitionPages.open.get("p1");
harness.status = "waiting";
page.entryAt = (path) => {
  const value = harness.values[path];
  return value === undefined ? null : { path, value, status: harness.status, sentence: "Too many." };
};
page.drop = (path) => { delete harness.values[path]; };
page.undo = async () => ({ ok: true });
"""


def entries(count):
    return tuple(Exchange(f"x{n}", "ab"[n % 2], "given", "cover", "2026-05", "asked") for n in range(count))


def state_of(workbook):
    step = Step("06_reciprocity.ledger", WORDS, "p1", first=True)
    step.refresh(workbook, TODAY)
    return step.widget.state


@pytest.fixture
def shown(chromium):
    """A function that opens a page with a ledger on it; a script error fails the test."""
    contexts, errors = [], []

    def show(workbook=NAMED, width=820, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.set_content(harness.page_of(Ledger, state_of(workbook)))
        page.wait_for_selector(".cw-ledger-list")
        page.evaluate(OUTBOX)
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def choose(page, *names):
    for name in names:
        page.get_by_role("radio", name=name, exact=True).click()


def note(page):
    page.get_by_role("button", name="Note it").click()


def line(page):
    return page.locator(".cw-line [role=status]").inner_text()


def puts(page):
    return [(put["path"], put["value"]) for put in page.evaluate("harness.puts")]


def replaced(page, workbook):
    page.evaluate("state => window.model.set(state)", state_of(workbook))


def test_an_entry_goes_into_the_outbox_as_one_item(shown):
    page = shown()
    choose(page, "Harbour", "I received", "Advice", "They offered", "October")
    note(page)
    [(path, value)] = puts(page)
    assert path.startswith("exchanges/k")
    assert value == {
        "person": "a",
        "direction": "received",
        "kind": "advice",
        "initiative": "offered",
        "month": "2026-10",
    }


def test_what_was_noted_is_said_and_stands_first_in_the_list(shown):
    page = shown(Workbook(people=FIVE, exchanges=entries(1)))
    choose(page, "Lantern", "I gave", "Cover", "They asked")
    note(page)
    assert "Lantern" in line(page)
    assert "and you gave cover." in page.locator(".cw-entry").first.inner_text()
    assert "November 2026" in page.locator(".cw-entry").first.inner_text()


def test_person_and_month_stay_for_the_next_entry(shown):
    page = shown()
    choose(page, "Harbour", "We just talked", "September")
    note(page)
    choose(page, "We just talked")
    note(page)
    first, second = (value for _, value in puts(page))
    assert first == second == {"person": "a", "direction": "talk", "month": "2026-09"}


def test_a_talk_asks_neither_what_passed_nor_who_asked(shown):
    page = shown()
    choose(page, "I gave", "Cover", "They asked", "We just talked")
    assert page.get_by_text("What passed?").count() == 0
    choose(page, "Harbour")
    note(page)
    assert puts(page)[0][1] == {"person": "a", "direction": "talk", "month": "2026-11"}


def test_what_is_missing_is_said_and_nothing_is_put(shown):
    page = shown()
    note(page)
    assert line(page) == "Choose a person first."
    assert page.evaluate("document.activeElement.type") == "radio"
    choose(page, "Harbour")
    assert line(page) == ""
    note(page)
    assert line(page) == "Say first whether you gave, received or talked."
    assert puts(page) == []


def test_an_earlier_month_is_chosen_from_two_lists_and_not_from_the_future(shown):
    page = shown()
    choose(page, "Harbour", "We just talked", "Earlier")
    note(page)
    assert line(page) == "Choose a month and a year, or one of the months offered."
    page.get_by_label("Month", exact=True).select_option(label="December")
    note(page)
    assert line(page) == "That month has not come yet. Choose an earlier one."
    page.get_by_label("Year", exact=True).select_option(label="2024")
    note(page)
    assert puts(page)[0][1]["month"] == "2024-12"


def test_bench_and_allies_wait_behind_more(shown):
    page = shown()
    assert page.get_by_role("radio", name="Rook").count() == 0
    page.get_by_role("button", name="Somebody else").click()
    choose(page, "Rook", "We just talked")
    note(page)
    assert puts(page)[0][1]["person"] == "c"


def test_a_draft_survives_a_new_state(shown):
    page = shown()
    choose(page, "Lantern", "I gave", "Resources")
    replaced(page, Workbook(people=FIVE, exchanges=entries(2)))
    assert page.get_by_role("radio", name="Lantern").is_checked()
    assert page.get_by_role("radio", name="Resources").is_checked()
    assert page.evaluate("document.activeElement.closest('label').innerText") == "Resources"


def test_a_person_who_is_gone_is_chosen_no_more(shown):
    page = shown()
    choose(page, "Lantern", "We just talked")
    replaced(page, Workbook(people=FIVE[:1]))
    note(page)
    assert line(page) == "Choose a person first."


def test_a_note_can_be_taken_back(shown):
    page = shown()
    choose(page, "Harbour", "We just talked")
    note(page)
    page.get_by_role("button", name="Undo").click()
    (first, _), (second, value) = puts(page)
    assert (first, None) == (second, value)
    assert page.locator(".cw-entry").count() == 0


def test_an_entry_is_removed_and_the_keyboard_stays_in_the_list(shown):
    page = shown(Workbook(people=FIVE, exchanges=entries(3)))
    page.get_by_role("button", name="Remove").nth(1).press("Enter")
    assert puts(page) == [("exchanges/x1", None)]
    assert page.locator(".cw-entry").count() == 2
    assert page.evaluate("document.activeElement.innerText") == "Remove"


def test_the_latest_are_shown_and_the_rest_on_demand(shown):
    page = shown(Workbook(people=FIVE, exchanges=entries(61)))
    assert page.locator(".cw-entry").count() == 12
    page.get_by_role("button", name="Show all 60").click()
    assert page.locator(".cw-entry").count() == 60
    assert page.get_by_text("1 earlier entry is kept and counted").is_visible()


def test_an_entry_that_is_turned_down_says_why(shown):
    page = shown()
    choose(page, "Harbour", "We just talked")
    note(page)
    page.evaluate("""() => {
        const { path, value } = harness.puts[0];
        harness.status = "refused";
        globalThis.coalitionPages.open.get("p1").put(path, value, {});
    }""")
    assert line(page) == "Too many."
    assert page.locator(".cw-entry").count() == 0


def test_without_people_it_says_where_they_come_from(shown):
    page = shown(Workbook())
    assert page.get_by_text("Nobody to choose yet.").is_visible()
    assert not page.get_by_role("button", name="Note it").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (820, "dark")])
def test_it_fits_and_axe_finds_nothing(shown, width, scheme):
    page = shown(Workbook(people=FIVE + OTHERS, exchanges=entries(13)), width, color_scheme=scheme)
    page.get_by_role("button", name="Somebody else").click()
    choose(page, "I received", "Earlier")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_a_full_ledger_travels_as_little():
    state = ledger_state(WORDS, Workbook(people=FIVE, exchanges=entries(5000)), TODAY)
    assert (len(state["rows"]), state["total"], state["rows"][0]["id"]) == (60, 5000, "x4999")


def test_the_months_offered_go_back_over_the_new_year():
    months = ledger_state(WORDS, Workbook(), date(2026, 2, 1))["months"]
    assert [month["value"] for month in months] == ["2026-02", "2026-01", "2025-12", "2025-11"]


def test_every_choice_of_the_model_is_offered_and_has_its_sentence():
    offered = {}
    for field in WORDS["draft"]:
        offered.setdefault(field["path"], set()).update(option["value"] for option in field["options"])
    assert offered == {"direction": set(DIRECTIONS), "kind": set(KINDS), "initiative": set(INITIATIVES)}
    sentences = {f"ledger_row_{way}_{how}" for way in DIRECTIONS[:2] for how in INITIATIVES}
    assert sentences | {f"ledger_kind_{kind}" for kind in KINDS} <= set(WORDS["words"])
