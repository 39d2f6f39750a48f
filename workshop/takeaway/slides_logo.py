"""The logo on a slide, where its title ends."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from workshop.takeaway.logo import drawn
from workshop.takeaway.slides_text import flat

if TYPE_CHECKING:
    from workshop.content.brand import Brand

_WIDE, _TALL, _APART = 160.0, 30.0, 16.0
"""The most that a logo may be wide and high, and how far it stands from the title; in points."""


def add_logo(slide: Any, brand: Brand) -> None:
    """Put the logo of `brand` beside the title of `slide`, and let the title end before it."""
    file = drawn(brand.logo) if brand.logo else None
    if file is None:
        return
    logo, title = slide.shapes.add_picture(BytesIO(file), 0, 0), slide.shapes.title
    share = min(_WIDE / logo.width.pt, _TALL / logo.height.pt)
    logo.width, logo.height = (Pt(side.pt * share) for side in (logo.width, logo.height))
    left, top, width, height = title.left, title.top, title.width, title.height
    logo.left, logo.top = left + width - logo.width, top + (height - logo.height) // 2
    title.left, title.top, title.height = left, top, height
    title.width = width - logo.width - Pt(_APART)
    logo.name = flat(brand.name)
    [said] = logo.element.xpath("p:nvPicPr/p:cNvPr")
    said.set("descr", flat(brand.name))
