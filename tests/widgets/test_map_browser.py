"""The map in a real browser: every way to move, connect and read it, and the glue test."""

import pictures_harness as harness
import pytest
from chromium import violations

from workshop.widgets import AllianceMap

pytestmark = pytest.mark.browser

REMOVALS = {
    "k1": {
        "headline": "Without Harbour, the others fall into 3 groups.", "detail": "Only you link them.",
        "repair": "Introduce Lantern to Anchor.", "tone": "watch", "groups": [["k2"], ["k3"], ["k4", "k5"]],
    },
    "k2": {"headline": "Without Lantern, the others hold.", "detail": "", "repair": "", "tone": "good",
           "groups": [["k1", "k3", "k4", "k5"]]},
    "you": {"headline": "Without you, all five still hold.", "detail": "", "repair": "", "tone": "good",
            "groups": [["k1", "k2", "k3", "k4", "k5"]]},
}  # fmt: skip
ROLES = ("Head of Product", "Investment committee", "Works council", "CFO", "Board", "Steering group")
DECIDERS = [
    {"id": f"d{n}", "name": name, "initials": "D", "kind": "decider", "x": None, "y": None}
    for n, name in enumerate(ROLES)
]  # fmt: skip
LONG = (
    "محمد عبد الرحمن الطويل",
    "👩‍👩‍👧‍👦 Family friend",
    "Christopher-Bartholomew Longfellow III",
    "Ng",
    "Interim head of operations",
)
ROLE = {"kind": "role", "initials": "+", "x": None, "y": None}


@pytest.fixture
def shown(chromium):
    """A function that opens a page with a map on it; a script error fails the test."""
    contexts, errors = [], []

    def show(state=None, width=1280, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.set_content(
            harness.page_of(AllianceMap, state or harness.coalition(harness.FIVE, harness.KNOWN))
        )
        page.wait_for_selector("[data-id=you]")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def glue_state():
    return harness.coalition(harness.FIVE, harness.KNOWN, mode="glue", removals=REMOVALS)


def crowded():
    state = harness.coalition(LONG, harness.KNOWN)
    state["nodes"] += DECIDERS
    return state


def puts(page):
    return {put["path"]: put["value"] for put in page.evaluate("harness.puts")}


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def middle(page, id_):
    box = page.locator(f"[data-id={id_}] .cw-node-shape").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_drag_by_mouse_is_remembered(shown):
    """Dragging somebody moves them there, and on drop their place goes to the outbox, in thousandths."""
    page = shown()
    x, y = middle(page, "k3")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y - 30, steps=4)
    page.mouse.up()
    there = middle(page, "k3")
    assert there == pytest.approx((x + 40, y - 30), abs=3)
    assert {"positions/k3/x", "positions/k3/y"} == set(puts(page))
    assert all(0 <= value <= 1000 for value in puts(page).values())


def test_drag_by_touch_moves_and_the_page_still_scrolls(shown):
    """A finger on a person drags the person; a finger beside them is left to the page."""
    page = shown(width=390, has_touch=True)
    touch = page.context.new_cdp_session(page)
    x, y = middle(page, "k3")
    for kind, dx in (("touchStart", 0), ("touchMove", 10), ("touchMove", -40), ("touchEnd", None)):
        points = [] if dx is None else [{"x": x + dx, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert middle(page, "k3")[0] == pytest.approx(x - 40, abs=4)
    actions = page.evaluate(
        "['.cw-map-svg', '[data-id=k3]'].map((q) => getComputedStyle(document.querySelector(q)).touchAction)"
    )
    assert actions == ["auto", "none"]


def test_arrow_keys_move(shown):
    """Arrow keys move the focused person, Shift makes the steps larger."""
    page = shown()
    x, y = middle(page, "k3")
    page.focus("[data-id=k3]")
    page.keyboard.press("ArrowLeft")
    step = x - middle(page, "k3")[0]
    page.keyboard.press("Shift+ArrowUp")
    assert 0 < step < y - middle(page, "k3")[1]


def test_keys_connect_two_people_and_cycle(shown):
    """Enter on one and on another walks the pair through yes, unsure, no and empty; then nobody is chosen."""
    page = shown()
    seen = []
    for _ in range(4):
        page.focus("[data-id=k3]")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        seen.append(puts(page)["ties/k3~k4/knows"])
    assert seen == ["yes", "unsure", "no", None]


def test_escape_cancels_connecting(shown):
    """After Escape a second person is a new beginning, not a connection."""
    page = shown()
    page.focus("[data-id=k3]")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert puts(page) == {}


def test_two_taps_connect(shown):
    """Tapping one person, then another, does what the keys do, and a line of text says so."""
    page = shown(width=390, has_touch=True)
    page.touchscreen.tap(*middle(page, "k3"))
    page.touchscreen.tap(*middle(page, "k4"))
    assert puts(page) == {"ties/k3~k4/knows": "yes"}
    assert "Kite and Anchor know each other well" in page.inner_text(".cw-map-status")


def test_list_changes_the_drawing(shown):
    """A yes in the list draws a line; its strength makes the line wider; choosing it again clears it."""
    page = shown()
    pair = page.get_by_role("group", name="Kite and Anchor", exact=True)
    lines = page.locator(".cw-map-ties .cw-tie-yes")
    before = lines.count()
    pair.get_by_role("radio", name="Yes").check()
    assert lines.count() == before + 1
    page.get_by_role("group", name="How close are Kite and Anchor").get_by_role("radio", name="Close").check()
    assert puts(page)["ties/k3~k4/strength"] == 3
    pair.get_by_role("radio", name="Yes").click()
    assert puts(page)["ties/k3~k4/knows"] is None
    assert lines.count() == before


def test_a_new_state_keeps_focus_and_drag(shown):
    """A state that arrives while somebody is held or focused changes neither."""
    page = shown()
    page.focus("[data-id=k2]")
    x, y = middle(page, "k3")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=3)
    page.evaluate("model.set({...model.get('state'), caption: 'New words'})")
    assert middle(page, "k3")[0] == pytest.approx(x + 30, abs=2)
    page.mouse.up()
    page.focus("[data-id=k2]")
    page.evaluate("model.set({...model.get('state')})")
    assert page.evaluate("document.activeElement.dataset.id") == "k2"


def test_names_aloud(shown):
    """A person's button says who they know and whom they may know."""
    page = shown()
    label = page.get_attribute("[data-id=k2]", "aria-label")
    assert label == "Lantern, knows You and Harbour, unsure about Kite"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_labels_are_neither_cut_nor_touching(shown, width):
    """Long, Arabic and pictured names and six deciders stay inside the picture and apart from each other."""
    page = shown(crowded(), width=width)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.cw-node-label, .cw-node-shape')]"
        ".filter((e) => e.textContent || e.tagName !== 'text')"
        ".map((e) => { const b = e.getBoundingClientRect();"
        " return [b.left, b.top, b.right, b.bottom, e.parentNode.dataset.id]; })"
    )
    frame = page.locator(".cw-map-svg").bounding_box()
    outside = [box for box in boxes if box[0] < frame["x"] - 1 or box[2] > frame["x"] + frame["width"] + 1
               or box[1] < frame["y"] - 1 or box[3] > frame["y"] + frame["height"] + 1]  # fmt: skip
    touching = [
        (a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]
        if a[4] != b[4] and a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1
    ]  # fmt: skip
    assert (outside, touching) == ([], [])


def test_full_name_is_kept_where_it_is_shortened(shown):
    """What the circle has no room for is in its title."""
    page = shown(crowded(), width=320)
    assert page.text_content("[data-id=k3] title") == LONG[2]


def test_words_of_a_participant_are_text(shown):
    """A name that looks like markup is shown as it was typed."""
    page = shown(harness.coalition(("<img src=x onerror=alert(1)>", "<b>B</b>"), {}))
    assert page.locator("#here img, #here b b").count() == 0


@pytest.mark.parametrize("how", ["tap", "key", "button"])
def test_glue_test_takes_out_in_under_a_second(shown, how):
    """Without Harbour: three groups, one sentence, one repair, each within a second; and back again."""
    page = shown(glue_state())
    act = {
        "tap": lambda: page.mouse.click(*middle(page, "k1")),
        "key": lambda: page.press("[data-id=k1]", "Enter"),
        "button": lambda: (
            page.get_by_role("group", name="Take one person out")
            .get_by_role("button", name="Harbour")
            .click()
        ),
    }[how]
    act()
    page.wait_for_selector("text=the others fall into 3 groups", timeout=1000)
    page.wait_for_function("document.querySelectorAll('.cw-group').length === 3", timeout=1000)
    assert "Introduce Lantern to Anchor" in page.inner_text(".cw-glue-outcome")
    page.get_by_role("button", name="Put back", exact=True).click()
    page.wait_for_function("!document.querySelector('.cw-group, .cw-node-gone')")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_map_stays_under_the_finger(shown, width):
    """Taking somebody out brings a sentence without moving the map."""
    page = shown(glue_state(), width=width, reduced_motion="reduce")
    before = page.locator(".cw-map-svg").bounding_box()
    page.press("[data-id=k1]", "Enter")
    assert page.locator(".cw-map-svg").bounding_box() == before


def test_groups_stand_apart(shown):
    """No two of the remaining groups overlap, on a phone either."""
    page = shown(glue_state(), width=320, reduced_motion="reduce")
    page.mouse.click(*middle(page, "k1"))
    boxes = page.evaluate(
        "[...document.querySelectorAll('.cw-group')].map((e) => { const b = e.getBBox();"
        " return [b.x, b.y, b.x + b.width, b.y + b.height]; })"
    )
    touching = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert (len(boxes), touching) == (3, [])


def test_groups_differ_by_more_than_colour(shown):
    """Each group has a number and a line of its own."""
    page = shown(glue_state(), reduced_motion="reduce")
    page.mouse.click(*middle(page, "k1"))
    dashes = page.evaluate(
        "[...document.querySelectorAll('.cw-group')].map((e) => e.getAttribute('stroke-dasharray'))"
    )
    assert len(set(dashes)) == 3
    assert page.locator(".cw-group-number").all_text_contents() == ["1", "2", "3"]


def test_you_are_invited_last(shown):
    """After two members the page invites you to take yourself out, and the button does it."""
    page = shown(glue_state())
    page.press("[data-id=k1]", "Enter")
    assert page.locator(".cw-glue-invitation button").count() == 0
    page.press("[data-id=k2]", "Enter")
    page.press(".cw-glue-invitation button", "Enter")
    page.wait_for_selector("text=Without you, all five still hold.")
    assert focused(page) == "Put back"
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Without you, all five still hold.", state="detached")
    assert focused(page) == "Put back", "a button that is pressed keeps the keyboard"


def test_no_motion_for_those_who_asked_for_none(shown):
    """With reduced motion the new picture is there at once."""
    page = shown(glue_state(), reduced_motion="reduce")
    page.press("[data-id=k1]", "Enter")
    assert page.locator(".cw-group").count() == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["draw", "crowded", "glue"])
def test_axe_finds_nothing(shown, kind, width, scheme):
    """The map passes axe in light and dark, narrow and wide, and is never wider than the screen."""
    state = {"draw": lambda: None, "crowded": crowded, "glue": glue_state}[kind]()
    page = shown(state, width=width, color_scheme=scheme)
    if kind == "glue":
        page.press("[data-id=k1]", "Enter")
        page.wait_for_selector(".cw-group")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
