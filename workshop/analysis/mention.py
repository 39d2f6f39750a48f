"""Which names and words a sentence mentions, as whole words, however they are written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TACTICS = (
    "backlog", "deadline", "deadlines", "deliverable", "deliverables", "deploy", "deployment", "go-live",
    "go live", "implementation", "kick-off", "kickoff", "KPI", "KPIs", "launch", "launched", "launches",
    "launching", "migrate", "migrating", "migration", "milestone", "milestones", "OKR", "OKRs", "pilot",
    "pilots", "project plan", "relaunch", "roadmap", "roadmaps", "roll out", "roll-out", "rollout",
    "rollouts", "sprint", "sprints", "workstream", "workstreams",
)  # fmt: skip
"""Words that name a tactic rather than a value: this kit's own list."""


def mentioned(sentence: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return those of `phrases` that stand in `sentence` as whole words, whatever their case and spacing."""
    text = _flat(sentence)
    return tuple(phrase for phrase in phrases if _stands_in(_flat(phrase), text))


def tactics_in(sentence: str) -> tuple[str, ...]:
    """Return the tactic words in `sentence`, as they stand in `TACTICS`."""
    return mentioned(sentence, TACTICS)


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _stands_in(phrase: str, text: str) -> bool:
    return bool(phrase) and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
