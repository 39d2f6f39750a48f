"""Cards to cut out: the words of the exercises, large enough to be read across a table."""

from functools import cache

import pytest
from press import colours, is_accessible, is_grey, sizes
from printed import flat, prose, read, text_of

from workshop.content import exercise, words
from workshop.paper.cards import cards
from workshop.paper.decks import COLUMNS, ROWS_LARGE, decks, sheets
from workshop.paper.rules import rules

WAYS = [("a4", False), ("letter", False), ("a4", True), ("letter", True)]
LARGE = 18
CARDS = [card for deck in decks() for card in deck.cards]
SAID = {one for card in CARDS for one in (card.title, card.text, *card.options) if one}


@cache
def made(paper="a4", *, large=False):
    return cards(prose(), paper=paper, large=large)


@pytest.mark.parametrize(("paper", "large"), WAYS)
def test_every_word_is_on_paper_in_every_way(paper, large):
    text = text_of(made(paper, large=large))
    assert [one for one in SAID if flat(one) not in text] == []


def test_the_table_card_says_all_ten_rules():
    page = flat(read(made()).pages[0].extract_text())
    assert len(rules(prose())) == 10
    assert all(flat(rule) in page for rule in rules(prose()))


def test_the_table_card_has_a_line_for_the_support_contact():
    assert flat(words("cards")["table"]["support"]) in flat(read(made()).pages[0].extract_text())


def test_without_the_notebook_the_table_card_is_made_all_the_same():
    assert len(read(cards({})).pages) == len(read(made()).pages)


def test_every_either_or_of_an_ally_is_a_card():
    fields = exercise("01_alliances")["steps"]["cards"]["fields"][0]["fields"]
    asked = {field["label"] for field in fields if field["kind"] == "either"}
    assert asked == {card.title for card in decks()[0].cards if card.options}


@pytest.mark.parametrize("large", [False, True])
def test_no_sheet_holds_more_cards_than_it_has_places(large):
    assert all(len(sheet.cards) <= COLUMNS * sheet.rows for sheet in sheets(large=large))


def test_large_cards_are_four_on_a_sheet():
    assert {sheet.rows for sheet in sheets(large=True)} == {ROWS_LARGE}


def test_a_sheet_of_blank_cards_is_full():
    assert all(len(s.cards) == COLUMNS * s.rows for s in sheets(large=True) if s.cards[-1].look == "blank")


def test_one_person_gets_ten_blank_cards():
    [blank] = [deck for deck in decks() if deck.title == words("cards")["names"]["title"]]
    assert len(blank.cards) == 10


def test_each_sheet_takes_one_page():
    assert len(read(made()).pages) == 1 + len(list(sheets()))


@pytest.mark.parametrize("large", [False, True])
def test_cards_are_black_and_grey(large):
    assert [colour for colour in colours(made(large=large)) if not is_grey(colour)] == []


def test_what_is_read_in_large_type_has_18_points():
    """Only the title of a sheet, in the margin that is cut off, is smaller."""
    table, *cut = (sizes(page) for page in read(made(large=True)).pages)
    assert min(table) >= LARGE
    assert all(len([size for size in found if size < LARGE]) == 1 for found in cut)


@pytest.mark.parametrize(("paper", "large"), WAYS)
def test_cards_are_accessible(paper, large):
    assert is_accessible(made(paper, large=large), words("cards")["title"])


def test_the_same_words_give_the_same_bytes():
    assert cards(prose()) == made()
