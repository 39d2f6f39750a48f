from datetime import date

import attrs
import pytest

from workshop.errors import Refused
from workshop.model import Document, Forum, Person, Plan, Purpose, Snapshot, Tie, Workbook
from workshop.model.document import read, written
from workshop.model.refresh import Refresh
from workshop.model.snapshot import MOST, compared_with, taken, with_snapshot

DAY = date(2026, 11, 22)
PEOPLE = (
    Person("a1", name="Harbour", seat="five"),
    Person("b2", name="Kite", seat="bench"),
    Person("c3", name="Rook", ally=True),
    Person("d4", name="Willow", seat="thanked"),
)
WORKBOOK = Workbook(
    people=PEOPLE,
    purpose=Purpose(sentence="Change that lasts"),
    ties=(Tie("a1~b2", "yes"), Tie("a1~c3", "yes")),
    plans=(Plan("p1", action="call"),),
    forum=Forum(form="coffee"),
)


def with_days(*days):
    kept = tuple(Snapshot(f"s{number}", day=day) for number, day in enumerate(days))
    return attrs.evolve(WORKBOOK, snapshots=kept)


def basis(workbook, id=""):
    return compared_with(workbook, id, DAY).snapshots[-1].day


def test_a_snapshot_holds_the_seated_and_what_is_between_them():
    kept = taken(WORKBOOK, "s1", DAY)
    assert [person.id for person in kept.people] == ["a1", "b2"]
    assert [tie.id for tie in kept.ties] == ["a1~b2"]
    assert (kept.day, kept.sentence, kept.note) == ("2026-11-22", "Change that lasts", "")
    assert (kept.plans, kept.forum) == (WORKBOOK.plans, WORKBOOK.forum)


def test_the_same_day_again_takes_the_place_of_the_first_and_keeps_its_note():
    [first] = with_snapshot(WORKBOOK, DAY).snapshots
    noted = attrs.evolve(WORKBOOK, snapshots=(attrs.evolve(first, note="before the offsite"),))
    reworded = attrs.evolve(noted, purpose=Purpose(sentence="Other"))
    [second] = with_snapshot(reworded, DAY).snapshots
    assert (second.id, second.sentence, second.note) == (first.id, "Other", "before the offsite")


def test_nothing_new_on_the_same_day_changes_nothing():
    once = with_snapshot(WORKBOOK, DAY)
    assert with_snapshot(once, DAY) == once


def test_each_day_has_its_own():
    later = with_snapshot(with_snapshot(WORKBOOK, DAY), date(2027, 5, 22))
    assert [kept.day for kept in later.snapshots] == ["2026-11-22", "2027-05-22"]


def test_nothing_answered_is_not_kept():
    with pytest.raises(Refused, match="snapshot_empty"):
        with_snapshot(Workbook(people=PEOPLE[2:]), DAY)


def test_a_full_shelf_takes_no_more_but_renews_today():
    full = attrs.evolve(WORKBOOK, snapshots=tuple(Snapshot(f"x{n}") for n in range(MOST)))
    with pytest.raises(Refused, match="list_full"):
        with_snapshot(full, DAY)
    renewed = attrs.evolve(full, snapshots=(*full.snapshots[1:], Snapshot("y", day=str(DAY))))
    assert len(with_snapshot(renewed, DAY).snapshots) == MOST


@pytest.mark.parametrize(
    ("days", "latest"),
    [
        (("2026-05-01", "2025-05-01"), "2026-05-01"),
        (("2026-05-01", "2026-11-22"), "2026-05-01"),
        (("2026-11-22", "2027-05-01"), "2027-05-01"),
        ((None, "2025-05-01"), "2025-05-01"),
    ],
)
def test_the_latest_before_today_is_compared_with(days, latest):
    assert basis(with_days(*days)) == latest


def test_a_chosen_snapshot_is_compared_with():
    assert basis(with_days("2025-05-01", "2026-05-01"), "s0") == "2025-05-01"


def test_a_chosen_snapshot_that_is_gone_gives_way_to_the_latest():
    assert basis(with_days("2025-05-01", "2026-05-01"), "gone") == "2026-05-01"


def test_nothing_kept_is_nothing_to_compare_with():
    assert compared_with(WORKBOOK, "", DAY) == WORKBOOK


def test_what_has_moved_goes_into_the_snapshot_and_is_asked_anew():
    moved = Refresh(role="yes", role_words="A new task")
    after = with_snapshot(attrs.evolve(WORKBOOK, refresh=moved), DAY)
    assert (after.refresh, after.snapshots[-1].refresh) == (Refresh(), moved)


def test_the_same_day_again_keeps_what_had_moved_and_takes_the_later_answer():
    once = with_snapshot(attrs.evolve(WORKBOOK, refresh=Refresh(role="yes", strategy="no")), DAY)
    again = with_snapshot(attrs.evolve(once, refresh=Refresh(strategy="yes", strategy_words="Exports")), DAY)
    [kept] = again.snapshots
    assert kept.refresh == Refresh(role="yes", strategy="yes", strategy_words="Exports")


def test_a_later_snapshot_holds_only_what_has_moved_since():
    once = with_snapshot(attrs.evolve(WORKBOOK, refresh=Refresh(role="yes")), DAY)
    later = with_snapshot(attrs.evolve(once, refresh=Refresh(strategy="no")), date(2027, 5, 22))
    assert [kept.refresh for kept in later.snapshots] == [Refresh(role="yes"), Refresh(strategy="no")]


def test_what_has_moved_is_written_and_read_with_its_snapshot():
    once = with_snapshot(attrs.evolve(WORKBOOK, refresh=Refresh(role="yes", role_words="New")), DAY)
    assert read(written(Document(once))).workbook == once
