"""A large workbook costs in proportion to its size, and an edit elsewhere in it next to nothing."""

import sys
from datetime import date, timedelta
from importlib import import_module

import attrs
import pytest
from participant import Participant

from workshop.content.worked import worked
from workshop.exercise import prepare
from workshop.model import Document, Exchange
from workshop.model.recall import forget
from workshop.model.snapshot import taken
from workshop.session import Session
from workshop.storage import FileStore

CASE = worked("outlived-role").workbook
STEEPER = 1.5
"""How much steeper the second half of a curve may be than the first: a line has 1, a square 3."""
PLAN = f"plans/{CASE.plans[0].id}/action"


@pytest.fixture(autouse=True, scope="module")
def _prepared():
    """Whatever is made once is there, and counts nowhere."""
    prepare()


def with_entries(number):
    people = [person.id for person in CASE.people]
    ledger = (
        Exchange(f"x{n}", people[n % len(people)], "given" if n % 2 else "received", "advice", "2026-03")
        for n in range(number)
    )
    return attrs.evolve(CASE, exchanges=tuple(ledger))


def with_snapshots(number):
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(number)]
    return attrs.evolve(CASE, snapshots=tuple(taken(CASE, f"s{n}", day) for n, day in enumerate(days)))


def calls(work):
    """How many functions are called meanwhile: the same every time, on every machine."""
    counted = [0]

    def one_more(_frame, event, _called):
        counted[0] += event in {"call", "c_call"}

    sys.setprofile(one_more)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted[0]


def opened(folder, workbook, page):
    store = FileStore(folder)
    store.save(Document(workbook, 1))
    return Participant(Session(FileStore(folder))).open(page)


def edit(person, path):
    """Change an answer for the second time: the first writes the whole file."""
    person.say(path, "2026-01" if path.endswith("month") else "One")
    return calls(lambda: person.say(path, "2026-02" if path.endswith("month") else "Two"))


@pytest.mark.parametrize(
    ("make", "most", "page", "path"),
    [
        (with_entries, 400, "06_reciprocity", "exchanges/x1/month"),
        (with_entries, 400, "07_sustain", "exchanges/x1/month"),
        (with_entries, 400, "09_commit", "exchanges/x1/month"),
        (with_snapshots, 40, "10_refresh", "snapshots/s1/note"),
        (with_snapshots, 40, "09_commit", "snapshots/s1/note"),
    ],
)
def test_twice_as_much_costs_twice_as_much(make, most, page, path, tmp_path):
    """To open the page, and to make one edit there."""
    sizes = (most // 4, most // 2, most)
    work = []
    for size in sizes:
        folder = tmp_path / str(size)
        person = opened(folder, make(size), page)
        changing = edit(person, path)
        forget()
        opening = calls(lambda folder=folder: Participant(Session(FileStore(folder))).open(page))
        work.append((opening, changing, FileStore(folder).file.stat().st_size))
    few, some, many = work
    for first, second, third in zip(few, some, many, strict=True):
        assert (third - second) <= STEEPER * 2 * (second - first) + 100


@pytest.mark.parametrize(("page", "path"), [("09_commit", PLAN), ("02_purpose", "purpose/sentence")])
def test_an_edit_elsewhere_does_not_look_through_the_ledger_again(page, path, tmp_path):
    """At most one look at each entry: whether it speaks of somebody who has gone."""
    few, many = (edit(opened(tmp_path / str(size), with_entries(size), page), path) for size in (10, 400))
    assert many - few <= 2 * (400 - 10)


def test_the_playbook_is_not_drawn_again_for_a_plan(tmp_path, monkeypatch):
    person = opened(tmp_path, CASE, "09_commit")
    drawn = []
    for name in ("drawn", "map_drawing"):
        monkeypatch.setattr(import_module("workshop.takeaway.playbook"), name, lambda *a: drawn.append(a))
    person.say(PLAN, "I call him")
    assert drawn == []
    assert "I call him" in repr(person.widgets["playbook"])
