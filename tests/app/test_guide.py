"""The guide says what the agenda says, around prose that stays as it was written."""

import re
from copy import deepcopy
from shlex import split

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from workshop.app.guide import checked, guide_file, renewed
from workshop.app.guide_parts import parts, run_sheet, times
from workshop.cli import main
from workshop.content import exercise_names, words
from workshop.content.agenda import LENGTHS, agenda, blocks, clock

GUIDE = guide_file().read_text(encoding="utf-8")
SHEETS = [block for block in blocks() if block.kind != "break"]


def called(*options):
    return CliRunner().invoke(main, ["guide", *map(str, options)])


def drifted(part):
    return words("console")["says"]["guide_part_drifted"].format(part=part)


@pytest.fixture
def copy(tmp_path):
    """Return what writes a guide of one's own."""

    def written(text):
        file = tmp_path / "our guide.md"
        file.write_text(text, encoding="utf-8")
        return file

    return written


def test_the_guide_says_what_the_agenda_says():
    assert checked(None) == []


def test_the_check_of_a_good_guide_says_so():
    result = called("--check")
    assert (result.exit_code, result.output) == (0, words("console")["says"]["guide_good"] + "\n")


def test_the_guide_is_printed_whole():
    assert called().output == GUIDE


@pytest.mark.parametrize("block", SHEETS, ids=lambda block: block.id)
def test_a_run_sheet_has_all_that_the_agenda_tells(block):
    sheet = run_sheet(block)
    told = [block.title, block.purpose, block.invitation, block.good, block.remote, block.large_room]
    told += [block.paper, block.safety, block.debrief.so_what, *block.say]
    told += [step.text for step in block.steps] + [
        text for seen in block.watch for text in (seen.sign, seen.move)
    ]
    assert [text for text in told if text not in sheet] == []


def test_a_run_sheet_has_the_time_of_each_step():
    found = re.findall(r"^\| \d \| (\d\d:\d\d) \|", parts()["run sheet: map"], re.MULTILINE)
    assert found == ["13:15", "13:23", "13:30", "13:34", "13:42", "13:46"]


def test_a_run_sheet_counts_the_minutes_that_a_cut_saves():
    sheet = parts()["run sheet: consulting"]
    assert "no. 5, 10, 11 (15 min), then no. 4, 9 (10 min), then no. 1, 3, 6, 8 (15 min)" in sheet
    assert "- **Never cut:** no. 2, 7" in sheet


@pytest.mark.parametrize("length", LENGTHS)
def test_the_times_have_every_block_and_the_end_of_each_day(length):
    table = times(length)
    for day in agenda(length):
        assert all(f"| {clock(block.starts)} | {block.title} |" in table for block in day.blocks)
        assert f"| {clock(day.ends)} | {words('agenda')['words']['ends']} |" in table


def test_every_block_but_breaks_and_every_exercise_has_a_part():
    named = {name.partition(": ")[2] for name in parts()}
    assert named == {*LENGTHS, *(block.id for block in SHEETS), *exercise_names()}


@pytest.mark.parametrize("part", parts())
def test_a_part_that_drifted_is_named_alone(copy, part):
    start = f"<!-- {part} -->\n"
    file = copy(GUIDE.replace(start, f"{start}\nAn older line.\n"))
    result = called(file, "--check")
    assert result.exit_code == 1
    assert result.output.splitlines()[:-1] == [drifted(part)]


@pytest.mark.parametrize("mark", ["<!-- run sheet: map -->", "<!-- end of run sheet: map -->"])
def test_a_part_without_both_its_lines_is_missing(copy, mark):
    result = called(copy(GUIDE.replace(f"{mark}\n", "")), "--check")
    said = words("console")["says"]["guide_part_missing"].format(part="run sheet: map")
    assert (result.exit_code, result.output) == (1, said + "\n")


def test_a_line_that_is_missing_swallows_no_other_part():
    broken = GUIDE.replace("<!-- end of run sheet: map -->\n", "")
    assert renewed(broken) == broken


def test_a_part_that_the_agenda_does_not_have_is_named_and_left(copy):
    text = GUIDE + "\n<!-- run sheet: dance -->\nMine.\n<!-- end of run sheet: dance -->\n"
    assert [said for said in checked(copy(text)) if "run sheet: dance" in said]
    assert renewed(text) == text


@given(before=st.text(max_size=40), after=st.text(max_size=40))
def test_prose_around_a_part_stays_as_it_was_written(before, after):
    marks = ("<!-- times: one-day -->\n", "<!-- end of times: one-day -->")
    text = f"{before}\n{marks[0]}old\n{marks[1]}\n{after}"
    new = renewed(text)
    assert new.startswith(f"{before}\n{marks[0]}")
    assert new.endswith(f"{marks[1]}\n{after}")
    assert times("one-day") in new


def test_a_change_of_the_agenda_drifts_in_its_own_block_and_in_the_times_after_it(monkeypatch):
    changed = {**words("agenda"), "block": deepcopy(words("agenda")["block"])}
    [wall] = [block for block in changed["block"] if block["id"] == "wall"]
    wall["steps"][0]["minutes"] += 5
    monkeypatch.setattr("workshop.content.agenda.words", lambda _: changed)
    assert checked(None)[:-1] == [drifted("times: two-days"), drifted("run sheet: wall")]


def test_the_check_ends_with_the_command_that_mends_a_guide(copy):
    file = copy(GUIDE.replace("09:00", "08:00"))
    *_, command = checked(file)[-1].partition(": workshop ")
    CliRunner().invoke(main, split(command))
    assert checked(file) == []


def test_a_guide_is_brought_up_to_date_in_its_place(copy):
    file = copy(GUIDE.replace("09:00", "08:00") + "\nMy own advice.\n")
    result = called(file, "--out", file, "--replace")
    assert result.output == words("console")["says"]["guide_written"].format(file=file) + "\n"
    assert checked(file) == []
    assert file.read_text(encoding="utf-8").endswith("My own advice.\n")


def test_a_file_that_is_there_is_not_written_over(copy):
    file = copy("Mine.")
    result = called("--out", file)
    assert result.exit_code == 1
    assert file.read_text(encoding="utf-8") == "Mine."


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_guide_that_cannot_be_read_is_one_sentence(tmp_path, content):
    file = tmp_path / "guide.md"
    if content:
        file.write_bytes(content)
    result = called(file)
    said = words("console")["trouble"]["file_unreadable"].format(file=file)
    assert (result.exit_code, result.output) == (1, said + "\n")


def test_a_guide_from_another_editor_is_understood(tmp_path):
    """With a byte order mark, and with lines that end as Windows ends them."""
    file = tmp_path / "guide.md"
    file.write_bytes(b"\xef\xbb\xbf" + GUIDE.replace("\n", "\r\n").encode())
    assert called(file).output == GUIDE
