"""`workshop playbook` writes everything a page hands out, for its owner alone, and loses nothing."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile import hostile

from workshop.app.zone import is_zone, own_zone
from workshop.cli import main, options
from workshop.content import case_names
from workshop.errors import Refused
from workshop.exercise import exports
from workshop.model import Document, Workbook, changed
from workshop.model.document import read
from workshop.model.document import written as as_text
from workshop.storage import FileStore

CASE = "making-change-stick"
WHOLE = {
    "coalition-playbook.pdf",
    "coalition-playbook.pptx",
    "coalition-dates.ics",
    "coalition-workbook.json",
    "coalition-tables.xlsx",
    "coalition-map.graphml",
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch, request):
    """Page and slides have tests of their own; here they are a few bytes, unless a test is marked slow."""
    if "slow" not in request.keywords:
        for what in ("pdf", "slides"):
            name, mime, _ = exports.FILES[what]
            monkeypatch.setitem(exports.FILES, what, (name, mime, lambda *_: b"quick"))


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def call(out):
    def run(*words):
        return CliRunner().invoke(main, ["playbook", *words, "--out", str(out)])

    return run


def paths(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def one_sentence(result, code):
    assert result.exit_code == code, result.output
    assert len(result.output.strip().splitlines()) == 1
    assert "Traceback" not in result.output
    return result.output


def names_file(tmp_path, text, name="names.csv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_every_file_of_a_case_is_written_and_named(call, out):
    result = call("--case", CASE)
    assert result.exit_code == 0, result.output
    found = paths(out)
    assert found >= WHOLE
    assert {"tables/people.csv", "tables/README.txt", "messages/1-forum.eml"} <= found
    assert set(result.stdout.splitlines()) == {str(out / name) for name in found}


def test_all_cases_get_a_folder_each(call, out):
    assert call("--case", "all").exit_code == 0
    assert {path.name for path in out.iterdir()} == set(case_names())
    assert all((out / name / "coalition-workbook.json").is_file() for name in case_names())


def test_two_cases_get_a_folder_each_and_one_case_none(call, out):
    call("--case", "outlived-role", "--case", "outlived-role")
    assert (out / "coalition-workbook.json").is_file()
    call("--case", "outlived-role", "--case", CASE)
    assert (out / CASE / "coalition-workbook.json").is_file()


def test_files_and_folders_are_their_owners_alone(call, out):
    call("--case", CASE)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in out.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (out, out / "tables", out / "messages")} == {0o700}


def test_a_folder_that_is_there_keeps_its_mode(call, out):
    out.mkdir(mode=0o755)
    out.chmod(0o755)
    call("--case", CASE)
    assert stat.S_IMODE(out.stat().st_mode) == 0o755


def test_a_file_and_a_data_folder_give_their_own_answers(call, out, tmp_path):
    answers = changed(Workbook(), "purpose/sentence", "Mine alone")
    file = tmp_path / "mine.json"
    file.write_text(as_text(Document(answers)), encoding="utf-8")
    FileStore(tmp_path / "data").save(Document(answers, revision=1))
    for words in (["--file", str(file)], ["--data", str(tmp_path / "data")]):
        assert call(*words, "--replace").exit_code == 0
        assert read((out / "coalition-workbook.json").read_bytes()).workbook == answers


def test_without_a_source_the_usual_data_folder_is_taken(call, out, tmp_path):
    FileStore(tmp_path / "answers").save(Document(hostile(), revision=1))
    assert call().exit_code == 0
    assert read((out / "coalition-workbook.json").read_bytes()).workbook == hostile()


def test_what_cannot_be_made_is_said_and_skipped(call, out, tmp_path):
    FileStore(tmp_path / "answers").save(Document(changed(Workbook(), "start/helped", 3), revision=1))
    result = call()
    assert result.exit_code == 0
    assert not (out / "coalition-dates.ics").exists()
    assert "Not made: coalition-dates.ics. There is no date yet." in result.stderr


def test_a_failure_is_said_without_its_text_and_spares_the_rest(call, out, monkeypatch):
    def broken(*_):
        raise ValueError("secret")

    name, mime, _ = exports.FILES["pdf"]
    monkeypatch.setitem(exports.FILES, "pdf", (name, mime, broken))
    result = call("--case", CASE)
    assert result.exit_code == 1
    assert "secret" not in result.output
    assert "Not made: coalition-playbook.pdf." in result.stderr
    assert (out / "coalition-tables.xlsx").is_file()


def test_a_file_that_is_there_is_left_and_nothing_is_written(call, out):
    out.mkdir()
    (out / "coalition-map.graphml").write_text("mine")
    assert "--replace" in one_sentence(call("--case", CASE), 1)
    assert paths(out) == {"coalition-map.graphml"}
    assert call("--case", CASE, "--replace").exit_code == 0
    assert "graphml" in (out / "coalition-map.graphml").read_text(encoding="utf-8")


def test_a_link_that_is_there_is_replaced_and_not_followed(call, out, tmp_path):
    out.mkdir()
    (tmp_path / "elsewhere").write_text("mine")
    (out / "coalition-map.graphml").symlink_to(tmp_path / "elsewhere")
    assert call("--case", CASE, "--replace").exit_code == 0
    assert (tmp_path / "elsewhere").read_text() == "mine"


@pytest.mark.parametrize("name", ["", "tables", "messages"])
def test_a_file_where_a_folder_has_to_be_is_said(call, out, name):
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    assert "is a file" in one_sentence(call("--case", CASE, "--replace"), 1)
    assert (out / name).read_text() == "mine"


def test_a_folder_where_a_file_has_to_be_is_said(call, out):
    (out / "coalition-map.graphml").mkdir(parents=True)
    assert "is a folder" in one_sentence(call("--case", CASE, "--replace"), 1)
    assert paths(out) == set()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place where nobody can write")
def test_a_place_where_nobody_can_write_is_said():
    result = CliRunner().invoke(main, ["playbook", "--case", CASE, "--out", "/proc/nosuch"])
    assert "cannot be written" in one_sentence(result, 1)


def test_a_full_disk_leaves_no_half_file(call, out, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    assert "cannot be written" in one_sentence(call("--case", CASE), 1)
    assert paths(out) == set()


@pytest.mark.parametrize(
    "words",
    [
        ["--case", "nosuch"],
        ["--case", CASE, "--file", "x.json"],
        ["--data", "x", "--file", "x.json"],
        ["--case", CASE, "--paper", "a5"],
        ["--case", CASE, "--zone", "Middle/Earth"],
        ["--case", CASE, "--zone", "../../etc/passwd"],
        ["--case", CASE, "--zone", ""],
    ],
)
def test_a_wrong_call_is_one_sentence_and_writes_nothing(call, out, words):
    assert "workshop --help" in one_sentence(call(*words), 2)
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "not json", "{}", "[1]"])
def test_a_bad_file_is_said_and_nothing_is_written(call, out, tmp_path, text):
    (tmp_path / "bad.json").write_text(text)
    one_sentence(call("--file", str(tmp_path / "bad.json")), 1)
    assert not out.exists()


def test_a_missing_file_and_an_empty_folder_are_said(call, out, tmp_path):
    assert "cannot be read" in one_sentence(call("--file", str(tmp_path / "nosuch.json")), 1)
    assert "no answers" in one_sentence(call("--data", str(tmp_path / "nosuch")), 1)
    assert not (tmp_path / "nosuch").exists()
    assert not out.exists()


NAMES = [
    "Harbour,Anna Berg\nKite,Bo\n",
    "code name;real name\nHarbour;Anna Berg\nKite;Bo",
    "\ufeffHarbour,Anna Berg",
]


@pytest.mark.parametrize("text", [*NAMES, json.dumps({"Harbour": "Anna Berg", "Kite": "Bo"})])
def test_real_names_stand_in_every_file_but_the_own_data(call, out, tmp_path, text):
    assert call("--case", CASE, "--names", names_file(tmp_path, text)).exit_code == 0
    assert "Anna Berg" in (out / "tables" / "people.csv").read_text(encoding="utf-8")
    assert "Anna Berg" in (out / "coalition-map.graphml").read_text(encoding="utf-8")
    own = (out / "coalition-workbook.json").read_text(encoding="utf-8")
    assert "Anna" not in own
    assert "Harbour" in own


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Harbour,Anna\nNobody,Secret Person\n", "2"),
        ("Harbour,Anna\n\nHarbour,Secret Person\n", "1, 3"),
        ("Harbour,Anna,Secret Person\n", "1"),
        ("Harbour\n", "1"),
        (",Secret Person\n", "1"),
        ('{"Harbour": 3}', "1"),
        ('{"Harbour": "Secret Person",\n', "2"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_by_its_number(call, out, tmp_path, text, line):
    said = one_sentence(call("--case", CASE, "--names", names_file(tmp_path, text)), 1)
    assert f"ine {line}" in said
    assert "Secret" not in said
    assert not out.exists()


def test_a_name_that_is_too_long_is_said(call, out, tmp_path):
    said = one_sentence(call("--case", CASE, "--names", names_file(tmp_path, f"Kite,{'x' * 61}")), 1)
    assert "60" in said
    assert "xxx" not in said
    assert not out.exists()


def test_names_that_are_no_text_are_said(call, tmp_path):
    (tmp_path / "names.csv").write_bytes(b"\xff\xfe\x00\x01")
    assert "cannot be read" in one_sentence(call("--case", CASE, "--names", str(tmp_path / "names.csv")), 1)


def test_the_page_and_the_command_offer_the_same_papers():
    assert options.PAPERS == exports.PAPERS


def test_wishes_reach_the_files(call, monkeypatch):
    seen = []

    def look(_workbook, _today, wishes):
        seen.append(wishes)
        raise Refused("no_dates")

    monkeypatch.setitem(exports.FILES, "calendar", ("x.ics", "text/calendar", look))
    call("--case", CASE, "--paper", "letter", "--no-reasons", "--zone", "Asia/Tokyo")
    assert [(one.paper, one.reasons, one.zone) for one in seen] == [("letter", False, "Asia/Tokyo")]


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/posix/Asia/Tokyo", "Asia/Tokyo"),
        ("CET-1CEST", ""),
        ("UTC", ""),
        ("Etc/UTC", ""),
        ("Etc/GMT+5", ""),
        ("", ""),
        ("../../etc/passwd", ""),
    ],
)
def test_the_zone_of_this_computer_is_a_name_or_nothing(said, zone, tmp_path):
    assert own_zone({"TZ": said}, tmp_path / "nosuch") == zone


def test_the_zone_is_read_from_the_link(tmp_path):
    file = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    link = tmp_path / "localtime"
    link.symlink_to(file)
    assert own_zone({}, link) == "Europe/Berlin"
    assert own_zone({}, file) == ""
    link.unlink()
    link.symlink_to(link)
    assert own_zone({}, link) == ""


@pytest.mark.parametrize("name", ["", "Europe", "x" * 500, "/etc/passwd", "a\x00b", "Europe/Berlin\n"])
def test_what_is_no_zone_is_none(name):
    assert not is_zone(name)
