"""A folder of a facilitator's own words, made with an older kit and used with this one: nothing is lost.

The older kit is a real one: a copy of this tree with other words, run by itself.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.app.check import findings
from workshop.app.customise import customised
from workshop.content import forget, words
from workshop.content.agenda import blocks
from workshop.content.custom import CUSTOM

ROOT = Path(__file__).parents[2]
FRAME, AGENDA = "content/frame.toml", "content/agenda.toml"
PURPOSE = "exercises/02_purpose.ipynb"


def replaced(file, *changes):
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def cell(folder, key):
    cells = json.loads((folder / PURPOSE).read_text(encoding="utf-8"))["cells"]
    return next("".join(each["source"]) for each in cells if each["id"] == key)


@pytest.fixture(scope="module")
def older_kit(tmp_path_factory):
    """This kit, as it might have been a year ago."""
    tree = tmp_path_factory.mktemp("older")
    for name in ("workshop", "exercises", "solutions"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "facilitator_guide.md", tree)
    replaced(
        tree / "workshop" / FRAME,
        ('skip = "Skip to the exercise"\n', 'farewell = "Goodbye"\n'),
        ('waiting = "Getting your answers…"', 'waiting = "One moment…"'),
        ('reload = "Reload the page"', 'reload = "Load once more"'),
    )
    replaced(tree / "workshop" / AGENDA, ('title = "Shared purpose"', 'title = "A purpose"'))
    replaced(tree / PURPOSE, ("How would you say it in one sentence?", "What is the sentence?"))
    return tree


@pytest.fixture
def ours(older_kit, tmp_path):
    """A folder made with the older kit, in which a word, a remark, prose, a logo and a colour are ours."""
    folder = tmp_path / "ours"
    told = {**os.environ, "PYTHONPATH": str(older_kit)}
    subprocess.run(
        [sys.executable, "-m", "workshop", "customise", folder], env=told, cwd=older_kit, check=True
    )
    assert 'farewell = "Goodbye"' in (folder / FRAME).read_text(encoding="utf-8")
    replaced(
        folder / FRAME,
        ('reload = "Load once more"', 'reload = "Ours: again"'),
        ('missing = "This part', 'missing = "Ours: this part'),
    )
    replaced(folder / PURPOSE, ("Why does your goal matter?", "Ours: why?"))
    replaced(folder / "brand.toml", ('name = "Coalition workshop"', 'name = "Ours"  # as on our letters'))
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return folder


@pytest.fixture
def in_use(ours, monkeypatch):
    """The folder, chosen as by `--custom`."""
    monkeypatch.setenv(CUSTOM, str(ours))
    forget()
    yield ours
    monkeypatch.undo()
    forget()


@pytest.mark.usefixtures("in_use")
def test_before_it_is_brought_up_to_date_own_words_stand_among_the_kits_new_ones():
    frame = words("frame")
    assert frame["reload"] == "Ours: again"
    assert frame["missing"].startswith("Ours: this part")
    assert frame["waiting"] == "Getting your answers…"
    assert frame["skip"] == "Skip to the exercise"
    assert "farewell" not in frame
    assert "Shared purpose" in {block.title for block in blocks()}


def test_brought_up_to_date_it_has_the_kits_new_words_and_every_one_of_ours(in_use):
    said = customised(in_use)
    forget()
    assert "reload: the kit has new words, and yours are kept. The kit says now: Reload the page" in said
    assert words("frame")["reload"] == "Ours: again"
    text = (in_use / FRAME).read_text(encoding="utf-8")
    assert 'waiting = "Getting your answers…"' in text
    assert "farewell" not in text
    assert cell(in_use, "sentence-ask").startswith("## How would you say it in one sentence?")
    assert cell(in_use, "why-ask").startswith("## Ours: why?")
    assert 'title = "Shared purpose"' in (in_use / AGENDA).read_text(encoding="utf-8")
    assert 'name = "Ours"  # as on our letters' in (in_use / "brand.toml").read_text(encoding="utf-8")
    assert (in_use / "logo.svg").is_file()


def test_brought_up_to_date_nothing_is_left_to_mend(in_use):
    customised(in_use)
    assert findings(in_use) == []
    assert "is up to date" in customised(in_use)
