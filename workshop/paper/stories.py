"""The four stories as a game book: numbered scenes, a prediction, and the outcome on a later page."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshop.analysis.evidence import evidence
from workshop.analysis.members import members
from workshop.content.story import story
from workshop.content.worked import worked
from workshop.model.clinic import STORIES
from workshop.paper.answer import sheet_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.content.story import Scene, Story
    from workshop.model import Person
    from workshop.paper.prose import Block

    Step = Mapping[str, Any]
    Words = Mapping[str, str]

_EXPECTED = ("lasts", "fades", "unsure")


def stories(step: Step) -> list[Block]:
    """Return the four stories as far as they may be read before a prediction."""
    spoken: Words = step["words"]
    return [block for name in STORIES for block in _story(story(name), spoken)]


def outcomes(step: Step) -> list[Block]:
    """Return how each story ended, what its case says, its map and its lesson: for a later page."""
    spoken: Words = step["words"]
    return [block for name in STORIES for block in _outcome(story(name), spoken)]


def story_maps(_step: Step) -> list[Block]:
    """Return the map of each case, with everybody, to be covered by hand."""
    ask = sheet_words()["groups_remain"]
    return [{"b": "maps", "maps": [_map(story(name)) | {"ask": ask} for name in STORIES]}]


def _story(one: Story, spoken: Words) -> list[Block]:
    told, said = one.told, sheet_words()
    people = [{"label": _tell("{" + id + "}", one), "text": line} for id, line in told["people"].items()]
    order = list(one.scenes)
    scenes = [
        _scene(scene, number, order, one, spoken) for number, scene in enumerate(one.scenes.values(), 1)
    ]
    return [
        {"b": "story", "title": told["title"], "summary": told["summary"], "role": told["role"]},
        {"b": "cast", "title": spoken["story_people"], "items": people},
        {"b": "scenes", "items": scenes, "path": f"clinic/{one.id}/choices", "mine": said["my_choices"]},
        {"b": "sub", "text": spoken["story_predict"]},
        {"b": "note", "text": _tell(told["prediction"]["text"], one)},
        _ticks(
            f"clinic/{one.id}/stays",
            told["prediction"]["stays"],
            [each["label"] for each in people],
            many=True,
        ),
        _ticks(
            f"clinic/{one.id}/predicted",
            told["prediction"]["lasts"],
            [spoken[f"story_{kind}"] for kind in _EXPECTED],
        ),
        {"b": "turn", "text": said["turn"]},
    ]


def _ticks(path: str, label: str, names: list[str], *, many: bool = False) -> Block:
    options = [{"label": name, "hint": ""} for name in names]
    return {
        "b": "choice",
        "path": path,
        "label": label,
        "hint": "",
        "when": "",
        "many": many,
        "options": options,
    }


def _scene(scene: Scene, number: int, order: list[str], one: Story, spoken: Words) -> Block:
    said = sheet_words()
    ending = not scene.choices
    choices = [
        {
            "mark": mark,
            "label": _tell(choice.label, one),
            "after": _tell(choice.consequence, one),
            "to": said["go_to"].format(number=order.index(choice.to) + 1),
        }
        for mark, choice in zip("ABC", scene.arranged, strict=False)
    ]
    title = (
        said["ending"].format(number=number, title=spoken["story_ending"])
        if ending
        else said["scene"].format(number=number)
    )
    return {
        "title": title,
        "text": _tell(scene.text, one),
        "question": _tell(scene.question, one),
        "choices": choices,
    }


def _outcome(one: Story, spoken: Words) -> list[Block]:
    told = one.told
    end = told["outcome"]
    stayed = [_tell("{" + id + "}", one) for id in end["stays"]] or [spoken["story_nobody"]]
    lasted = spoken["story_lasted" if end["lasts"] == "lasts" else "story_faded"]
    who = sheet_words()["who_stayed"].format(names=", ".join(stayed), group=lasted)
    leader = [_tell(turn.choice.label, one) for turn in one.of_the_leader()]
    takeaway = {
        "b": "line",
        "label": spoken["story_takeaway"],
        "hint": spoken["story_takeaway_hint"],
        "when": "",
    }
    return [
        {"b": "story", "title": told["title"], "summary": "", "role": "", "apart": one.id != STORIES[0]},
        {"b": "sub", "text": spoken["story_happened"]},
        *({"b": "note", "text": _tell(line, one)} for line in end["told"]),
        {"b": "strong", "text": who},
        {"b": "sub", "text": sheet_words()["leader_chose"]},
        {"b": "bullets", "items": leader},
        {"b": "sub", "text": spoken["story_evidence"]},
        {"b": "bullets", "items": [_tell(line, one) for line in end["evidence"]]},
        {"b": "sub", "text": spoken["story_lesson"]},
        {"b": "strong", "text": told["lesson"]["title"]},
        {"b": "note", "text": told["lesson"]["text"]},
        takeaway | {"lines": 2, "path": f"clinic/{one.id}/takeaway"},
    ]


def _map(one: Story) -> Block:
    people = members(worked(one.case).workbook)
    names = [person.name.strip() for person in people]
    ties = [
        [first, second]
        for first, second in combinations(range(len(people)), 2)
        if _know(one, people[first], people[second])
    ]
    pairs = ", ".join(
        sheet_words()["pair"].format(first=names[first], second=names[second]) for first, second in ties
    )
    return {
        "title": one.told["title"],
        "names": names,
        "ties": ties,
        "alt": sheet_words()["map_alt"].format(pairs=pairs),
    }


def _know(one: Story, first: Person, second: Person) -> bool:
    tie = worked(one.case).workbook.tie(first.id, second.id)
    return tie is not None and tie.knows == "yes"


def _tell(text: str, one: Story) -> str:
    workbook = worked(one.case).workbook
    names = {person.id: person.name.strip() for person in workbook.people}
    return text.format_map({**names, **evidence(workbook)})
