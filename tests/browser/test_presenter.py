"""The presenter view as whoever stands in front of a room uses it."""

import pytest
from chromium import violations
from kit import running
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

READY = "!document.documentElement.classList.contains('cw-arriving')"
MAP = "04_alliance_map"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running(tmp_path_factory.mktemp("demo"), command="demo") as kit:
        yield kit


@pytest.fixture
def room(demo, browser_of_a_person):
    """A browser that has come in, and a way to open a page at a part."""
    context = browser_of_a_person(viewport={"width": 1280, "height": 720})
    context.request.get(demo.address, max_redirects=0)
    return Room(demo, context)


class Room:
    def __init__(self, kit, context):
        self.kit, self.context, self.page = kit, context, context.new_page()

    def open(self, name=MAP, part="", query="present=1"):
        self.page.goto(f"{self.kit.page(name)}?{query}#{part}")
        arrived(self.page)
        return self.page


def arrived(page):
    page.wait_for_selector("#cw-place:not(:empty)")
    page.wait_for_function(READY, timeout=30_000)


def at(page, part):
    expect(page.locator(".cw-now").first).to_have_attribute("data-part", part)


def top(page, part):
    return page.evaluate(
        "p => document.querySelector(`[data-part='${p}']`).getBoundingClientRect().top", part
    )


def test_parts_appear_one_after_another_and_what_came_before_stays(room):
    page = room.open()
    expect(page.get_by_role("heading", name="Who knows whom?")).not_to_be_visible()
    for key, part in (("ArrowRight", "ties"), ("Shift+PageDown", "ties-more"), (" ", "deciders")):
        page.keyboard.press(key)
        at(page, part)
        assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == part
    assert 0 <= top(page, "deciders") < 60
    expect(page.get_by_role("heading", name="Who knows whom?")).to_be_visible()
    expect(page.get_by_role("heading", name="What remains")).not_to_be_visible()
    for key, part in (
        ("ArrowLeft", "ties-more"),
        ("PageUp", "ties"),
        ("Home", "prose-1"),
        ("End", "strength"),
    ):
        page.keyboard.press(key)
        at(page, part)


def test_a_clicker_shows_all_of_a_long_part_before_it_goes_on(room):
    """Each press turns to what was below, and back; what was at the foot is still in sight."""
    room.context.set_default_timeout(10_000)
    page = room.open(part="ties")
    page.emulate_media(reduced_motion="reduce")
    foot = page.locator(".cw-present-bar").bounding_box()["y"]
    turns = 0
    while page.locator(".cw-now[data-part=ties]").count():
        bottom = page.locator("[data-part=ties]").last.evaluate("e => e.getBoundingClientRect().bottom")
        before = page.evaluate("scrollY")
        page.keyboard.press("PageDown")
        turns += 1
        assert page.evaluate("scrollY") - before < foot
    assert turns > 1
    assert bottom <= foot
    page.keyboard.press("PageUp")
    at(page, "ties")
    assert 0 <= top(page, "ties") < 60


@pytest.mark.parametrize("screen", [(1280, 720), (1920, 1080), (1024, 768)])
def test_a_map_that_was_cut_is_whole_after_the_next_turn(room, screen):
    room.page.set_viewport_size(dict(zip(("width", "height"), screen, strict=True)))
    page = room.open(part="ties")
    page.emulate_media(reduced_motion="reduce")
    drawing = page.locator("[data-part=ties] .cw-map-figure > svg")
    foot = page.locator(".cw-present-bar").bounding_box()["y"]
    assert drawing.evaluate("e => e.getBoundingClientRect().bottom") > foot
    page.keyboard.press("PageDown")
    first, last = drawing.evaluate("e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]")
    assert 0 <= first < last <= foot
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    assert drawing.evaluate("e => e.getBoundingClientRect().top") >= 0


def test_the_list_that_says_the_same_as_the_map_waits_folded(room):
    page = room.open(part="ties")
    title = page.get_by_text("The same as a list")
    expect(page.get_by_text("Harbour and Lantern").first).not_to_be_visible()
    title.click()
    expect(page.get_by_text("Harbour and Lantern").first).to_be_visible()


def test_back_turns_up_a_long_part_first(room):
    page = room.open(part="ties")
    page.emulate_media(reduced_motion="reduce")
    page.keyboard.press("PageDown")
    at(page, "ties")
    assert top(page, "ties") < 0
    page.keyboard.press("PageUp")
    at(page, "ties")
    assert 0 <= top(page, "ties") < 60
    page.keyboard.press("PageUp")
    at(page, "prose-1")


def test_a_commentary_leaves_in_sight_what_it_speaks_of(room):
    page = room.open(part="glue-more")
    assert top(page, "glue-more") > 150
    assert page.locator("[data-part='glue-more']").bounding_box()["height"] + top(page, "glue-more") < 720


def test_the_end_of_a_page_leads_to_the_next_and_back_to_its_end(room):
    page = room.open("02_purpose", "tests-more")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/03_five_people.ipynb?present=1#prose-1")
    arrived(page)
    page.keyboard.press("PageUp")
    page.wait_for_url("**/02_purpose.ipynb?present=1#tests-more")


def test_a_button_that_was_pressed_keeps_the_focus_and_the_heading_is_said(room):
    page = room.open()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Enter")
    at(page, "ties-more")
    expect(page.locator("#cw-said")).to_have_text("How many pairs would call each other?")


def test_a_reload_keeps_the_place(room):
    page = room.open(part="glue")
    page.reload()
    arrived(page)
    at(page, "glue")
    assert 0 <= top(page, "glue") < 60


def test_keys_in_a_field_a_list_and_the_map_belong_to_them(room):
    page = room.open("02_purpose", "sentence")
    field = page.get_by_label("The purpose, in one sentence")
    field.fill("")
    field.press_sequentially("open b.p 1")
    for key in ("ArrowLeft", "PageDown", "Home"):
        page.keyboard.press(key)
    expect(field).to_have_value("open b.p 1")
    at(page, "sentence")
    page = room.open(part="ties")
    page.locator("svg [role=button]").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator("#cw-case").focus()
    page.keyboard.press("PageUp")
    at(page, "ties")


def test_the_glue_test_has_sentence_and_picture_together(room):
    page = room.open(part="glue")
    page.get_by_role("button", name="Harbour", exact=True).last.click()
    expect(page.locator(".cw-glue-outcome")).to_contain_text("Lantern–Kite")
    for place in (".cw-glue-outcome", ".cw-glue-row", ".cw-glue-above + .cw-map-figure svg"):
        box = page.locator(f"[data-part=glue] {place}").bounding_box()
        assert box["y"] > 0
        assert box["y"] + box["height"] < page.locator(".cw-present-bar").bounding_box()["y"]
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 24


def test_the_notes_follow_and_drive(room):
    page = room.open(part="ties")
    with room.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    expect(notes.locator(".cw-notes-line")).to_contain_text("Know well means")
    expect(notes.locator(".cw-notes-next")).to_have_text("Next: the rest of this part")
    page.keyboard.press("Shift+PageDown")
    page.keyboard.press("Shift+PageDown")
    expect(notes.locator(".cw-notes-now")).to_have_text("Who decides about your goal?")
    notes.get_by_role("button", name="Next").click(modifiers=["Shift"])
    at(page, "deciders-more")
    notes.keyboard.press("PageUp")
    at(page, "deciders")
    notes.reload()
    expect(notes.locator(".cw-notes-now")).to_have_text("Who decides about your goal?")
    assert violations(notes) == []


def test_the_notes_say_when_there_is_nothing_to_follow(room):
    notes = room.context.new_page()
    notes.goto(f"{room.kit.origin}/notes")
    expect(notes.get_by_text("No presenter window is open")).to_be_visible()
    room.open(part="glue")
    expect(notes.locator(".cw-notes-now")).to_have_text("What remains without one of you?", timeout=10_000)
    expect(notes.get_by_text("No presenter window is open")).not_to_be_visible()
    expect(notes.locator("details[open] summary")).to_contain_text("The glue test")
    room.page.close()
    expect(notes.get_by_text("No presenter window is open")).to_be_visible(timeout=15_000)


def test_the_clock_of_the_notes_runs_stops_and_survives_a_reload(room):
    notes = room.context.new_page()
    notes.clock.install()
    notes.goto(f"{room.kit.origin}/notes")
    notes.get_by_role("button", name="Start").click()
    notes.clock.run_for(65_000)
    notes.get_by_role("button", name="Pause").click()
    notes.reload()
    expect(notes.get_by_role("timer")).to_have_text("1:05")
    notes.get_by_role("button", name="Back to zero").click()
    expect(notes.get_by_role("timer")).to_have_text("0:00")


def test_a_window_that_was_held_back_is_said(room):
    page = room.open()
    page.evaluate("window.open = () => null")
    page.get_by_role("button", name="Notes").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "/notes")


def test_a_digit_changes_the_case_and_nothing_else(room):
    page = room.open(part="glue")
    page.keyboard.press("1")
    page.wait_for_url("**case=fragile-alliance#glue")
    arrived(page)
    expect(page.locator("#cw-case")).to_have_value("fragile-alliance")
    at(page, "glue")
    page.keyboard.press("0")
    page.wait_for_url("**case=best#glue")


def test_to_the_empty_exercise_and_back_at_the_same_step(room):
    page = room.open("02_purpose", "sentence", "present=1&case=outlived-role")
    field = page.get_by_label("The purpose, in one sentence")
    worked = field.input_value()
    page.get_by_role("button", name="Empty exercise").click()
    page.wait_for_url("**empty=1#sentence")
    arrived(page)
    expect(field).to_have_value("")
    field.fill("Tried in front of the room")
    page.get_by_role("button", name="Back to the case").click()
    arrived(page)
    expect(field).to_have_value(worked)
    at(page, "sentence")
    assert "case=outlived-role" in page.url


def test_what_is_typed_into_an_empty_exercise_is_kept_nowhere(room):
    page = room.open("02_purpose", "sentence", "present=1&empty=1")
    page.get_by_label("The purpose, in one sentence").fill("Kept nowhere")
    page.wait_for_timeout(800)
    assert "Kept nowhere" not in page.evaluate("JSON.stringify({...localStorage})")
    page.reload()
    arrived(page)
    expect(page.get_by_label("The purpose, in one sentence")).to_have_value("")


def test_an_empty_exercise_says_that_it_is_empty(room):
    page = room.page
    page.goto(f"{room.kit.page('02_purpose')}?empty=1")
    expect(page.locator(".cw-example")).to_have_text(
        "This exercise is empty, to be tried. Write what you like, nothing is saved.", timeout=20_000
    )
    expect(page.locator(".cw-save")).to_have_text("Nothing is saved")


def test_the_view_is_left_and_entered_again_without_losing_anything(room):
    page = room.open("02_purpose", "sentence")
    page.get_by_label("The purpose, in one sentence").fill("Typed before")
    page.locator("#cw-said").evaluate("() => document.activeElement.blur()")
    page.keyboard.press("p")
    assert "present" not in page.url
    expect(page.get_by_role("heading", name="Does the sentence hold?")).to_be_visible()
    page.get_by_role("button", name="Presenter view (P)").click()
    at(page, "sentence")
    expect(page.get_by_label("The purpose, in one sentence")).to_have_value("Typed before")
    assert "present=1" in page.locator(".cw-next a").last.get_attribute("href")


def test_the_screen_goes_dark_and_any_key_brings_it_back(room):
    page = room.open(part="ties")
    for key in (".", "b"):
        page.keyboard.press(key)
        expect(page.locator("#cw-dark")).to_be_visible()
        page.keyboard.press("PageDown")
        expect(page.locator("#cw-dark")).not_to_be_visible()
        at(page, "ties")


def test_the_keys_are_listed_and_escape_closes_the_list(room):
    page = room.open()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Page Down")
    page.keyboard.press("PageDown")
    at(page, "prose-1")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("name", [MAP, "06_reciprocity", "08_stress_test", "09_commit"])
def test_nothing_is_wider_than_the_screen(room, name, size):
    room.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = room.open(name, "end")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar = page.locator(".cw-present-bar").bounding_box()
    for each in page.locator(".cw-present-bar :is(button, select)").all():
        box = each.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] >= bar["y"]


def test_a_machine_finds_nothing_to_complain_about(room):
    assert violations(room.open(part="glue-more")) == []
