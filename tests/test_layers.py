"""Imports point down: a module imports only what ranks lower, and neighbours are strangers."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "workshop"
RANKS = {
    "errors": -1,
    "model": 0,
    "content": 1,
    "analysis": 1,
    "session": 1,
    "storage": 1,
    "widgets": 2,
    "charts": 2,
    "takeaway": 2,
    "exercise": 3,
    "paper": 3,
    "cli": 4,
    "app": 4,
}
MODULES = sorted(ROOT.rglob("*.py"))


def part(module):
    return module.split(".")[1] if "." in module else ""


def imports(tree, package):
    """Every module of ours that is imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("workshop"))
        if isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*parents, *([node.module] if node.module else [])])
            if module == "workshop":
                yield from (f"workshop.{alias.name}" for alias in node.names)
            elif module.startswith("workshop"):
                yield module


def breaches(source, package):
    here = part(package)
    for module in imports(ast.parse(source), package):
        there = part(module)
        if (
            there in RANKS
            and there != here
            and RANKS[there] >= RANKS[here]
            and not {here, there} <= {"cli", "app"}
        ):
            yield f"{here} imports {module}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent != ROOT or path.stem in RANKS], ids=str
)
def test_a_module_imports_only_from_below(path):
    folder = path.relative_to(ROOT).parent
    package = ".".join(("workshop", *(folder.parts or (path.stem,))))
    assert list(breaches(path.read_text(encoding="utf-8"), package)) == []


def test_every_part_has_a_rank():
    parts = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES}
    assert parts - {"__init__", "__main__"} == set(RANKS)


@pytest.mark.parametrize(
    "source",
    [
        "from workshop.exercise import open_exercise",
        "import workshop.app",
        "from workshop import session",
        "from ..session import Session",
    ],
)
def test_the_check_sees_a_breach(source):
    assert list(breaches(source, "workshop.storage"))
