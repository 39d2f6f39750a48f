"""Every id of the method is practised somewhere, and nothing is practised that is not in the method."""

from pathlib import Path

import pytest

from workshop.content import exercise, exercise_names
from workshop.content.coverage import as_table, coverage, method

ARCHITECTURE = Path(__file__).parents[1] / "docs" / "architecture.md"
STEPS = [(name, step) for name in exercise_names() for step in exercise(name)["steps"]]


def test_the_method_has_its_forty_one_ids():
    """3 contrasts, 4 benefits, 5 blocks, 5 ways to build, 4 strengtheners, 4 mistakes, and so on."""
    counts = [3, 4, 5, 5, 4, 4, 4, 4, 2, 5, 1]
    assert len(method()) == sum(counts) == 41


@pytest.mark.parametrize("id", method())
def test_every_id_is_practised_in_a_step(id):
    assert coverage()[id]


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_every_step_practises_ids_of_the_method(name, step):
    ids = exercise(name)["steps"][step]["ids"]
    assert ids
    assert set(ids) <= set(method())


def test_the_map_names_only_steps_that_are_there():
    named = {step for steps in coverage().values() for step in steps}
    assert named == {f"{name}.{step}" for name, step in STEPS}


def test_the_architecture_page_shows_the_map():
    """`python tests/refresh_coverage.py` writes it anew."""
    assert as_table() in ARCHITECTURE.read_text(encoding="utf-8")
