import json
from datetime import date, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st
from strategies import workbooks

from workshop.content import case
from workshop.model import Exchange, Workbook, changed, codec
from workshop.model.document import read
from workshop.model.scribe import Scribe
from workshop.model.snapshot import taken

CASE = read(case("making-change-stick")).workbook
PERSON = CASE.five[0].id


def large(entries, snapshots):
    """The case with so many entries and snapshots."""
    ledger = tuple(Exchange(f"x{number}", PERSON, "given", "advice") for number in range(entries))
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(snapshots)]
    kept = tuple(taken(CASE, f"s{number}", day) for number, day in enumerate(days))
    return attrs.evolve(CASE, exchanges=ledger, snapshots=kept)


@given(st.lists(workbooks, min_size=1, max_size=4))
def test_what_a_scribe_knows_changes_nothing(written):
    """One who wrote other workbooks before writes the same as one who writes for the first time."""
    scribe = Scribe()
    for workbook in written:
        content = scribe.content(workbook)
        assert content == Scribe().content(workbook)
        assert json.loads(content) == codec.plain(workbook)


def test_each_item_of_a_list_has_a_line_of_its_own():
    lines = [line.strip(" ,") for line in Scribe().content(CASE).decode().splitlines()]
    assert [line for line in lines if line == json.dumps(codec.plain(CASE.people[0]), ensure_ascii=False)]


def counted_lines(monkeypatch, scribe, workbook):
    """How many things a scribe puts into words to write `workbook`."""
    calls = []
    plain = codec.plain
    monkeypatch.setattr("workshop.model.scribe.plain", lambda value: calls.append(1) or plain(value))
    scribe.content(workbook)
    return len(calls)


def test_an_edit_is_written_for_the_same_work_however_much_there_is_already(monkeypatch):
    """Only the parts of one answer each, and what is new, are put into words again."""
    work = []
    for entries, snapshots in ((10, 2), (400, 40)):
        scribe, workbook = Scribe(), large(entries, snapshots)
        scribe.content(workbook)
        workbook = changed(workbook, "exchanges/new", {"person": PERSON, "direction": "received"})
        work.append(counted_lines(monkeypatch, scribe, workbook))
    assert work[0] == work[1] <= len(attrs.fields(Workbook)) + 1
