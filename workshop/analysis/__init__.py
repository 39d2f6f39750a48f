"""Findings: facts about the answers, without words; every measure says what it is based on.

Each group of findings is a function of the workbook and of today that never raises; only those in `_DATED`
look at the day. `networkx` is imported only when a
group that draws on the map is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from workshop.model import Finding, Workbook

    Group = Callable[[Workbook, date], tuple[Finding, ...]]

_MODULES = {
    "allies_lost": "loyalty",
    "rungs": "rung",
    "next_rungs": "rung_step",
    "purpose_tests": "purpose",
    "diversity": "diversity",
    "title_and_influence": "influence",
    "empty_chair": "chair",
    "density": "density",
    "cut": "cut",
    "reach": "reach",
    "glue": "glue",
    "introduction": "introduction",
    "holes": "holes",
    "trust": "trust",
    "trust_overview": "trust",
    "visibility": "visibility",
    "warm_up": "visibility",
    "meeting": "forum",
    "forum": "forum",
    "upkeep": "upkeep",
    "dial": "dial",
    "defence": "defence",
    "plans": "plans",
    "before_after": "standing",
    "shocks": "shock",
    "mistakes": "mistakes",
    "blocks": "blocks",
    "noted": "exchange",
    "balances": "exchange",
    "asking": "exchange",
    "directions": "directions",
    "dependence": "dependence",
    "game": "game",
    "loop": "loop",
    "last_snapshot": "snapshot",
    "difference": "difference",
    "promises": "promises",
    "strength": "strength",
}


_DATED = frozenset(
    {
        "asking",
        "balances",
        "blocks",
        "dependence",
        "difference",
        "directions",
        "game",
        "last_snapshot",
        "loop",
        "meeting",
        "mistakes",
        "noted",
        "upkeep",
    }
)


def _group(name: str, module: str) -> Group:
    def findings(workbook: Workbook, today: date) -> tuple[Finding, ...]:
        function = getattr(import_module(f"workshop.analysis.{module}"), name)
        found = function(workbook, today) if name in _DATED else function(workbook)
        return cast("tuple[Finding, ...]", found)

    findings.__name__ = name
    return findings


GROUPS: dict[str, Group] = {name: _group(name, module) for name, module in _MODULES.items()}
"""The groups of findings by name, as the steps of the exercises ask for them."""
