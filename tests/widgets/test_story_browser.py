"""The stories in a real browser: choosing, deciding, going back, predicting, and the end part by part."""

import pictures_harness as harness
import pytest
from chromium import violations
from participant import Participant

from workshop.model import value_at
from workshop.session import Session
from workshop.storage import MemoryStore
from workshop.widgets import Story, StoryMaps

pytestmark = pytest.mark.browser
FORGET = """(path) => {
  for (const key of Object.keys(harness.values)) if (key.startsWith(path)) delete harness.values[key];
}"""


class Room:
    """Four people at one screen, with the kernel behind it; the page's edits are answered when asked for."""

    def __init__(self, browser, person, step="play", widget=Story, **options):
        self.person, self.step, self.heard = person, step, 0
        self.page = browser.new_context(**options).new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.set_content(harness.page_of(widget, self.state()))
        self.page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<h2>Ask</h2>')")
        self.page.wait_for_selector(".cw-story-card, .cw-story-stage, .cw-story-maps", state="attached")

    def state(self):
        return {**self.person.widgets[self.step].state, "page": "p1"}

    def answered(self):
        """Let the kernel answer what the page has asked."""
        puts = self.page.evaluate("harness.puts")
        for put in puts[self.heard :]:
            self.person.send(
                kind="edit",
                seq=1,
                path=put["path"],
                value=put["value"],
                base=value_at(self.person.session.workbook, put["path"]),
                step=put["step"],
            )
            if put["value"] is None:
                self.page.evaluate(FORGET, put["path"])
        self.heard = len(puts)
        self.page.evaluate("(state) => model.set(state)", self.state())
        return self

    def press(self, name):
        self.page.get_by_role("button", name=name).first.click()
        return self.answered()

    def decide(self, number=0):
        self.page.locator(".cw-story-choice").nth(number).click()
        return self.answered()

    def choose(self, name):
        self.page.locator(".cw-choice", has_text=name).click()
        return self.answered()

    def to_the_prediction(self):
        self.press("The system nobody opened")
        return self.decide().decide().decide()

    def to_the_end(self):
        self.to_the_prediction().choose("Harbour").choose("It lasts")
        return self.press("Show what happened")

    def focused(self):
        return self.page.evaluate("document.activeElement.textContent")

    def stored(self, path):
        return value_at(self.person.session.workbook, path)


@pytest.fixture(name="person")
def _person():
    return Participant(Session(MemoryStore())).open("11_case_clinic")


@pytest.fixture(name="room")
def _room(chromium, person):
    """A function that opens the stories; a script error fails the test."""
    rooms = []

    def make(**options):
        rooms.append(Room(chromium, person, **{"viewport": {"width": 1280, "height": 900}, **options}))
        return rooms[-1]

    yield make
    for each in rooms:
        each.page.context.close()
        assert each.errors == []


def test_four_cards_then_one_story(room):
    """Choosing a story shows it and puts the caret on its title; the way back ends on its card."""
    one = room()
    assert one.page.locator(".cw-story-card").count() == 4
    one.press("The day of the vote")
    assert one.focused() == "The day of the vote"
    assert not one.page.locator(".cw-story-cards").is_visible()
    one.press("All four stories")
    assert one.focused().startswith("The day of the vote")


def test_a_choice_leads_on_and_is_kept(room):
    """The next scene takes the caret and begins with what came of it; the path says what was done."""
    one = room().press("The system nobody opened").decide()
    assert one.stored("clinic/change/choices") == ["a"]
    assert one.focused() == "Scene 2 of 3"
    assert "Nobody opens a laptop." in one.page.inner_text(".cw-story-scene")
    assert "Ask four colleagues to dinner." in one.page.inner_text(".cw-story-trail")


def test_until_the_kernel_answers_nothing_more_is_decided(room):
    """A second press, or the second half of a double click, is not a second decision."""
    one = room().press("The system nobody opened")
    one.page.locator(".cw-story-choice").first.click()
    one.page.locator(".cw-story-choice").last.click(force=True)
    one.answered()
    one.page.locator(".cw-story-choice").first.dblclick()
    one.answered()
    assert one.stored("clinic/change/choices") == ["a", "b"]


def test_the_last_choice_can_be_changed(room):
    one = room().press("The system nobody opened").decide().press("Change my last choice")
    assert one.stored("clinic/change/choices") == []
    assert one.focused() == "Scene 1 of 3"
    assert not one.page.get_by_role("button", name="Change my last choice").is_visible()


def test_the_outcome_waits_for_a_prediction(room):
    """Without one, the button says what is missing; with one, it shows what happened."""
    one = room().to_the_prediction()
    one.page.get_by_role("button", name="Show what happened").click(force=True)
    one.answered()
    assert "First say what you expect" in one.page.inner_text(".cw-story-prediction > .cw-hint")
    assert one.stored("clinic/change/choices") == ["a", "b", "b"]
    one.choose("Unsure").press("Show what happened")
    assert one.focused() == "What happened"


def test_the_end_comes_part_by_part_and_the_lesson_last(room):
    one = room().to_the_end()
    seen = [one.focused()]
    for _ in range(4):
        assert not one.page.locator(".cw-story-lesson:visible").count()
        one.press("Go on")
        seen.append(one.focused())
    assert seen[0] == "What happened"
    assert seen[-1] == "What it shows"
    assert one.page.inner_text(".cw-story-lesson:visible") == "Shared purpose creates longevity."
    assert not one.page.get_by_role("button", name="Go on").is_visible()


def test_the_prediction_stands_once_the_outcome_was_seen(room):
    """No chip is left to change, and the last choice is made."""
    one = room().to_the_end()
    assert not one.page.locator(".cw-story-prediction, .cw-story-scene").locator("visible=true").count()


def test_a_reload_shows_the_whole_end(room):
    """Who has seen it need not press through it again."""
    room().to_the_end()
    again = room()
    assert again.page.locator(".cw-story-part:visible").count() == 5
    assert not again.page.get_by_role("button", name="Go on").is_visible()


def test_a_takeaway_is_kept(room):
    one = room().to_the_end()
    again = room()
    again.page.get_by_label("What do you take from it?").fill("Ask before, not after.")
    again.answered()
    assert one.stored("clinic/change/takeaway") == "Ask before, not after."


def test_playing_again_starts_anew_and_says_so(room):
    room().to_the_end()
    again = room().press("Play this story again")
    assert again.stored("clinic/change") is None
    assert "are cleared" in again.page.inner_text(".cw-story-cleared")
    assert again.page.get_by_role("button", name="Undo").is_visible()
    assert again.focused() == "Scene 1 of 3"
    again.decide()
    assert not again.page.get_by_role("button", name="Undo").is_visible()


def test_by_keyboard_alone(room):
    """Tab reaches the choices next after the scene, Enter decides."""
    one = room()
    for key in ("Tab", "Enter"):
        one.page.keyboard.press(key)
    one.answered()
    for _ in range(3):
        one.page.evaluate("document.querySelector('.cw-story-scene h4').focus()")
        one.page.keyboard.press("Tab")
        one.page.keyboard.press("Enter")
        one.answered()
    assert one.stored("clinic/change/choices") == ["a", "b", "b"]


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits(room, width, scheme):
    """Cards, prediction and end: nothing wider than the screen, no finding of axe, targets of 44 px."""
    one = room(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for go in (
        lambda: None,
        one.to_the_prediction,
        lambda: one.choose("It fades").press("Show what happened"),
    ):
        go()
        assert violations(one.page) == []
        assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = one.page.evaluate(
            "[...document.querySelectorAll('button, .cw-face, summary')].filter((e) => e.offsetParent)"
            ".map((e) => e.getBoundingClientRect().height)"
        )
        assert min(heights) >= 43.5


def test_maps_come_with_the_outcome(chromium, person):
    """Before, a sentence; after, a map that loses those who left, in the drawing and in words."""
    maps = Room(chromium, person, "maps", StoryMaps, viewport={"width": 820, "height": 900})
    assert "Play a story to its end" in maps.page.inner_text(".cw-empty")
    for path, value in (("choices", ["b"] * 3), ("predicted", "lasts"), ("choices", [*["b"] * 3, "a"])):
        person.say(f"clinic/fragile/{path}", value)
    maps.answered()
    maps.press("Without those who left")
    maps.page.wait_for_timeout(800)
    assert "only Drift is left" in maps.page.inner_text(".cw-glue-outcome")
    assert maps.page.locator(".cw-node-gone").count() == 4
    assert violations(maps.page) == []
    assert maps.errors == []
    maps.page.context.close()
