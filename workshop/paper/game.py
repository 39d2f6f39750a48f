"""The game of give or hold for two people, a pen and no screen; the partners' rules stand at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.game import GIVE, HOLD, PAYOFFS, STRANGER, STRATEGIES, strategic
from workshop.model.reciprocity import PARTNERS, ROUNDS
from workshop.paper.answer import sheet_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.paper.prose import Block

    Step = Mapping[str, Any]


def game(step: Step) -> list[Block]:
    """Return the rules, one round, the partners to choose from, and the table of twenty rounds."""
    spoken, said = step["words"], sheet_words()
    moves = [spoken["game_give"], spoken["game_hold"]]
    partners = [{"label": each["label"], "hint": each["hint"]} for each in step["partners"]]
    return [
        {"b": "bullets", "items": [spoken["game_rules"], *_payoffs(spoken)]},
        _choice(
            "game/once",
            f"{spoken['game_once_title']}: {spoken['game_once_ask']}",
            [{"label": move, "hint": ""} for move in moves],
        ),
        _choice(
            "game/partner",
            f"{spoken['game_partner_title']}: {spoken['game_partner_ask']}",
            partners,
            said["game_rule_hidden"],
        ),
        {
            "b": "rounds",
            "rounds": ROUNDS,
            "give": said["game_letter_give"],
            "hold": said["game_letter_hold"],
            "heads": [
                said["game_round"],
                spoken["game_you"],
                said["game_partner"],
                said["game_points"],
                said["game_theirs"],
            ],
            "totals": [spoken["game_total_yours"], said["game_their_total"]],
            "path": "game/moves",
        },
    ]


def answers_to(step: Step) -> list[Block]:
    """Return what is read after the game: the stranger, and the rules of the partners."""
    spoken = step["words"]
    stranger = [_said_once(spoken, move) for move in (GIVE, HOLD)]
    names = {each["value"]: each["label"] for each in step["partners"]}
    rules = [{"label": names[one], "text": _rule(spoken, one)} for one in PARTNERS]
    return [
        {"b": "sub", "text": spoken["game_once_title"]},
        {"b": "bullets", "items": stranger},
        {"b": "sub", "text": sheet_words()["game_rules_title"]},
        {"b": "numbered", "items": rules, "path": ""},
        {"b": "sub", "text": spoken["game_lesson"]},
        {"b": "bullets", "items": [spoken["game_lesson_all"], spoken["game_turn"]]},
    ]


def _payoffs(spoken: Mapping[str, str]) -> list[str]:
    both, safe = PAYOFFS[GIVE, GIVE][0], PAYOFFS[HOLD, HOLD][0]
    giver, holder = PAYOFFS[GIVE, HOLD]
    return [
        spoken["game_payoff_both_give"].format(both=both),
        spoken["game_payoff_both_hold"].format(both=safe),
        spoken["game_payoff_mixed"].format(giver=giver, holder=holder),
    ]


def _said_once(spoken: Mapping[str, str], move: str) -> str:
    yours, theirs = PAYOFFS[move, STRANGER]
    return spoken[f"game_once_said_{move}"].format(yours=yours, theirs=theirs)


def _rule(spoken: Mapping[str, str], partner: str) -> str:
    ways = [f"{spoken[f'game_benchmark_{way}']}: {strategic(way, partner).yours}" for way in STRATEGIES]
    earned = sheet_words()["game_earned"].format(ways="; ".join(ways))
    return f"{spoken[f'game_rule_{partner}']} {earned} {spoken[f'game_lesson_{partner}']}"


def _choice(path: str, label: str, options: list[dict[str, str]], hint: str = "") -> Block:
    return {
        "b": "choice",
        "path": path,
        "label": label,
        "hint": hint,
        "when": "",
        "many": False,
        "options": options,
    }
