"""What the playbook shows: the page a leader takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis import GROUPS
from workshop.content import words as content_words
from workshop.exercise.map import map_state
from workshop.exercise.wording import verdict
from workshop.takeaway import sections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Workbook


def playbook_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> dict[str, Any]:
    """Return the playbook of `workbook`, made `today`, section by section."""
    page = content_words("pictures")["words"]
    return {
        "sections": sections(
            workbook,
            page,
            picture=map_state(words, workbook, today),
            glue=_glue(workbook, today),
            today=today,
        )
    }


def _glue(workbook: Workbook, today: date) -> str:
    """What the glue test said, in one line; empty while it has nothing to say."""
    said = [
        verdict(finding).headline for finding in GROUPS["glue"](workbook, today) if finding.tone != "open"
    ]
    return " ".join(said)
