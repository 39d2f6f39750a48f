"""What `workshop check` says: something that broke, or a hint about words that are used all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.content import words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hint(str):
    """A sentence about something to look at; nothing is lost when it stays as it is."""

    __slots__ = ()


def said(key: str, /, **values: object) -> str:
    """Return one of the sentences of `workshop check`."""
    return str(words("customise")["check"][key]).format(**values)


def hinted(key: str, /, **values: object) -> Hint:
    """Return one of them as a hint."""
    return Hint(said(key, **values))


def broke(found: Iterable[str]) -> bool:
    """Return whether something that was changed is not used, or no longer adds up."""
    return any(not isinstance(one, Hint) for one in found)
