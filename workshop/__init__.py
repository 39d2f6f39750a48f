"""The coalition workshop kit: notebooks with widgets, and the same notebooks as a clickable app."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.exercise import Exercise

__version__ = "0.1.0"
__all__ = ["__version__", "open_exercise"]


def open_exercise(name: str, case: str | None = None) -> Exercise:
    """Open an exercise of the homework and show its save status.

    Args:
        name: of the exercise, the same as its notebook's: `03_five_people`.
        case: name of a worked case to open it with; nothing is stored then.

    Raises:
        Complaint: there is no such exercise or case.
    """
    from workshop.exercise import open_exercise as opened  # noqa: PLC0415 - keeps `import workshop` quick

    return opened(name, case)
