"""The accent of a facilitator's own as a style sheet, which stands behind the kit's `css/tokens.css`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.content.custom import custom_folder

if TYPE_CHECKING:
    from collections.abc import Mapping


def brand_styles() -> str:
    """Return the custom properties of the brand in use; empty where the kit's colours stand."""
    return "" if custom_folder() is None else "".join(_rules())


def _rules() -> list[str]:
    from workshop.content.brand import brand  # noqa: PLC0415 - most workshops have the kit's colours

    own, rules = brand(), []
    if own.light:
        colours = own.light.tokens
        paper = {**colours, "accent-soft": "#ffffff", "drawn-soft": own.light.accent_soft}
        rules += [_rule("screen", colours), _rule("print", paper)]
    if own.dark:
        rules.append(_rule("screen and (prefers-color-scheme: dark)", own.dark.tokens))
    return rules


def _rule(medium: str, colours: Mapping[str, str]) -> str:
    chosen = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f"@media {medium} {{ :root {{ {chosen} }} }}\n"
