"""The four stories of the case clinic: scenes, the choices that lead from one to the next, and the end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from workshop.content import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@attrs.frozen
class Choice:
    """What can be done in a scene: `letter` as it is stored, `to` the scene it leads to."""

    letter: str
    label: str
    consequence: str
    to: str


@attrs.frozen
class Scene:
    """One scene; without choices it is an ending. `leader` is what the leader of the case chose there."""

    id: str
    text: str
    question: str = ""
    choices: tuple[Choice, ...] = ()
    leader: str = ""

    @property
    def arranged(self) -> tuple[Choice, ...]:
        """The choices as they are shown: turned round in every other scene, so no place is the leader's."""
        return self.choices[::-1] if sum(map(ord, self.id)) % 2 else self.choices

    def choice(self, letter: str) -> Choice | None:
        """The choice with this letter, or None."""
        return next((choice for choice in self.choices if choice.letter == letter), None)


@attrs.frozen
class Turn:
    """A decision taken: where, and which."""

    scene: Scene
    choice: Choice


@attrs.frozen
class Story:
    """One story; `told` has its words as they stand in the file, with `{id}` for the names of people."""

    id: str
    scenes: Mapping[str, Scene]
    start: Scene
    told: Mapping[str, Any]

    @property
    def case(self) -> str:
        """The worked case whose five people play in it."""
        return str(self.told["case"])

    def walk(self, letters: Sequence[str]) -> tuple[tuple[Turn, ...], Scene]:
        """Return the decisions that `letters` stand for, and the scene they lead to.

        The first letter that is no choice of its scene ends the walk.
        """
        turns: list[Turn] = []
        scene = self.start
        for letter in letters:
            choice = scene.choice(letter)
            if choice is None:
                break
            turns.append(Turn(scene, choice))
            scene = self.scenes[choice.to]
        return tuple(turns), scene

    def of_the_leader(self) -> tuple[Turn, ...]:
        """The decisions that the leader of the case took."""
        letters: list[str] = []
        turns, scene = self.walk(letters)
        while scene.leader:
            letters.append(scene.leader)
            turns, scene = self.walk(letters)
        return turns


@cache
def story(name: str) -> Story:
    """Return the story called `name`, one of `workshop.model.clinic.STORIES`."""
    told = words(f"stories/{name}")
    scenes = {id: _scene(id, facts) for id, facts in told["scenes"].items()}
    return Story(name, scenes, scenes[told["start"]], told)


def _scene(id: str, facts: Mapping[str, Any]) -> Scene:
    choices = tuple(Choice(letter, **choice) for letter, choice in facts.get("choices", {}).items())
    return Scene(id, facts["text"], facts.get("question", ""), choices, facts.get("leader", ""))
