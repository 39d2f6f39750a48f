import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workshop.errors import Refused, Stale, Unreadable, Unsaved
from workshop.model import Document, Workbook, changed
from workshop.model.document import content, read
from workshop.model.scribe import Scribe
from workshop.storage import FileStore, data_folder
from workshop.storage.file import FEWEST_REVISIONS, KEPT_REVISIONS

LISTED = changed(Workbook(), "purpose/sentence", "Change that lasts")


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "data")


def test_only_the_owner_may_read(store):
    store.save(Document(LISTED, 1))
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.file.stat().st_mode) == 0o600


def test_two_stores_on_one_folder_see_each_other(store):
    other = FileStore(store.folder)
    store.save(Document(LISTED, 1))
    assert other.load() == Document(LISTED, 1)
    with pytest.raises(Stale):
        other.save(Document(Workbook(), 1))


def test_an_unreadable_document_is_set_aside_and_the_last_good_one_used(store):
    store.save(Document(LISTED, 1))
    store.save(Document(Workbook(), 2))
    store.file.write_text("{ broken", encoding="utf-8")
    again = FileStore(store.folder)
    assert again.load() == Document(LISTED, 1)
    assert (store.folder / "workbook.unreadable.json").read_text(encoding="utf-8") == "{ broken"


def test_a_document_of_a_newer_kit_is_left_untouched(store):
    newer = '{"kind": "coalition-workbook", "schema_version": 99}'
    store.file.write_text(newer, encoding="utf-8")
    with pytest.raises(Unreadable, match="stored_too_new"):
        store.load()
    assert store.file.read_text(encoding="utf-8") == newer


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "store_full"), (errno.EROFS, "store_read_only"), (errno.EIO, "store_gone")],
)
def test_a_failing_disk_is_named_and_loses_nothing(store, monkeypatch, number, key):
    store.save(Document(LISTED, 1))

    def fail(_descriptor):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Unsaved, match=key):
        store.save(Document(Workbook(), 2))
    monkeypatch.undo()
    assert FileStore(store.folder).load() == Document(LISTED, 1)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "data").write_text("mine", encoding="utf-8")
    with pytest.raises(Unsaved):
        FileStore(tmp_path / "data")


def test_history_is_bounded(store, monkeypatch):
    monkeypatch.setattr("workshop.storage.file.KEPT_REVISIONS", 5)
    for revision in range(1, 12):
        store.save(Document(Workbook(), revision))
    assert store.load_revision(3) is None
    assert store.load_revision(8) is not None
    assert KEPT_REVISIONS >= 100


def test_the_data_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path))
    assert data_folder() == tmp_path


WRITER = """
import sys
from workshop.model import Document, Workbook, changed
from workshop.storage import FileStore
store = FileStore(sys.argv[1])
for revision in range(store.revision() + 1, 10_000):
    store.save(Document(changed(Workbook(), "purpose/sentence", f"sentence {revision}"), revision))
    print(revision, flush=True)
"""


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path):
    """Ten times, a process that writes without pause is killed at a random moment."""
    chance = random.Random(7)
    for _ in range(10):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.05))
        writer.send_signal(signal.SIGKILL)
        acknowledged = [int(line) for line in writer.stdout.read().split()]
        writer.wait()
        stored = read(FileStore(tmp_path).file.read_bytes())
        assert stored.revision >= max(acknowledged, default=1)
        assert stored.workbook.purpose.sentence == f"sentence {stored.revision}"


FULL = """
import resource, signal, sys
from workshop.errors import Unsaved
from workshop.model import Document, Workbook, changed
from workshop.storage import FileStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = FileStore(sys.argv[1])
store.save(Document(changed(Workbook(), "purpose/sentence", "kept"), 1))
resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))
large = changed(store.load().workbook, "commitment/consult", "x" * 600)
try:
    store.save(Document(large, 2))
except Unsaved as complaint:
    print(complaint.key, store.load().workbook.purpose.sentence, FileStore(sys.argv[1]).revision())
"""


def test_a_disk_that_fills_up_in_mid_write_loses_nothing(tmp_path):
    """The process may write 600 bytes a file and no more, as on a disk with that much room left."""
    written = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert written.stdout.split() == ["store_full", "kept", "1"], written.stderr


def test_erasing_takes_the_copies_of_cases_along(tmp_path):
    FileStore(tmp_path / "cases" / "making-change-stick").save(Document(Workbook(), 1))
    FileStore(tmp_path).erase()
    assert not (tmp_path / "cases").exists()


def test_a_link_in_the_place_of_the_copies_is_removed_and_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.txt").write_text("mine", encoding="utf-8")
    store = FileStore(tmp_path / "data")
    (tmp_path / "data" / "cases").symlink_to(tmp_path / "elsewhere")
    store.erase()
    assert not (tmp_path / "data" / "cases").exists()
    assert (tmp_path / "elsewhere" / "mine.txt").exists()


def test_what_could_not_be_read_back_is_not_stored(tmp_path, monkeypatch):
    """A workbook beyond the largest file is refused, and what was stored before is still there."""
    store = FileStore(tmp_path)
    store.save(Document(Workbook(), 1))
    monkeypatch.setattr("workshop.storage.file.LARGEST_FILE", 300)
    large = changed(Workbook(), "purpose/sentence", "ü" * 200)
    with pytest.raises(Refused, match="workbook_full"):
        store.save(Document(large, 2))
    assert FileStore(tmp_path).load() == Document(Workbook(), 1)


def test_a_stored_workbook_is_read_however_large_it_is(tmp_path, monkeypatch):
    FileStore(tmp_path).save(Document(changed(Workbook(), "purpose/sentence", "mine"), 1))
    monkeypatch.setattr("workshop.model.document.LARGEST_FILE", 10)
    assert FileStore(tmp_path).load().revision == 1


def test_the_history_of_a_large_workbook_takes_little_more_than_its_bound(tmp_path, monkeypatch):
    monkeypatch.setattr("workshop.storage.file.LARGEST_HISTORY", 1)
    store = FileStore(tmp_path)
    for revision in range(1, 41):
        store.save(Document(Workbook(), revision))
    assert len(list((tmp_path / "history").glob("*.json"))) == FEWEST_REVISIONS - 1


@pytest.fixture
def touched(monkeypatch):
    """The files removed and the folders listed, one after the other."""
    paths = []
    for name in ("unlink", "scandir", "listdir"):
        real = getattr(os, name)

        def noted(path, *more, real=real, **named):
            paths.append(str(path))
            return real(path, *more, **named)

        monkeypatch.setattr(os, name, noted)
    return paths


def test_a_save_does_the_same_work_after_any_number_of_revisions(store, touched):
    """However long somebody has been at work: no folder is listed, and at most one revision forgotten."""
    store.file.write_bytes(content(Document(LISTED, 99_000), Scribe()))
    for revision in range(99_001, 99_001 + KEPT_REVISIONS + 5):
        before = len(touched)
        store.save(Document(LISTED, revision, undo=revision - 1))
    made_room, forgotten = revision - 1, revision - KEPT_REVISIONS
    history = [Path(path).stem for path in touched[before:] if "history" in path]
    assert history == [f"{made_room:08}", f"{forgotten:08}"]
    assert len(list((store.folder / "history").iterdir())) == KEPT_REVISIONS - 1


def test_a_history_that_was_too_long_is_shortened(store, monkeypatch):
    """Also after a revision that could not be forgotten when it was its turn."""
    monkeypatch.setattr("workshop.storage.file.KEPT_REVISIONS", 9)
    for revision in range(1, 9):
        store.save(Document(LISTED, revision))
    monkeypatch.setattr("workshop.storage.file.KEPT_REVISIONS", 3)
    monkeypatch.setattr("workshop.storage.file.FEWEST_REVISIONS", 3)
    store.save(Document(LISTED, 9))
    assert sorted(path.stem for path in (store.folder / "history").iterdir()) == ["00000007", "00000008"]


def test_an_undo_finds_the_last_revisions_in_memory(store):
    """And so shares with them all that did not change."""
    kept = Document(LISTED, 1)
    store.save(kept)
    store.save(Document(Workbook(), 2, undo=1))
    assert store.load_revision(1) is kept


def test_what_was_at_hand_is_gone_once_another_tab_erased_it(store):
    store.save(Document(LISTED, 1))
    store.save(Document(Workbook(), 2, undo=1))
    FileStore(store.folder).erase()
    assert store.load_revision(1) is None


def test_what_another_tab_stored_under_the_same_number_is_what_counts(store):
    other = FileStore(store.folder)
    store.save(Document(LISTED, 1))
    store.save(Document(LISTED, 2))
    other.erase()
    theirs = changed(Workbook(), "purpose/sentence", "Theirs")
    for revision in (1, 2):
        other.save(Document(theirs, revision))
    assert store.load_revision(1) == Document(theirs, 1)


def test_only_so_many_revisions_are_at_hand(store):
    documents = [Document(LISTED, revision) for revision in range(1, 60)]
    for document in documents:
        store.save(document)
    found = [store.load_revision(document.revision) for document in documents]
    assert found == documents
    assert sum(one is document for one, document in zip(found, documents, strict=True)) <= 25
