"""What the deck shows: seven shocks, those drawn so far, and who stays under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.members import members
from workshop.analysis.shock import shock_finding
from workshop.analysis.survivors import survivors
from workshop.exercise.names import initials, name_of
from workshop.exercise.schema import fields_of
from workshop.exercise.wording import label, verdict
from workshop.model import Person, Workbook
from workshop.model.stress import DRAWN, SHOCKS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

State = dict[str, Any]


def deck_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return every card, the drawn ones in their order, with a question for each member."""
    return {
        "path": "stress/drawn",
        "drawn": list(workbook.stress.drawn),
        "enough": DRAWN,
        "cards": [_card(words, workbook, shock) for shock in SHOCKS],
    }


def _card(words: Mapping[str, Any], workbook: Workbook, shock: str) -> State:
    told = verdict(shock_finding(workbook, survivors(workbook, shock)))
    return {
        "id": shock,
        "title": label(f"shock_{shock}"),
        "story": words["stories"][shock],
        "said": f"{told.headline} {told.detail}",
        "fields": [*_attacked(words, workbook, shock), _rows(words["stays"], workbook, shock)],
    }


def _attacked(words: Mapping[str, Any], workbook: Workbook, shock: str) -> list[State]:
    if shock != "attack" or not members(workbook):
        return []
    return fields_of([{**words["attacked"], "path": "stress/attacked"}], workbook)


def _rows(template: Mapping[str, Any], workbook: Workbook, shock: str) -> State:
    """Return one row for each member, as the field of kind `people` draws them."""
    return {
        "kind": "people",
        "path": f"stands/{shock}",
        "label": template["label"].format(shock=label(f"shock_{shock}")),
        "hint": template["hint"],
        "empty_text": template["empty_text"],
        "items": [_row(template, person, workbook, shock) for person in members(workbook)],
    }


def _row(template: Mapping[str, Any], person: Person, workbook: Workbook, shock: str) -> State:
    [field] = fields_of([{**template, "path": f"stands/{shock}~{person.id}/stays"}], workbook)
    name = name_of(person)
    return {
        "id": person.id,
        "title": name,
        "subtitle": "",
        "initials": initials(name),
        "field": {**field, "label": template["row"], "hint": ""},
    }
