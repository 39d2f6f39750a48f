"""The run sheet: everything of the agenda, in order, legible while standing."""

from functools import cache

import pytest
from press import colours, is_accessible, is_grey, sizes
from printed import flat, read, text_of

from workshop.content import words
from workshop.content.agenda import LENGTHS, agenda, blocks, clock
from workshop.errors import Complaint
from workshop.paper.run_sheet import run_sheet

WAYS = [("a4", False), ("letter", False), ("a4", True), ("letter", True)]


@cache
def made(length=LENGTHS[0], paper="a4", *, large=False):
    return run_sheet(length, paper=paper, large=large)


def plain(text):
    return flat(text.replace("`", ""))


def told(block):
    """All that a facilitator is told about a block."""
    debrief = block.debrief
    asked = (debrief.what, debrief.so_what, debrief.now_what) if debrief else ()
    seen = [text for one in block.watch for text in (one.sign, one.move)]
    variants = (
        block.room,
        block.group,
        block.good,
        block.remote,
        block.large_room,
        block.paper,
        block.safety,
    )
    steps = [step.text for step in block.steps]
    return [
        block.title,
        block.purpose,
        block.invitation,
        *block.say,
        *steps,
        *seen,
        *asked,
        *variants,
        *block.ids,
    ]


@pytest.mark.parametrize(("paper", "large"), WAYS)
def test_everything_of_the_agenda_is_on_paper(paper, large):
    text = text_of(made(paper=paper, large=large))
    shown = [*(b for day in agenda() for b in day.blocks), *(b for b in blocks() if not b.day)]
    assert [one for block in shown for one in told(block) if plain(one) not in text] == []


@pytest.mark.parametrize("length", LENGTHS)
def test_each_day_begins_with_a_page_of_all_its_times(length):
    pages = [flat(page.extract_text()) for page in read(made(length)).pages]
    for day in agenda(length):
        title = flat(words("run_sheet")["glance"].format(day=day.title))
        [page] = [page for page in pages if title in page]
        assert all(clock(b.starts) in page and flat(b.title) in page for b in day.blocks)


@pytest.mark.parametrize("length", LENGTHS)
def test_each_step_has_its_time(length):
    text = text_of(made(length))
    for block in (b for day in agenda(length) for b in day.blocks if b.kind == "work"):
        begins = block.starts
        for step in block.steps:
            assert clock(begins) in text
            begins += step.minutes


def test_a_shorter_workshop_leaves_its_steps_out():
    steps = [step for block in blocks() if block.day for step in block.steps]
    kept = flat("".join(step.text for step in steps if step.never_cut))
    gone = {step.text for step in steps if step.stays_until == "two-days" and flat(step.text) not in kept}
    text = text_of(made("ninety-minutes"))
    assert [one for one in gone if plain(one) in text] == []


def test_another_start_moves_the_times():
    assert "13:30–" in text_of(run_sheet("half-day", "13:30"))


def test_what_is_cut_first_says_how_much_it_saves():
    [block] = [b for day in agenda() for b in day.blocks if b.id == "purpose"]
    saved = sum(block.steps[number - 1].minutes for number in block.cuts[0])
    said = words("run_sheet")["saved"].format(mark="a", minutes=saved)
    assert flat(said) in text_of(made())


@pytest.mark.parametrize(("large", "points"), [(False, 11), (True, 18)])
def test_nothing_is_smaller_than_can_be_read_standing(large, points):
    assert min(size for page in read(made("half-day", large=large)).pages for size in sizes(page)) >= points


def test_no_block_takes_more_than_two_pages():
    working = sum(block.kind != "break" for day in agenda() for block in day.blocks)
    outside = sum(not block.day for block in blocks())
    assert len(read(made()).pages) <= 2 + 1.3 * working + outside


@pytest.mark.parametrize("large", [False, True])
def test_run_sheets_are_black_and_grey(large):
    assert [colour for colour in colours(made("half-day", large=large)) if not is_grey(colour)] == []


@pytest.mark.parametrize(("paper", "large"), WAYS)
def test_run_sheets_are_accessible(paper, large):
    title = f"{words('run_sheet')['title']}: {words('agenda')['lengths'][LENGTHS[0]]['title']}"
    assert is_accessible(made(paper=paper, large=large), title)


def test_the_same_words_give_the_same_bytes():
    assert run_sheet() == made()


@pytest.mark.parametrize(("length", "starts"), [("three-days", ""), ("half-day", "24:00")])
def test_what_is_no_workshop_is_refused(length, starts):
    with pytest.raises(Complaint):
        run_sheet(length, starts)
