"""Paragraphs of a slide: what they say, how large, and as the file spells them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import attrs
from lxml.etree import SubElement
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

if TYPE_CHECKING:
    from collections.abc import Iterable

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold: most control characters, half of a surrogate pair, two non-characters."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
LINE_SPACING = 106.0
"""Of a line, in hundredths of what the typeface asks for."""
_PROSE = ("lead", "text")
"""Runs from the right edge in a script that does; a name stays with what stands below it."""
_BULLET, _EM_SPACE = "–", "\u2003"
_LOOKS = {
    "heading": ("+mn-lt", True, "accent1"),
    "lead": ("+mj-lt", False, "tx1"),
    "strong": ("+mn-lt", True, "tx1"),
    "text": ("+mn-lt", False, "tx1"),
    "note": ("+mn-lt", False, "tx2"),
    "missing": ("+mn-lt", False, "tx2"),
}
"""Typeface, weight and colour of each role, as the theme names them."""


@attrs.frozen
class Paragraph:
    """A paragraph, in points.

    Attributes:
        role: `heading`, or one of the roles of `sheet.Line`.
        text: what it says.
        size: of its type.
        before: the space above it.
        indent: how far all its lines stand in.
        head: what stands out to the left of it, within the indent: a date, or the mark of a list.
        aside: what follows in the same line, in a quieter voice.
    """

    role: str
    text: str
    size: float
    before: float = 0.0
    indent: float = 0.0
    head: str = ""
    aside: str = ""

    @property
    def bold(self) -> bool:
        """Whether it is set in heavy type."""
        return _LOOKS[self.role][1]


@attrs.frozen
class Look:
    """Of some text: size in points, weight, and colour and typeface as the theme names them."""

    size: float
    bold: bool = False
    colour: str = "tx1"
    face: str = "+mn-lt"


def bulleted(text: str, size: float, before: float) -> Paragraph:
    """Return an item of a list."""
    return Paragraph("text", text, size, before, size * 1.1, _BULLET)


def legal(text: str) -> str:
    """Return `text` without the characters that would break the file, its lines ended by line feeds."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def flat(text: str) -> str:
    """Return `text` in one line, without characters that break the file or turn round what follows."""
    return " ".join(_TURNING.sub("", legal(text)).split())


def right_to_left(text: str) -> bool:
    """Whether the first letter of `text` is Arabic, Hebrew or another that runs from the right."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def speak(part: Any, lang: str) -> None:
    """Mark all text of `part`, a slide or its notes, as written in `lang`."""
    for run in part.element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", lang)


def bare(frame: Any) -> None:
    """Let the text of `frame` begin at its edge, wrap, and keep its size."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def fill(shape: Any, paragraphs: Iterable[Paragraph]) -> None:
    """Let `shape`, one of python-pptx, say `paragraphs` and nothing else."""
    body = shape.element.get_or_add_txBody()
    for old in body.xpath("a:p"):
        body.remove(old)
    for paragraph in paragraphs:
        body.append(_element(paragraph))


def _element(paragraph: Paragraph) -> Any:
    """Return `paragraph` as the file spells it."""
    element = OxmlElement("a:p")
    _add_properties(element, paragraph)
    if paragraph.head and paragraph.head != _BULLET:
        add_run(element, f"{paragraph.head}\t", _look("strong", paragraph.size))
    add_run(element, paragraph.text, _look(paragraph.role, paragraph.size))
    if paragraph.aside:
        add_run(element, f"{_EM_SPACE}{paragraph.aside}", _look("note", paragraph.size))
    return element


def _look(role: str, size: float) -> Look:
    face, bold, colour = _LOOKS[role]
    return Look(size, bold, colour, face)


def _add_properties(element: Any, paragraph: Paragraph) -> None:
    found = SubElement(element, qn("a:pPr"))
    if right_to_left(paragraph.head + paragraph.text):
        found.set("rtl", "1")
        found.set("algn", "r" if paragraph.role in _PROSE else "l")
    _add_spacing(found, "a:lnSpc", "a:spcPct", LINE_SPACING * 1000)
    _add_spacing(found, "a:spcBef", "a:spcPts", paragraph.before * 100)
    if paragraph.indent:
        indent = Pt(paragraph.indent)
        found.set("marL", str(indent))
        found.set("indent", str(-indent))
    if paragraph.head == _BULLET:
        SubElement(found, qn("a:buChar")).set("char", _BULLET)
    elif paragraph.head:
        SubElement(found, qn("a:buNone"))
        tabs = SubElement(found, qn("a:tabLst"))
        SubElement(tabs, qn("a:tab"), pos=str(Pt(paragraph.indent)), algn="l")


def _add_spacing(properties: Any, kind: str, unit: str, value: float) -> None:
    SubElement(SubElement(properties, qn(kind)), qn(unit)).set("val", str(round(value)))


def add_run(element: Any, text: str, look: Look) -> None:
    """Add `text` to the paragraph `element`."""
    run = SubElement(element, qn("a:r"))
    size, weight = str(round(look.size * 100)), str(int(look.bold))
    properties = SubElement(run, qn("a:rPr"), sz=size, b=weight)
    SubElement(SubElement(properties, qn("a:solidFill")), qn("a:schemeClr")).set("val", look.colour)
    SubElement(properties, qn("a:latin")).set("typeface", look.face)
    SubElement(run, qn("a:t")).text = text
