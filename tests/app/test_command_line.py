"""What a person meets at the prompt: one sentence, the right exit code, nothing lost."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from workshop import __version__
from workshop.app import running
from workshop.app.console import option_help
from workshop.cli import main
from workshop.model import Document, changed
from workshop.model.workbook import Workbook
from workshop.storage import FileStore

ANSWERED = changed(Workbook(key="mine"), "purpose/sentence", "Change that lasts")


@pytest.fixture
def data(tmp_path):
    FileStore(tmp_path / "data").save(Document(ANSWERED, revision=1))
    return tmp_path / "data"


@pytest.fixture
def call(data):
    def run(*words, **options):
        return CliRunner().invoke(main, [*words, "--data", str(data)], **options)

    return run


def one_sentence(result, code):
    assert result.exit_code == code
    assert len(result.output.strip().splitlines()) == 1
    assert "Traceback" not in result.output
    return result.output


def test_help_shows_every_command():
    text = CliRunner().invoke(main, ["--help"]).output
    for command in ("lab", "demo", "export", "restore", "erase", "doctor"):
        assert f"\n  {command} " in text
    assert option_help("data") in text


@pytest.mark.parametrize("command", [None, *main.commands])
def test_every_help_has_an_example(command):
    text = CliRunner().invoke(main, [*filter(None, [command]), "--help"]).output
    assert "Example:\n    workshop" in text


def test_version_is_said():
    assert __version__ in CliRunner().invoke(main, ["--version"]).output


@pytest.mark.parametrize(
    "words",
    [
        ["--nosuch"],
        ["nosuch"],
        ["--port", "abc"],
        ["--port", "0"],
        ["--port", "70000"],
        ["restore"],
        ["export"],
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_2(words):
    assert "workshop --help" in one_sentence(CliRunner().invoke(main, words), 2)


def test_an_unknown_case_names_those_there_are():
    assert "making-change-stick" in one_sentence(CliRunner().invoke(main, ["demo", "nosuch"]), 2)


def test_export_and_restore_bring_answers_elsewhere(call, data, tmp_path):
    file = tmp_path / "mine.json"
    assert call("export", "--out", str(file)).exit_code == 0
    elsewhere = tmp_path / "elsewhere"
    result = CliRunner().invoke(main, ["restore", str(file), "--data", str(elsewhere)])
    assert result.exit_code == 0
    assert FileStore(elsewhere).load().workbook == FileStore(data).load().workbook == ANSWERED


def test_export_leaves_a_file_that_is_there(call, tmp_path):
    file = tmp_path / "there.json"
    file.write_text("mine")
    one_sentence(call("export", "--out", str(file)), 1)
    assert file.read_text() == "mine"
    assert call("export", "--out", str(file), "--replace").exit_code == 0
    assert "Change that lasts" in file.read_text(encoding="utf-8")


def test_export_says_when_it_cannot_write(call, tmp_path):
    one_sentence(call("export", "--out", str(tmp_path / "no" / "such" / "folder.json")), 1)


def test_restore_can_be_undone(call, data, tmp_path):
    """What was there before stays in the history."""
    file = tmp_path / "empty.json"
    CliRunner().invoke(main, ["export", "--out", str(file), "--data", str(tmp_path / "new")])
    assert call("restore", str(file)).exit_code == 0
    store = FileStore(data)
    assert store.load().workbook == Workbook(key="mine")
    assert store.load_revision(store.load().undo).workbook == ANSWERED


@pytest.mark.parametrize("text", ["", "not json", "{}", '{"kind": "coalition-workbook"', "[1]"])
def test_a_bad_file_changes_nothing(call, data, tmp_path, text):
    file = tmp_path / "bad.json"
    file.write_text(text)
    assert "unchanged" in one_sentence(call("restore", str(file)), 1)
    assert FileStore(data).load().workbook == ANSWERED


def test_a_missing_file_changes_nothing(call, data, tmp_path):
    one_sentence(call("restore", str(tmp_path / "nosuch.json")), 1)
    assert FileStore(data).load().workbook == ANSWERED


def test_erase_asks_first(call, data):
    assert call("erase", input="n\n").exit_code == 0
    assert FileStore(data).load().workbook == ANSWERED


def test_erase_erases(call, data):
    assert call("erase", "--yes").exit_code == 0
    assert FileStore(data).load() == Document()
    assert not any((data / "history").iterdir())


@pytest.mark.parametrize("words", [[], ["lab"], ["export", "--out", "x.json"], ["erase", "--yes"]])
def test_a_data_folder_that_is_a_file_is_said(tmp_path, words):
    file = tmp_path / "file"
    file.write_text("mine")
    result = CliRunner().invoke(main, [*words, "--data", str(file)])
    assert "is a file" in one_sentence(result, 1)
    assert file.read_text() == "mine"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place where nobody can write")
def test_a_read_only_place_is_said():
    assert "cannot be written" in one_sentence(CliRunner().invoke(main, ["--data", "/proc/nosuch"]), 1)


def test_a_full_disk_is_said_and_loses_nothing(call, data, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert "is full" in one_sentence(call("erase", "--yes"), 1)
    monkeypatch.undo()
    assert FileStore(data).load().workbook == ANSWERED


@pytest.fixture
def started(data):
    """The app as a person starts it; its address is its first line."""
    words = [sys.executable, "-m", "workshop", "--no-browser", "--data", str(data), "--port", "8900"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = process.stdout.readline().strip()
    yield process, address
    process.kill()
    process.wait(10)


def test_a_second_start_leads_to_the_first(started, data):
    _, address = started
    words = [sys.executable, "-m", "workshop", "--no-browser", "--data", str(data)]
    second = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 0
    assert second.stdout.splitlines()[0] == address
    assert "already running" in second.stdout


def test_it_stops_with_the_place_of_the_answers(started, data):
    process, _ = started
    process.send_signal(2)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"Your answers are in {data}" in said
    assert not (data / "server.json").exists()


def test_what_is_left_of_a_killed_server_is_in_nobodys_way(started, data):
    process, _ = started
    process.kill()
    process.wait(10)
    assert (data / "server.json").exists()
    words = [sys.executable, "-m", "workshop", "--no-browser", "--data", str(data), "--port", "8900"]
    again = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert again.stdout.readline().startswith("http://127.0.0.1:")
    again.terminate()
    assert again.wait(20) == 0


def test_a_server_that_does_not_answer_is_said(data, monkeypatch):
    monkeypatch.setattr(running, "_PATIENCE", 0.5)
    first = running.Running(data)
    assert first.hold()
    first.announce("http://127.0.0.1:9", "http://127.0.0.1:9/?token=x")
    result = CliRunner().invoke(main, ["--no-browser", "--data", str(data)])
    assert "does not answer" in one_sentence(result, 1)
    first.release()
