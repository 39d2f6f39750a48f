"""A participant's page needs neither numpy nor pandas, and opens quickly."""

import subprocess
import sys

import pytest

from workshop.content import exercise, exercise_names

BLOCKED = (
    "import sys\nfor name in ('numpy', 'pandas', 'scipy', 'plotly', 'matplotlib'): sys.modules[name] = None\n"
)
OPEN = """
import os
from workshop import open_exercise
for name, steps in {steps!r}.items():
    exercise = open_exercise(name, case={case!r})
    for step in steps:
        exercise.show(step)
print("opened")
"""


def steps():
    return {name: list(exercise(name)["steps"]) for name in exercise_names()}


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("case", [None, "making-change-stick"])
def test_every_step_opens_without_numpy_and_pandas(case):
    result = run(BLOCKED + OPEN.format(steps=steps(), case=case))
    assert result.stdout.strip() == "opened", result.stderr


def test_importing_the_kit_imports_nothing_heavy():
    heavy = "('ipywidgets', 'networkx', 'voila', 'jupyterlab', 'pandas', 'numpy', 'attrs')"
    result = run(f"import sys, workshop; print([name for name in {heavy} if name in sys.modules])")
    assert result.stdout.strip() == "[]"
