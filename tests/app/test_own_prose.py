"""Own text cells stand in the notebooks; code, and everything that could run, is the kit's."""

import json

import nbformat
import pytest

from workshop.app.copies import in_own_words
from workshop.app.notebooks import notebook_folder
from workshop.app.own_prose import markup_in, with_own_prose
from workshop.app.render import Notebooks
from workshop.content.custom import CUSTOM


def cell(id, source, kind="markdown", *tags):
    return {"id": id, "cell_type": kind, "source": source, "metadata": {"tags": list(tags)} if tags else {}}


KIT = [cell("a", "open", "code"), cell("b", "Hello"), cell("c", "show", "code"), cell("d", "Bye")]


def put(folder, cells):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "00_x.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")


def told(folder, own, kind="exercises", kit=KIT, copied=None):
    put(folder / ".kit" / kind, kit if copied is None else copied)
    put(folder / kind, own)
    return [each["source"] for each in with_own_prose(kit, kind, "00_x", folder)]


def test_a_changed_text_is_shown_and_changed_code_is_not(tmp_path):
    own = [cell("a", "evil", "code"), cell("b", "Good day"), *KIT[2:]]
    assert told(tmp_path, own) == ["open", "Good day", "show", "Bye"]


def test_an_added_text_stays_behind_its_predecessor(tmp_path):
    assert told(tmp_path, [*KIT[:3], cell("z", "More"), KIT[3]]) == ["open", "Hello", "show", "More", "Bye"]


def test_an_added_text_at_the_top_stands_behind_the_opening(tmp_path):
    assert told(tmp_path, [cell("z", "First"), *KIT])[:2] == ["open", "First"]


def test_added_code_is_not_run(tmp_path):
    assert told(tmp_path, [*KIT, cell("z", "import os", "code")]) == ["open", "Hello", "show", "Bye"]


def test_a_newer_text_of_the_kit_is_shown_where_nothing_was_changed(tmp_path):
    old = [KIT[0], cell("b", "Old hello"), *KIT[2:]]
    own = [*old[:3], cell("d", "Farewell")]
    assert told(tmp_path, own, copied=old) == ["open", "Hello", "show", "Farewell"]


def test_a_notebook_that_cannot_be_read_leaves_the_kits_prose(tmp_path):
    told(tmp_path, KIT)
    (tmp_path / "exercises" / "00_x.ipynb").write_text("{half")
    assert with_own_prose(KIT, "exercises", "00_x", tmp_path) == KIT


def test_a_solution_takes_shared_prose_from_the_exercise_and_comments_from_its_own(tmp_path):
    solution = [*KIT, cell("n", "Note", "markdown", "commentary")]
    told(tmp_path, [KIT[0], cell("b", "Good day"), *KIT[2:]])
    own = [KIT[0], cell("b", "not here"), *KIT[2:], cell("n", "My note", "markdown", "commentary")]
    assert told(tmp_path, own, "solutions", solution) == ["open", "Good day", "show", "Bye", "My note"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "< SVG onload=x>",
        "[x](javascript:alert(1))",
        "[x](JAVA&#115;cript:alert(1))",
        "[x](javascript\\:alert(1))",
        "[x][1]\n\n[1]: java\tscript:alert(1)",
        "<!-- -->",
    ],
)
def test_markup_that_could_run_is_not_taken(tmp_path, text):
    assert told(tmp_path, [KIT[0], cell("b", text), *KIT[2:]]) == ["open", "Hello", "show", "Bye"]


@pytest.mark.parametrize("text", ["**5 < 6** and `a > b`", "[us](https://example.org)", "- one\n- two"])
def test_plain_markdown_is_taken(text):
    assert not markup_in(text)


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """A folder in use, in which the first text of the first exercise was changed."""
    for kind in ("exercises", "solutions"):
        for place in (tmp_path / ".kit" / kind, tmp_path / kind):
            place.mkdir(parents=True)
            for file in notebook_folder(kind).glob("00_*.ipynb"):
                (place / file.name).write_bytes(file.read_bytes())
    file = tmp_path / "exercises" / "00_start.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    next(one for one in notebook["cells"] if one["cell_type"] == "markdown")["source"] = ["# Ours"]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    monkeypatch.setenv(CUSTOM, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("kind", ["exercises", "solutions"])
@pytest.mark.usefixtures("ours")
def test_pages_and_demonstrations_show_it(kind):
    notebook = Notebooks().copy(notebook_folder(kind) / "00_start.ipynb")
    assert "# Ours" in [each.source for each in notebook.cells]


@pytest.mark.usefixtures("ours")
def test_copies_for_jupyterlab_have_it_and_are_good_notebooks():
    with in_own_words(notebook_folder("exercises")) as folder:
        notebook = nbformat.read(folder / "00_start.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert "# Ours" in [each.source for each in notebook.cells]
