"""The playbook as PowerPoint: a slide for each sheet, in shapes and text that can be edited."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml.etree import SubElement
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from workshop.content.brand import Brand
from workshop.takeaway.slides_base import FOOT, FOOTER, SCHEME, base
from workshop.takeaway.slides_cut import cut
from workshop.takeaway.slides_fit import blocks
from workshop.takeaway.slides_logo import add_logo
from workshop.takeaway.slides_notes import add_notes
from workshop.takeaway.slides_shapes import draw
from workshop.takeaway.slides_text import Paragraph, bare, fill, flat, speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.takeaway.sheet import Playbook, Sheet
    from workshop.takeaway.slides_base import Area
    from workshop.takeaway.slides_fit import Block

_TITLE, _ONE_LINE = 26.0, 1.6
_HAIR = 0.75
_PLAIN = Brand("")
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def slides(playbook: Playbook, brand: Brand = _PLAIN) -> bytes:
    """Return `playbook` as a PowerPoint file: a wide slide for each sheet, with its whole text as notes.

    The first slide has the logo of `brand`, and each slide its name and its colours.
    """
    deck = base(playbook.title, brand)
    for sheet in playbook.sheets:
        _add_slide(deck, sheet, playbook, brand)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _add_slide(deck: Any, sheet: Sheet, playbook: Playbook, brand: Brand) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    if sheet is playbook.sheets[0] and brand.logo:
        add_logo(slide, brand)
    slide.shapes.title.text_frame.text = _line(sheet.title, _TITLE, slide.shapes.title)
    for block in blocks(sheet):
        _add_block(slide, block)
    _add_text(slide, _footer(playbook, brand.signature), FOOTER, flat(playbook.title))
    add_notes(slide, sheet)
    for part in (slide, slide.notes_slide):
        speak(part, playbook.lang)


def _footer(playbook: Playbook, signature: str) -> tuple[Paragraph, ...]:
    """Return what tells a slide that is lifted out where it comes from."""
    told = " · ".join(filter(None, map(flat, (signature, playbook.title, playbook.note))))
    said = Paragraph("note", told, FOOT)
    return cut([said], FOOTER.width, FOOTER.height)


def _line(text: str, size: float, shape: Any) -> str:
    """Return what of `text` has room in one line of `shape`."""
    return cut([Paragraph("lead", flat(text), size)], shape.width.pt, size * _ONE_LINE)[0].text


def _add_block(slide: Any, block: Block) -> None:
    _add_hairline(slide, block.area)
    name = flat(block.panel.title)
    _add_text(slide, block.text, block.text_area, name)
    if block.frame and block.panel.picture:
        draw(slide, block.panel.picture, block.frame, f"{name} 2")
    if block.after and block.after_area:
        _add_text(slide, block.after, block.after_area, f"{name} 3")


def _add_hairline(slide: Any, area: Area) -> None:
    """Add a line above a panel, which is passed over when the slide is read aloud."""
    ends = (area.left, area.top, area.left + area.width, area.top)
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Pt, ends))
    line.element.remove(line.element.find(qn("p:style")))
    line.line.color.theme_color = MSO_THEME_COLOR.from_xml(SCHEME["edge"])
    line.line.width = Pt(_HAIR)
    [said] = line.element.xpath("p:nvCxnSpPr/p:cNvPr")
    kept = SubElement(SubElement(said, qn("a:extLst")), qn("a:ext"), uri=_DECORATIVE_URI)
    SubElement(kept, f"{{{_DECORATIVE}}}decorative", val="1")


def _add_text(slide: Any, paragraphs: Sequence[Paragraph], area: Area, name: str) -> None:
    shape = slide.shapes.add_textbox(*map(Pt, (area.left, area.top, area.width, area.height)))
    shape.name = name
    bare(shape.text_frame)
    fill(shape, paragraphs)
