"""`workshop customise`: copies of words and prose to change, brought up to date with every change."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.app.carried import Left, carried
from workshop.app.check_words import renewed_words
from workshop.app.kit_files import GUIDE, bytes_of, copied_file, kit_files
from workshop.app.written import write
from workshop.content import words
from workshop.content.custom import CUSTOM, KIT, has_lost_its_copies, is_custom
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_README = "README.md"


def customised(folder: Path) -> str:
    """Copy the kit's files into `folder`, or bring an older copy up to date; return what to say.

    Raises:
        Complaint: something else lies there, or it cannot be written.
    """
    if has_lost_its_copies(folder):
        return _restored(folder)
    if not is_custom(folder):
        return _made(folder)
    kit = kit_files()
    news = [*_gone(folder, kit)]
    own: dict[Path, bytes] = {}
    copies: dict[Path, bytes] = {}
    for name, fresh in kit.items():
        news += _brought(folder, name, fresh, own, copies)
    _written({**own, **copies}, folder)
    said = _say("updated", folder=folder, count=len(own)) if own else _say("current", folder=folder)
    return "\n".join([said, *news])


def edit(folder: Path, port: int, opened: Callable[[str, str], None]) -> None:
    """Open the folder in JupyterLab, in its own words, with answers that are kept nowhere else.

    Raises:
        Complaint: no port is free.
    """
    from workshop.app.lab import FIRST, serve_lab  # noqa: PLC0415 - JupyterLab takes a second to import

    place = folder.expanduser().absolute()
    os.environ[CUSTOM] = str(place)
    with tempfile.TemporaryDirectory() as answers:
        serve_lab(place, Path(answers), port, opened, f"exercises/{FIRST}")


def _made(folder: Path) -> str:
    """Write everything: the copies first, and last of all those that say that the folder is complete."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise Complaint("custom_in_the_way", folder=folder)
    kit = kit_files()
    own = {folder / name: text for name, text in kit.items()}
    own[folder / _README] = str(words("customise")["customise"]["readme"]).lstrip().encode()
    _written(own, folder)
    _written({folder / KIT / name: text for name, text in kit.items()}, folder)
    return _say("made", folder=folder)


def _restored(folder: Path) -> str:
    """Lay the copies down again, and what else is missing; nothing that is there is touched."""
    kit = kit_files()
    _written({folder / name: text for name, text in kit.items() if not (folder / name).exists()}, folder)
    _written({folder / KIT / name: text for name, text in kit.items()}, folder)
    return _say("restored", folder=folder)


def _brought(
    folder: Path, name: str, fresh: bytes, own: dict[Path, bytes], copies: dict[Path, bytes]
) -> Iterator[str]:
    """Note what to write for the file `name`, and yield what is to be said of it."""
    mine, copied = bytes_of(folder / name), copied_file(folder, name)
    if mine is None:
        yield _say("added", file=name)
    elif copied == fresh:
        return
    elif mine == fresh:
        copies[folder / KIT / name] = fresh
        return
    if mine is None or mine == copied:
        own[folder / name] = copies[folder / KIT / name] = fresh
        return
    try:
        told = carried(name, fresh, copied or fresh, mine)
    except Left as left:
        yield _say("left_guide" if name == GUIDE else left.key, file=name)
        return
    for key, text in renewed_words(name, fresh, copied or fresh, mine):
        yield _say("both", file=name, key=key, text=text)
    copies[folder / KIT / name] = fresh
    if told != mine:
        own[folder / name] = told


def _gone(folder: Path, kit: dict[str, bytes]) -> Iterator[str]:
    for file in sorted((folder / KIT).rglob("*.*")):
        name = file.relative_to(folder / KIT).as_posix()
        if file.is_file() and name not in kit and (folder / name).is_file():
            yield _say("gone", file=name)


def _written(contents: dict[Path, bytes], folder: Path) -> None:
    """Write own files before the copies that they are compared with, so that no change is lost."""
    for _ in write(contents, folder, replace=True):
        pass


def _say(key: str, /, **values: object) -> str:
    return str(words("customise")["customise"][key]).format(**values)
