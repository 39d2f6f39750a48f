"""The store that stands in where the real one cannot be used: it takes nothing and says why."""

from __future__ import annotations

from typing import NoReturn

from workshop.errors import Complaint, Unsaved
from workshop.model.document import Document


class ClosedStore:
    """Refuses to write; so a page still opens and keeps what is typed in the browser."""

    def __init__(self, name: str, reason: Complaint, start: Document | None = None) -> None:
        """Stand in for the store called `name`, for `reason`; what can be read is `start`, or nothing."""
        self.name = name
        self._reason = reason
        self._start = start or Document()

    def load(self) -> Document:
        """Return what there is to begin with."""
        return self._start

    def load_revision(self, revision: int) -> Document | None:  # noqa: ARG002 - the protocol's signature
        """Return None: nothing can be read."""
        return None

    def revision(self) -> int:
        """Return 0."""
        return 0

    def save(self, document: Document) -> NoReturn:  # noqa: ARG002 - the protocol's signature
        """Refuse.

        Raises:
            Unsaved: always, with the reason this store is closed.
        """
        raise Unsaved(self._reason.key, **self._reason.values)

    def erase(self) -> NoReturn:
        """Refuse.

        Raises:
            Unsaved: always, with the reason this store is closed.
        """
        raise Unsaved(self._reason.key, **self._reason.values)
