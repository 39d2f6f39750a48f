"""A facilitator's logo: a PNG or SVG that is safe to show, or the reason why it is not shown."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

LARGEST = 200_000
"""Bytes of a logo."""
WIDEST = 4096
"""Pixels of a PNG, in each direction."""
KINDS = {"png": "image/png", "svg": "image/svg+xml"}
"""The endings of files that may be a logo, and what they are called on the way."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}svg"
_ACTIVE = {
    "script",
    "handler",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "link",
    "meta",
}
_OUTSIDE = re.compile(
    r"(?:java|vb)script:|@import|<!entity|<\?xml-stylesheet"
    r"|\burl\(\s*(?![\"']?\s*(?:\#|data:image/(?:png|jpeg|gif|webp)))",
    re.IGNORECASE,
)
"""What fetches or runs something, wherever it stands in the text."""
_INSIDE = re.compile(r"\s*(?:\#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
"""How a reference begins that stays in the file."""


@attrs.frozen
class Logo:
    """A picture: `kind` is one of `KINDS`."""

    kind: str
    content: bytes = attrs.field(repr=False)

    @property
    def mime(self) -> str:
        """What the picture is called on the way to a browser."""
        return KINDS[self.kind]


def logo_in(folder: Path, name: str) -> Logo | str:
    """Return the logo `name` of a customised folder, or why it is not used.

    The reason is `logo_place`, `logo_kind`, `logo_missing`, `logo_large`, `logo_broken` or `logo_unsafe`.
    """
    kind = name.lower().rpartition(".")[2]
    if "/" in name or "\\" in name or "\0" in name:
        return "logo_place"
    if kind not in KINDS:
        return "logo_kind"
    try:
        if not (folder / name).is_file():
            return "logo_missing"
        with (folder / name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        return "logo_missing"
    if len(content) > LARGEST:
        return "logo_large"
    return _fault(kind, content) or Logo(kind, content)


def _fault(kind: str, content: bytes) -> str:
    if kind == "png":
        return "" if _is_png(content) else "logo_broken"
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - only a logo needs it

    try:
        text = content.decode("utf-8-sig")
        if _OUTSIDE.search(text):
            return "logo_unsafe"
        root = ET.fromstring(text)  # noqa: S314 - entities are refused above, and nothing is fetched
    except (ValueError, ET.ParseError, RecursionError):
        return "logo_broken"
    if root.tag != _SVG:
        return "logo_broken"
    return "logo_unsafe" if any(_is_active(element) for element in root.iter()) else ""


def _is_active(element: Element) -> bool:
    """Return whether an element runs something, or refers to what is not in the file."""
    if not isinstance(element.tag, str):
        return False
    names = [(_bare(key), value) for key, value in element.attrib.items()]
    return (
        _bare(element.tag) in _ACTIVE
        or any(name.startswith("on") for name, _ in names)
        or any(name in {"href", "src", "base"} and not _INSIDE.match(value) for name, value in names)
        or any(_OUTSIDE.search(text) for text in (element.text or "", *(value for _, value in names)))
    )


def _bare(name: str) -> str:
    return name.rpartition("}")[2].lower()


def _is_png(content: bytes) -> bool:
    """Return whether a PNG is whole, and not too large to be drawn."""
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:  # noqa: PLR2004 - as PNG says
        return False
    sides = [int.from_bytes(chunks[0][1][start : start + 4]) for start in (0, 4)]
    return all(0 < side <= WIDEST for side in sides)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and data of each part of a PNG, until one is damaged."""
    place = len(_PNG) if content.startswith(_PNG) else len(content)
    while place + 12 <= len(content):
        end = place + 8 + int.from_bytes(content[place : place + 4])
        kind, data, check = content[place + 4 : place + 8], content[place + 8 : end], content[end : end + 4]
        if zlib.crc32(kind + data).to_bytes(4) != check:
            return
        yield kind, data
        place = end + 4
