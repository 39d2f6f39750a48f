"""`workshop print` writes what it was asked for, whole or not at all, and says in a sentence why not."""

import json
import shutil

import pytest
from click.testing import CliRunner

from workshop.app import printing
from workshop.app.notebooks import notebook_folder
from workshop.app.prose import prose
from workshop.cli import main
from workshop.content import exercise_names
from workshop.content.custom import CUSTOM

QUICK = {"workbook", "cards", "run-sheet", "posters"}


@pytest.fixture
def asked(monkeypatch):
    """What was wished of each maker; the papers have tests of their own, here they are a few bytes."""
    found = {}
    for what in QUICK:
        monkeypatch.setitem(
            printing._MAKERS, what, lambda wishes, what=what: found.setdefault(what, wishes) and b"quick"
        )
    return found


@pytest.fixture
def out(tmp_path):
    return tmp_path / "paper"


@pytest.fixture
def call(out, asked):
    assert not asked

    def run(*words):
        return CliRunner().invoke(main, ["print", *words, "--out", str(out)])

    return run


def one_sentence(result, code):
    assert result.exit_code == code, result.output
    assert len(result.output.strip().splitlines()) == 1
    assert "Traceback" not in result.output
    return result.output


def test_all_of_it_is_written_and_named(call, out):
    result = call("all")
    names = ["workbook.pdf", "cards.pdf", "run-sheet.pdf", "posters.pdf"]
    assert result.stdout.splitlines() == [str(out / name) for name in names]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["workbook", "--large"], "workbook-large.pdf"),
        (["workbook", "--exercise", "04_alliance_map"], "workbook-04_alliance_map.pdf"),
        (["run-sheet", "--length", "half-day"], "run-sheet-half-day.pdf"),
        (["run-sheet", "--length", "half-day", "--large"], "run-sheet-half-day-large.pdf"),
        (["cards", "--large"], "cards-large.pdf"),
        (["posters", "--length", "one-day"], "posters-one-day.pdf"),
        (["posters", "--large"], "posters.pdf"),
    ],
)
def test_a_name_says_what_is_in_the_file(call, out, words, name):
    assert call(*words).stdout.strip() == str(out / name)


def test_wishes_reach_the_maker(call, asked):
    call("run-sheet", "--paper", "letter", "--large", "--length", "one-day", "--starts", "08:30")
    wishes = asked["run-sheet"]
    assert (wishes["paper"], wishes["length"], wishes["starts"]) == ("letter", "one-day", "08:30")
    assert wishes["large"]


def test_a_file_that_is_there_is_left_and_nothing_is_written(call, out):
    out.mkdir()
    (out / "cards.pdf").write_text("mine")
    assert "is there already" in one_sentence(call("all"), 1)
    assert [path.read_text() for path in out.iterdir()] == ["mine"]


def test_nothing_is_typeset_when_a_file_is_in_the_way(call, out, asked):
    out.mkdir()
    (out / "posters.pdf").mkdir()
    one_sentence(call("all", "--replace"), 1)
    assert not asked


def test_replace_writes_over_it(call, out):
    call("cards")
    assert call("cards", "--replace").exit_code == 0
    assert (out / "cards.pdf").read_bytes() == b"quick"


def test_a_file_in_place_of_the_folder_is_said(call, out):
    out.write_text("mine")
    one_sentence(call("cards"), 1)
    assert out.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["workbook", "--exercise", "05"], 2, "There is no exercise called 05"),
        (["cards", "--exercise", "05_trust"], 2, "Only the workbook"),
        (["run-sheet", "--starts", "25:00"], 1, "25:00 is no time of the day"),
        (["posters", "--starts", "nine"], 1, "nine is no time of the day"),
        (["run-sheet", "--length", "three-days"], 2, "three-days"),
        (["leaflets"], 2, "leaflets"),
    ],
)
def test_a_wrong_wish_is_one_sentence_and_writes_nothing(call, out, words, code, said):
    assert said in one_sentence(call(*words), code)
    assert not out.exists()


def test_what_cannot_be_made_leaves_no_file(call, out, monkeypatch):
    def broken(_wishes):
        raise RuntimeError

    monkeypatch.setitem(printing._MAKERS, "posters", broken)
    assert call("all").exit_code
    assert not out.exists()


def test_the_papers_themselves_are_pdfs(out):
    for name in ("cards", "posters"):
        assert CliRunner().invoke(main, ["print", name, "--out", str(out)]).exit_code == 0
    assert {path.read_bytes()[:5] for path in out.iterdir()} == {b"%PDF-"}


def test_prose_is_that_of_every_exercise_without_what_is_for_jupyterlab():
    assert set(prose()) == set(exercise_names())
    assert "rules" in dict(prose()["00_start"])
    assert "lab-run" not in dict(prose()["00_start"])


def test_a_facilitators_own_wording_is_printed(tmp_path, monkeypatch):
    kit, own = tmp_path / ".kit" / "exercises", tmp_path / "exercises"
    shutil.copytree(notebook_folder("exercises"), kit)
    shutil.copytree(kit, own)
    notebook = json.loads((own / "00_start.ipynb").read_text(encoding="utf-8"))
    [cell] = [cell for cell in notebook["cells"] if cell["id"] == "rules"]
    cell["source"] = "## Ours\n\n1. Be kind.\n"
    (own / "00_start.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    monkeypatch.setenv(CUSTOM, str(tmp_path))
    assert dict(prose()["00_start"])["rules"] == "## Ours\n\n1. Be kind.\n"
