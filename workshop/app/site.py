"""What one running server shows, and whose answers it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.app.limits import MOST_PAGES
from workshop.app.notebooks import notebook_names

if TYPE_CHECKING:
    from pathlib import Path


@attrs.frozen
class Site:
    """Notebooks to serve and the place of the answers.

    Attributes:
        notebooks: folder of the notebooks.
        data: folder of one person's answers; None when nothing is kept.
        case: name of the worked case that every page shows; empty when each shows its own.
        empty: folder of the same notebooks without answers, for a demonstration.
        most_pages: how many pages may be open at once; each has a process of its own.
    """

    notebooks: Path
    data: Path | None = None
    most_pages: int = MOST_PAGES
    case: str = ""
    empty: Path | None = None

    @property
    def is_demo(self) -> bool:
        """Whether cases are presented here, with the way to the same exercises empty."""
        return self.empty is not None

    @property
    def ready(self) -> tuple[str, ...]:
        """Names of the exercises that can be opened, in their order."""
        return notebook_names(self.notebooks)

    def answers(self, case: str) -> Path | None:
        """Return the folder of the answers, or of the person's copy of `case`; None when nothing is kept."""
        return self.data / "cases" / case if self.data and case else self.data
