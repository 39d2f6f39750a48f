"""Visibility balanced with discretion: six topics, each public, for members, or private."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.answer import MISSING
from workshop.model import Finding
from workshop.model.sustain import AUDIENCES, Dial

if TYPE_CHECKING:
    from workshop.model import Workbook

TOPICS = tuple(attrs.fields_dict(Dial))
ENOUGH_TOPICS = 3
"""Topics to place before their balance is spoken of: this kit's own convention."""


def placed(workbook: Workbook) -> dict[str, str]:
    """Return the audience of each topic that was placed."""
    return {topic: audience for topic in TOPICS if (audience := getattr(workbook.dial, topic))}


def dial(workbook: Workbook) -> tuple[Finding, ...]:
    """Return the balance of the dial; then whether confidences are open to everybody."""
    found = placed(workbook)
    return (_balance(found), *_confidences(found))


def _balance(found: dict[str, str]) -> Finding:
    key, counts = "dial.balance", Counter(found.values())
    if len(found) < ENOUGH_TOPICS:
        return Finding(key, "open", "open")
    bars = tuple((audience, counts[audience], len(found)) for audience in AUDIENCES)
    answers = tuple((f"dial_{topic}", found.get(topic, MISSING)) for topic in TOPICS)
    values = {"placed": len(found), **{audience: counts[audience] for audience in AUDIENCES}}
    if len(counts) > 1:
        return Finding(key, "mixed", "good", values, answers, bars)
    [only] = counts
    return Finding(key, f"all_{only}", "plain" if only == "members" else "watch", values, answers, bars)


def _confidences(found: dict[str, str]) -> tuple[Finding, ...]:
    if found.get("confidences") != "public":
        return ()
    return (Finding("dial.confidences", "public", "watch", {}, (("dial_confidences", "public"),)),)
