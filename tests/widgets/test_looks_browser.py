"""Form and status for everybody: axe-core, narrow screens, targets."""

import pytest
from chromium import violations
from form_harness import every_kind, every_tone

pytestmark = pytest.mark.browser

TOO_SMALL = """nodes => nodes
    .filter(node => node.checkVisibility() && node.getBoundingClientRect().height < 43.9)
    .map(node => node.outerHTML.slice(0, 80))"""
PLACES = "nodes => nodes.map(node => [node.getBoundingClientRect().left, node.getBoundingClientRect().top])"


@pytest.fixture
def troubled(opened, person_with):
    """Every field, tone and trouble on one page: refused, in conflict, cut off, the menu open."""

    def make(width, scheme):
        tab = opened(
            person=person_with(width, color_scheme=scheme), fields=every_kind(), verdicts=every_tone()
        )
        tab.kernel(refuse={"start/goal_words": {"allow": [], "sentence": "This is too long."}})
        tab.page.evaluate(
            "localStorage.setItem('test-store', JSON.stringify({ 'purpose/sentence': 'Theirs' }))"
        )
        tab.page.get_by_label("In your words").fill("Refused")
        tab.page.get_by_label("The sentence your five share").fill("a" * 70)
        tab.page.get_by_role("button", name="Keep mine").wait_for()
        for reason in tab.page.get_by_text("Why do I see this?").all():
            reason.click()
        return tab

    return make


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_for_axe_to_complain_about(troubled, width, scheme):
    """axe-core finds no violation, in trouble and out of it, with the menu open and closed."""
    tab = troubled(width, scheme)
    assert violations(tab.page) == []
    tab.page.get_by_role("button", name="Your data").click()
    tab.page.get_by_role("button", name="Erase everything…").click()
    tab.page.get_by_role("button", name="Remove Harbour").click(force=True)
    assert violations(tab.page) == []


def test_nothing_is_wider_than_a_narrow_screen(troubled):
    """At 320 px nothing scrolls sideways."""
    page = troubled(320, "light").page
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_targets_are_large_enough(troubled):
    """Everything to press is at least 44 px high."""
    page = troubled(390, "light").page
    pressed = page.locator(".cw").locator("button, summary, select, textarea, input:not([type=checkbox])")
    small = pressed.evaluate_all(TOO_SMALL)
    assert small == []


@pytest.mark.parametrize("path", ["start/naming", "people/k1/reasons"])
def test_choosing_moves_nothing_beside_it(opened, path):
    """A choice is as wide as it is in the heavier letters of a chosen one."""
    field = {
        "kind": "one" if path == "start/naming" else "many",
        "path": path,
        "label": "Which?",
        "options": [{"value": each, "label": f"Whoever {each} it"} for each in ("holds", "needs", "makes")],
    }
    page = opened(fields=[field]).page
    choices = page.locator(".cw-choice")
    before = choices.evaluate_all(PLACES)
    for place in range(3):
        choices.nth(place).click()
        assert choices.evaluate_all(PLACES) == before
