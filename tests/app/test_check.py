"""`workshop check`: one plain sentence for each thing that broke, and one good sentence when nothing did."""

import json

import pytest
from click.testing import CliRunner

from workshop.app import check
from workshop.app.check import findings
from workshop.app.customise import customised
from workshop.app.finding import broke
from workshop.app.kit_files import kit_files
from workshop.cli import main

FRAME, START = "content/frame.toml", "exercises/00_start.ipynb"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "ours"
    customised(folder)
    return folder


@pytest.fixture
def ours(made):
    """A folder that is put back after each test."""
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    yield made
    for path, text in before.items():
        path.write_bytes(text)


def found(ours, file, old, new):
    text = (ours / file).read_text(encoding="utf-8")
    assert old in text
    (ours / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return findings(ours)


def test_an_untouched_folder_is_well(ours):
    said = CliRunner().invoke(main, ["check", str(ours)])
    assert (said.exit_code, said.output) == (0, "All is well: what you changed is used.\n")


def test_a_good_change_is_well(ours):
    assert found(ours, FRAME, "Reload the page", "Load it again") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (FRAME, 'reload = "Reload the page"', 'reload = "Reload', "line 13: this cannot be read"),
        (FRAME, 'reload = "Reload the page"\n', "", "reload: this is missing"),
        (FRAME, 'reload = "Reload the page"', 'reload = "Re"\nreloat = "x"', "Did you mean reload?"),
        (FRAME, "Step {number} of {total}", "Step {number}", "counter: keep exactly these words in braces"),
        (FRAME, "Step {number} of {total}", "{number} {total} {x}", "{number}, {total}. The kit"),
        (FRAME, '"Reload the page"', "7", "reload: this must be text"),
        (FRAME, '"Reload the page"', '" "', "reload: this is empty"),
        (FRAME, "Reload the page", "Load " * 12, "reload: 60 characters; "),
        (FRAME, 'lang = "en"', 'lang = "German"', "lang: this is no language"),
        ("content/journey.toml", 'short = "Alliances"', 'short = "Alliances of ours"', "14 is the most"),
        ("content/agenda.toml", "minutes = 10,", "minutes = 12,", "Change minutes of steps, or `ends`"),
        ("content/agenda.toml", "minutes = 10,", 'minutes = "x",', "needs whole minutes"),
        (
            "content/agenda.toml",
            'id = "welcome"',
            'id = "hello"',
            "“welcome” is never cut, and",
        ),
        ("facilitator_guide.md", "<!-- run sheet: welcome -->", "", "run sheet: welcome"),
    ],
)
def test_what_broke_is_said(ours, file, old, new, says):
    lines = found(ours, file, old, new)
    assert any(line.startswith(file) and says in line for line in lines), lines


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (FRAME, 'reload = "', "reload = “", "line 13: this cannot be read"),
        (FRAME, 'reload = "Reload', 'reload = "Re "load"', "line 13: this cannot be read"),
        (FRAME, 'reload = "', 'reload = "x"\nreload = "', "line 14: this name or heading stood there before"),
        (FRAME, "Reload the page", "Reload { it", "reload: braces stand for words of the kit"),
        (FRAME, "Reload the page", "Reload " * 43, "301 characters; 24 is the most"),
        ("content/exercises/01_alliances.toml", "[steps.list]", "[stepz.list]", "Did you mean steps?"),
        ("content/stories/loop.toml", 'title = "', 'title = "{', "title: braces stand for words of the kit"),
        ("content/posters.toml", 'title = "', 'title = "' + "long " * 60, "is the most that is sure to fit"),
        ("content/agenda.toml", 'title = "Shared purpose"\n', "", "The block “purpose” has no title"),
        (
            "content/agenda.toml",
            "minutes = 10,",
            "minutes = 30,",
            "“consulting” takes 80 minutes now; it took 60",
        ),
        (
            "content/agenda.toml",
            "never_cut = true",
            "never_kut = true",
            "“never_kut”, which the kit does not",
        ),
    ],
)
def test_what_a_hurried_hand_broke_is_said(ours, file, old, new, says):
    lines = found(ours, file, old, new)
    assert any(line.startswith(file) and says in line for line in lines), lines
    assert broke(lines)


def test_a_block_that_was_taken_out_is_named_with_its_minutes(ours):
    text = (ours / "content" / "agenda.toml").read_text(encoding="utf-8")
    blocks = text.split("[[block]]")
    kept = [block for block in blocks if 'id = "purpose"' not in block]
    (ours / "content" / "agenda.toml").write_text("[[block]]".join(kept), encoding="utf-8")
    assert any("“purpose” is gone, with its 60 minutes" in line for line in findings(ours))


def test_a_file_or_a_part_of_which_nothing_is_left_is_one_sentence(ours):
    (ours / FRAME).write_text("", encoding="utf-8")
    text = (ours / "content" / "cards.toml").read_text(encoding="utf-8")
    (ours / "content" / "cards.toml").write_text(text.replace("[table]", "[tabel]"), encoding="utf-8")
    lines = findings(ours)
    assert sum(line.startswith(FRAME) for line in lines) == 1
    assert any("cards.toml, table: " in line and "texts of this part are missing" in line for line in lines)


@pytest.mark.parametrize(
    ("old", "new"), [("Reload the page", "Please load this page again"), ("waiting = ", "waiting  =  ")]
)
def test_words_that_are_used_break_nothing(ours, old, new):
    assert not broke(found(ours, FRAME, old, new))


def told(ours, change, file=START):
    notebook = json.loads((ours / file).read_bytes())
    change(notebook["cells"])
    (ours / file).write_text(json.dumps(notebook), encoding="utf-8")
    return findings(ours)


def first(cells, kind):
    return next(cell for cell in cells if cell["cell_type"] == kind)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda cells: first(cells, "code").update(source="1"), "code cells are the kit’s"),
        (
            lambda cells: cells.append({**first(cells, "code"), "id": "new"}),
            "added and is no text",
        ),
        (lambda cells: cells.pop(), "this cell is gone"),
        (lambda cells: first(cells, "markdown").update(source="<b>x</b>"), "write plain Markdown"),
        (lambda cells: first(cells, "markdown").update(source="word " * 91), "91 words; 90 are easily read"),
        (lambda cells: first(cells, "markdown").update(source=" "), "this cell is empty"),
        (lambda cells: first(cells, "markdown").update(cell_type="code"), "was text and is none now"),
        (lambda cells: first(cells, "markdown").update(source="a <five> b"), "“<five>” is markup"),
        (lambda cells: cells.append(cells.pop(0)), "cells stand in another order"),
    ],
)
def test_what_broke_in_a_notebook_is_said(ours, change, says):
    [line] = told(ours, change)
    assert line.startswith(START)
    assert says in line


@pytest.mark.parametrize(
    "change",
    [
        lambda cells: cells.append({**first(cells, "code"), "id": "new", "source": " "}),
        lambda cells: cells.append({"cell_type": "markdown", "metadata": {}, "source": ["No id"]}),
        lambda cells: [cell.update(source="".join(cell["source"]) + "\n") for cell in cells],
        lambda cells: [cell.update(outputs=["seen"], metadata={"trusted": True}) for cell in cells],
        lambda cells: first(cells, "markdown").update(source="# Us: <us@example.org>, 5 > 3 < 4"),
    ],
)
def test_what_jupyterlab_leaves_behind_is_well(ours, change):
    assert told(ours, change) == []


def test_a_notebook_without_ids_is_none_of_the_kits(ours):
    lines = told(ours, lambda cells: [cell.pop("id") for cell in cells])
    assert lines[0].startswith(f"{START} is no notebook of the kit’s any more")


def test_shared_prose_that_was_changed_in_a_solution_is_named(ours):
    lines = told(ours, lambda cells: first(cells, "markdown").update(source="x"), "solutions/00_start.ipynb")
    assert "changed in exercises/ alone" in lines[0]


def test_a_notebook_that_cannot_be_read_is_named_with_its_line(ours):
    (ours / START).write_text('{\n"cells": [\n{')
    assert "Line 3 is" in findings(ours)[0]


def test_before_an_upgrade_new_words_of_the_kit_and_lost_keys_are_named(ours, monkeypatch):
    kit = kit_files()
    kit[FRAME] = kit[FRAME].replace(b"Reload the page", b"Refresh").replace(b"later =", b"much_later =")
    monkeypatch.setattr(check, "kit_files", lambda: kit)
    (ours / FRAME).write_bytes(
        (ours / FRAME).read_bytes().replace(b"Reload the page", b"Again").replace(b"coming later", b"soon")
    )
    lines = findings(ours)
    assert any("reload: the kit has new words: Refresh" in line for line in lines)
    assert any("later: the kit no longer has this" in line for line in lines)


def test_a_folder_of_another_kind_is_refused(tmp_path):
    said = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert (said.exit_code, "was not made by" in said.output) == (1, True)
