"""What a process loads before it is forked, so that no page has to."""

import json
import subprocess
import sys

import pytest

from workshop.content import exercise, exercise_names

PREPARED = """
import builtins, json, os, sys, threading
from pathlib import Path
import ipywidgets
from workshop.exercise import open_exercise, prepare
made, opened = [], []
ipywidgets.Widget.on_widget_constructed(made.append)
before = set(os.listdir("/proc/self/fd"))
prepare()
facts = {"threads": threading.active_count(), "widgets": len(made)}
facts["files"] = len(set(os.listdir("/proc/self/fd")) - before)
facts["zmq"] = "zmq" in sys.modules
modules = set(sys.modules)
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
for name, steps in %r.items():
    exercise = open_exercise(name)
    for step in steps:
        exercise.show(step)
facts["read"] = sorted({path for path in opened if path.endswith((".toml", ".json", ".js", ".css"))})
news = set(sys.modules) - modules
facts["imported"] = sorted(name for name in news if name.startswith(("workshop", "networkx")))
print(json.dumps(facts))
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """What a prepared process has, and what it still reads and imports to show every step of every page."""
    steps = {name: list(exercise(name)["steps"]) for name in exercise_names()}
    place = {"WORKSHOP_DATA": str(tmp_path_factory.mktemp("data")), "WORKSHOP_STATIC": "/static/x/"}
    result = subprocess.run(
        [sys.executable, "-c", PREPARED % steps], capture_output=True, text=True, check=False, env=place
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_a_prepared_process_can_be_forked(facts):
    """It has neither a thread beside its own, nor a widget, nor a file or socket that a fork would share."""
    held = {name: facts[name] for name in ("threads", "widgets", "files", "zmq")}
    assert held == {"threads": 1, "widgets": 0, "files": 0, "zmq": False}


def test_a_fork_reads_no_words_and_imports_nothing_more(facts):
    assert (facts["read"], facts["imported"]) == ([], [])
