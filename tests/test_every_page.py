"""Every page, rendered for an empty, for half-filled and for full workbooks, says whole sentences."""

import json
import re

import pytest
from participant import Participant

from workshop.content import case, case_names, exercise_names
from workshop.errors import Refused
from workshop.model import Document, Workbook, changed
from workshop.model.codec import plain
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import MemoryStore

HOLES = re.compile(r"\b(NaN|nan|None(?! of)|null|undefined|inf)\b|\{\w+\}")


def half(workbook):
    """The workbook with every other answer taken away."""
    for number, person in enumerate(workbook.people):
        for answer in list(plain(person))[number % 2 :: 2]:
            if answer not in {"id", "name", "seat", "ally"}:
                workbook = emptied(workbook, f"people/{person.id}/{answer}")
    for tie in workbook.ties[::2]:
        workbook = emptied(workbook, f"ties/{tie.id}/knows")
    for stand in workbook.stands[::2]:
        workbook = emptied(workbook, f"stands/{stand.id}/stays")
    for entry in workbook.exchanges[::2]:
        for answer in ("direction", "month", "kind", "person"):
            workbook = emptied(workbook, f"exchanges/{entry.id}/{answer}")
    for part in (
        "start",
        "purpose",
        "commitment",
        "reciprocity",
        "game",
        "forum",
        "dial",
        "defence",
        "stress",
    ):
        for answer in list(plain(getattr(workbook, part)))[::2]:
            workbook = emptied(workbook, f"{part}/{answer}")
    return workbook


def emptied(workbook, path):
    """The workbook without the answer at `path`; of a part that is answered in itself, as it is."""
    try:
        return changed(workbook, path, None)
    except Refused:
        return workbook


FULL = {name: read(case(name)).workbook for name in case_names()}
WORKBOOKS = {
    "empty": Workbook(),
    **{f"half {name}": half(workbook) for name, workbook in FULL.items()},
    **FULL,
}


def states(workbook, case_name=""):
    """What every step of every exercise would show, by step."""
    participant = Participant(Session(MemoryStore(Document(workbook, 1))), case=case_name)
    return {
        (name, step): widget.state
        for name in exercise_names()
        for step, widget in participant.open(name).widgets.items()
    }


@pytest.fixture(scope="module", params=WORKBOOKS)
def shown(request):
    return states(WORKBOOKS[request.param], request.param if request.param in FULL else "")


def texts(value):
    """Every text that a person may read in a state; addresses, ids and the words of buttons aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"words", "id", "path", "page", "step", "library", "machines"}:
                yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def test_no_page_shows_a_hole(shown):
    for step, state in shown.items():
        for text in texts(state):
            assert not HOLES.search(text), (step, text)


def test_no_verdict_is_empty_and_each_can_say_why(shown):
    for step, state in shown.items():
        for verdict in state["verdicts"]:
            said = (verdict["key"], verdict["headline"], verdict["formula"], verdict["change"])
            answers = [text for pair in verdict["answers"] for text in pair]
            assert verdict["key"] != "problem", step
            assert all(text.strip() for text in (*said, *answers)), (step, verdict)


def test_every_state_is_json_as_the_page_reads_it(shown):
    assert json.dumps(list(shown.values()), allow_nan=False)


def test_an_empty_form_carries_no_mark_against_anybody():
    for state in states(Workbook()).values():
        assert not [verdict["key"] for verdict in state["verdicts"] if verdict["tone"] == "watch"]


def test_a_full_workbook_has_little_left_to_say():
    """A complete case answers what is asked, so that the pages have something to say."""
    for name, workbook in FULL.items():
        verdicts = [verdict for state in states(workbook, name).values() for verdict in state["verdicts"]]
        still_open = [verdict["key"] for verdict in verdicts if verdict["tone"] == "open"]
        assert len(still_open) < len(verdicts) / 10, still_open
