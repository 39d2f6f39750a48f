"""Whatever happens to a customised folder as a whole is said, and nobody is left without a next step."""

import shutil

import pytest
from click.testing import CliRunner

from workshop.app.check import findings
from workshop.app.customise import customised
from workshop.app.finding import broke
from workshop.cli import main
from workshop.content import forget
from workshop.content.custom import CUSTOM

FRAME, START, GUIDE = "content/frame.toml", "exercises/00_start.ipynb", "facilitator_guide.md"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept") / "ours"
    customised(folder)
    return folder


@pytest.fixture(autouse=True)
def no_folder_in_use_afterwards(monkeypatch):
    """`--custom` names the folder to the whole process, and words are remembered."""
    monkeypatch.setenv(CUSTOM, "")
    yield
    monkeypatch.undo()
    forget()


@pytest.fixture
def ours(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "ours")


def called(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("file", [FRAME, GUIDE, "brand.toml"])
def test_another_encoding_is_named_and_the_rest_is_looked_at_all_the_same(ours, file):
    (ours / file).write_bytes((ours / file).read_text("utf-8").encode("utf-16"))
    (ours / "content" / "app.toml").unlink()
    lines = findings(ours)
    assert any(line.startswith(f"{file} is not saved as UTF-8") for line in lines)
    assert any(line.startswith("content/app.toml is not there") for line in lines)


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_line_ends_and_marks_of_other_computers_are_well(ours, end):
    for file in (FRAME, START, GUIDE, "content/agenda.toml", "brand.toml"):
        text = (ours / file).read_bytes().replace(b"\n", end)
        (ours / file).write_bytes(b"\xef\xbb\xbf" + text)
    assert findings(ours) == []


def test_a_folder_behind_a_link_is_well(ours, tmp_path):
    (tmp_path / "link").symlink_to(ours)
    assert called("check", tmp_path / "link").exit_code == 0


@pytest.mark.parametrize("file", [FRAME, START])
@pytest.mark.parametrize("text", [None, b'reload = "half', b"PK\x03\x04\xff"])
def test_a_damaged_copy_in_the_hidden_folder_is_named_and_comes_back(ours, file, text):
    place = ours / ".kit" / file
    place.unlink() if text is None else place.write_bytes(text)
    [line] = findings(ours)
    assert line.startswith(f".kit/{file} is not there, or was changed")
    customised(ours)
    assert findings(ours) == []


def test_a_hidden_folder_that_was_left_behind_comes_back_with_every_change_kept(ours, monkeypatch):
    text = (ours / FRAME).read_text("utf-8").replace("Reload the page", "Load it again")
    (ours / FRAME).write_text(text, encoding="utf-8")
    shutil.rmtree(ours / ".kit")
    monkeypatch.setenv(CUSTOM, str(ours))
    assert "workshop customise" in called("check", ours).output
    assert "is there again" in called("customise", ours).output
    assert (called("check", ours).exit_code, (ours / FRAME).read_text("utf-8")) == (0, text)


def test_many_missing_files_are_one_sentence(ours):
    shutil.rmtree(ours / "exercises")
    [line] = findings(ours)
    assert line.startswith("12 files are not there")


def test_a_file_that_the_kit_does_not_know_is_a_hint(ours):
    (ours / "content" / "frame.toml.txt").write_text('reload = "x"', encoding="utf-8")
    (ours / "exercises" / ".ipynb_checkpoints").mkdir()
    (ours / "exercises" / ".ipynb_checkpoints" / "00_start.ipynb").write_text("{}", encoding="utf-8")
    [line] = lines = findings(ours)
    assert line.startswith("content/frame.toml.txt: the kit has no file")
    assert not broke(lines)


@pytest.mark.parametrize("text", ["{", "{}", '{"kind": "coalition-workbook", "schema_version": 1}'])
def test_a_case_that_cannot_be_used_is_named(ours, text):
    (ours / "content" / "cases" / "reciprocity-loop.json").write_text(text, encoding="utf-8")
    [line] = findings(ours)
    assert line.startswith("content/cases/reciprocity-loop.json cannot be used as a case")


@pytest.mark.parametrize("command", [["demo"], ["cases"], ["print", "cards"], ["guide"]])
def test_a_folder_of_another_kind_is_refused_by_every_command(tmp_path, command, monkeypatch):
    for words in (["--custom", tmp_path, *command], command):
        said = called(*words)
        assert (said.exit_code, "was not made by `workshop customise`" in said.output) == (1, True)
        monkeypatch.setenv(CUSTOM, str(tmp_path / "nowhere"))


def test_the_line_that_renews_a_guide_names_the_folder_in_use(ours):
    text = (ours / "content" / "agenda.toml").read_text("utf-8").replace("Shared purpose", "Why us", 1)
    (ours / "content" / "agenda.toml").write_text(text, encoding="utf-8")
    command = findings(ours)[-1].split(": workshop ")[1].split()
    assert called(*command).exit_code == 0
    assert findings(ours) == []
