"""The colours of paper and slides: those of the screen in light, on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.content.brand import Brand

HEX = {
    "ink": "1c2530",
    "muted": "5b6570",
    "line": "e3dfd6",
    "edge": "8a8f95",
    "accent": "0d6660",
    "accent-soft": "e2f0ee",
    "on-accent": "ffffff",
    "warn": "8a4f05",
    "card": "ffffff",
}
"""Red, green and blue in hexadecimal, by the names of `css/tokens.css`."""


def colours(brand: Brand) -> dict[str, str]:
    """Return the colours of paper and slides, with the accent of `brand` where it has one of its own."""
    own = brand.light.tokens if brand.light else {}
    return {**HEX, **{name: colour.removeprefix("#") for name, colour in own.items()}}
