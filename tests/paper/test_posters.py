"""Posters: a few words each, large enough to be read from five metres."""

from functools import cache

import pytest
from press import colours, is_accessible, is_grey, sizes
from printed import flat, prose, read, text_of

from workshop.content import exercise, words
from workshop.content.agenda import LENGTHS, agenda, clock
from workshop.errors import Complaint
from workshop.paper.posters import posters
from workshop.paper.rules import rules

A3, TABLOID = {842, 1191}, {792, 1224}
LEGIBLE = 18


@cache
def made(length=LENGTHS[0], paper="a4"):
    return posters(prose(), length=length, paper=paper)


@pytest.mark.parametrize(("paper", "sides"), [("a4", A3), ("letter", TABLOID)])
def test_posters_have_the_large_paper_of_their_kind(paper, sides):
    pages = read(made(paper=paper)).pages
    assert all({round(page.mediabox.width), round(page.mediabox.height)} == sides for page in pages)


@pytest.mark.parametrize("length", LENGTHS)
def test_each_day_has_a_poster_with_its_times_and_titles(length):
    pages = [flat(page.extract_text()) for page in read(made(length)).pages[1:]]
    for day, page in zip(agenda(length), pages, strict=False):
        told = [(clock(block.starts), block.title) for block in day.blocks]
        assert all(flat(time) in page and flat(title) in page for time, title in told)
        assert clock(day.ends) in page


def test_another_start_moves_the_times():
    assert "07:45" in text_of(posters(prose(), length="half-day", starts="07:45"))


def test_the_rules_are_those_of_the_notebook():
    page = flat(read(made()).pages[0].extract_text())
    assert all(flat(rule) in page for rule in rules(prose()))


def test_the_ladder_asks_what_the_exercise_asks():
    asked = [field["label"] for field in exercise("02_purpose")["steps"]["why"]["fields"]]
    assert all(flat(question) in text_of(made()) for question in asked)


def test_the_blocks_are_those_of_the_method_in_its_words():
    method = {key: line.lower() for key, line in words("method")["BB"].items() if key != "title"}
    blocks = words("posters")["blocks"]["block"]
    assert {block["id"] for block in blocks} == set(method)
    assert all(block["word"].lower() in method[block["id"]] for block in blocks)


def test_the_wall_has_the_lines_that_the_run_sheet_reads_aloud():
    [step] = [b.steps[0].text.lower() for day in agenda() for b in day.blocks if b.id == "wall"]
    assert all(line.lower() in step for line in words("posters")["wall"]["lines"])


def test_no_word_of_a_poster_is_small():
    assert min(size for page in read(made()).pages for size in sizes(page)) >= LEGIBLE


def test_each_poster_takes_one_page_however_long_its_words_are():
    long = {"00_start": [("rules", "\n".join(f"{n}. {'Never a surname here. ' * 5}" for n in range(1, 11)))]}
    assert len(read(posters(long)).pages) == len(read(made()).pages)


def test_posters_are_black_and_grey():
    assert [colour for colour in colours(made()) if not is_grey(colour)] == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_posters_are_accessible(paper):
    assert is_accessible(made(paper=paper), words("posters")["title"])


def test_the_same_words_give_the_same_bytes():
    assert posters(prose()) == made()


def test_a_length_that_does_not_exist_is_refused():
    with pytest.raises(Complaint):
        posters(prose(), length="three-days")
