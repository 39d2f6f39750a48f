"""What the case clinic shows of each story: never more than the answers have earned.

The choices of a story are stored letter by letter. A letter after the last decision says that the
person asked to see what happened: only then, and with a prediction, does a state hold outcome, comparison and
lesson. What was taken from a story says so too: it is asked last of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.content.story import story
from workshop.exercise.cast import cast_of
from workshop.exercise.names import initials
from workshop.exercise.outcome import foreseen, outcome_state, told
from workshop.exercise.schema import fields_of
from workshop.model.clinic import STORIES, Played

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from workshop.content.story import Scene, Story, Turn
    from workshop.model import Workbook

State = dict[str, Any]
OPENING = "a"
"""The letter stored after the last decision when the outcome was asked for."""


def story_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return all four stories, each as far as it has been played."""
    spoken = words["words"]
    return {
        "stories": [_story(story(name), workbook, spoken) for name in STORIES],
        "open": _left_at(workbook),
        "tally": _tally(workbook, spoken),
    }


def played(workbook: Workbook, name: str) -> Played:
    """Return the answers to the story called `name`, empty ones when there are none."""
    return next((one for one in workbook.clinic if one.id == name), Played(name))


def opened(answers: Played) -> bool:
    """Whether the outcome of a story may be seen: all decided, predicted, and asked for."""
    turns, scene = story(answers.id).walk(answers.choices)
    asked = len(answers.choices) > len(turns) or bool(answers.takeaway.strip())
    return not scene.choices and answers.predicted is not None and asked


def _story(one: Story, workbook: Workbook, words: Mapping[str, str]) -> State:
    answers = played(workbook, one.id)
    turns, scene = one.walk(answers.choices)
    over = opened(answers)
    status = "done" if over else "begun" if answers.choices else "new"
    ended = not scene.choices
    return {
        "id": one.id,
        "title": one.told["title"],
        "summary": one.told["summary"],
        "status": status,
        "status_label": words[f"story_{status}"],
        "address": f"clinic/{one.id}",
        "choices": list(answers.choices),
        "decided": [turn.choice.letter for turn in turns],
        "role": one.told["role"],
        "people": _people(one),
        "trail": [_turn(turn, one) for turn in turns],
        "scene": _scene(scene, len(turns), one, words),
        "prediction": _prediction(one, workbook, words) if ended and not over else None,
        "outcome": outcome_state(one, answers, workbook, words) if over else None,
    }


def _people(one: Story) -> list[State]:
    names = cast_of(one.case).names
    return [
        {"id": id, "name": names[id], "initials": initials(names[id]), "line": line}
        for id, line in one.told["people"].items()
    ]


def _turn(turn: Turn, one: Story) -> State:
    return {
        "label": told(turn.choice.label, one),
        "consequence": told(turn.choice.consequence, one),
    }


def _scene(scene: Scene, taken: int, one: Story, words: Mapping[str, str]) -> State:
    place = words["story_scene"].format(number=taken + 1, of=len(one.of_the_leader()))
    return {
        "id": scene.id,
        "place": place if scene.choices else words["story_ending"],
        "text": told(scene.text, one),
        "question": told(scene.question, one),
        "choices": [
            {"letter": choice.letter, "mark": mark, "label": told(choice.label, one)}
            for mark, choice in zip("ABC", scene.arranged, strict=False)
        ],
    }


def _prediction(one: Story, workbook: Workbook, words: Mapping[str, str]) -> State:
    asked = one.told["prediction"]
    people = [{"value": person["id"], "label": person["name"]} for person in _people(one)]
    kinds = [{"value": kind, "label": words[f"story_{kind}"]} for kind in ("lasts", "fades", "unsure")]
    answers = played(workbook, one.id)
    return {
        "text": asked["text"],
        "fields": fields_of(
            [
                _question("many", f"clinic/{one.id}/stays", asked["stays"], people),
                _question("one", f"clinic/{one.id}/predicted", asked["lasts"], kinds),
            ],
            workbook,
        ),
        "ready": answers.predicted is not None,
        "opening": OPENING,
    }


def _question(kind: str, path: str, label: str, options: Sequence[Mapping[str, str]]) -> State:
    return {"kind": kind, "path": path, "label": label, "options": list(options)}


def _left_at(workbook: Workbook) -> str:
    """The story to come back to: the last one begun and not seen to its end, else none."""
    begun = [one for one in workbook.clinic if one.choices and not (opened(one) and one.takeaway.strip())]
    unfinished = [one for one in begun if not opened(one)]
    return (unfinished or begun or [Played(STORIES[0])])[-1].id if begun else ""


def _tally(workbook: Workbook, words: Mapping[str, str]) -> str:
    """How many people were foreseen rightly in all stories seen to the end; empty while none was foretold."""
    seen = [foreseen(story(one.id), one) for one in workbook.clinic if opened(one)]
    counts = [numbers for numbers in seen if numbers]
    if not counts:
        return ""
    right, everybody = (sum(numbers) for numbers in zip(*counts, strict=True))
    return words["story_tally"].format(right=right, all=everybody)
