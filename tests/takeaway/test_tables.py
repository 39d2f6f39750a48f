"""The answers as tables: all of them, in words, and safe to open in any program."""

import csv
import io
import zipfile
from datetime import date

import attrs
import openpyxl
import pandas as pd
import pytest
from hostile import NAMES, half_filled, hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import workbooks

from workshop.content import case_names
from workshop.content.worked import worked
from workshop.exercise.vocabulary import choices, questions, vocabulary
from workshop.model import Person, Workbook, changed
from workshop.model.clinic import Played
from workshop.model.draft import Draft
from workshop.model.snapshot import Snapshot
from workshop.takeaway.archive import as_text, csv_archive
from workshop.takeaway.rows import leaves, rows
from workshop.takeaway.spreadsheet import excel, sheet_names
from workshop.takeaway.tables import tables

TODAY = date(2026, 11, 22)
WORDS = {**vocabulary(), "message_titles": {}}
LEFT_OUT = {"key"}
"""Of the workbook's own fields: what names it among others is no answer."""


def of(workbook):
    return tables(workbook, WORDS, TODAY)


def people(workbook):
    return of(workbook)["people"].to_dict("records")


def opened(workbook):
    return openpyxl.load_workbook(io.BytesIO(excel(workbook, WORDS, TODAY)))


def shown(cell):
    return cell.value.date() if cell.is_date else cell.value


def files(workbook):
    with zipfile.ZipFile(io.BytesIO(csv_archive(workbook, WORDS, TODAY))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_list_and_part_of_the_workbook_has_a_place():
    parts = {part.name: part.metadata for part in attrs.fields(Workbook) if part.name not in LEFT_OUT}
    lists = {name for name, facts in parts.items() if facts["kind"] == "items"}
    assert lists <= set(WORDS["sheets"])
    assert set(parts) - lists == set(WORDS["topics"])


@pytest.mark.parametrize("name", ["people", "deciders", "exchanges", "plans", "drafts", "clinic"])
def test_every_answer_in_a_list_has_a_column(name):
    item = attrs.fields_dict(Workbook)[name].metadata["item"]
    assert {path for path, _ in leaves(item)} <= set(WORDS["sheets"][name]["columns"])


def test_every_answer_that_is_given_once_has_a_question_in_words():
    found = of(Workbook())["answers"]
    assert len(found) == sum(len(list(leaves(type(getattr(Workbook(), name))))) for name in WORDS["topics"])
    assert found["Question"].str.len().gt(5).all()
    assert not found["Question"].duplicated().any()


def test_every_choice_is_in_words():
    bare = {
        (address, option)
        for address, found in choices().items()
        for option, said in found.items()
        if said == option and address != "clinic/choices"
    }
    assert bare == set()


def test_a_question_is_asked_as_the_form_asks_it():
    assert questions()["purpose/why_first"] == "What do you want to see happen?"


@pytest.mark.parametrize("workbook", [Workbook(), half_filled(), hostile()], ids=["empty", "half", "hostile"])
def test_every_sheet_is_there_with_all_its_columns(workbook):
    assert {name: list(frame.columns) for name, frame in of(workbook).items()} == {
        name: list(sheet["columns"].values()) for name, sheet in WORDS["sheets"].items()
    }


def test_what_was_not_answered_is_empty():
    [row] = people(Workbook(people=(Person("a", "Kite"),)))
    assert {title for title, cell in row.items() if not pd.isna(cell)} == {"Name", "Id"}


def test_a_number_beside_an_empty_cell_stays_whole():
    two = Workbook(people=(Person("a", "A", authority=3), Person("b", "B")))
    frame = of(two)["people"]
    assert str(frame["Formal authority (1–5)"].dtype) == "Int64"
    assert "3.0" not in files(two)["people.csv"].decode()


def test_people_are_named_by_what_they_are_called():
    workbook = changed(Workbook(people=(Person("a", "Kite"), Person("b"))), "ties/a~b/knows", "unsure")
    [row] = of(workbook)["ties"].to_dict("records")
    assert (row["One"], row["The other"], row["Know each other well"]) == ("Kite", "Unnamed", "Unsure")


def test_a_flag_a_list_and_a_choice_are_in_words():
    kite = Person("a", "Kite", ally=True, prompts=("defends", "future"), seat="thanked")
    [row] = people(Workbook(people=(kite,)))
    assert row["Ally"] == "Yes"
    assert row["Why this person"] == "Defends me when I am not there, Will matter in five years"
    assert row["Seat"] == "Thanked"


def test_dates_ahead_say_that_they_are_worked_out():
    found = of(hostile())["dates"].to_dict("records")
    assert [row["Person"] for row in found] == ["=1+1", "+1", "-2"]
    assert {row["Worked out on"] for row in found} == {TODAY}
    assert "Worked out" in WORDS["sheets"]["dates"]["about"]


def test_a_story_is_told_in_its_own_names():
    [row] = of(Workbook(clinic=(Played("change", stays=("kite",), predicted="lasts"),)))["clinic"].to_dict(
        "records"
    )
    assert row["Expected to stay"] == "Kite"
    assert row["Expected of the group"] == "It lasts"


def test_a_message_has_its_title():
    words = {**WORDS, "message_titles": {"forum": "Invitation"}}
    found = tables(Workbook(drafts=(Draft("forum", "Hello"), Draft("old"))), words, TODAY)["drafts"]
    assert list(found["Message"]) == ["Invitation", "old"]


@pytest.mark.parametrize("case", case_names())
def test_a_snapshot_is_one_line_of_names(case):
    workbook = worked(case).workbook
    found = of(workbook)["snapshots"]
    assert len(found) == len(workbook.snapshots) > 0
    names = {person.name for kept in workbook.snapshots for person in kept.people}
    assert all(name in names for line in found["The five then"] for name in line.split(", "))


@given(workbooks)
def test_rows_have_the_columns_of_their_sheet(workbook):
    for name, found in rows(workbook, WORDS, TODAY).items():
        assert all(set(row) == set(WORDS["sheets"][name]["columns"]) for row in found), name


@given(workbooks)
@settings(max_examples=15)
def test_excel_and_csv_say_the_same(workbook):
    book, archive = opened(workbook), files(workbook)
    for name, sheet in WORDS["sheets"].items():
        lines = [
            [
                "" if cell.value is None else str(cell.value.date() if cell.is_date else cell.value)
                for cell in row
            ]
            for row in book[sheet["title"]].rows
        ]
        plain = [[cell.replace("\r\n", "\n") for cell in line] for line in read(archive[f"{name}.csv"])]
        assert [[as_text(cell) for cell in line] for line in lines] == plain


def test_excel_takes_nothing_for_a_formula_or_an_address():
    for sheet in opened(hostile()):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d"}
                assert cell.hyperlink is None


def test_excel_has_every_hostile_name_as_it_was_written():
    cells = [row[0].value for row in opened(hostile())["People"].iter_rows(min_row=2)]
    assert cells == list(NAMES)


def test_days_are_dates_that_excel_can_sort():
    person = Person("a", "2026-10-02", last_contact="2026-10-01")
    kept = Snapshot("s", day="2026-09-01")
    workbook = changed(Workbook(people=(person,), snapshots=(kept,)), "forum/next_day", "2026-12-01")
    cells = [(sheet.title, cell) for sheet in opened(workbook) for row in sheet.rows for cell in row]
    found = {(title, shown(cell), cell.number_format) for title, cell in cells if cell.is_date}
    titles = {name: sheet["title"] for name, sheet in WORDS["sheets"].items()}
    assert found == {
        (titles["people"], date(2026, 10, 1), "yyyy-mm-dd"),
        (titles["answers"], date(2026, 12, 1), "yyyy-mm-dd"),
        (titles["snapshots"], date(2026, 9, 1), "yyyy-mm-dd"),
        (titles["dates"], date(2026, 12, 1), "yyyy-mm-dd"),
        (titles["dates"], TODAY, "yyyy-mm-dd"),
    }


def test_excel_has_a_fixed_heading_and_wrapped_text():
    sheet = opened(hostile())["People"]
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width > 10


def test_excel_begins_with_a_list_of_its_sheets():
    book = opened(half_filled())
    listed = {row[0].value: row[2].value for row in book.worksheets[0].iter_rows(min_row=6)}
    assert listed["People"] == 5
    assert list(listed) == book.sheetnames[1:]


@settings(deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(["a/b", "A B", "'", "x" * 40, "X" * 50]), max_size=8))
def test_every_title_becomes_a_name_that_excel_takes(titles):
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_our_own_titles_are_names_of_sheets_as_they_are():
    titles = [WORDS["readme"]["title"], *(sheet["title"] for sheet in WORDS["sheets"].values())]
    assert sheet_names(titles) == titles


def test_two_columns_of_the_same_name_both_come_along():
    columns = dict.fromkeys(WORDS["sheets"]["people"]["columns"], "Same")
    words = {
        **WORDS,
        "sheets": {**WORDS["sheets"], "people": {**WORDS["sheets"]["people"], "columns": columns}},
    }
    book = openpyxl.load_workbook(io.BytesIO(excel(half_filled(), words, TODAY)))
    assert book["People"].max_column == len(columns)


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-2", "@x", "＝1+1", "\t=1+1", " =1+1", "\r=1", "\tx"])
def test_a_cell_like_a_formula_gets_an_apostrophe(sign):
    safe = as_text(sign)
    assert safe.replace("'", "", 1) == sign
    assert safe.lstrip("\t\r ").startswith("'")


def test_a_part_that_a_program_might_split_off_gets_one_too():
    assert as_text("first;=1+1\n- second") == "first;'=1+1\n'- second"


@pytest.mark.parametrize("text", ["1-2", "a=b", "Kite", "", "one\ntwo", "x; y", "mail@x"])
def test_other_text_stays_as_it_is(text):
    assert as_text(text) == text


def test_no_cell_of_a_csv_file_begins_like_a_formula():
    for name, content in files(hostile()).items():
        if name.endswith(".csv"):
            cells = [cell for line in read(content) for cell in line]
            assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") and cell], name


def test_csv_files_begin_with_a_mark_and_end_their_lines_as_programs_expect():
    content = files(Workbook(people=(Person("a", "Käthe"),)))["people.csv"]
    assert content.startswith(b"\xef\xbb\xbfName,")
    assert content.count(b"\r\n") == 2
    assert "Käthe" in content.decode("utf-8-sig")


def test_the_readme_names_every_file_and_the_apostrophe():
    found = files(Workbook())
    text = found.pop("README.txt").decode("utf-8-sig")
    assert all(name in text for name in found)
    assert "apostrophe (')" in text


def test_the_archive_of_the_same_answers_is_the_same():
    assert csv_archive(hostile(), WORDS, TODAY) == csv_archive(hostile(), WORDS, TODAY)
    assert excel(hostile(), WORDS, TODAY) == excel(hostile(), WORDS, TODAY)


def test_what_was_written_in_a_csv_comes_back():
    frame = pd.read_csv(io.BytesIO(files(hostile())["people.csv"]), dtype="string", keep_default_na=False)
    assert list(frame["Name"]) == [as_text(name) for name in NAMES]
