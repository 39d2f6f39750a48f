"""From model objects to plain JSON values and back, strictly: nothing is guessed, nothing is dropped."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError, StructureHandlerNotFoundError

from workshop.errors import Refused

T = TypeVar("T")


def _exactly(*kinds: type) -> Any:
    def same(value: Any, _: Any) -> Any:
        if type(value) not in kinds:
            msg = f"{kinds[0].__name__} expected"
            raise TypeError(msg)
        return value

    return same


_converter = Converter(forbid_extra_keys=True, omit_if_default=True)
for _kind in (str, int, bool):
    _converter.register_structure_hook(_kind, _exactly(_kind))
    _converter.register_structure_hook(_kind | None, _exactly(_kind, type(None)))


def plain(value: Any) -> Any:
    """Return `value` as JSON values; answers that were not given are left out."""
    if attrs.has(type(value)):
        return _converter.unstructure(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def structured(value: Any, kind: type[T]) -> T:
    """Return `value` as an object of class `kind`.

    Raises:
        Refused: something in it is unknown, of another kind, or outside its limits.
    """
    try:
        return _converter.structure(value, kind)
    except (
        BaseValidationError, ForbiddenExtraKeysError, StructureHandlerNotFoundError, TypeError, ValueError,
        KeyError, AttributeError, RecursionError,
    ):  # fmt: skip
        raise Refused("not_acceptable") from None
