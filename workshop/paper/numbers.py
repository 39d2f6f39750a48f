"""The numbers of steps on paper: that of the exercise, and the place of the step on its page."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from workshop.content import exercise, exercise_names

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEP = re.compile(r"\{(\d\d_[a-z_]+\.[a-z_]+)\}")


@cache
def step_numbers() -> Mapping[str, str]:
    """Return the number of each step by its address: `03_five_people.describe` is `03.2`."""
    return {
        f"{name}.{step}": f"{name[:2]}.{place}"
        for name in exercise_names()
        for place, step in enumerate(exercise(name)["steps"], 1)
    }


def numbered(said: Any) -> Any:
    """Return `said` with every `{03_five_people.describe}` in its texts replaced by the step's number.

    An address that there is no step for stays as it is.
    """
    if isinstance(said, str):
        return _STEP.sub(lambda found: step_numbers().get(found[1], found[0]), said)
    if isinstance(said, list | tuple):
        return [numbered(each) for each in said]
    if isinstance(said, dict):
        return {key: numbered(each) for key, each in said.items()}
    return said
