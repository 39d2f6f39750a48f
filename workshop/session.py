"""One person at work: the current workbook, and every change made durable before it is acknowledged."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import attrs

from workshop.errors import Refused, Stale, Unsaved
from workshop.model.document import Document, read, written
from workshop.model.edit import Edit, changed, limits_at, value_at
from workshop.model.snapshot import with_snapshot
from workshop.model.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_ATTEMPTS = 20
_ONE_GO = 5.0
"""Seconds: typing on in one answer within them is one step of undo."""


class Store(Protocol):
    """Where documents are kept. Every method may raise `Unsaved` when the place cannot be used."""

    @property
    def name(self) -> str:
        """Tells one place from another; safe to show to a page."""

    def load(self) -> Document:
        """Return the latest document; with revision 0 what the store begins with, mostly an empty one."""

    def load_revision(self, revision: int) -> Document | None:
        """Return an earlier document, or None when it is no longer kept; 0 is what the store began with."""

    def save(self, document: Document) -> None:
        """Store `document` durably as the revision after the one stored now, else raise `Stale`.

        A document too large to be read back is `Refused`.
        """

    def erase(self) -> None:
        """Remove every revision."""


@attrs.frozen
class Receipt:
    """The answer to a change.

    Attributes:
        status: `saved`, `conflict`, `refused` or `unsaved`.
        revision: what the store holds now.
        complaint: key of the sentence that says why not; empty when saved.
        values: what that sentence mentions.
        theirs: with `conflict`, the value that is stored.
    """

    status: str
    revision: int
    complaint: str = ""
    values: dict[str, Any] = attrs.field(factory=dict)
    theirs: Any = None


class Session:
    """The one home of a participant's state; widgets ask it for changes and hear of them."""

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Open `store` and read what it holds; `clock` gives seconds."""
        self._store = store
        self._clock = clock
        self._changed_at = -_ONE_GO
        self._listeners: list[Callable[[], None]] = []
        self._document = store.load()

    @property
    def workbook(self) -> Workbook:
        """The answers as they are stored."""
        return self._document.workbook

    @property
    def revision(self) -> int:
        """Number of the stored revision; 0 when nothing is stored."""
        return self._document.revision

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._document.undo is not None

    @property
    def step(self) -> str:
        """Where the last change was made, `03_five_people.choose`; empty when nowhere."""
        return self._document.step

    @property
    def place(self) -> str:
        """Name of the store."""
        return self._store.name

    def watch(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every change, whoever made it."""
        self._listeners.append(listener)

    def edit(self, edit: Edit) -> Receipt:
        """Make one change durable, unless its answer moved on meanwhile or is not acceptable."""
        return self._stored(lambda document: self._edited(document, edit))

    def undo(self, path: str = "") -> Receipt:
        """Take back the last change; with a `path`, only if that was a change there.

        What was undone stays in the store's history.
        """
        return self._stored(lambda document: self._undone(document, path))

    def snapshot(self, day: date, *, step: str = "") -> Receipt:
        """Keep what the coalition is on `day`, in the place of what was kept earlier that day."""
        return self._stored(lambda document: self._kept(document, day, step))

    def restore(self, text: str | bytes) -> Receipt:
        """Replace all answers by those of a downloaded file; undo brings the present ones back."""
        return self._stored(lambda document: _after(document, read(text).workbook, step="restore"))

    def erase(self) -> Receipt:
        """Remove every answer and the history. There is no way back."""
        try:
            self._store.erase()
        except Unsaved as complaint:
            return self._receipt("unsaved", complaint)
        self._adopt(self._store.load())
        return self._receipt("saved")

    def download(self) -> str:
        """Return everything answered, as the text of a file that `restore` takes."""
        return written(Document(self.workbook))

    def refresh(self) -> bool:
        """Take over what another tab has stored; say whether there was anything new."""
        latest = self._store.load()
        if latest == self._document:
            return False
        self._adopt(latest)
        return True

    def _stored(self, change: Callable[[Document], Document]) -> Receipt:
        try:
            for _ in range(_ATTEMPTS):
                self.refresh()
                try:
                    return self._save(change(self._document))
                except Stale:
                    continue
            raise Unsaved("store_busy")
        except _Conflict as conflict:
            return Receipt("conflict", self.revision, "conflict", {}, conflict.theirs)
        except Refused as complaint:
            return self._receipt("refused", complaint)
        except Unsaved as complaint:
            return self._receipt("unsaved", complaint)

    def _save(self, document: Document) -> Receipt:
        if document != self._document:
            self._store.save(document)
            self._changed_at = self._clock()
            self._adopt(document)
        return self._receipt("saved")

    def _edited(self, document: Document, edit: Edit) -> Document:
        present = value_at(document.workbook, edit.path)
        if isinstance(present, dict) and isinstance(edit.value, dict):
            return document  # an "add" that arrives twice must not empty what was filled in since
        workbook = changed(document.workbook, edit.path, edit.value)
        if workbook == document.workbook:
            return document
        whole_item = isinstance(present, dict) or isinstance(edit.value, dict)
        if not whole_item and _said(edit.base) != _said(present):
            raise _Conflict(present)
        after = _after(document, workbook, step=edit.step, path=edit.path)
        typing_on = self._clock() - self._changed_at < _ONE_GO and _typed_on(edit.path, document.path)
        return attrs.evolve(after, undo=document.undo) if typing_on else after

    def _undone(self, document: Document, path: str) -> Document:
        if path and document.path != path:
            raise Refused("undo_overtaken")
        if document.undo is None:
            raise Refused("nothing_to_undo")
        before = self._store.load_revision(document.undo)
        if before is None:
            raise Refused("nothing_to_undo")
        workbook = _keyed(before.workbook, document.workbook.key)
        return attrs.evolve(before, workbook=workbook, revision=document.revision + 1, path="undo")

    def _kept(self, document: Document, day: date, step: str) -> Document:
        workbook = with_snapshot(document.workbook, day)
        same = workbook == document.workbook
        return document if same else _after(document, workbook, step=step, path="snapshots")

    def _adopt(self, document: Document) -> None:
        self._document = document
        for listener in self._listeners:
            listener()

    def _receipt(self, status: str, complaint: Refused | Unsaved | None = None) -> Receipt:
        if complaint is None:
            return Receipt(status, self.revision)
        return Receipt(status, self.revision, complaint.key, complaint.values)


class _Conflict(Exception):  # noqa: N818 - a state, not an error
    def __init__(self, theirs: Any) -> None:
        super().__init__("conflict")
        self.theirs = theirs


def _said(value: Any) -> Any:
    """Not answered is the same, however it is written."""
    return None if value in ("", [], {}, False) else value


def _after(document: Document, workbook: Workbook, *, step: str = "", path: str = "") -> Document:
    named = _keyed(workbook, document.workbook.key or uuid4().hex)
    return Document(named, document.revision + 1, document.revision, step or document.step, path)


def _keyed(workbook: Workbook, key: str) -> Workbook:
    """Return `workbook` with `key`, unless it has one: a person's dates stay known in their calendar."""
    return workbook if workbook.key else attrs.evolve(workbook, key=key)


def _typed_on(path: str, before: str) -> bool:
    """Whether a change goes on with the one before: a text still being typed, or a place on the map.

    A choice, a move or a card is a step of its own, however quickly the next one follows.
    """
    if path.startswith("positions/"):
        return path.split("/")[:2] == before.split("/")[:2]
    return path == before and limits_at(path).get("kind") == "text"
