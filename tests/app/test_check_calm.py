"""`workshop check` raises no false alarm, and does not drown anybody in hints."""

import json
import random
import re
import shutil
import tomllib

import pytest
import tomlkit
from click.testing import CliRunner

from workshop.app.check import findings, report
from workshop.app.customise import customised
from workshop.app.finding import Hint, broke
from workshop.cli import main
from workshop.content.leaves import with_words, words_of

AGENDA = "content/agenda.toml"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept") / "ours"
    customised(folder)
    return folder


@pytest.fixture
def ours(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "ours")


def rewrite(ours, change):
    """Change the text of every content file."""
    for file in (ours / "content").rglob("*.toml"):
        file.write_text(change(file.read_text("utf-8")), encoding="utf-8")


def turned(table):
    """The same keys, the last one first."""
    return {
        key: turned(value) if isinstance(value, dict) else value for key, value in reversed(table.items())
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda text: tomlkit.dumps(turned(tomllib.loads(text))),
        lambda text: re.sub(r"= \"([^\"'\\\n]*)\"$", r"= '\1'", text, flags=re.MULTILINE),
        lambda text: re.sub(r"^(\w+ = )", r"# as we say it\n\1", text, flags=re.MULTILINE),
    ],
    ids=["keys in another order", "other quotes", "own remarks"],
)
def test_the_same_words_written_otherwise_are_well(ours, change):
    rewrite(ours, change)
    assert findings(ours) == []


@pytest.mark.parametrize("seed", range(3))
def test_a_sensible_rewording_breaks_nothing(ours, seed):
    chance = random.Random(seed)
    for file in chance.sample(sorted((ours / "content").rglob("*.toml")), 20):
        name = file.relative_to(ours / "content").with_suffix("").as_posix()
        parsed = tomllib.loads(file.read_text("utf-8"))
        texts = [path for path, text in words_of(name, parsed) if isinstance(text, str) and " " in text]
        mine = chance.choice([path for path in texts if not path[-1].startswith("messages_")])
        told = with_words(name, parsed, lambda path, text, mine=mine: f"{text} now" if path == mine else text)
        file.write_text(tomlkit.dumps(told), encoding="utf-8")
    assert not broke(findings(ours))


def test_notebooks_that_were_run_and_saved_in_jupyterlab_are_well(ours):
    for file in [*ours.glob("exercises/*.ipynb"), *ours.glob("solutions/*.ipynb")]:
        notebook = json.loads(file.read_text("utf-8"))
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
            if cell["cell_type"] == "code":
                cell |= {
                    "execution_count": 3,
                    "outputs": [{"output_type": "stream", "name": "stdout", "text": ["x"]}],
                }
        file.write_text(json.dumps(notebook), encoding="utf-8")
    assert findings(ours) == []


def test_a_block_of_ones_own_is_well_once_its_day_ends_later(ours):
    own = (
        '[[block]]\nid = "coffee"\nday = 1\nkind = "break"\ntitle = "More coffee"\n'
        'steps = [{ text = "Drink.", minutes = 10, form = "break", stays_until = "two-days" }]\n\n'
    )
    text = (ours / AGENDA).read_text("utf-8").replace('ends = ["16:40"', 'ends = ["16:50"')
    before, mark, rest = text.partition('[[block]]\nid = "clinic-one"')
    (ours / AGENDA).write_text(before + own + mark + rest, encoding="utf-8")
    [line] = findings(ours)
    assert isinstance(line, Hint)
    assert line.startswith("facilitator_guide.md: its marked parts are older than")


def test_of_many_hints_ten_are_told_and_all_when_asked_for():
    found = [Hint(f"hint {number}") for number in range(25)]
    assert "There are 15 more hints." in report(found)
    assert report(found, every=True).count("hint ") == 25


def test_every_hint_is_told_when_the_command_is_asked_for_it(ours):
    short = re.compile(r'^short = "(.*)"', re.MULTILINE)
    rewrite(ours, lambda text: short.sub(r'short = "\1 and so on"', text))
    said = CliRunner().invoke(main, ["check", str(ours), "--all"])
    assert said.exit_code == 0
    assert said.output.count(" is the most that is sure to fit") > 10


def test_what_broke_is_told_before_all_hints():
    assert report([Hint("to look at"), "broken"]).splitlines() == ["broken", "to look at"]
