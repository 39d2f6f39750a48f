"""A worked case as the workbook of its fictional leader."""

from __future__ import annotations

from functools import cache

import attrs

from workshop.content import case as case_text
from workshop.model.document import Document, read


@cache
def worked(name: str, *, played: bool = False) -> Document:
    """Return the workbook of the case called `name`, as a document that nobody has changed yet.

    Unless `played` is asked for, the stories of the case clinic are still to be played: whoever works with a
    case shall meet each outcome after predicting it.

    Raises:
        Complaint: there is no such case.
    """
    workbook = read(case_text(name)).workbook
    return Document(workbook if played else attrs.evolve(workbook, clinic=()))
