"""One JSON document in a folder, replaced atomically, with its earlier revisions beside it."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from workshop.errors import Refused, Stale, Unreadable, Unsaved
from workshop.model.document import LARGEST_FILE, Document, content, read
from workshop.model.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT_REVISIONS = 300
FEWEST_REVISIONS = 20
_AT_HAND = 20
"""Earlier revisions that undo finds in memory, sharing all that did not change."""
LARGEST_HISTORY = 60_000_000
"""Bytes that the earlier revisions may take, as long as the fewest are there."""
_LOCK_SECONDS = 5.0
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


class FileStore:
    """A folder for one person, readable by its owner alone.

    `workbook.json` is the latest document, `history/00000012.json` an earlier one. A file that
    cannot be understood is set aside as `workbook.unreadable.json`, never overwritten, and the latest
    readable revision is used.
    """

    def __init__(self, folder: Path | str, start: Document | None = None) -> None:
        """Use `folder`, made when it is not there; before anything is stored it holds `start`, or nothing.

        Raises:
            Unsaved: the folder cannot be made or written to.
        """
        self.folder = Path(folder)
        self._history = self.folder / "history"
        with _failures_named():
            for path in (self.folder, self._history):
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(self.folder, os.W_OK):
                raise PermissionError(errno.EACCES, "not writable")
        self.name = hashlib.sha256(str(self.folder.resolve()).encode()).hexdigest()[:12]
        self._start = start or Document()
        self._scribe = Scribe()
        self._seen: tuple[object, Document] = (None, self._start)
        self._at_hand: dict[int, tuple[object, Document]] = {}

    @property
    def file(self) -> Path:
        """Where the latest document lies."""
        return self.folder / "workbook.json"

    def load(self) -> Document:
        """Return the latest document.

        Raises:
            Unreadable: it was written by a newer version of the kit; it is left untouched.
            Unsaved: the folder cannot be read.
        """
        with _failures_named():
            signature = _signature(self.file)
            if signature != self._seen[0]:
                self._at_hand.clear()
                self._seen = (signature, self._read_latest() if signature else self._start)
            return self._seen[1]

    def load_revision(self, revision: int) -> Document | None:
        """Return an earlier document, or None when it is no longer kept; 0 is what the store began with."""
        if not revision:
            return self._start
        if revision == self.revision():
            return self.load()
        path = self._earlier(revision)
        signature, document = self._at_hand.get(revision, (None, None))
        return document if document and signature == _signature(path) else _document(path)

    def revision(self) -> int:
        """Return the number of the latest revision; the file is read only when it has changed."""
        return self.load().revision

    def save(self, document: Document) -> None:
        """Store `document` durably: it is on the disk when this returns.

        Raises:
            Stale: it is not the revision after the one stored.
            Refused: it is larger than a file of answers may be.
            Unsaved: the disk is full, the folder read-only or gone; what was stored is untouched.
        """
        with _failures_named(), self._lock():
            if document.revision != self.revision() + 1:
                raise Stale
            self._history.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._written(document)
            self._keep_present()
            fresh.replace(self.file)
            _sync_folder(self.folder)
            self._at_hand[self._seen[1].revision] = self._seen
            self._at_hand.pop(document.revision - _AT_HAND - 1, None)
            self._seen = (_signature(self.file), document)
            self._forget_before(document.revision)

    def erase(self) -> None:
        """Remove the document, its history, what was set aside, and the copies of worked cases below it.

        Raises:
            Unsaved: something could not be removed.
        """
        with _failures_named(), self._lock():
            for path in self.folder.glob("workbook*.json*"):
                path.unlink()
            shutil.rmtree(self._history, ignore_errors=False)
            self._history.mkdir(mode=0o700)
            _remove_folder(self.folder / "cases")
            self._seen, self._scribe = (None, self._start), Scribe()
            self._at_hand.clear()

    def _forget_before(self, revision: int) -> None:
        """Keep the latest revisions, and of a large workbook so many that they stay below the bound."""
        fitting = LARGEST_HISTORY // max(1, self.file.stat().st_size)
        kept = min(KEPT_REVISIONS, max(FEWEST_REVISIONS, fitting))
        oldest = self._earlier(revision - kept)
        while oldest.exists():
            oldest.unlink()
            kept += 1
            oldest = self._earlier(revision - kept)

    def _written(self, document: Document) -> Path:
        text = content(document, self._scribe)
        if len(text) > LARGEST_FILE:
            raise Refused("workbook_full", megabytes=LARGEST_FILE // 1_000_000)
        path = self.folder / "workbook.json.new"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        return path

    def _keep_present(self) -> None:
        if not self.file.exists():
            return
        kept = self._earlier(self.revision())
        kept.unlink(missing_ok=True)
        try:
            kept.hardlink_to(self.file)
        except (OSError, NotImplementedError):
            shutil.copy2(self.file, kept)

    def _read_latest(self) -> Document:
        try:
            return read(self.file.read_bytes(), largest=None)
        except Refused as complaint:
            if complaint.key == "file_too_new":
                raise Unreadable("stored_too_new") from None
            return self._recovered()

    def _recovered(self) -> Document:
        """Set the unreadable file aside and put the latest readable revision in its place."""
        earlier = sorted(self._history.glob("*.json"), reverse=True)
        document = next((found for found in map(_document, earlier) if found), Document())
        self.file.replace(self.folder / "workbook.unreadable.json")
        if document.revision:
            self._written(document).replace(self.file)
        return document

    def _earlier(self, revision: int) -> Path:
        return self._history / f"{revision:08}.json"

    @contextmanager
    def _lock(self) -> Iterator[None]:
        try:
            with FileLock(self.folder / "workbook.lock", timeout=_LOCK_SECONDS):
                yield
        except Timeout:
            raise Unsaved("store_busy") from None


def _signature(path: Path) -> tuple[int, int, int] | None:
    """Return what tells one content of a file from another; None where there is no file."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return None
    return facts.st_ino, facts.st_mtime_ns, facts.st_size


def _document(path: Path) -> Document | None:
    try:
        return read(path.read_bytes(), largest=None)
    except (OSError, Refused):
        return None


def _remove_folder(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where folders can be synced (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _failures_named() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unsaved("store_full") from None
        if error.errno in _READ_ONLY:
            raise Unsaved("store_read_only") from None
        raise Unsaved("store_gone") from None
