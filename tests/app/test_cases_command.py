"""The four cases side by side at the prompt: every finding once, nothing wider than the terminal."""

import pytest
from click.testing import CliRunner

from workshop.app.cases import as_markdown, as_text, ordered_cases, sections
from workshop.cli import main
from workshop.content import exercise_names, journey, words

MAP = ("04_alliance_map",)


def called(*options, columns=100):
    return CliRunner().invoke(main, ["cases", *options], env={"COLUMNS": str(columns)})


def test_cases_stand_in_the_order_of_the_method():
    assert ordered_cases() == ("making-change-stick", "reciprocity-loop", "fragile-alliance", "outlived-role")


def test_every_row_has_a_cell_for_every_case():
    found = [row for section in sections(MAP) for row in section.rows]
    assert found
    assert all(len(row.cells) == 4 and all(row.cells) for row in found)


def test_every_finding_has_one_row():
    """Also when two exercises show it."""
    keys = [row.key for section in sections(exercise_names()) for row in section.rows]
    assert len(set(keys)) == len(keys)


def test_findings_about_people_are_counted():
    """Nobody is listed by name where there is one finding for each of them."""
    [row] = [row for section in sections(["01_alliances"]) for row in section.rows if row.key == "rungs.tie"]
    assert row.cells[0] == "3 good, 6 to note"


def test_tone_stands_before_the_headline_in_words():
    rows = {row.key: row for section in sections(["02_purpose"]) for row in section.rows}
    assert rows["purpose.initiative"].cells[0].startswith("Good: ")
    assert rows["purpose.initiative"].cells[2].startswith("Look: ")


def test_a_finding_that_a_case_does_not_have_is_a_dash():
    rows = {row.key: row for section in sections(MAP) for row in section.rows}
    assert rows["reach.nobody"].cells[1:] == ("–", "–", "–")


@pytest.mark.parametrize("width", [60, 80, 143])
def test_table_is_never_wider_than_the_terminal(width):
    lines = as_text(sections(MAP), width).splitlines()
    assert max(map(len, lines)) <= width


def test_narrow_terminal_gets_the_narrowest_table():
    assert as_text(sections(MAP), 20) == as_text(sections(MAP), 60)


def test_wrapping_loses_no_word():
    """Each column read downwards is the headline."""
    wide, narrow = (as_text(sections(MAP), width) for width in (400, 80))
    assert sorted(wide.replace("─", "").split()) == sorted(narrow.replace("─", "").split())


def test_markdown_has_a_table_for_each_step():
    lines = as_markdown(sections(MAP)).splitlines()
    heads = [number for number, line in enumerate(lines) if line.startswith("## ")]
    assert len(heads) == len(sections(MAP))
    assert all(lines[number + 2].count("|") == 6 for number in heads)
    assert all(line.count("|") == 6 for line in lines if line.startswith("|"))


def test_command_shows_every_exercise_that_says_something():
    result = called()
    assert result.exit_code == 0
    titles = {entry["name"]: entry["title"] for entry in journey()}
    assert all(titles[name] in result.output for name in ("00_start", *MAP, "09_commit"))


def test_command_shows_one_exercise():
    output = called("--exercise", "02_purpose").output
    assert "02 " in output
    assert "04 " not in output
    assert all(told["title"].split()[0] in output for told in words("wording")["cases"].values())


def test_command_prints_markdown():
    assert called("--exercise", "02_purpose", "--markdown").output.startswith("## 02 ")


def test_unknown_exercise_is_one_sentence_and_exit_code_2():
    result = called("--exercise", "nosuch")
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
    assert "01_alliances" in result.output
