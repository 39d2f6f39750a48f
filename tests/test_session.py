import contextlib
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import good_edits, json_values

from workshop.errors import Refused, Unsaved
from workshop.model import Document, Edit, Workbook, changed, value_at
from workshop.model.document import written
from workshop.session import Session
from workshop.storage import ClosedStore, FileStore, MemoryStore

SENTENCE = "purpose/sentence"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(clock):
    return Session(MemoryStore(), clock=clock)


def answers(session):
    """What was answered; the key of a workbook is no answer, and is never taken back."""
    return attrs.evolve(session.workbook, key="")


def test_an_edit_is_stored_and_told(session):
    heard = []
    session.watch(lambda: heard.append(session.revision))
    receipt = session.edit(Edit(SENTENCE, "Change that lasts"))
    assert (receipt.status, receipt.revision, heard) == ("saved", 1, [1])


def test_the_same_edit_again_is_saved_without_a_new_revision(session):
    session.edit(Edit(SENTENCE, "one"))
    assert session.edit(Edit(SENTENCE, "one", base="")).revision == 1


def test_a_refused_edit_changes_nothing(session):
    receipt = session.edit(Edit("purpose/horizon", 999))
    assert (receipt.status, receipt.complaint, session.revision) == ("refused", "number_out_of_range", 0)


def test_two_tabs_on_different_answers_both_save():
    store = MemoryStore()
    first, second = Session(store), Session(store)
    first.edit(Edit(SENTENCE, "one"))
    assert second.edit(Edit("purpose/horizon", 5)).status == "saved"
    assert second.workbook.purpose.sentence == "one"


def test_two_tabs_on_one_answer_conflict_and_show_the_other_text():
    store = MemoryStore()
    first, second = Session(store), Session(store)
    first.edit(Edit(SENTENCE, "one", base=""))
    receipt = second.edit(Edit(SENTENCE, "two", base=""))
    assert (receipt.status, receipt.theirs) == ("conflict", "one")
    assert second.edit(Edit(SENTENCE, "two", base="one")).status == "saved"


def test_a_tab_that_missed_an_erasure_brings_nothing_back():
    store = MemoryStore()
    first, second = Session(store), Session(store)
    first.edit(Edit(SENTENCE, "old secret"))
    second.refresh()
    first.erase()
    first.edit(Edit("purpose/horizon", 5))
    second.edit(Edit("purpose/own_value", "calm"))
    assert (second.workbook.purpose.sentence, second.workbook.purpose.horizon) == ("", 5)


def test_an_addition_that_arrives_twice_empties_nobody():
    session = Session(MemoryStore())
    session.edit(Edit("people/k1", {"ally": True}))
    session.edit(Edit("people/k1/name", "Harbour"))
    assert session.edit(Edit("people/k1", {"ally": True})).status == "saved"
    assert session.workbook.person("k1").name == "Harbour"


def test_a_conflicting_tab_hears_of_what_it_missed():
    store = MemoryStore()
    first, second = Session(store), Session(store)
    heard = []
    second.watch(lambda: heard.append(second.workbook.purpose.sentence))
    first.edit(Edit(SENTENCE, "one", base=""))
    assert second.refresh()
    assert heard == ["one"]


def test_undo_takes_back_one_change(session, clock):
    session.edit(Edit(SENTENCE, "one"))
    clock.now = 60
    session.edit(Edit(SENTENCE, "two", base="one"))
    session.undo()
    assert session.workbook.purpose.sentence == "one"
    session.undo()
    assert answers(session) == Workbook()
    assert not session.can_undo


def test_typing_on_is_one_step_of_undo(session, clock):
    session.edit(Edit("purpose/horizon", 5))
    for text in ("C", "Ch", "Change"):
        clock.now += 1
        session.edit(Edit(SENTENCE, text, base=session.workbook.purpose.sentence))
    session.undo()
    assert session.workbook.purpose.sentence == ""
    assert session.workbook.purpose.horizon == 5


def test_moving_somebody_on_the_map_is_one_step_of_undo(session):
    session.edit(Edit("people/a1", {"name": "Kite"}))
    session.edit(Edit("positions/a1/x", 10))
    session.edit(Edit("positions/a1/y", 20))
    session.undo()
    assert session.workbook.positions == ()


def test_undo_of_nothing_says_so(session):
    assert session.undo().complaint == "nothing_to_undo"


def test_what_was_downloaded_can_be_restored_and_the_restore_undone(session):
    session.edit(Edit(SENTENCE, "one"))
    file = session.download()
    session.edit(Edit(SENTENCE, "two", base="one"))
    assert session.restore(file).status == "saved"
    assert session.workbook.purpose.sentence == "one"
    session.undo()
    assert session.workbook.purpose.sentence == "two"


@given(json_values.map(repr) | st.text(max_size=60) | st.binary(max_size=60))
def test_restoring_nonsense_never_raises_and_never_loses(content):
    session = Session(MemoryStore())
    session.edit(Edit(SENTENCE, "mine"))
    assert session.restore(content).status == "refused"
    assert session.workbook.purpose.sentence == "mine"


def test_erasing_removes_what_undo_could_bring_back(session):
    session.edit(Edit(SENTENCE, "one"))
    assert session.erase().status == "saved"
    assert (session.workbook, session.can_undo) == (Workbook(), False)


def test_a_store_that_cannot_write_is_named_and_nothing_changes():
    session = Session(ClosedStore("x", Unsaved("store_full")))
    receipt = session.edit(Edit(SENTENCE, "one"))
    assert (receipt.status, receipt.complaint, session.workbook) == ("unsaved", "store_full", Workbook())
    assert session.erase().status == "unsaved"


@given(edits=st.lists(good_edits, max_size=15))
def test_any_edits_then_a_reload_give_the_same_workbook(edits, tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    session = Session(FileStore(folder))
    for path, value in edits:
        base = value_at(session.workbook, path)
        assert session.edit(Edit(path, value, base)).status in {"saved", "refused"}
    assert Session(FileStore(folder)).workbook == session.workbook


@given(edits=st.lists(good_edits, max_size=15))
def test_undoing_everything_ends_where_it_began(edits):
    session = Session(MemoryStore())
    for path, value in edits:
        with contextlib.suppress(Refused):
            session.edit(Edit(path, value, base=value_at(session.workbook, path)))
    for _ in range(len(edits)):
        session.undo()
    assert answers(session) == Workbook()


def test_a_restored_file_may_come_from_a_store(session):
    assert session.restore(written(Document(Workbook(), 12, 3))).status == "saved"


DAY = date(2026, 11, 22)


def test_a_snapshot_is_stored_told_and_undone(session):
    session.edit(Edit(SENTENCE, "one"))
    heard = []
    session.watch(lambda: heard.append(len(session.workbook.snapshots)))
    assert session.snapshot(DAY, step="09_commit.snapshot").status == "saved"
    assert (heard, session.step) == ([1], "09_commit.snapshot")
    session.undo()
    assert (session.workbook.snapshots, session.workbook.purpose.sentence) == ((), "one")


def test_a_snapshot_outlives_the_session_that_took_it(tmp_path):
    first = Session(FileStore(tmp_path))
    first.edit(Edit(SENTENCE, "one"))
    first.snapshot(DAY)
    assert [kept.sentence for kept in Session(FileStore(tmp_path)).workbook.snapshots] == ["one"]


def test_a_snapshot_holds_what_another_tab_has_just_stored():
    store = MemoryStore()
    first, second = Session(store), Session(store)
    first.edit(Edit(SENTENCE, "one"))
    assert second.snapshot(DAY).status == "saved"
    first.snapshot(DAY)
    assert [kept.sentence for kept in first.workbook.snapshots] == ["one"]


def test_the_same_snapshot_again_makes_no_revision(session):
    session.edit(Edit(SENTENCE, "one"))
    assert session.snapshot(DAY).revision == session.snapshot(DAY).revision


def test_an_empty_workbook_is_not_kept(session):
    receipt = session.snapshot(DAY)
    assert (receipt.status, receipt.complaint, session.revision) == ("refused", "snapshot_empty", 0)


def test_a_note_is_written_on_a_snapshot_and_a_snapshot_removed(session):
    session.edit(Edit(SENTENCE, "one"))
    session.snapshot(DAY)
    [kept] = session.workbook.snapshots
    session.edit(Edit(f"snapshots/{kept.id}/note", "the offsite"))
    assert session.workbook.snapshots[0].note == "the offsite"
    assert session.edit(Edit(f"snapshots/{kept.id}", None)).status == "saved"
    assert session.workbook.snapshots == ()


def test_choices_made_quickly_are_undone_one_by_one(session):
    """Only typing is one step; a card drawn or a move played is a step of its own."""
    for drawn in (["budget"], ["budget", "merger"]):
        session.edit(Edit("stress/drawn", drawn, base=drawn[:-1]))
    session.undo()
    assert session.workbook.stress.drawn == ("budget",)


def test_an_undo_of_one_change_leaves_another_tab_s_alone(session):
    session.edit(Edit("exchanges/x1", {"direction": "given"}))
    session.edit(Edit("exchanges/x1", None))
    session.edit(Edit(SENTENCE, "Written elsewhere"))
    assert session.undo("exchanges/x1").complaint == "undo_overtaken"
    assert session.workbook.purpose.sentence == "Written elsewhere"


def test_erasing_a_copy_of_a_case_brings_the_case_back_in_every_tab(tmp_path):
    start = Document(changed(Workbook(), SENTENCE, "The case"))
    tabs = [Session(FileStore(tmp_path, start)) for _ in range(2)]
    tabs[0].edit(Edit(SENTENCE, "Changed", base="The case"))
    tabs[0].erase()
    tabs[1].edit(Edit("start/goal", "decision"))
    assert Session(FileStore(tmp_path, start)).workbook.purpose.sentence == "The case"


def test_a_workbook_has_a_key_from_its_first_answer_on(session):
    assert session.workbook.key == ""
    session.edit(Edit(SENTENCE, "one"))
    assert len(session.workbook.key) == 32


def test_two_people_never_have_the_same_key():
    first, second = Session(MemoryStore()), Session(MemoryStore())
    for session in (first, second):
        session.edit(Edit(SENTENCE, "the same words"))
    assert first.workbook.key != second.workbook.key


def test_later_answers_keep_the_key(session):
    session.edit(Edit(SENTENCE, "one"))
    key = session.workbook.key
    session.edit(Edit("purpose/horizon", 5))
    session.snapshot(DAY)
    assert session.workbook.key == key


def test_undoing_even_the_first_answer_keeps_the_key(session):
    """Dates that are in a calendar already are known again, whatever is answered next."""
    session.edit(Edit(SENTENCE, "one"))
    key = session.workbook.key
    session.undo()
    session.edit(Edit(SENTENCE, "another"))
    assert session.workbook.key == key


def test_a_restored_file_brings_its_key_along_and_undo_the_present_one():
    """On a new device the file is the same workbook as before."""
    old, new = Session(MemoryStore()), Session(MemoryStore())
    old.edit(Edit(SENTENCE, "one"))
    new.edit(Edit("purpose/horizon", 5))
    present = new.workbook.key
    new.restore(old.download())
    assert new.workbook.key == old.workbook.key
    new.undo()
    assert new.workbook.key == present


def test_a_restored_file_without_a_key_takes_the_present_one(session):
    """Files of earlier versions have none."""
    session.edit(Edit(SENTENCE, "one"))
    key = session.workbook.key
    session.restore(written(Document(Workbook())))
    assert session.workbook.key == key


def test_a_key_is_not_changed_by_a_page(session):
    session.edit(Edit(SENTENCE, "one"))
    assert session.edit(Edit("key", "mine")).status == "refused"
