"""A store for demonstrations and tests: nothing is written anywhere."""

from __future__ import annotations

from uuid import uuid4

from workshop.errors import Stale
from workshop.model.document import Document


class MemoryStore:
    """Keeps every revision in memory, gone when the process ends."""

    def __init__(self, document: Document | None = None) -> None:
        """Start with `document` (its revision is kept), or with nothing."""
        self.name = uuid4().hex[:12]
        self._start = document if document and not document.revision else Document()
        self._revisions = {document.revision: document} if document and document.revision else {}

    def load(self) -> Document:
        """Return the latest document."""
        return self._revisions[self.revision()] if self._revisions else self._start

    def load_revision(self, revision: int) -> Document | None:
        """Return an earlier document, or None; revision 0 is what the store began with."""
        return self._revisions.get(revision) if revision else self._start

    def revision(self) -> int:
        """Return the number of the latest revision."""
        return next(reversed(self._revisions), 0)

    def save(self, document: Document) -> None:
        """Keep `document`.

        Raises:
            Stale: it is not the revision after the latest one.
        """
        if document.revision != self.revision() + 1:
            raise Stale
        self._revisions[document.revision] = document

    def erase(self) -> None:
        """Forget every revision."""
        self._revisions.clear()
