"""Colours as `#rrggbb`: how well one is read on another, and the same hue lighter or darker.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Hue and lightness are those
of Oklab (Björn Ottosson, https://bottosson.github.io/posts/oklab/), where a lighter colour keeps its look.
"""

from __future__ import annotations

import math
import re

Triple = tuple[float, float, float]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_NEAR = 1e-4
"""How far outside of what a screen can show still rounds to it."""
_LUMINANCE = (0.2126, 0.7152, 0.0722)


def is_colour(text: str) -> bool:
    """Return whether `text` is a colour such as `#0d6660`, in small or large letters."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(ground: str, colour: str, share: float) -> str:
    """Return `ground` with a `share` of `colour` in it, from 0 to 1."""
    pairs = zip(_bytes(ground), _bytes(colour), strict=True)
    return _written(*(below + (above - below) * share for below, above in pairs))


def lightness(colour: str) -> float:
    """Return how light a colour looks, from 0 (black) to 1 (white)."""
    return _lab(colour)[0]


def lit(colour: str, light: float) -> str:
    """Return `colour` with the lightness `light` and the same hue, as strong as a screen can show it."""
    _, green_red, blue_yellow = _lab(colour)
    strength, low, high = 1.0, 0.0, 1.0
    parts = _linear_of(light, green_red, blue_yellow)
    for _ in range(12):
        shown = all(-_NEAR <= part <= 1 + _NEAR for part in parts)
        if shown and strength == 1:
            break
        low, high = (strength, high) if shown else (low, strength)
        strength = (low + high) / 2
        parts = _linear_of(light, green_red * strength, blue_yellow * strength)
    return _written(*(255 * _encoded(min(1.0, max(0.0, part))) for part in parts))


def _lab(colour: str) -> Triple:
    long, middle, short = _times(_TO_CONES, _linear(colour))
    return _times(_TO_LAB, (math.cbrt(long), math.cbrt(middle), math.cbrt(short)))


def _linear_of(light: float, green_red: float, blue_yellow: float) -> Triple:
    long, middle, short = _times(_FROM_LAB, (light, green_red, blue_yellow))
    return _times(_FROM_CONES, (long**3, middle**3, short**3))


def _luminance(colour: str) -> float:
    return sum(factor * part for factor, part in zip(_LUMINANCE, _linear(colour), strict=True))


def _linear(colour: str) -> Triple:
    red, green, blue = (_decoded(part / 255) for part in _bytes(colour))
    return red, green, blue


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB


def _bytes(colour: str) -> Triple:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _written(red: float, green: float, blue: float) -> str:
    return f"#{round(red):02x}{round(green):02x}{round(blue):02x}"


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (
        sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix
    )
    return first, second, third
