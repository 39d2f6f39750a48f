"""Steps that are more than a form on screen, as their twins on paper: ledger, deck, map, files, playbook."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshop.content import verdict_words, words
from workshop.paper.answer import lines_for, sheet_words
from workshop.paper.game import game
from workshop.paper.part import part
from workshop.paper.stories import story_maps, stories

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.paper.prose import Block

    Step = Mapping[str, Any]

_GIVEN, _RECEIVED = 2, 3
"""Where the ledger's draft asks how something given, and how something received, came about."""


def drawn(step: Step) -> list[Block]:
    """Return what the widget of a step shows, as far as paper can; nothing when its way on paper says it all."""
    make = _KINDS.get(step["widget"])
    return make(step) if make else []


def _ledger(step: Step) -> list[Block]:
    spoken, draft = step["words"], step["draft"]
    direction, kind = draft[0], draft[1]
    columns = [
        _ticks(direction["label"], "direction", [each["label"] for each in direction["options"]], share=3.2),
        _ticks(kind["label"], "kind", [each["label"] for each in kind["options"]], share=5.2),
        _ticks(draft[_GIVEN]["label"], "initiative", _initiatives(draft), share=3.2),
        _written(spoken["ledger_month"], "month", share=1.4),
    ]
    named = {"head": spoken["ledger_who"], "named": "exchanges/x/person", "share": 1.8}
    return [_table(columns, words("paper")["rows"]["ledger"]) | named]


def _initiatives(draft: list[Mapping[str, Any]]) -> list[str]:
    both = zip(draft[_GIVEN]["options"], draft[_RECEIVED]["options"], strict=True)
    given, received = zip(*((one["label"], other["label"]) for one, other in both), strict=True)
    return [" / ".join(dict.fromkeys(pair)) for pair in zip(given, received, strict=True)]


def _ticks(head: str, name: str, marks: list[str], share: float) -> Block:
    path = f"exchanges/x/{name}"
    return {"head": head, "hint": "", "path": path, "marks": marks, "above": True, "share": share}


def _written(head: str, name: str, share: float) -> Block:
    return _ticks(head, name, [], share) | {"above": False}


def _table(columns: list[Block], rows: list[str]) -> Block:
    return {"b": "table", "label": "", "hint": "", "rows": rows, "head": "", "named": "", "columns": columns, "key": []}


def _deck(step: Step) -> list[Block]:
    labels, stays = verdict_words()["labels"], step["stays"]
    shocks = [(labels[f"shock_{shock}"], text) for shock, text in step["stories"].items()]
    numbered = [{"label": name, "text": text} for name, text in shocks]
    attacked = step["attacked"]
    marks = [each["label"] for each in stays["options"]]
    letters = [sheet_words()[f"stays_{each['value']}"] for each in stays["options"]]
    columns = [
        {"head": f"{number} {name}", "hint": "", "path": "stands/x/stays", "marks": letters, "above": True, "share": 1.0}
        for number, (name, _) in enumerate(shocks, 1)
    ]
    key = [{"label": sheet_words()["each_cell"], "marks": [list(pair) for pair in zip(letters, marks, strict=True)]}]
    table = _table(columns, words("paper")["rows"]["five"])
    who = f"{attacked['label']} {attacked['hint']}"
    return [
        {"b": "numbered", "items": numbered, "path": "stress/drawn"},
        table | {"label": sheet_words()["who_stays"], "hint": stays["hint"], "head": sheet_words()["name"], "key": key},
        {"b": "line", "label": attacked["label"], "hint": who[len(attacked["label"]) + 1 :], "when": "", "lines": 1, "path": "stress/attacked"},
    ]


def _map(_step: Step) -> list[Block]:
    spoken, said = words("pictures")["words"], sheet_words()
    knows = [spoken[f"map_{answer}"] for answer in ("yes", "no", "unsure")]
    closer = [spoken[f"map_strength_{number}"] for number in (1, 2, 3)]
    pairs = [said["pair"].format(first=one, second=other) for one, other in combinations(range(1, 6), 2)]
    columns = [
        {"head": said["know_well"], "hint": "", "path": "ties/x/knows", "marks": knows, "above": True, "share": 3.0},
        {"head": said["how_close"], "hint": "", "path": "ties/x/strength", "marks": closer, "above": True, "share": 3.0},
    ]
    table = _table(columns, pairs) | {"hint": spoken["map_list_lead"], "head": said["pair_head"], "label": spoken["map_list_title"]}
    return [{"b": "pentagon", "names": [], "ties": [], "alt": said["pentagon_alt"], "path": "positions/x"}, table | {"filled": True}]


def _take(step: Step) -> list[Block]:
    files = [{"label": each["title"], "hint": each["hint"]} for each in step["files"]]
    return [{"b": "choice", "label": sheet_words()["files"], "hint": "", "when": "", "path": "", "many": True, "options": files}]


def _snapshots(_step: Step) -> list[Block]:
    spoken = words("pictures")["words"]
    label, hint = spoken["snapshot_note"], spoken["snapshot_note_hint"]
    day = {"b": "short", "label": sheet_words()["snapshot_day"], "hint": "", "when": "", "path": "snapshots/x/day"}
    note = {"b": "line", "label": label, "hint": hint, "when": "", "lines": 1, "path": "snapshots/x/note"}
    return [day | {"shape": sheet_words()["shape_day"]}, note]


def _playbook(_step: Step) -> list[Block]:
    spoken, said = words("playbook")["words"], sheet_words()
    blocks = [spoken[f"blocks_{name}"] for name in ("purpose", "trust", "reciprocity", "diversity", "resilience")]
    titles = {name: spoken[f"playbook_{name}"] for name in ("purpose", "five", "map", "blocks", "plans", "forum", "dates")}
    when, then = (spoken[key].format(text="").strip() for key in ("playbook_plan_if", "playbook_plan_then"))
    page = {"title": spoken["playbook_title"], "titles": titles, "blocks": blocks, "when": when, "then": then}
    return [{"b": "playbook", "alt": said["pentagon_alt"], **page}]


def _change(step: Step) -> list[Block]:
    spoken, said = step["words"], sheet_words()
    maps = [{"title": said[when], "names": [], "ties": [], "alt": said["pentagon_alt"]} for when in ("then", "now")]
    rows = [spoken[f"change_{kind}"] for kind in ("joined", "left", "gained", "faded", "kept", "doubtful")]
    table = part({"b": "table", "head": said["compared"], "wide": 1, "rows": rows, "halves": True, "columns": [{"head": said["who"], "share": 1.4}]})
    return [{"b": "maps", "maps": maps}, table]


def _messages(_step: Step) -> list[Block]:
    label, lines = sheet_words()["draft"], lines_for("drafts/x/body") // 4
    return [{"b": "line", "label": label, "hint": "", "when": "", "lines": lines, "path": "drafts/x/body"}]


_KINDS: dict[str, Callable[[Step], list[Block]]] = {
    "ledger": _ledger,
    "deck": _deck,
    "map": _map,
    "take": _take,
    "snapshots": _snapshots,
    "playbook": _playbook,
    "messages": _messages,
    "change": _change,
    "game": game,
    "story": stories,
    "story_maps": story_maps,
}
