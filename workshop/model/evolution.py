"""A new object from an old one, checking no more than what is new."""

from __future__ import annotations

from copy import copy
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


@cache
def attributes_of(kind: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the attributes of a class of the model by name.

    Raises:
        attrs.exceptions.NotAnAttrsClassError: it is of another kind.
    """
    return attrs.fields_dict(kind)


def evolved(node: T, **answers: Any) -> T:
    """Return `node` with these `answers`; whatever else stands in it was checked when it came there.

    Without answers it is the same object.

    Raises:
        KeyError: there is no such answer.
        TypeError: an answer is of another kind.
        ValueError: an answer is outside its limits.
    """
    if not answers:
        return node
    kind: Any = type(node)
    new, attributes = copy(node), attributes_of(kind)
    for name, value in answers.items():
        attribute = attributes[name]
        convert: Any = attribute.converter
        converted = convert(value) if convert else value
        if attribute.validator:
            attribute.validator(new, attribute, converted)
        object.__setattr__(new, name, converted)
    return new


def settled(before: tuple[T, ...], after: Iterable[T]) -> tuple[T, ...]:
    """Return what is listed `after`: `before` itself where each thing is still the same one.

    Whoever keeps what was found in a list knows by that whether to look again.
    """
    now = tuple(after)
    return before if len(now) == len(before) and all(map(is_, now, before)) else now
