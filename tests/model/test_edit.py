import json
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import bad_edits, good_edits, workbooks

from workshop.errors import Refused
from workshop.model import Workbook, changed, limits_at, tie_id, value_at
from workshop.model.codec import plain
from workshop.model.snapshot import with_snapshot


def with_people(*ids, **facts):
    workbook = Workbook()
    for id in ids:
        workbook = changed(workbook, f"people/{id}", {"name": id.upper(), **facts})
    return workbook


def test_an_answer_is_found_where_it_was_put():
    workbook = changed(Workbook(), "purpose/sentence", "Nobody fails alone")
    assert value_at(workbook, "purpose/sentence") == "Nobody fails alone"


def test_clearing_an_answer_leaves_no_trace():
    workbook = changed(changed(Workbook(), "purpose/values", ["care"]), "purpose/values", None)
    assert workbook == Workbook()


def test_a_tie_comes_into_being_with_its_first_answer():
    workbook = changed(with_people("a1", "b2"), "ties/a1~b2/knows", "yes")
    assert workbook.tie("b2", "a1").knows == "yes"


def test_a_person_takes_ties_places_and_plans_along():
    workbook = with_people("a1", "b2")
    for path, value in {
        "ties/a1~b2/knows": "yes",
        "positions/a1/x": 10,
        "plans/p1": {"person": "a1", "action": "call"},
        "deciders/d1": {"reached_by": ["a1", "b2", "you"]},
    }.items():
        workbook = changed(workbook, path, value)
    left = changed(workbook, "people/a1", None)
    assert (left.ties, left.positions) == ((), ())
    assert left.plans[0].person is None
    assert left.plans[0].action == "call"
    assert left.deciders[0].reached_by == ("b2", "you")


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("purpose/horizon", 999_999, "number_out_of_range"),
        ("purpose/horizon", True, "number_out_of_range"),
        ("purpose/sentence", "x" * 281, "text_too_long"),
        ("purpose/values", ["care", "craft", "candour", "learning"], "too_many_chosen"),
        ("purpose/values", "care", "not_acceptable"),
        ("start/goal", "world", "not_acceptable"),
        ("people/a1/last_contact", "2026-02-30", "not_a_day"),
        ("forum/time", "9:30", "not_a_time"),
        ("forum/time", "24:00", "not_a_time"),
        ("forum/time", "09:60", "not_a_time"),
        ("forum/time", "09:30:15", "not_a_time"),
        ("forum/time", "٠٩:٣٠", "not_a_time"),
        ("forum/time", 930, "not_a_time"),
        ("forum/minutes", 14, "number_out_of_range"),
        ("forum/minutes", 481, "number_out_of_range"),
        ("people/a1/id", "zz", "unknown_address"),
        ("key", "zz", "unknown_address"),
        ("people/nobody/name", "x", "item_gone"),
        ("people", [], "unknown_address"),
        ("nothing/here", 1, "unknown_address"),
    ],
)
def test_what_a_page_may_not_send_is_refused(path, value, key):
    with pytest.raises(Refused) as refusal:
        changed(with_people("a1"), path, value)
    assert refusal.value.key == key


def test_the_sixth_member_is_refused():
    workbook = with_people("a1", "b2", "c3", "d4", "e5", seat="five")
    workbook = changed(workbook, "people/f6", {"name": "F6"})
    with pytest.raises(Refused, match="five_full"):
        changed(workbook, "people/f6/seat", "five")


@pytest.mark.parametrize("forbidden", ["\x00", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_is_taken_out(forbidden):
    assert changed(Workbook(), "purpose/sentence", f"a{forbidden}b\r\nc").purpose.sentence == "ab\nc"


def test_limits_are_read_through_an_item():
    assert limits_at("people/any/name")["limit"] == 40


@given(workbooks, st.one_of(good_edits, bad_edits))
def test_any_edit_is_taken_or_refused_and_never_breaks(workbook, edit):
    path, value = edit
    try:
        after = changed(workbook, path, value)
    except Refused:
        return
    assert changed(after, path, value) == after


@given(workbooks)
def test_seats_never_overflow(workbook):
    assert len(workbook.five) <= 5
    assert len(workbook.bench) <= 5


@pytest.mark.parametrize("time", ["00:00", "09:30", "23:59"])
def test_a_time_of_the_day_is_kept_as_it_was_chosen(time):
    assert changed(Workbook(), "forum/time", time).forum.time == time


def test_a_tie_has_one_id_in_either_order():
    assert tie_id("b", "a") == tie_id("a", "b") == "a~b"


def test_somebody_removed_is_named_nowhere_but_in_what_was_kept():
    """Ties, places, plans, ledger, shocks, intentions, forum and defence forget them; a snapshot does not."""
    workbook = with_people("gone1", "b2", seat="five")
    for path, value in {
        "ties/b2~gone1/knows": "yes",
        "positions/gone1/x": 10,
        "plans/p1": {"person": "gone1"},
        "deciders/d1": {"reached_by": ["gone1"]},
        "exchanges/x1": {"person": "gone1", "direction": "given"},
        "stands/budget~gone1/stays": "yes",
        "reciprocity/give/person": "gone1",
        "reciprocity/credit/person": "gone1",
        "reciprocity/ask/person": "gone1",
        "forum/convener": "gone1",
        "defence/person": "gone1",
        "stress/attacked": "gone1",
    }.items():
        workbook = changed(workbook, path, value)
    kept = with_snapshot(workbook, date(2026, 11, 22))
    after = changed(kept, "people/gone1", None)
    assert "gone1" not in json.dumps(plain(attrs.evolve(after, snapshots=())))
    assert after.snapshots == kept.snapshots


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("snapshots/s20261122/sentence", "Another"),
        ("snapshots/s20261122/day", "2020-01-01"),
        ("snapshots/s20261122/people/b2", None),
        ("snapshots/forged", {"day": "2020-01-01"}),
    ],
)
def test_a_snapshot_is_never_changed(path, value):
    kept = with_snapshot(with_people("b2", seat="five"), date(2026, 11, 22))
    with pytest.raises(Refused, match="unknown_address"):
        changed(kept, path, value)


def test_a_note_on_a_snapshot_is_the_reader_s_own():
    kept = with_snapshot(with_people("b2", seat="five"), date(2026, 11, 22))
    assert changed(kept, "snapshots/s20261122/note", "Before I left").snapshots[0].note == "Before I left"


@pytest.mark.parametrize("day", ["2026-W46-1", "20261122", "2026-11-22T00:00", "２０２６-11-22"])
def test_a_day_is_written_in_one_way_only(day):
    with pytest.raises(Refused, match="not_a_day"):
        changed(with_people("b2"), "people/b2/last_contact", day)


@given(workbooks, good_edits)
def test_an_edit_leaves_what_it_does_not_change_the_same_object(workbook, edit):
    """So that whoever keeps what was found in a part knows by it that nothing has changed there."""
    try:
        after = changed(workbook, *edit)
    except Refused:
        return
    for field in attrs.fields(Workbook):
        before, now = getattr(workbook, field.name), getattr(after, field.name)
        assert now is before or now != before or edit[0].startswith(field.name), field.name
