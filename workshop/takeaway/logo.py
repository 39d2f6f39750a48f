"""A logo as a PNG, for files that know no SVG: drawn once by what also makes the PDF."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from workshop.takeaway.typeset import picture

if TYPE_CHECKING:
    from workshop.content.brand import Brand
    from workshop.content.logo import Logo

_TEMPLATE = Path(__file__).with_name("logo.typ")


@lru_cache(maxsize=1)
def drawn(logo: Logo) -> bytes | None:
    """Return `logo` as a PNG, 300 pixels high and as wide as it is; None when it cannot be drawn."""
    try:
        return picture(_TEMPLATE, {"logo": _given(logo)})
    except typst.TypstError:
        return None


def signed(brand: Brand) -> dict[str, Any]:
    """Return whose a file is: `signature`, and `logo` for `mark.typ`; None without one that can be drawn."""
    logo = brand.logo if brand.logo and drawn(brand.logo) else None
    return {"signature": brand.signature, "logo": logo and _given(logo, brand.name)}


def _given(logo: Logo, name: str = "") -> dict[str, Any]:
    """Return what a template needs to show `logo`, called `name` for who cannot see it."""
    return {"kind": logo.kind, "content": list(logo.content), "alt": name}
