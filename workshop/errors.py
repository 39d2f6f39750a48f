"""Complaints: what went wrong, in a form that words can be found for.

A `Complaint` carries a key of `content/complaints.toml` and the values its sentence needs.
It never carries what a person typed.
"""

from __future__ import annotations


class Complaint(Exception):  # noqa: N818 - it is an answer to a person before it is an error
    """Something the kit cannot do, said by a key that `content` turns into one sentence.

    Attributes:
        key: name of the sentence in `content/complaints.toml`.
        values: what the sentence mentions (numbers, limits, file kinds; never free text of a person).
    """

    def __init__(self, key: str, **values: object) -> None:
        """Keep the key and the values of the sentence."""
        super().__init__(key)
        self.key = key
        self.values = values


class Refused(Complaint):
    """An answer, a path or a file that cannot be taken as it is; nothing was changed."""


class Unsaved(Complaint):
    """A store that could not write: full, read-only, gone. What was stored before is untouched."""


class Unreadable(Complaint):
    """A stored document that cannot be understood; it is left where it lies."""


class Stale(Exception):  # noqa: N818 - it names the state of the caller's copy
    """The store holds a later revision than the one a change was based on."""
