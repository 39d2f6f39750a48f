"""What the snapshots of a page say: one line each, and the sentence that was then."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshop.analysis.members import named
from workshop.analysis.snapshot import basis
from workshop.content import words as content_words
from workshop.exercise.wording import spoken
from workshop.model import limits_at, tie_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.model import Snapshot, Workbook

State = dict[str, Any]


def snapshots_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the snapshots as a list of cards, the latest first; `compare` when one can be chosen."""
    said = {**content_words("pictures")["words"], **words.get("words", {})}
    chosen = workbook.snapshots[-1].id if workbook.snapshots and words.get("compare") else ""
    listed = sorted(workbook.snapshots, key=lambda kept: kept.day or "", reverse=True)
    return {
        "kept": {
            "label": said["snapshot_list"],
            "hint": said["snapshot_list_hint"] if listed else "",
            "empty_text": said["snapshot_none"],
            "path": "snapshots",
            "add": [],
            "items": [_card(kept, said, chosen) for kept in listed],
        },
        "compare": bool(words.get("compare")),
        "kept_today": any(kept.day == today.isoformat() for kept in workbook.snapshots),
    }


def told_then(template: Mapping[str, Any], workbook: Workbook) -> str:
    """Return the words of `template` with the snapshot's day and sentence; its `empty_text` without one."""
    kept = basis(workbook)
    if kept is None or not kept.sentence.strip():
        return str(template["empty_text"])
    return str(template["text"]).format(day=day_in_words_of(kept), sentence=kept.sentence.strip())


def day_in_words_of(kept: Snapshot) -> str:
    """Return the day of `kept` in words, or what stands in for it."""
    if not kept.day:
        return str(content_words("pictures")["words"]["snapshot_undated"])
    return spoken(date.fromisoformat(kept.day))


def _card(kept: Snapshot, said: Mapping[str, str], chosen: str) -> State:
    path = f"snapshots/{kept.id}/note"
    about = [kept.note.strip(), said["snapshot_compared"] if kept.id == chosen else "", _line(kept, said)]
    note = {
        "kind": "text",
        "path": path,
        "label": said["snapshot_note"],
        "hint": said["snapshot_note_hint"],
        "limit": limits_at(path)["limit"],
        "value": kept.note,
    }
    compare = {"kind": "compare", "path": f"snapshots/{kept.id}", "id": kept.id, "chosen": kept.id == chosen}
    return {
        "id": kept.id,
        "title": day_in_words_of(kept),
        "subtitle": str(content_words("wording")["separator"]).join(filter(None, about)),
        "initials": str(int(kept.day[-2:])) if kept.day else "–",
        "empty": False,
        "removable": True,
        "fields": [note, *([compare] if chosen else [])],
    }


def _line(kept: Snapshot, said: Mapping[str, str]) -> str:
    people = [person.id for person in named(kept.five)]
    known = {tie.id for tie in kept.ties if tie.knows == "yes"}
    pairs = [tie_id(*pair) for pair in combinations(people, 2)]
    key = "snapshot_line" if any(tie.knows for tie in kept.ties) and pairs else "snapshot_line_few"
    counted = len(known.intersection(pairs))
    return said[key].format(members=len(people), known=counted, pairs=len(pairs))
