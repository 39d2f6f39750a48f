"""The agenda is complete, in short sentences, and quotes nothing that is not there."""

import re

import pytest

from workshop.content import exercise_names, journey, words
from workshop.content.agenda import blocks, blocks_of
from workshop.content.block import FORMS
from workshop.content.worked import worked

WORK = [block for block in blocks() if block.kind != "break"]
TOLD = (
    "purpose",
    "invitation",
    "say",
    "room",
    "materials",
    "group",
    "good",
    "watch",
    "debrief",
    "remote",
    "large_room",
    "paper",
    "safety",
)


def texts(told):
    """Yield every text of a block of the file, but for its marks."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for key, value in told.items():
            marks = {"id", "kind", "form", "stays_until", "ids", "exercises"}
            yield from () if key in marks else texts(value)
    elif isinstance(told, list):
        for value in told:
            yield from texts(value)


@pytest.mark.parametrize("exercise", [entry["name"] for entry in journey()])
def test_every_exercise_has_a_block(exercise):
    assert blocks_of(exercise)


@pytest.mark.parametrize("block", WORK, ids=lambda block: block.id)
def test_every_block_is_complete(block):
    missing = [name for name in TOLD if not getattr(block, name)]
    assert missing == []
    assert 2 <= len(block.watch) <= 4
    assert block.ids


def test_every_part_of_the_method_but_its_results_has_a_block():
    groups = words("method")
    named = {mark for block in blocks() for mark in block.ids}
    parts = {
        mark for group in ("CO", "BB", "HB", "ST", "EX", "HH") for mark in groups[group] if mark != "title"
    }
    assert parts <= named


def test_the_titles_that_blocks_quote_are_those_of_the_pages():
    """What stands after “opens” is an exercise, what stands after “under” one of its steps."""
    steps = {
        step["title"].replace("'", "’")
        for name in exercise_names()
        for step in words(f"exercises/{name}")["steps"].values()
    }
    told = " ".join(step.text for block in blocks() for step in block.steps)
    assert set(re.findall(r"[Oo]pens? “([^”]*)”", told)) <= {entry["title"] for entry in journey()}
    named = set(re.findall(r"(?:[Uu]nder|Read|goes to) “([^”]*)”", told))
    assert named - {words("agenda")["words"]["say"]} <= steps


def test_no_title_gives_away_what_a_case_teaches():
    """Titles hang on the wall all day."""
    cases = {case["title"].lower().removeprefix("the ") for case in words("wording")["cases"].values()}
    assert [b.title for b in blocks() if any(case in b.title.lower() for case in cases)] == []


def test_the_stories_that_blocks_quote_are_there():
    told = " ".join(step.text for block in blocks() for step in block.steps)
    for story in ("change", "fragile", "loop", "outlived"):
        assert f"“{words(f'stories/{story}')['title']}”" in told


@pytest.mark.parametrize("block", words("agenda")["block"], ids=lambda block: block["id"])
def test_sentences_are_short(block):
    sentences = [one for text in texts(block) for one in re.split(r"(?<=[.?!:;])\s", text)]
    assert [one for one in sentences if len(one.split()) >= 20] == []


def test_what_blocks_quote_from_a_case_stands_in_the_case():
    case = worked("making-change-stick").workbook
    told = {block.id: " ".join(block.say) for block in blocks()}
    assert case.purpose.sentence[1:] in told["purpose"]
    defence = case.defence
    for line in (defence.charge, defence.line_fact, defence.line_value):
        assert line[1:] in told["defend"]
    assert case.plans[1].trigger.split(" meeting")[0].replace(" executive", "") in told["commit"]


def test_every_form_has_a_word():
    assert set(words("agenda")["words"]["forms"]) == set(FORMS)
