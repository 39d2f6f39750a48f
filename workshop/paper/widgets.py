"""Steps that are more than a form on screen, as their twins on paper: ledger, deck, map, files, playbook."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from workshop.content import verdict_words, words
from workshop.paper.answer import lines_for, sheet_words
from workshop.paper.game import game
from workshop.paper.people import rows_of
from workshop.paper.stories import stories, story_maps
from workshop.paper.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.paper.prose import Block

    Step = Mapping[str, Any]

_GIVEN, _RECEIVED = 2, 3
"""Where the ledger's draft asks how something given, and how something received, came about."""
_MEMBERS = range(1, 6)
_BLOCKS = ("purpose", "trust", "reciprocity", "diversity", "resilience")
_PANELS = ("purpose", "five", "map", "blocks", "plans", "forum", "dates")
_CHANGES = ("joined", "left", "gained", "faded", "kept", "doubtful")


def drawn(step: Step, *, large: bool) -> list[Block]:
    """Return what the widget of a step shows, as far as paper can; nothing when its way says it all."""
    if step["widget"] == "ledger":
        return [_ledger(step, large=large)]
    make = _KINDS.get(step["widget"])
    return make(step) if make else []


def _ledger(step: Step, *, large: bool) -> Block:
    spoken, draft = step["words"], step["draft"]
    columns = [
        _ticks(draft[0]["label"], "direction", _labels(draft[0]), share=2.8),
        _ticks(draft[1]["label"], "kind", _labels(draft[1]), share=5.8),
        _ticks(draft[_GIVEN]["label"], "initiative", _initiatives(draft), share=2.6),
        {"head": spoken["ledger_month"], "path": "exchanges/x/month", "share": 1.4},
    ]
    named = {"head": spoken["ledger_who"], "named": "exchanges/x/person", "wide": 2.4}
    return table(rows_of("ledger", large=large), columns, **named)


def _labels(asked: Mapping[str, Any]) -> list[str]:
    return [each["label"] for each in asked["options"]]


def _initiatives(draft: list[Mapping[str, Any]]) -> list[str]:
    pairs = zip(_labels(draft[_GIVEN]), _labels(draft[_RECEIVED]), strict=True)
    return [" / ".join(dict.fromkeys(pair)) for pair in pairs]


def _ticks(head: str, name: str, marks: list[str], share: float) -> Block:
    return {"head": head, "path": f"exchanges/x/{name}", "marks": marks, "share": share}


def _deck(step: Step) -> list[Block]:
    labels, said = verdict_words()["labels"], sheet_words()
    names = [labels[f"shock_{shock}"] for shock in step["stories"]]
    told = zip(names, step["stories"].values(), strict=True)
    attacked = step["attacked"]
    who = {"label": attacked["label"], "hint": f"{attacked['hint']} {said['write_name']}", "when": ""}
    return [
        {
            "b": "numbered",
            "items": [{"label": name, "text": text} for name, text in told],
            "path": "stress/drawn",
        },
        {"b": "line", **who, "lines": 1, "path": "stress/attacked"},
        _stands(step, names),
    ]


def _stands(step: Step, names: list[str]) -> Block:
    said, stays = sheet_words(), step["stays"]
    letters = [said[f"stays_{each['value']}"] for each in stays["options"]]
    marks = [[letter, each["label"]] for letter, each in zip(letters, stays["options"], strict=True)]
    columns = [
        {"head": f"{number} {name}", "path": "stands/x/stays", "marks": letters}
        for number, name in enumerate(names, 1)
    ]
    key = [{"label": said["each_cell"], "marks": marks}]
    top = {"label": said["who_stays"], "hint": stays["hint"], "head": said["name"], "key": key}
    return table(rows_of("five"), columns, **top)


def _map(_step: Step) -> list[Block]:
    spoken, said = words("pictures")["words"], sheet_words()
    knows = [spoken[f"map_{answer}"] for answer in ("yes", "no", "unsure")]
    closer = [spoken[f"map_strength_{number}"] for number in (1, 2, 3)]
    pairs = [said["pair"].format(first=one, second=other) for one, other in combinations(_MEMBERS, 2)]
    columns = [
        {"head": said["know_well"], "path": "ties/x/knows", "marks": knows, "share": 3.0},
        {"head": said["how_close"], "path": "ties/x/strength", "marks": closer, "share": 3.0},
    ]
    top = {"label": spoken["map_list_title"], "hint": spoken["map_list_lead"], "head": said["pair_head"]}
    return [
        {"b": "pentagon", "names": [], "ties": [], "alt": said["pentagon_alt"], "path": "positions/x"},
        table(pairs, columns, filled=True, **top),
    ]


def _take(step: Step) -> list[Block]:
    files = [{"label": each["title"], "hint": each["hint"]} for each in step["files"]]
    asked = {"label": sheet_words()["files"], "hint": "", "when": "", "path": ""}
    return [{"b": "choice", **asked, "many": True, "options": files}]


def _snapshots(_step: Step) -> list[Block]:
    spoken, said = words("pictures")["words"], sheet_words()
    day = {"label": said["snapshot_day"], "hint": "", "when": "", "path": "snapshots/x/day"}
    note = {"label": spoken["snapshot_note"], "hint": spoken["snapshot_note_hint"], "when": ""}
    return [
        {"b": "short", **day, "shape": said["shape_day"]},
        {"b": "line", **note, "lines": 1, "path": "snapshots/x/note"},
    ]


def _playbook(_step: Step) -> list[Block]:
    spoken = words("playbook")["words"]
    when, then = (spoken[key].format(text="").strip() for key in ("playbook_plan_if", "playbook_plan_then"))
    return [
        {
            "b": "playbook",
            "title": spoken["playbook_title"],
            "titles": {name: spoken[f"playbook_{name}"] for name in _PANELS},
            "blocks": [spoken[f"blocks_{name}"] for name in _BLOCKS],
            "when": when,
            "then": then,
            "alt": sheet_words()["pentagon_alt"],
        }
    ]


def _change(step: Step) -> list[Block]:
    spoken, said = step["words"], sheet_words()
    blank = {"names": [], "ties": [], "alt": said["pentagon_alt"]}
    rows = [spoken[f"change_{kind}"] for kind in _CHANGES]
    columns = [{"head": said["who"], "share": 1.4}]
    return [
        {"b": "maps", "maps": [blank | {"title": said["then"]}, blank | {"title": said["now"]}]},
        table(rows, columns, filled=True, head=said["compared"], wide=1, halves=True),
    ]


def _messages(_step: Step) -> list[Block]:
    asked = {"label": sheet_words()["draft"], "hint": "", "when": "", "path": "drafts/x/body"}
    return [{"b": "line", **asked, "lines": lines_for("drafts/x/body") // 4}]


_KINDS: dict[str, Callable[[Step], list[Block]]] = {
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
