"""The brand in use: a name, an accent colour for light and dark, a logo. What does not work is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from workshop.content import kit_words, words
from workshop.content.colour import contrast, is_colour, lightness, lit, mixed
from workshop.content.custom import custom_folder
from workshop.content.logo import Logo, logo_in

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 4.5
"""Contrast ratio that text needs (WCAG 2.2, 1.4.3)."""
_STEP = 0.005
_LIT = 0.76
"""Lightness of an accent that is made for dark screens."""


@attrs.frozen
class Theme:
    """What an accent has to go with on one kind of screen; the colours are those of `css/tokens.css`.

    Attributes:
        grounds: on which the accent is read: paper and card.
        texts: which are read on the soft ground beside the accent itself.
        on_accent: what is read on the accent.
        tints: how much accent the soft ground may have, from most to least.
    """

    grounds: tuple[str, ...]
    texts: tuple[str, ...]
    on_accent: str
    tints: tuple[float, ...]


LIGHT = Theme(("#ffffff", "#fbfaf6"), ("#1c2530", "#5b6570"), "#ffffff", (0.11, 0.09, 0.07, 0.05, 0.04))
DARK = Theme(("#12171c", "#1a2129"), ("#e9e6df", "#a3abb3"), "#0d1117", (0.16, 0.13, 0.1, 0.08, 0.06))


@attrs.frozen
class Shades:
    """An accent, its soft ground, and what is read on it; `contrast` is the least of all that are needed."""

    accent: str
    accent_soft: str
    on_accent: str
    contrast: float

    @property
    def works(self) -> bool:
        """Whether everything can be read."""
        return self.contrast >= LEAST

    @property
    def tokens(self) -> dict[str, str]:
        """The colours by the names of `css/tokens.css`."""
        return {"accent": self.accent, "accent-soft": self.accent_soft, "on-accent": self.on_accent}


@attrs.frozen
class Brand:
    """What pages, files and paper show of whose workshop this is.

    Attributes:
        name: of the workshop.
        signature: the name where a facilitator chose it; empty with the kit's own.
        light: colours on light screens and in files; None for the kit's.
        dark: colours on dark screens; None for the kit's.
        logo: in place of the name at the top; None when there is none that can be shown.
    """

    name: str
    signature: str = ""
    light: Shades | None = None
    dark: Shades | None = None
    logo: Logo | None = None


def brand() -> Brand:
    """Return the brand in use: the facilitator's, or the kit's."""
    chosen, kit, folder = words("brand"), kit_words("brand"), custom_folder()
    name = str(chosen["name"])
    if folder is None:
        return Brand(name)
    light, dark = own_shades(chosen, str(kit["accent"]))
    logo = logo_in(folder, chosen["logo"]) if chosen["logo"] else None
    return Brand(
        name, name if name != kit["name"] else "", light, dark, logo if isinstance(logo, Logo) else None
    )


def own_shades(chosen: Mapping[str, str], kit: str) -> tuple[Shades | None, Shades | None]:
    """Return the colours for light and for dark screens; None where those of the accent `kit` stand."""
    accent, dark = chosen["accent"].lower(), chosen["accent_dark"].lower()
    if accent == kit:
        return None, _working(dark, DARK)
    light = _working(accent, LIGHT)
    return light, light and (_working(dark, DARK) or shades(for_dark(accent), DARK))


def for_dark(accent: str) -> str:
    """Return `accent` as light as dark screens need."""
    return nearest(lit(accent, max(_LIT, lightness(accent))), DARK)


def shades(accent: str, theme: Theme) -> Shades:
    """Return `accent`, as `#rrggbb`, with what goes with it: as much tint as can be read on."""
    grounds = [mixed(theme.grounds[0], accent, tint) for tint in theme.tints]
    soft = next((ground for ground in grounds if _read(accent, ground, theme) >= LEAST), grounds[-1])
    least = min(
        _read(accent, soft, theme),
        contrast(theme.on_accent, accent),
        *(contrast(accent, ground) for ground in theme.grounds),
    )
    return Shades(accent, soft, theme.on_accent, least)


def nearest(accent: str, theme: Theme) -> str:
    """Return the nearest colour to `accent` that works in `theme`: lighter or darker, of the same hue."""
    if shades(accent, theme).works:
        return accent
    start = lightness(accent)
    for step in range(1, round(1 / _STEP) + 1):
        for light in (start - step * _STEP, start + step * _STEP):
            moved = lit(accent, min(1.0, max(0.0, light)))
            if shades(moved, theme).works:
                return moved
    return theme.texts[0]


def _read(accent: str, soft: str, theme: Theme) -> float:
    return min(contrast(text, soft) for text in (accent, *theme.texts))


def _working(accent: str, theme: Theme) -> Shades | None:
    found = shades(accent, theme) if is_colour(accent) else None
    return found if found and found.works else None
