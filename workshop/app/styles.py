"""The style sheets of the frame, as text."""

from __future__ import annotations

from importlib.resources import files

from workshop.app.settings import SHARE, TEMPLATE


def tokens_css() -> str:
    """Return the custom properties that frame and widgets share, from the one file that chooses them."""
    return files("workshop").joinpath("widgets", "css", "tokens.css").read_text(encoding="utf-8")


def page_css() -> str:
    """Return the rules of the frame, for pages that strangers see too."""
    path = SHARE / "voila" / "templates" / TEMPLATE / "static" / "page.css"
    return path.read_text(encoding="utf-8")
