"""The game in a real browser: each press answered at once, kept, and explained at the end."""

from datetime import date

import pictures_harness as harness
import pytest
from chromium import violations

from workshop.analysis.game import played
from workshop.content import exercise
from workshop.exercise.step import Step
from workshop.model import Game as Answers
from workshop.model import Workbook
from workshop.model.reciprocity import PARTNERS, ROUNDS
from workshop.widgets import Game

pytestmark = pytest.mark.browser

WORDS = exercise("06_reciprocity")["steps"]["game"]
NAMES = {partner["value"]: partner["label"] for partner in WORDS["partners"]}
KEYS = {"g": "give", "h": "hold"}


def state_of(**answers):
    step = Step("06_reciprocity.game", WORDS, "p1")
    step.refresh(Workbook(game=Answers(**answers)), date(2026, 11, 22))
    return step.widget.state


@pytest.fixture
def shown(chromium):
    """A function that opens a page with the game on it; a script error fails the test."""
    contexts, errors = [], []

    def show(width=820, scheme="light", **answers):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.set_content(harness.page_of(Game, state_of(**answers)))
        page.wait_for_selector(".cw-game-once")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def puts(page):
    return [(put["path"], put["value"]) for put in page.evaluate("harness.puts")]


def board(page):
    return page.locator(".cw-game-board")


def said(page):
    return page.locator(".cw-game-spoken").inner_text()


def test_first_there_is_only_one_round_with_a_stranger(shown):
    page = shown()
    assert page.get_by_role("button", name="Give").count() == 1
    assert not page.get_by_text("With whom?").is_visible()


@pytest.mark.parametrize(
    ("move", "sentence"),
    [
        ("Give", "You gave, the stranger held. 0 for you, 5 for them."),
        ("Hold", "You both held. 1 for you, 1 for them."),
    ],
)
def test_one_round_shows_what_was_best_alone_and_leads_on(shown, move, sentence):
    page = shown()
    page.get_by_role("button", name=move).click()
    assert puts(page) == [("game/once", move.lower())]
    assert page.locator(".cw-game-said").inner_text() == sentence
    assert "5 rather than 3, 1 rather than 0" in page.locator(".cw-game-outcome").inner_text()
    assert page.get_by_text("With whom?").is_visible()


def test_a_partner_is_chosen_and_a_round_is_answered_at_once(shown):
    page = shown(once="hold")
    page.get_by_role("radio", name="Birch").click()
    assert puts(page) == [("game/partner", "mirror")]
    page.get_by_role("button", name="Hold").click()
    assert puts(page)[1] == ("game/mirror", ["hold"])
    assert said(page) == "Round 1: you held, Birch gave. 5 for you, 0 for Birch."
    assert board(page).get_by_text("Round 2 of 20 with Birch").is_visible()


@pytest.mark.parametrize("partner", PARTNERS)
def test_the_page_plays_as_the_analysis_does(shown, partner):
    page = shown(once="hold", partner=partner)
    board(page).get_by_role("button", name="Give").focus()
    keys = "gghhgghghhhggghhhhgg"
    for key in keys:
        page.keyboard.press(key)
    moves = [KEYS[key] for key in keys]
    match = played(partner, moves)
    assert puts(page)[-1] == (f"game/{partner}", moves)
    assert board(page).locator("dd").all_inner_texts()[:2] == [
        f"{match.yours} points",
        f"{match.partners} points",
    ]
    spoken = board(page).locator(".cw-game-row").nth(1).locator(".cw-sr").inner_text()
    told = {"gave": "give", "held": "hold"}
    assert [told[word] for word in spoken.split(": ")[1].split(", ")] == list(match.theirs)


def test_after_twenty_rounds_the_rule_and_other_ways_are_told(shown):
    page = shown(partner="wall", wall=("give",) * (ROUNDS - 1))
    board(page).get_by_role("button", name="Give").press("Enter")
    text = board(page).inner_text()
    assert "Always holds, whatever you do." in text
    assert "One round favours holding. With most partners, twenty favour giving first" in text
    assert board(page).locator("dd").all_inner_texts() == [f"{n} points" for n in (0, 100, 19, 20, 0)]
    assert "Twenty rounds with Basalt" in page.evaluate("document.activeElement.innerText")


def test_twenty_rounds_end_there(shown):
    page = shown(partner="mirror", mirror=("give",) * ROUNDS)
    board(page).get_by_role("button", name="Play again").focus()
    page.keyboard.press("h")
    assert puts(page) == []


def test_it_can_be_played_again_and_with_another_partner(shown):
    page = shown(once="hold", partner="mirror", mirror=("give",) * ROUNDS)
    board(page).get_by_role("button", name="Play again").click()
    assert board(page).get_by_text("Round 1 of 20 with Birch").is_visible()
    board(page).get_by_role("button", name="Another partner").click()
    assert puts(page) == [("game/mirror", []), ("game/partner", None)]
    assert not board(page).is_visible()
    assert page.evaluate("document.activeElement.type") == "radio"


def test_keys_with_a_modifier_are_left_to_the_browser(shown):
    page = shown(once="hold", partner="mirror")
    board(page).get_by_role("button", name="Give").focus()
    page.keyboard.press("Control+h")
    assert puts(page) == []


def test_focus_and_moves_survive_a_new_state(shown):
    page = shown(once="hold", partner="grudge")
    board(page).get_by_role("button", name="Hold").press("Enter")
    page.evaluate(
        "state => window.model.set(state)", state_of(once="hold", partner="grudge", grudge=("hold",))
    )
    assert page.evaluate("document.activeElement.innerText") == "Hold"
    assert said(page) == "Round 1: you held, Flint gave. 5 for you, 0 for Flint."


def test_a_description_gives_no_rule_away():
    for partner in WORDS["partners"]:
        assert not {"give", "gives", "hold", "holds", "answer", "answers"} & set(
            partner["hint"].lower().split()
        )


def test_every_partner_and_every_outcome_has_words():
    moves = ("give", "hold")
    needed = {f"game_{kind}_{partner}" for kind in ("rule", "lesson") for partner in PARTNERS}
    needed |= {f"game_said_{mine}_{theirs}" for mine in moves for theirs in moves}
    assert needed <= set(WORDS["words"])
    assert tuple(NAMES) == PARTNERS


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("rounds", [0, 7, ROUNDS])
def test_it_fits_and_axe_finds_nothing(shown, width, scheme, rounds):
    page = shown(width, scheme, once="give", partner="patient", patient=(("give", "hold") * 10)[:rounds])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
