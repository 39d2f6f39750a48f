"""One step of an exercise: a widget, and the state it shows for a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis import GROUPS
from workshop.exercise.change import change_state
from workshop.exercise.chart import chart_state
from workshop.exercise.deck import deck_state
from workshop.exercise.game import game_state
from workshop.exercise.guard import guarded
from workshop.exercise.journey import unloaded
from workshop.exercise.ledger import ledger_state
from workshop.exercise.map import glue_state, map_state
from workshop.exercise.messages import messages_state
from workshop.exercise.playbook import playbook_state
from workshop.exercise.scenes import scenes_state
from workshop.exercise.schema import fields_of
from workshop.exercise.snapshots import snapshots_state
from workshop.exercise.story import story_state
from workshop.exercise.story_maps import story_maps_state
from workshop.exercise.take import take_state
from workshop.exercise.wording import verdict
from workshop.model import Verdict, Workbook
from workshop.widgets import (
    AllianceMap,
    Change,
    Chart,
    Deck,
    Form,
    Game,
    Ledger,
    Messages,
    Playbook,
    Snapshots,
    Story,
    StoryMaps,
    Take,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

State = dict[str, Any]


def _form_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    return {"fields": fields_of(words.get("fields", ()), workbook)}


_KINDS: dict[str, tuple[type[Widget], Callable[[Mapping[str, Any], Workbook, date], State]]] = {
    "form": (Form, _form_state),
    "map": (AllianceMap, map_state),
    "glue": (AllianceMap, glue_state),
    "chart": (Chart, chart_state),
    "playbook": (Playbook, playbook_state),
    "take": (Take, take_state),
    "messages": (Messages, messages_state),
    "snapshots": (Snapshots, snapshots_state),
    "change": (Change, change_state),
    "deck": (Deck, deck_state),
    "scenes": (AllianceMap, scenes_state),
    "story": (Story, story_state),
    "story_maps": (StoryMaps, story_maps_state),
    "ledger": (Ledger, ledger_state),
    "game": (Game, game_state),
}


class Step:
    """A step on a page; `refresh` is called with every new workbook."""

    def __init__(self, name: str, words: Mapping[str, Any], page: str, *, first: bool = False) -> None:
        """Prepare step `name` (`03_five_people.choose`) of the page with this id.

        The `first` step of an exercise also says how its questions work.
        """
        self.name = name
        self._first = first
        self._words = words
        self._page = page
        self._kind, self._facts = _KINDS[words["widget"]]
        self.widget: Widget | None = None

    def refresh(self, workbook: Workbook, today: date) -> Widget:
        """Return the widget, showing `workbook` as of `today`; when that fails, one sentence instead."""
        before = self.widget.state if self.widget else self._frame([])
        state = guarded(
            lambda: self.state(workbook, today),
            lambda sentence: {**before, "verdicts": [attrs.asdict(_problem(sentence))]},
        )
        if self.widget:
            self.widget.state = state
        else:
            self.widget = self._kind(state=state)
        return self.widget

    def state(self, workbook: Workbook, today: date) -> State:
        """Return what the widget shows of `workbook` as of `today`."""
        verdicts, facts = self._verdicts(workbook, today), self._facts(self._words, workbook, today)
        return {**self._frame(verdicts), **facts}

    def _frame(self, verdicts: list[State]) -> State:
        return {
            "page": self._page,
            "step": self.name,
            "first": self._first,
            "title": self._words["title"],
            "verdicts": verdicts,
            "words": dict(self._words.get("words", {})),
            "unloaded": unloaded(),
        }

    def _verdicts(self, workbook: Workbook, today: date) -> list[State]:
        findings = (
            finding for group in self._words.get("verdicts", ()) for finding in GROUPS[group](workbook, today)
        )
        folded = tuple(self._words.get("folded", ()))
        return [
            {**attrs.asdict(verdict(finding)), "folded": finding.key.startswith(folded)}
            for finding in findings
        ]


def _problem(sentence: str) -> Verdict:
    """What stands in the place of verdicts when a step fails."""
    return Verdict("problem", "watch", sentence, "", (), "", "", convention=False, change="")
