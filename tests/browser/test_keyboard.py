"""The express path from empty to playbook on a keyboard alone; then the server dies, and it is all there."""

import pytest
from hands import Hands
from kit import Kit
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ALLIES = ("Harbour", "Lantern", "Kite")
CARDS = {
    "What binds us": "Something we both care about",
    "When we talk": "Between projects too",
    "What we tell each other": "Progress and good news",
    "How help is returned": "It evens out over the years",
}
SENTENCE = "Nobody here goes through a change alone"


@pytest.fixture
def hands(tab):
    return Hands(tab)


def arrived(tab, name, ready):
    tab.wait_for_url(f"**/{name}.ipynb", timeout=20_000)
    expect(tab.locator(ready).first).to_be_visible(timeout=20_000)


def list_allies(hands):
    for name in ALLIES:
        hands.add("+ Add an ally")
        hands.tab.keyboard.type(name)
        hands.type_into("Last project together", "Aurora")
    for name in ALLIES:
        hands.open_card(name, form="Six cards")
        for card, side in CARDS.items():
            hands.choose(side, group=card, card=name)


def write_purpose(hands):
    hands.type_into("What do you want to see happen?", "Change that people choose")
    hands.go_to("Fairness")
    hands.tab.keyboard.press("Space")
    hands.type_into("The purpose, in one sentence", SENTENCE)
    hands.type_into("How many years", "5")
    hands.open_card("Harbour", form="What each would gain")
    hands.type_into("If the purpose came true", "fewer fires", card="Harbour")


def choose_five(hands):
    for name in ALLIES:
        hands.choose("One of the five", group=name)
    hands.add("+ Add a role I need")
    hands.tab.keyboard.type("A voice from sales")
    for number, name in enumerate((*ALLIES, "A voice from sales")):
        hands.open_card(name, form="Where each one stands")
        hands.go_to("Function", card=name)
        hands.tab.keyboard.press("ArrowDown")
        for _ in range(number):
            hands.tab.keyboard.press("ArrowDown")


def draw_map(hands):
    hands.choose("Yes", group="Harbour and Lantern")
    hands.choose("Yes", group="Harbour and Kite")
    hands.choose("No", group="Lantern and Kite")


def take_out(hands, name):
    hands.find(lambda here: here["tag"] == "BUTTON" and here["name"] == name, name)
    hands.tab.keyboard.press("Enter")
    expect(hands.tab.get_by_text(f"Without {name}").first).to_be_visible(timeout=1000)


def make_plans(hands):
    for name in ALLIES[:2]:
        hands.add("+ Add a plan")
        hands.choose(name, group="For whom?")
        hands.type_into("When this happens", "the budget round opens")
        hands.type_into("… I will", f"call {name} first")


def test_the_express_path_by_keyboard_survives_the_death_of_the_server(hands, tab, kit, tmp_path):
    arrived(tab, "00_start", ".cw-form")
    hands.press("Next")
    arrived(tab, "01_alliances", ".cw-form")
    list_allies(hands)
    hands.press("Next")
    arrived(tab, "02_purpose", ".cw-form")
    write_purpose(hands)
    hands.press("Next")
    arrived(tab, "03_five_people", ".cw-form")
    choose_five(hands)
    hands.press("Next")
    arrived(tab, "04_alliance_map", ".cw-map")
    draw_map(hands)
    take_out(hands, "Harbour")
    hands.press("Short path: go on")
    arrived(tab, "09_commit", ".cw-form")
    make_plans(hands)
    expect(tab.locator(".cw-playbook")).to_contain_text("call Lantern first", timeout=10_000)
    before = playbook(tab)
    for words in (
        SENTENCE,
        *ALLIES,
        "A voice from sales",
        "call Harbour first",
        "2 of 3 pairs",
    ):
        assert words in before
    kit.process.kill()
    again = Kit(tmp_path / "data", port=kit.port)
    try:
        tab.reload()
        expect(tab.locator(".cw-playbook")).to_contain_text(SENTENCE, timeout=20_000)
        assert playbook(tab) == before
        expect(tab.locator(".cw-journey [data-status=done]")).to_have_count(5, timeout=10_000)
    finally:
        again.stop()


def playbook(tab):
    """The words of the playbook's page."""
    return tab.locator(".cw-playbook").inner_text()
