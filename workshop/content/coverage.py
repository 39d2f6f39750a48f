"""Where each id of the method is practised: the coverage map, from ids to steps of exercises."""

from __future__ import annotations

from workshop.content import exercise, exercise_names, words


def method() -> dict[str, str]:
    """Return every id of the method with its line, in order: `{"CO1": "An alliance is …"}`."""
    groups = words("method").values()
    return {id: line for group in groups for id, line in group.items() if id != "title"}


def coverage() -> dict[str, tuple[str, ...]]:
    """Return for each id of the method the steps that practise it: `{"CO1": ("01_alliances.cards", …)}`."""
    practised: dict[str, list[str]] = {id: [] for id in method()}
    for name in exercise_names():
        for step, told in exercise(name)["steps"].items():
            for id in told["ids"]:
                practised.setdefault(id, []).append(f"{name}.{step}")
    return {id: tuple(steps) for id, steps in practised.items()}


def as_table() -> str:
    """Return the coverage map as a Markdown table, a row for each id."""
    lines = method()
    rows = [f"| {id} | {lines.get(id, '')} | {_code(steps)} |" for id, steps in coverage().items()]
    return "\n".join(["| id | what it stands for | practised in |", "|---|---|---|", *rows])


def _code(steps: tuple[str, ...]) -> str:
    return ", ".join(f"`{step}`" for step in steps)
