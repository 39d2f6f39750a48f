"""What grows with a workbook: run `python tests/bench/growth.py`, about a minute.

Four sizes grow: entries of the ledger, snapshots, both together, and saved revisions. For each: opening the
page that shows them, one edit until every step shows it, its undo, writing and reading the file as a new
process does, its size, and what the page is told. Times are processor time, the best of some runs, in
milliseconds; `durable` is the edit by the clock until it is acknowledged, the disk and whatever else runs on
this machine included. The last column is the edit's time for each thing there is.
"""

import json
import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

from participant import Participant

from workshop.content.worked import worked
from workshop.exercise import prepare
from workshop.model import Document, Exchange
from workshop.model.document import content
from workshop.model.scribe import Scribe
from workshop.model.snapshot import taken
from workshop.session import Session
from workshop.storage import FileStore
from workshop.storage.file import KEPT_REVISIONS

CASE = worked("outlived-role").workbook
ENTRIES = (0, 500, 1000, 2000, 3000, 4000, 5000)
SNAPSHOTS = (0, 25, 50, 100, 150, 200)
REVISIONS = (300, 1000, 3000, 10_000, 30_000, 100_000)
WALKED = 600
"""Revisions that are really saved one by one; those before are skipped, their numbers aside."""
FELT = {"open": 300.0, "edit": 100.0, "durable": 100.0, "undo": 100.0}
"""Milliseconds from which a person feels it."""
NOISE = 5.0
"""Milliseconds by which two runs of the same differ on a busy machine."""
WORSE = 1.5
"""How many times what the first half of a curve foretells its end may be: a line has 1, a square has 2."""


@attrs.frozen
class Cost:
    """Of one size, in milliseconds and bytes."""

    size: int
    open: float
    edit: float
    durable: float
    write: float
    load: float
    undo: float
    file: int
    files: int
    state: int


def large(entries: int = 0, snapshots: int = 0):
    """The case with so many entries in its ledger, and so many snapshots."""
    people = [person.id for person in CASE.people]
    ledger = tuple(
        Exchange(
            f"x{number}",
            people[number % len(people)],
            ("given", "received", "talk")[number % 3],
            None if number % 3 == 2 else "advice",
            f"{2016 + number % 10}-{1 + number % 12:02}",
            "asked" if number % 2 else "offered",
        )
        for number in range(entries)
    )
    days = [date(2010, 1, 1) + timedelta(days=7 * number) for number in range(snapshots)]
    kept = tuple(
        attrs.evolve(taken(CASE, f"s{number}", day), note=f"Week {number}") for number, day in enumerate(days)
    )
    return attrs.evolve(CASE, key="k" * 32, exchanges=ledger, snapshots=kept)


def took(work, times=5, before=lambda: None, clock=time.process_time):
    """Milliseconds of the quickest of some runs, each after something that does not count."""
    best = float("inf")
    for _ in range(times):
        before()
        begun = clock()
        work()
        best = min(best, clock() - begun)
    return best * 1000


def cost(size, folder, page, path, values):
    """What a stored workbook costs, on the page that shows what it has so much of."""
    opened = took(lambda: Participant(Session(FileStore(folder))).open(page), 3)
    person = Participant(Session(FileStore(folder))).open(page)
    numbers = iter(range(1_000_000))

    def edit():
        assert person.say(path, values[next(numbers) % 2])["status"] == "saved"

    def other_edit():
        assert person.say("start/standing", 1 + next(numbers) % 5)["status"] == "saved"

    def undo():
        assert person.send(kind="undo")["ok"]

    edit()
    document = FileStore(folder).load()
    return Cost(
        size,
        opened,
        took(edit, 9),
        took(edit, 9, clock=time.perf_counter),
        took(lambda: content(document, Scribe()), 3),
        took(lambda: FileStore(folder).load(), 3),
        took(undo, 3, before=other_edit),
        FileStore(folder).file.stat().st_size,
        sum(1 for _ in Path(folder).rglob("*")),
        sum(len(json.dumps(widget.state)) for widget in person.widgets.values()),
    )


def stored(workbook, revision=1):
    """A folder that holds `workbook`, as the person before the benchmark left it."""
    store = FileStore(tempfile.mkdtemp())
    store.file.write_bytes(content(Document(workbook, revision), Scribe()))
    return str(store.folder)


def of_entries():
    for size in ENTRIES:
        entry = "exchanges/x0/month" if size else "forum/next_day"
        values = ("2026-03", "2026-05") if size else ("2026-12-01", "2026-12-08")
        yield cost(size, stored(large(entries=size)), "06_reciprocity", entry, values)


def of_snapshots():
    for size in SNAPSHOTS:
        note, values = ("snapshots/s0/note" if size else "refresh/role_words"), ("one", "two")
        yield cost(size, stored(large(snapshots=size)), "10_refresh", note, values)


def of_both():
    """The playbook's page, which reads everything; sizes are shares of the most there can be, in per cent."""
    for share in (0, 20, 40, 60, 80, 100):
        workbook = large(entries=50 * share, snapshots=2 * share)
        plan = f"plans/{CASE.plans[0].id}/action"
        yield cost(share, stored(workbook), "09_commit", plan, ("I call him", "I write to him"))


def of_revisions():
    """Only the last of them are kept: so many saves one after the other, up to the number of revisions."""
    for size in REVISIONS:
        begin = max(1, size - max(WALKED if size == max(REVISIONS) else 0, KEPT_REVISIONS + 10))
        folder = stored(CASE, begin)
        store = FileStore(folder)
        for revision in range(begin + 1, size):
            store.save(Document(CASE, revision, undo=revision - 1))
        values = ("I call him", "I write to him")
        yield cost(size, folder, "02_purpose", f"plans/{CASE.plans[0].id}/action", values)


CURVES = {
    "entries of the ledger (page 06)": of_entries,
    "snapshots (page 10)": of_snapshots,
    "per cent of 5,000 entries and 200 snapshots (page 09)": of_both,
    "saved revisions (page 02)": of_revisions,
}
HEAD = ("size", "open", "edit", "durable", "write", "load", "undo", "file kB", "files", "state kB", "µs each")


def verdict(costs, name):
    """Say how a column grows: its end beside what its first half foretells, and whether a person feels it."""
    values = [getattr(one, name) for one in costs]
    first, middle, last = costs[0], costs[len(costs) // 2], costs[-1]
    share = (last.size - first.size) / (middle.size - first.size)
    foretold = values[0] + max(0, getattr(middle, name) - values[0]) * share
    if name == "durable":
        shape = "with the disk and all else that runs"
    elif values[-1] - values[0] < NOISE:
        shape = "flat"
    elif values[-1] > WORSE * foretold + NOISE:
        shape = f"WORSE THAN LINEAR, {values[-1] / foretold:.1f} of what the first half foretells"
    else:
        shape = f"linear, {values[-1] / foretold:.1f} of what the first half foretells"
    felt = ", FELT" if values[-1] > FELT.get(name, float("inf")) else ""
    return f"  {name:8} {values[0]:5.1f} -> {values[-1]:5.1f}: {shape}{felt}"


def row(one):
    """A line of the table."""
    numbers = (one.open, one.edit, one.durable, one.write, one.load, one.undo)
    each = f"{one.edit * 1000 / one.size:.2f}" if one.size else "-"
    shown = (*(f"{number:.1f}" for number in numbers), f"{one.file / 1000:.0f}", one.files)
    return (one.size, *shown, f"{one.state / 1000:.0f}", each)


def printed(cells):
    """The cells under one another."""
    return " ".join(f"{cell!s:>10}" for cell in cells)


if __name__ == "__main__":
    begun = time.perf_counter()
    prepare()
    for title, curve in CURVES.items():
        costs = list(curve())
        print(f"\n{title}\n{printed(HEAD)}")
        print("\n".join(printed(row(one)) for one in costs))
        print("\n".join(verdict(costs, name) for name in ("open", "edit", "durable", "load", "undo")))
    busy, cores = os.getloadavg()[0], os.cpu_count()
    print(f"\n{time.perf_counter() - begun:.0f} s in all; {busy:.1f} processes wanted {cores} processors")
