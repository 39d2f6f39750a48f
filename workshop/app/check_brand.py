"""What in a customised brand does not work, and the nearest that does."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from workshop.app.finding import said
from workshop.app.kit_files import BRAND
from workshop.content import kit_words
from workshop.content.brand import DARK, LEAST, LIGHT, nearest, shades
from workshop.content.colour import is_colour
from workshop.content.logo import LARGEST, WIDEST, Logo, logo_in
from workshop.content.merging import customised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from workshop.content.brand import Theme


def brand_findings(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the colours and the logo of `folder`, and what would work."""
    kit = kit_words("brand")
    chosen = customised("brand", kit, folder)
    works = chosen["accent"].lower() == kit["accent"]
    if not works:
        found = list(_of_colour("accent", chosen["accent"], LIGHT))
        yield from found
        works = not found
    if chosen["accent_dark"]:
        yield from _of_dark(chosen, works=works)
    if chosen["logo"]:
        yield from _of_logo(folder, chosen["logo"])


def _of_colour(key: str, text: str, theme: Theme) -> Iterator[str]:
    if not is_colour(text):
        yield said("colour", file=BRAND, key=key, text=text)
        return
    found = shades(text.lower(), theme)
    if not found.works:
        contrast = floor(found.contrast * 10) / 10
        near = nearest(found.accent, theme)
        yield said(f"{key}_unread", file=BRAND, key=key, text=text, contrast=contrast, least=LEAST, near=near)


def _of_dark(chosen: Mapping[str, str], *, works: bool) -> Iterator[str]:
    found = list(_of_colour("accent_dark", chosen["accent_dark"], DARK))
    yield from found
    if not works and not found:
        yield said("accent_dark_alone", file=BRAND, key="accent_dark")


def _of_logo(folder: Path, name: str) -> Iterator[str]:
    logo = logo_in(folder, name)
    reason = logo if isinstance(logo, str) else "" if _drawn(logo) else "logo_broken"
    if reason:
        yield said(reason, file=BRAND, key="logo", name=name, kilobytes=LARGEST // 1000, pixels=WIDEST)


def _drawn(logo: Logo) -> bool:
    from workshop.takeaway.logo import drawn  # noqa: PLC0415 - most folders have no logo

    return drawn(logo) is not None
