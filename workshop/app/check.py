"""`workshop check`: what broke in a customised folder, one plain sentence each."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workshop.app.check_agenda import agenda_findings
from workshop.app.check_brand import brand_findings
from workshop.app.check_prose import prose_findings
from workshop.app.check_words import word_findings
from workshop.app.finding import Hint, broke, hinted, said
from workshop.app.guide import behind, misplaced, renewing
from workshop.app.kit_files import GUIDE, bytes_of, copied_file, kit_files
from workshop.content import complaint, forget
from workshop.content.custom import CUSTOM, KIT, asserted
from workshop.errors import Complaint
from workshop.model.document import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_FEW = 3
"""So many missing files are named one by one."""
_HINTS = 10
"""So many hints are told, unless all are asked for: a translation has hundreds of longer texts."""


def findings(folder: Path) -> list[str]:
    """Return what is wrong in `folder`, with file and key and what to do.

    Raises:
        Complaint: it was not made by `workshop customise`.
    """
    asserted(folder)
    kit = kit_files()
    missing = [file for file in kit if not (folder / file).is_file()]
    found = [*_missing(missing), *_strays(folder, kit)]
    for file, fresh in kit.items():
        if file not in missing:
            found += _of_file(folder, file, fresh)
    found += brand_findings(folder)
    with _in_use(folder):
        found += [*agenda_findings(folder), *_of_guide(folder)]
    return found


def report(found: list[str], *, every: bool = False) -> str:
    """Return what broke, one line each, and then the hints; a good sentence where nothing broke.

    Args:
        found: what `findings` found.
        every: tell all hints, however many.
    """
    hints = [one for one in found if isinstance(one, Hint)]
    told = hints if every else hints[:_HINTS]
    lines = [one for one in found if not isinstance(one, Hint)] + told
    if len(told) < len(hints):
        lines.append(said("hints_more", count=len(hints) - len(told)))
    if not broke(found):
        lines.append(said("hints") if found else said("good"))
    return "\n".join(lines)


def _missing(files: list[str]) -> Iterator[str]:
    if len(files) > _FEW:
        yield said("files_missing", count=len(files), files=", ".join(files))
        return
    for file in files:
        yield said("file_missing", file=file)


def _strays(folder: Path, kit: Collection[str]) -> Iterator[str]:
    """Yield files of which the kit knows nothing, such as `frame.toml.txt`; hidden ones are nobody's."""
    places = [path for kind in ("content", "exercises", "solutions") for path in (folder / kind).rglob("*")]
    for path in sorted([*folder.glob("*.toml*"), *places]):
        name = path.relative_to(folder)
        hidden = any(part.startswith((".", "~")) for part in name.parts)
        if (
            path.is_file()
            and not hidden
            and name.as_posix() not in kit
            and not (folder / KIT / name).exists()
        ):
            yield hinted("stray", file=name.as_posix())


def _of_file(folder: Path, file: str, fresh: bytes) -> Iterator[str]:
    """Yield what is wrong with one file; one that is as it was copied is well."""
    mine, copied = bytes_of(folder / file), copied_file(folder, file)
    if mine is None:
        yield said("closed", file=file)
        return
    if copied is None:
        yield said("copy_missing", file=f"{KIT}/{file}")
    if file.endswith(".ipynb"):
        yield from prose_findings(file, folder)
    elif file.endswith(".toml"):
        yield from word_findings(file, fresh, fresh if copied is None else copied, mine)
    elif file.endswith(".json") and mine != copied:
        yield from _of_case(file, mine)


def _of_case(file: str, mine: bytes) -> Iterator[str]:
    try:
        read(mine.decode())
    except UnicodeDecodeError:
        yield said("utf8", file=file)
    except Complaint as trouble:
        reason = complaint(trouble.key, **trouble.values).split(".")[0]
        yield said("case", file=file, reason=reason)


def _of_guide(folder: Path) -> Iterator[str]:
    if not (folder / GUIDE).is_file():
        return
    place = folder / GUIDE
    try:
        for sentence in misplaced(place):
            yield said("guide", file=GUIDE, sentence=sentence)
        if behind(place):
            yield hinted("guide_behind", file=GUIDE, sentence=renewing(place))
    except Complaint:
        yield said("utf8", file=GUIDE)


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
