"""What a chart shows: its figure, and the same as a sentence and a table."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from workshop import charts
from workshop.analysis.rung import computed_rung, relational
from workshop.content import words as content_words
from workshop.exercise.choices import people_where
from workshop.exercise.names import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook

State = dict[str, Any]

STATIC = "WORKSHOP_STATIC"
"""Environment variable: address of the folder from which the server hands out plotly, where it does."""


def chart_state(words: Mapping[str, Any], workbook: Workbook, _today: date) -> State:
    """Return the chart that the step names, `rungs` or `authority_influence`."""
    return {"library": _library(), **_CHARTS[words["chart"]](workbook)}


def _rungs(workbook: Workbook) -> State:
    sorted_allies = [
        (name_of(ally), relational(ally) if computed_rung(ally) else None) for ally in workbook.allies
    ]
    words = _words()
    return {"figure": charts.rungs(sorted_allies, words), **charts.rungs_twin(sorted_allies, words)}


def _authority_influence(workbook: Workbook) -> State:
    rated = [
        (name_of(person), person.authority, person.influence)
        for person in people_where("seated", workbook)
        if not person.role_needed
    ]
    words = _words()
    figure = charts.authority_influence(rated, words)
    return {"figure": figure, **charts.authority_influence_twin(rated, words)}


_CHARTS = {"rungs": _rungs, "authority_influence": _authority_influence}


def _words() -> dict[str, str]:
    return dict(content_words("pictures")["words"])


def _library() -> str:
    folder = os.environ.get(STATIC, "")
    return f"{folder.rstrip('/')}/plotly-basic.min.js" if folder else ""
