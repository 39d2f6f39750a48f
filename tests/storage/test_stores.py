"""The contract that every store keeps."""

import pytest

from workshop.errors import Stale, Unsaved
from workshop.model import Document, Workbook, changed
from workshop.storage import ClosedStore, FileStore, MemoryStore

LISTED = changed(Workbook(), "purpose/sentence", "Change that lasts")


@pytest.fixture(params=["file", "memory"])
def store(request, tmp_path):
    return FileStore(tmp_path / "data") if request.param == "file" else MemoryStore()


def test_a_new_store_holds_an_empty_document(store):
    assert store.load() == Document()
    assert store.revision() == 0


def test_what_is_saved_is_loaded(store):
    store.save(Document(LISTED, 1))
    assert store.load() == Document(LISTED, 1)


def test_a_revision_out_of_turn_is_stale_and_changes_nothing(store):
    store.save(Document(LISTED, 1))
    for revision in (0, 1, 3):
        with pytest.raises(Stale):
            store.save(Document(Workbook(), revision))
    assert store.load() == Document(LISTED, 1)


def test_earlier_revisions_are_kept(store):
    store.save(Document(LISTED, 1))
    store.save(Document(Workbook(), 2, undo=1))
    assert store.load_revision(1) == Document(LISTED, 1)
    assert store.load_revision(2) == Document(Workbook(), 2, undo=1)


def test_an_unknown_revision_is_none(store):
    assert store.load_revision(7) is None


def test_erasing_leaves_nothing(store):
    store.save(Document(LISTED, 1))
    store.save(Document(Workbook(), 2))
    store.erase()
    assert (store.load(), store.revision(), store.load_revision(1)) == (Document(), 0, None)


def test_after_erasing_it_can_be_used_again(store):
    store.save(Document(LISTED, 1))
    store.erase()
    store.save(Document(LISTED, 1))
    assert store.load().workbook == LISTED


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_store_that_begins_with_something_comes_back_to_it(kind, tmp_path):
    """Revision 0 is what it began with: before the first save, for the last undo, and after erasing."""
    start = Document(LISTED)
    store = FileStore(tmp_path / "data", start) if kind == "file" else MemoryStore(start)
    assert (store.load(), store.revision()) == (start, 0)
    store.save(Document(Workbook(), 1, undo=0))
    assert store.load_revision(0) == start
    store.erase()
    assert store.load() == start


def test_a_closed_store_is_empty_and_says_why_it_takes_nothing():
    store = ClosedStore("place", Unsaved("store_full"))
    assert store.load() == Document()
    for change in (lambda: store.save(Document(LISTED, 1)), store.erase):
        with pytest.raises(Unsaved, match="store_full"):
            change()
