"""The kinds of answer: what each may hold, and its limits, readable by forms through `metadata`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Answer = attrs.Attribute[Any]
    Check = Callable[[object, Answer, Any], None]

YES_NO_UNSURE = ("yes", "no", "unsure")
IDENTIFIER = re.compile(r"[a-z0-9]{1,16}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` with one kind of line end, without control characters and all else that XML forbids."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def text(limit: int) -> Any:
    """A string of at most `limit` characters, empty when not answered."""
    return attrs.field(
        default="",
        converter=_clean_if_text,
        validator=_text_of(limit),
        metadata={"kind": "text", "limit": limit},
    )


def choice(*options: str) -> Any:
    """One of `options`, or None when not answered."""
    return attrs.field(
        default=None,
        validator=_one_of(options),
        metadata={"kind": "choice", "options": options},
    )


def many(*options: str, most: int | None = None) -> Any:
    """Up to `most` different ones of `options`, in the order they were chosen."""
    most = len(options) if most is None else most
    return attrs.field(
        default=(),
        converter=_distinct,
        validator=[
            attrs.validators.max_len(most),
            attrs.validators.deep_iterable(attrs.validators.in_(options)),
        ],
        metadata={"kind": "many", "options": options, "most": most},
    )


def sequence(*options: str, most: int) -> Any:
    """Up to `most` of `options` in their order, the same one as often as it was chosen."""
    return attrs.field(
        default=(),
        converter=_listed,
        validator=[
            attrs.validators.max_len(most),
            attrs.validators.deep_iterable(attrs.validators.in_(options)),
        ],
        metadata={"kind": "sequence", "options": options, "most": most},
    )


def number(low: int, high: int) -> Any:
    """A whole number from `low` to `high`, or None when not answered."""
    return attrs.field(
        default=None,
        validator=_whole_between(low, high),
        metadata={"kind": "number", "range": (low, high)},
    )


def day() -> Any:
    """A calendar day as ISO 8601 (`2026-11-22`), from 1990 to 2100, or None when not answered."""
    return attrs.field(default=None, validator=_iso_day, metadata={"kind": "day"})


def month() -> Any:
    """A calendar month as ISO 8601 (`2026-11`), from 1990 to 2100, or None when not answered."""
    return attrs.field(default=None, validator=_iso_month, metadata={"kind": "month"})


def clock() -> Any:
    """A time of the day as ISO 8601 (`09:30`), or None when not answered."""
    return attrs.field(default=None, validator=_iso_clock, metadata={"kind": "clock"})


def flag() -> Any:
    """True, False, or None when not answered."""
    return attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.instance_of(bool)),
        metadata={"kind": "flag"},
    )


def identifier() -> Any:
    """The name of an item inside its list: 1 to 16 of a–z and 0–9."""
    return attrs.field(
        validator=_an_identifier,
        metadata={"kind": "identifier"},
    )


def reference() -> Any:
    """The identifier of one person, or None when nobody is chosen."""
    return attrs.field(
        default=None,
        validator=_an_identifier_or_none,
        metadata={"kind": "reference"},
    )


def references(most: int) -> Any:
    """Up to `most` different identifiers of people (or `you`)."""
    return attrs.field(
        default=(),
        converter=_distinct,
        validator=[
            attrs.validators.max_len(most),
            attrs.validators.deep_iterable(attrs.validators.matches_re(IDENTIFIER)),
        ],
        metadata={"kind": "references", "most": most},
    )


def items(item: type, most: int, *, keyed: bool = False, open_fields: tuple[str, ...] | None = None) -> Any:
    """Up to `most` items with different ids; `keyed` ones come into being when first answered.

    With `open_fields` nobody adds an item by its address, and only these fields of one can be changed.
    """
    return attrs.field(
        default=(),
        converter=tuple,
        validator=[attrs.validators.max_len(most), _different_ids],
        metadata={"kind": "items", "item": item, "most": most, "keyed": keyed, "open_fields": open_fields},
    )


def part(kind: type) -> Any:
    """A group of answers of class `kind`."""
    return attrs.field(factory=kind, metadata={"kind": "part", "item": kind})


def _clean_if_text(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _listed(values: Sequence[Any]) -> tuple[Any, ...]:
    if isinstance(values, str):
        msg = "a list was expected, and a text came"
        raise TypeError(msg)
    return tuple(values)


def _distinct(values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(_listed(values)))


# One function for each kind: a workbook has thousands of answers, and each is checked when it is read.


def _text_of(limit: int) -> Check:
    def check(_instance: object, _attribute: Answer, value: object) -> None:
        if not isinstance(value, str):
            msg = "a text was expected"
            raise TypeError(msg)
        if len(value) > limit:
            msg = "the text is too long"
            raise ValueError(msg)

    return check


def _one_of(options: tuple[str, ...]) -> Check:
    def check(_instance: object, _attribute: Answer, value: object) -> None:
        if value is not None and value not in options:
            msg = "there is no such option"
            raise ValueError(msg)

    return check


def _whole_between(low: int, high: int) -> Check:
    def check(_instance: object, _attribute: Answer, value: object) -> None:
        if value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int):
            msg = "a whole number was expected"
            raise TypeError(msg)
        if not low <= value <= high:
            msg = "the number is out of range"
            raise ValueError(msg)

    return check


def _an_identifier(_instance: object, _attribute: Answer, value: object) -> None:
    if not isinstance(value, str) or not IDENTIFIER.fullmatch(value):
        msg = "an identifier was expected"
        raise ValueError(msg)


def _an_identifier_or_none(instance: object, attribute: Answer, value: object) -> None:
    if value is not None:
        _an_identifier(instance, attribute, value)


def _iso_day(_instance: object, _attribute: Answer, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        msg = "a day as YYYY-MM-DD was expected"
        raise ValueError(msg)
    if not date(1990, 1, 1) <= date.fromisoformat(value) <= date(2100, 12, 31):
        msg = "the day is out of range"
        raise ValueError(msg)


def _iso_month(instance: object, attribute: Answer, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str) or len(value) != len("2026-11"):
        msg = "a month as YYYY-MM was expected"
        raise ValueError(msg)
    _iso_day(instance, attribute, f"{value}-01")


def _iso_clock(_instance: object, _attribute: Answer, value: object) -> None:
    if value is not None and (not isinstance(value, str) or not _CLOCK.fullmatch(value)):
        msg = "a time as HH:MM was expected"
        raise ValueError(msg)


def _different_ids(_instance: object, _attribute: Answer, value: tuple[Any, ...]) -> None:
    if len({item.id for item in value}) != len(value):
        msg = "two items share an id"
        raise ValueError(msg)
