"""The deck in a real browser: drawing, choosing, answering, putting back; by mouse, by keyboard, aloud."""

import pictures_harness as harness
import pytest
from chromium import violations

from workshop.exercise import Exercise
from workshop.model import Document, Person, Workbook
from workshop.model.stress import SHOCKS, Stress
from workshop.session import Session
from workshop.storage import MemoryStore
from workshop.widgets import Deck

pytestmark = pytest.mark.browser

NAMES = ("Harbour", "Lantern", "Kite", "<i>Rook</i>", "Christopher-Bartholomew")


@pytest.fixture
def shown(chromium):
    """A function that opens a page with a deck on it; a script error fails the test."""
    contexts, errors = [], []

    def show(*drawn, names=NAMES, width=1280, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        html = harness.page_of(Deck, state_of(drawn, names))
        page.set_content(html.replace('<div id="here">', '<h2>Who stays?</h2><div id="here">'))
        page.wait_for_selector(".cw-pile")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def state_of(drawn, names):
    """What the exercise shows, on the page of the harness."""
    people = tuple(Person(f"k{n}", name=name, seat="five") for n, name in enumerate(names))
    workbook = Workbook(people=people, stress=Stress(drawn=drawn))
    exercise = Exercise("08_stress_test", Session(MemoryStore(Document(workbook, 1))))
    return {**exercise.show("draw").state, "page": "p1"}


def drawn(page):
    """The shocks turned up, as the page would store them."""
    return page.evaluate("harness.values['stress/drawn']")


def titles(page):
    return page.locator(".cw-shock-title > span:last-child").all_inner_texts()


def focused(page):
    return page.evaluate("document.activeElement.innerText")


def test_drawing_turns_up_a_card_that_was_not_drawn_and_goes_there(shown):
    """Seven draws bring seven different shocks; each time the new title has the focus."""
    page = shown()
    for count in range(1, len(SHOCKS) + 1):
        page.locator(".cw-pile .cw-go").click()
        assert focused(page).splitlines() == [f"Shock {count}", titles(page)[-1]]
    assert sorted(drawn(page)) == sorted(SHOCKS)
    assert page.locator(".cw-pile .cw-go").is_hidden()
    assert "All seven are drawn." in page.inner_text(".cw-pile")


def test_chance_decides(shown):
    """What is drawn is what the browser's chance says, among the cards that are left."""
    page = shown("reorganisation")
    page.evaluate("Math.random = () => 0.999")
    page.locator(".cw-pile .cw-go").click()
    page.evaluate("Math.random = () => 0")
    page.locator(".cw-pile .cw-go").click()
    assert drawn(page) == ["reorganisation", "attack", "budget"]


def test_one_may_choose_instead(shown):
    """A card can be chosen by its title; it joins the others at the end."""
    page = shown("budget")
    page.get_by_text("Choose one yourself").click()
    page.get_by_role("button", name="A merger").click()
    assert drawn(page) == ["budget", "merger"]
    assert focused(page).endswith("A merger")
    assert page.get_by_role("button", name="A merger", exact=True).count() == 0


def test_a_card_can_be_put_back(shown):
    """Putting back leaves the others in their order, says so, and leaves the focus at the deck."""
    page = shown("budget", "merger", "sponsor")
    page.get_by_role("button", name="Put A merger back").click()
    assert drawn(page) == ["budget", "sponsor"]
    assert titles(page) == ["Budget cut", "The sponsor leaves"]
    assert focused(page) == "Draw the next shock"
    assert "A merger is back in the deck" in page.inner_text(".cw-sr[role=status] >> nth=0")


def test_each_member_is_asked_about_each_shock(shown):
    """An answer goes to the address of this shock and this member, and can be taken back."""
    page = shown("budget", "merger")
    row = page.get_by_role("group", name="Harbour: stays, if this happens?")
    assert row.count() == 2
    row.nth(1).get_by_role("radio", name="Leaves").check()
    assert page.evaluate("harness.values['stands/merger~k0/stays']") == "no"
    row.nth(1).get_by_role("radio", name="Leaves").click()
    assert page.evaluate("harness.values['stands/merger~k0/stays']") is None


def test_only_an_attack_asks_who_is_attacked(shown):
    """The one attacked is chosen there, and asked about like everybody else."""
    page = shown("budget", "attack")
    who = page.get_by_role("group", name="Who is under attack?")
    assert who.count() == 1
    who.get_by_role("radio", name="Kite").check()
    assert page.evaluate("harness.values['stress/attacked']") == "k2"
    attack = page.locator("[data-shock=attack]")
    assert attack.get_by_role("radio", name="Stays").count() == len(NAMES)


def test_all_of_it_by_keyboard(shown):
    """Enter draws; Tab goes on from the new card to its first member; arrows answer."""
    page = shown(names=NAMES[:1])
    page.evaluate("Math.random = () => 0")
    page.focus(".cw-pile .cw-go")
    page.keyboard.press("Enter")
    assert focused(page).endswith("Reorganisation")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("harness.values['stands/reorganisation~k0/stays']") == "yes"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("harness.values['stands/reorganisation~k0/stays']") == "no"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Put Reorganisation back"


def test_a_new_state_keeps_the_focus(shown):
    """The answer that comes back from the kernel does not take the keyboard away."""
    page = shown("budget")
    page.get_by_role("radio", name="Stays").first.focus()
    page.evaluate("model.set({...model.get('state'), title: 'New'})")
    page.wait_for_timeout(50)
    assert page.evaluate("document.activeElement.type") == "radio"


def test_without_members_it_is_said_where_they_come_from(shown):
    """Nobody to ask about is an answer too."""
    page = shown("attack", names=())
    assert "Name your five under Five people" in page.inner_text(".cw-shock")
    assert page.get_by_text("Who is under attack?").count() == 0


def test_a_code_name_is_text(shown):
    """Whatever somebody is called is shown as it was typed."""
    page = shown("attack")
    assert "<i>Rook</i>" in page.inner_text(".cw-shock")
    assert page.locator(".cw-shock i").count() == 0


def test_no_motion_for_those_who_asked_for_none(shown):
    """A drawn card turns over, unless motion is unwanted."""
    names = []
    for wanted in ("no-preference", "reduce"):
        page = shown(reduced_motion=wanted)
        page.locator(".cw-pile .cw-go").click()
        names.append(page.evaluate("getComputedStyle(document.querySelector('.cw-shock')).animationName"))
    assert names == ["cw-turn-up", "none"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide_or_too_small(shown, width, scheme):
    """All seven cards, narrow and wide, light and dark; what is pressed is 44 pixels high."""
    page = shown(*SHOCKS[:6], width=width, color_scheme=scheme)
    page.get_by_text("Choose one yourself").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.evaluate(
        "[...document.querySelectorAll('button, .cw-choice, summary')].filter((e) => e.offsetParent)"
        ".map((e) => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
