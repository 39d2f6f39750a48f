"""`workshop check`: what broke in a customised folder, one plain sentence each."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workshop.app.check_brand import brand_findings
from workshop.app.check_prose import prose_findings
from workshop.app.check_words import said, word_findings
from workshop.app.guide import checked
from workshop.app.kit_files import GUIDE, kit_files
from workshop.content import forget, words
from workshop.content.agenda_faults import faults
from workshop.content.custom import CUSTOM, KIT, is_custom
from workshop.content.merging import table
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AGENDA = "content/agenda.toml"


def findings(folder: Path) -> list[str]:
    """Return what is wrong in `folder`, with file and key and what to do.

    Raises:
        Complaint: it was not made by `workshop customise`.
    """
    if not is_custom(folder):
        raise Complaint("custom_unknown", folder=folder)
    found = [line for file, fresh in kit_files().items() for line in _of_file(folder, file, fresh)]
    found += brand_findings(folder)
    with _in_use(folder):
        found += [*_of_agenda(folder), *_of_guide(folder)]
    return found


def report(found: list[str]) -> str:
    """Return the findings, one line each, or one good sentence."""
    return "\n".join(found) or said("good")


def _of_file(folder: Path, file: str, fresh: bytes) -> Iterator[str]:
    place, copy = folder / file, folder / KIT / file
    if not place.is_file():
        yield said("file_missing", file=file)
    elif file.endswith(".ipynb"):
        yield from prose_findings(file, place, copy)
    elif file.endswith(".toml"):
        copied = copy.read_bytes() if copy.is_file() else fresh
        yield from word_findings(file, fresh, copied, place.read_bytes())


def _of_agenda(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the facilitator's own agenda, block by block and day by day."""
    own = table(folder / _AGENDA)
    try:
        found = faults(own) if own else ()
    except (KeyError, TypeError, AttributeError, ValueError):
        found = faults()
    for fault in found:
        sentence = str(words("console")["agenda"][fault.key]).format(**fault.values)
        yield said("block", file=_AGENDA, sentence=sentence)


def _of_guide(folder: Path) -> Iterator[str]:
    if (folder / GUIDE).is_file():
        for sentence in checked(folder / GUIDE):
            yield said("guide", file=GUIDE, sentence=sentence)


@contextmanager
def _in_use(folder: Path) -> Iterator[None]:
    """Read words as with `--custom`, for as long as guide and agenda are looked at."""
    before = os.environ.get(CUSTOM)
    os.environ[CUSTOM] = str(folder)
    forget()
    try:
        yield
    finally:
        os.environ.pop(CUSTOM)
        if before is not None:
            os.environ[CUSTOM] = before
        forget()
