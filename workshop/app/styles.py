"""The looks and the script of the frame, as text."""

from __future__ import annotations

from importlib.resources import files

from workshop.app.settings import SHARE, TEMPLATE
from workshop.content.brand_styles import brand_styles


def tokens_css() -> str:
    """Return the custom properties that frame and widgets share, from the one file that chooses them."""
    kit = files("workshop").joinpath("widgets", "css", "tokens.css").read_text(encoding="utf-8")
    return kit + brand_styles()


def page_css() -> str:
    """Return the rules of the frame, for pages that strangers see too."""
    return _static("page.css")


def page_js() -> str:
    """Return what the page does by itself, and how it speaks with its kernel, as one script."""
    return "\n".join(_static(f"{name}.js") for name in ("wire", "models", "foreign", "outputs", "page"))


def files_of_pages() -> dict[str, str]:
    """Return what pages of the frame fetch, by its name; most of it only in a demonstration."""
    return {
        "page.css": page_css(),
        "page.js": page_js(),
        "presenter.css": _static("presenter.css"),
        "presenter.js": "\n".join(_static(f"{name}.js") for name in ("parts", "keys", "presenter")),
        "notes.css": _static("notes.css"),
        "notes.js": "\n".join(_static(f"{name}.js") for name in ("keys", "notes")),
    }


def _static(file: str) -> str:
    path = SHARE / "voila" / "templates" / TEMPLATE / "static" / file
    return path.read_text(encoding="utf-8")
