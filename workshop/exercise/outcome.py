"""The end of a story: what happened, the prediction and the choices beside it, and last the lesson."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from workshop.exercise.cast import cast_of
from workshop.exercise.schema import fields_of
from workshop.widgets.assets import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.content.story import Story
    from workshop.model import Workbook
    from workshop.model.clinic import Played

State = dict[str, Any]
_AFTERWARDS = {"lasts": "story_lasted", "fades": "story_faded", "unsure": "story_unsure"}
_FIRST = "01_alliances"


def told(text: str, one: Story) -> str:
    """Return `text` with the names and counts of the story's case in their places."""
    cast = cast_of(one.case)
    return text.format_map({**cast.names, **cast.counts})


def foreseen(one: Story, answers: Played) -> tuple[int, int] | None:
    """How many people of a story were foreseen rightly, and how many there are; None when none was named."""
    if not answers.stays:
        return None
    people = list(one.told["people"])
    stayed = one.told["outcome"]["stays"]
    return sum((id in answers.stays) == (id in stayed) for id in people), len(people)


def outcome_state(one: Story, answers: Played, workbook: Workbook, words: Mapping[str, str]) -> State:
    """Return the parts of the end in the order in which they are shown; the lesson is the last of them."""
    parts = [
        _part("happened", words, text=[told(line, one) for line in one.told["outcome"]["told"]]),
        _prediction(one, answers, words),
        _choices(one, answers, words),
        _part("evidence", words, items=[told(line, one) for line in one.told["outcome"]["evidence"]]),
        _part("lesson", words, lesson=one.told["lesson"]["title"], text=[one.told["lesson"]["text"]]),
    ]
    return {
        "parts": parts,
        "fields": fields_of([_takeaway(one, words)], workbook),
        "continue_href": continue_href(one.case),
    }


def continue_href(case: str) -> str:
    """Return where the app opens `case` in the place of one's own answers; empty in JupyterLab."""
    return f"{_FIRST}.ipynb?case={case}" if os.environ.get(STATIC) else ""


def _part(kind: str, words: Mapping[str, str], **more: object) -> State:
    return {"kind": kind, "title": words[f"story_{kind}"], "text": [], "rows": [], "items": [], **more}


def _prediction(one: Story, answers: Played, words: Mapping[str, str]) -> State:
    text, rows = [_foreseen(one, answers, words)], list(_compared(one, answers, words))
    return _part("prediction", words, text=text, rows=rows)


def _foreseen(one: Story, answers: Played, words: Mapping[str, str]) -> str:
    found, stayed = foreseen(one, answers), len(one.told["outcome"]["stays"]) or words["story_nobody"]
    if found is None:
        return words["story_foreseen_unsaid"].format(stayed=stayed)
    right, everybody = found
    said = words["story_foreseen"].format(expected=len(answers.stays), stayed=stayed)
    return said + " " + words["story_foreseen_people"].format(right=right, all=everybody)


def _compared(one: Story, answers: Played, words: Mapping[str, str]) -> Iterator[State]:
    names = cast_of(one.case).names
    for id in one.told["people"]:
        expected, stayed = id in answers.stays, id in one.told["outcome"]["stays"]
        yield _row(
            names[id],
            words["story_stays" if expected else "story_leaves" if answers.stays else "story_not_said"],
            words["story_stayed" if stayed else "story_left"],
            words,
            same=bool(answers.stays) and expected == stayed,
        )
    lasts, predicted = one.told["outcome"]["lasts"], str(answers.predicted)
    yield _row(
        words["story_group"],
        words[f"story_{predicted}"],
        words[_AFTERWARDS[lasts]],
        words,
        same=predicted == lasts,
    )


def _choices(one: Story, answers: Played, words: Mapping[str, str]) -> State:
    yours, theirs = one.walk(answers.choices)[0], one.of_the_leader()
    pairs = list(zip(yours, theirs, strict=True))
    rows = [
        _row(
            words["story_decision"].format(number=number),
            told(you.choice.label, one),
            told(leader.choice.label, one),
            words,
            same=you == leader,
        )
        for number, (you, leader) in enumerate(pairs, 1)
    ]
    met = [(you, leader) for you, leader in pairs if you.scene.id == leader.scene.id]
    same = sum(you == leader for you, leader in met)
    headline = words["story_same"].format(same=same, of=len(met))
    return _part("choices", words, text=[headline], rows=rows)


def _row(title: str, yours: str, theirs: str, words: Mapping[str, str], *, same: bool) -> State:
    return {
        "title": title,
        "same": same,
        "sides": [[words["story_you"], yours], [words["story_in_case"], theirs]],
    }


def _takeaway(one: Story, words: Mapping[str, str]) -> State:
    return {
        "kind": "long",
        "path": f"clinic/{one.id}/takeaway",
        "label": words["story_takeaway"],
        "hint": words["story_takeaway_hint"],
    }
