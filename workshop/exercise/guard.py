"""No exception reaches a participant: one sentence with a short code does, and the log has type and line."""

from __future__ import annotations

import logging
import traceback
import zlib
from typing import TYPE_CHECKING, TypeVar

from workshop.content import complaint

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_log = logging.getLogger("workshop")


def guarded(work: Callable[[], T], otherwise: Callable[[str], T]) -> T:
    """Return what `work` returns; when it fails, what `otherwise` makes of a sentence with a code."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - this is the place where all of them end
        return otherwise(complaint("unexpected", code=logged(error)))


def logged(error: BaseException) -> str:
    """Log type and place of `error`, never its text; return a code of four signs."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {frame.name}, line {frame.lineno}"
    code = f"{zlib.crc32(place.encode()) & 0xFFFF:04X}"
    _log.error("%s: %s", code, place)
    return code
