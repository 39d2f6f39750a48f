"""The facilitator guide: prose written by hand around parts that follow from the agenda and the exercises.

A part stands between two lines, `<!-- run sheet: purpose -->` and `<!-- end of run sheet: purpose -->`.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from shlex import quote

from workshop.app.console import sentence
from workshop.app.guide_parts import parts
from workshop.app.written import write
from workshop.content.custom import custom_folder
from workshop.errors import Complaint

NAME = "facilitator_guide.md"
_PART = re.compile(
    r"^<!-- (?P<name>[a-z ]+: [\w-]+) -->\n(?P<text>.*?)^<!-- end of (?P=name) -->", re.MULTILINE | re.DOTALL
)


def guide_file() -> Path:
    """Return where the guide lies: in the customised folder, installed, or in a working copy."""
    package = Path(str(files("workshop")))
    custom = custom_folder()
    places = (*([custom / NAME] if custom else []), package / "notebooks" / NAME, package.parent / NAME)
    return next((place for place in places if place.is_file()), places[-1])


def checked(file: Path | None) -> list[str]:
    """Say which parts of a guide are missing, unknown, or not those of the agenda.

    Args:
        file: the guide; without it that of the customised folder, else the kit's.

    Raises:
        Complaint: the file cannot be read.
    """
    place = file or guide_file()
    drifted = [sentence("guide_part_drifted", part=part) for part in behind(place)]
    return [*misplaced(place), *drifted, *([renewing(place)] if drifted else [])]


def misplaced(place: Path) -> list[str]:
    """Say which parts the guide at `place` lacks, and which nobody knows."""
    names, wanted = set(_parts_of(place)), parts()
    missing = [sentence("guide_part_missing", part=part) for part in wanted if part not in names]
    unknown = [sentence("guide_part_unknown", part=part) for part in sorted(names - wanted.keys())]
    return [*missing, *unknown]


def behind(place: Path) -> list[str]:
    """Return the parts of the guide at `place` that are not as agenda and exercises have them now."""
    wanted = parts()
    found = _parts_of(place).items()
    return [part for part, text in found if part in wanted and text != _framed(wanted[part])]


def renewing(place: Path) -> str:
    """Return the sentence with the command that writes the guide at `place` anew."""
    return sentence("guide_renew", words=_words_in_use(), file=quote(str(place)))


def renewed(text: str) -> str:
    """Return a guide with its parts as agenda and exercises have them now; all else stays as it is."""
    wanted = parts()
    return _PART.sub(lambda match: _renewed(match, wanted), text)


def written(file: Path | None, out: Path | None, *, replace: bool = False) -> str:
    """Return the guide as it is now; with `out`, write it there and return a sentence that says so.

    Raises:
        Complaint: a file cannot be read or written, or is there already.
    """
    text = renewed(_read(file or guide_file()))
    if out is None:
        return text.removesuffix("\n")
    [place] = write({out: text.encode()}, out.parent, replace=replace)
    return sentence("guide_written", file=place)


def _words_in_use() -> str:
    """Return what stands before the command when a customised folder is in use."""
    custom = custom_folder()
    return f"--custom {quote(str(custom))} " if custom else ""


def _parts_of(place: Path) -> dict[str, str]:
    return {match["name"]: match["text"] for match in _PART.finditer(_read(place))}


def _read(place: Path) -> str:
    try:
        return place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Complaint("file_unreadable", file=place) from None


def _framed(text: str) -> str:
    return f"\n{text}\n\n"


def _renewed(match: re.Match[str], wanted: dict[str, str]) -> str:
    name = match["name"]
    if name not in wanted:
        return match[0]
    return f"<!-- {name} -->\n{_framed(wanted[name])}<!-- end of {name} -->"
