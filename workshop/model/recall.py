"""What was found in a workbook, kept for as long as the parts it was found in are the same."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from workshop.model.evolution import evolved
from workshop.model.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
P = ParamSpec("P")
_EMPTY = Workbook()
_MOST = 100
"""Answers that one function keeps, of one workbook."""
_forgetting: list[Callable[[], None]] = []


def recalled(
    *parts: str,
) -> Callable[[Callable[Concatenate[Workbook, P], T]], Callable[Concatenate[Workbook, P], T]]:
    """Make a function of a workbook return what it returned before, until one of the `parts` is another.

    The function is given a workbook that holds these parts and nothing else: what it returns cannot depend on
    anything it did not name. Its further arguments have to be hashable, and nobody changes what it returns.
    """

    def decorated(function: Callable[Concatenate[Workbook, P], T]) -> Callable[Concatenate[Workbook, P], T]:
        seen: tuple[object, ...] = ()
        known: dict[Any, T] = {}

        @wraps(function)
        def recalling(workbook: Workbook, /, *args: P.args, **kwargs: P.kwargs) -> T:
            nonlocal seen, known
            now = tuple(getattr(workbook, part) for part in parts)
            if (
                len(known) > _MOST
                or len(seen) != len(now)
                or any(new is not old for new, old in zip(now, seen, strict=True))
            ):
                seen, known = now, {}
            key = (args, *kwargs.items())
            if key not in known:
                known[key] = function(evolved(_EMPTY, **dict(zip(parts, now, strict=True))), *args, **kwargs)
            return known[key]

        def forgetting() -> None:
            nonlocal seen, known
            seen, known = (), {}

        _forgetting.append(forgetting)
        return recalling

    return decorated


def forget() -> None:
    """Keep nothing of what was found in any workbook."""
    for forgetting in _forgetting:
        forgetting()
