"""Scenes on the map: several people gone at once, in a real browser; and the bars of verdicts."""

import pictures_harness as harness
import pytest
from chromium import violations
from form_harness import verdict

from workshop.widgets import AllianceMap, Form

pytestmark = pytest.mark.browser


def scene(label, out, groups, tone="watch", unsure=()):
    said = {"headline": f"{label}: something remains.", "detail": "Somebody leaves.", "tone": tone}
    return {
        "label": label, "out": list(out), "unsure": list(unsure), "groups": groups,
        "repair": "", "repair_needed": False, **said,
    }  # fmt: skip


REMOVALS = {
    "budget": scene("Budget cut", ["k1", "k2"], [["k3"], ["k4", "k5"]], unsure=["k2"]),
    "employer": scene("You change employer", ["you"], [["k1", "k2", "k3", "k4", "k5"]], "good"),
    "merger": scene("A merger", ["k1", "k2", "k3", "k4", "k5"], []),
    "with": scene("With everybody", [], [["k1", "k2", "k3", "k4", "k5"]], "good"),
}


BOXES = """[...document.querySelectorAll(".cw-node")].map((node) => {
  const parts = [...node.querySelectorAll(".cw-node-shape, .cw-node-label")];
  const seen = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width);
  const edge = (most, side) => most(...seen.map((part) => part[side]));
  return [edge(Math.min, "left"), edge(Math.min, "top"), edge(Math.max, "right"), edge(Math.max, "bottom")];
})"""


@pytest.fixture
def shown(chromium):
    """A function that opens a page with scenes on it; a script error fails the test."""
    contexts, errors = [], []

    def show(removals=REMOVALS, width=1280, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        state = harness.coalition(harness.FIVE, harness.KNOWN, mode="scenes", removals=removals)
        page.set_content(harness.page_of(AllianceMap, {**state, "pairs": [], "ties": drawn(state)}))
        page.wait_for_selector("[data-id=you]")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def drawn(state):
    """The ties as the exercise gives them where nothing is drawn by hand."""
    pairs = [
        dict(zip("ab", pair["id"].split("~"), strict=True), kind="pair", **pair) for pair in state["pairs"]
    ]
    return [*state["ties"], *pairs]


def choose(page, name):
    page.get_by_role("button", name=name).click()


def gone(page):
    ids = page.evaluate("[...document.querySelectorAll('.cw-node-gone')].map((e) => e.dataset.id)")
    return sorted(ids)


@pytest.mark.parametrize(("name", "key"), [(one["label"], key) for key, one in REMOVALS.items()])
def test_those_who_leave_fall_away_and_the_groups_remain(shown, name, key):
    """One button for each scene: who is gone, in how many groups the others stand, one sentence."""
    page = shown(reduced_motion="reduce")
    choose(page, name)
    assert gone(page) == sorted(REMOVALS[key]["out"])
    assert page.locator(".cw-group").count() == len(REMOVALS[key]["groups"])
    assert REMOVALS[key]["headline"] in page.inner_text(".cw-glue-outcome")
    assert page.get_attribute(".cw-map-svg", "aria-label").startswith(f"{name} {name}: something")


def test_everybody_comes_back(shown):
    """The button beside them, or the same button again, shows everybody."""
    page = shown(reduced_motion="reduce")
    for again in ("Show everybody", "A merger"):
        choose(page, "A merger")
        choose(page, again)
        assert gone(page) == []
        assert page.get_by_role("button", name="A merger").get_attribute("aria-pressed") == "false"


def test_somebody_unsure_is_told_apart(shown):
    """Those who may stay are gone in another line than those who leave, and the caption says so."""
    page = shown(reduced_motion="reduce")
    choose(page, "Budget cut")
    assert page.get_attribute(".cw-node-unsure", "data-id") == "k2"
    assert "unsure" in page.inner_text("figcaption")


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
def test_those_who_fell_lie_apart_inside_the_picture_and_the_map_stays_where_it_is(shown, width):
    """All five gone, on a phone too: no two overlap, nothing is cut off, the picture does not jump."""
    page = shown(width=width, reduced_motion="reduce")
    before = page.locator(".cw-map-svg").bounding_box()
    choose(page, "A merger")
    assert page.locator(".cw-map-svg").bounding_box() == before
    boxes = page.evaluate(BOXES)
    touching = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    right, bottom = before["x"] + before["width"], before["y"] + before["height"]
    assert touching == []
    assert all(box[0] >= before["x"] - 1 and box[2] <= right + 1 and box[3] <= bottom + 1 for box in boxes)


def test_it_is_a_picture_with_words_and_the_keyboard_meets_only_the_buttons(shown):
    """Nobody on it can be pressed; Tab goes from scene to scene."""
    page = shown()
    assert page.get_attribute(".cw-map-svg", "role") == "img"
    page.get_by_role("button", name="Budget cut").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "You change employer" in page.inner_text(".cw-glue-outcome")
    assert page.evaluate("document.querySelectorAll('.cw-map-svg [tabindex]').length") == 0


def test_without_a_scene_it_says_what_is_missing(shown):
    """Nothing drawn yet is not an empty frame."""
    page = shown(removals={})
    assert "Draw a shock above" in page.inner_text(".cw-glue-outcome")
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(shown, width, scheme):
    """A chosen scene passes axe in light and dark, narrow and wide, and is never wider than the screen."""
    page = shown(width=width, color_scheme=scheme, reduced_motion="reduce")
    choose(page, "Budget cut")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_more_than_twelve_are_one_bar_filled_in_proportion(chromium):
    """Boxes are counted up to twelve; beyond, one bar says the same, with the count beside it."""
    told = {**verdict("plain", "Two bars."), "bars": [["Few", 3, 12], ["Many", 7, 28]]}
    state = {"page": "p1", "step": "x", "title": "Bars", "fields": [], "verdicts": [told], "words": {}}
    page = chromium.new_page()
    page.set_content(harness.page_of(Form, state))
    page.wait_for_selector(".cw-tally")
    assert page.locator(".cw-tally").nth(0).locator("i").count() == 12
    many = page.locator(".cw-tally").nth(1)
    assert many.locator("i").count() == 1
    assert many.inner_text().split("\n")[-1] == "7 / 28"
    scale = many.locator("i").evaluate("(e) => new DOMMatrix(getComputedStyle(e, '::before').transform).a")
    assert scale == pytest.approx(0.25)
    page.close()
