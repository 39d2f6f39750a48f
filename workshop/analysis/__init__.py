"""Findings: facts about the answers, without words; every measure says what it is based on.

Each group of findings is a function of the workbook that never raises. `networkx` is imported only when a
group that draws on the map is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop.model import Finding, Workbook

    Group = Callable[[Workbook], tuple[Finding, ...]]

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
    "plans": "plans",
    "before_after": "standing",
}


def _group(name: str, module: str) -> Group:
    def findings(workbook: Workbook) -> tuple[Finding, ...]:
        function = getattr(import_module(f"workshop.analysis.{module}"), name)
        return cast("tuple[Finding, ...]", function(workbook))

    findings.__name__ = name
    return findings


GROUPS: dict[str, Group] = {name: _group(name, module) for name, module in _MODULES.items()}
"""The groups of findings by name, as the steps of the exercises ask for them."""
