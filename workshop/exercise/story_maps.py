"""The maps of the stories, with everybody and without those who left; only of stories seen to their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.graph import alliance_map, groups
from workshop.content.story import story
from workshop.exercise.cast import cast_of
from workshop.exercise.map import map_state
from workshop.exercise.names import joined
from workshop.exercise.scenes import scene
from workshop.exercise.story import opened
from workshop.model import Verdict
from workshop.model.clinic import STORIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from workshop.content.story import Story
    from workshop.model import Workbook

State = dict[str, Any]
WITHOUT = "without"
"""The key of the one scene of each map."""


def story_maps_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return a map in the mode `scenes` for each story whose outcome was seen, in their order."""
    seen = [played.id for played in workbook.clinic if opened(played)]
    maps = (_map(story(name), words, today) for name in STORIES if name in seen)
    return {"maps": [{**one, "newest": one["id"] == seen[-1]} for one in maps]}


def _map(one: Story, words: Mapping[str, Any], today: date) -> State:
    state = map_state(words, cast_of(one.case).workbook, today)
    return {
        **state,
        "id": one.id,
        "title": one.told["title"],
        "mode": "scenes",
        "pairs": [],
        "removals": {WITHOUT: _without(one, words["words"])},
    }


def _without(one: Story, words: Mapping[str, str]) -> State:
    drawn = alliance_map(cast_of(one.case).workbook)
    left = [id for id in drawn.names if id not in one.told["outcome"]["stays"]]
    remaining = groups(drawn.worst.subgraph(id for id in drawn.names if id not in left))
    case, tone = _case(left, remaining)
    headline = words[f"maps_{case}"].format(
        left=joined(drawn.named(left)),
        stayed=joined(drawn.named(id for group in remaining for id in group)),
        count=len(drawn.names) - len(left),
        groups=len(remaining),
    )
    told = Verdict(
        "", tone, headline, words.get(f"maps_{case}_detail", ""), (), "", "", convention=False, change=""
    )
    return scene(words["maps_without"], left, remaining, told)


def _case(left: Sequence[str], remaining: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Which sentence fits what remains, and its tone."""
    if not left:
        return "nobody_left", "good"
    if sum(map(len, remaining)) == 1:
        return "one_stayed", "watch"
    return ("one_group", "good") if len(remaining) == 1 else ("apart", "watch")
