"""An empty presentation in the looks of the kit: its theme, its one layout, and nobody's name in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import attrs
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from workshop.content.brand import Brand
from workshop.takeaway.colours import colours
from workshop.takeaway.slides_text import bare, flat


@attrs.frozen
class Area:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 42.0
"""Of a slide, in points: 16 to 9."""
TOP, BOTTOM = 80.0, 497.0
"""Panels stand between these."""
FOOTER, FOOT = Area(MARGIN, 511.0, WIDTH - 2 * MARGIN, 14.0), 9.0
"""Where a slide says what it is a part of, and in which size."""

SCHEME = {
    "ink": "tx1",
    "card": "bg1",
    "on-accent": "bg1",
    "muted": "tx2",
    "accent-soft": "bg2",
    "accent": "accent1",
    "warn": "accent2",
    "edge": "accent3",
    "line": "accent4",
}
"""The place of each colour in the theme, so that a slide takes on the theme of a deck it is copied into."""
_THEME = {
    "dk1": "ink",
    "lt1": "card",
    "dk2": "muted",
    "lt2": "accent-soft",
    "accent1": "accent",
    "accent2": "warn",
    "accent3": "edge",
    "accent4": "line",
    "accent5": "accent",
    "accent6": "muted",
    "hlink": "accent",
    "folHlink": "muted",
}
_SERIF, _SANS = "Georgia", "Arial"
_PLACES = {
    PP_PLACEHOLDER.TITLE: (MARGIN, 24.0, WIDTH - 2 * MARGIN, 42.0),
    PP_PLACEHOLDER.BODY: (MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP),
    PP_PLACEHOLDER.DATE: (WIDTH - MARGIN - 180.0, 510.0, 120.0, 16.0),
    PP_PLACEHOLDER.FOOTER: (MARGIN, 510.0, 600.0, 16.0),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDTH - MARGIN - 50.0, 510.0, 50.0, 16.0),
}
"""Left, top, width and height of what a master holds."""


def base(title: str, brand: Brand) -> Any:
    """Return a presentation called `title`, with no slides and one layout, in the colours of `brand`."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _keep_one_layout(deck)
    _leave_out_the_rest(deck)
    _dress(deck, colours(brand))
    _sign(deck, title)
    return deck


def _keep_one_layout(deck: Any) -> None:
    for layout in list(deck.slide_layouts):
        if layout.name != "Title Only":
            deck.slide_layouts.remove(layout)


def _leave_out_the_rest(deck: Any) -> None:
    """Drop the thumbnail, the numbers and the printer's settings that the empty presentation comes with."""
    for owner, kind in (
        (deck.part.package, RELATIONSHIP_TYPE.THUMBNAIL),
        (deck.part.package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES),
        (deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
    ):
        owner.drop_rel(owner.relate_to(owner.part_related_by(kind), kind))
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)


def _dress(deck: Any, hex: dict[str, str]) -> None:
    theme = deck.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _theme(theme.blob.decode(), hex).encode()
    for shapes in (deck.slide_master.placeholders, deck.slide_layouts[0].placeholders):
        for shape in shapes:
            _place(shape)
    [style] = deck.slide_master.element.xpath(".//p:titleStyle/a:lvl1pPr")
    _restyle(style, 2600, "l")


def _place(shape: Any) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Pt, _PLACES[shape.placeholder_format.type])
    bare(shape.text_frame)
    for style in shape.element.iter(qn("a:lvl1pPr")):
        _restyle(style, 900, "r" if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER else "l")
        colour = style.find(f"{qn('a:defRPr')}/{qn('a:solidFill')}/{qn('a:schemeClr')}")
        colour.clear()
        colour.set("val", SCHEME["muted"])


def _restyle(style: Any, size: int, aligned: str) -> None:
    style.set("algn", aligned)
    style.find(qn("a:defRPr")).set("sz", str(size))


def _theme(xml: str, hex: dict[str, str]) -> str:
    """Return a theme with the colours `hex`, our typefaces, and without shadows."""
    for place, colour in _THEME.items():
        value = f'<a:{place}><a:srgbClr val="{hex[colour].upper()}"/></a:{place}>'
        xml = re.sub(rf"<a:{place}>.*?</a:{place}>", value, xml)
    for part, face in (("major", _SERIF), ("minor", _SANS)):
        xml = re.sub(rf'(<a:{part}Font><a:latin typeface=)"[^"]*"', rf'\1"{face}"', xml)
    flat_style = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return re.sub(r"<a:effectStyle>.*?</a:effectStyle>", flat_style, xml)


def _sign(deck: Any, title: str) -> None:
    """Give the file its title, today's time and no author."""
    said = deck.core_properties
    said.title = flat(title)[:255]
    said.author = said.last_modified_by = said.comments = ""
    said.created = said.modified = datetime.now(UTC).replace(tzinfo=None)
