"""What pages fetch once and keep: all our modules as one with the words, all style sheets as one, plotly.

Each has a name that changes with what is in it, so that a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from workshop.content import words
from workshop.widgets import bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STATIC = "WORKSHOP_STATIC"
"""Environment variable: address of the folder where a server of ours hands out what `assets` returns."""
MODULES, STYLES, PLOTLY = "widgets.js", "widgets.css", "plotly-basic.js"


def assets() -> Mapping[str, str]:
    """Return the text of every asset by its name, such as `widgets-1a2b3c4d5e.js`."""
    return {named(asset): make() for asset, make in _MADE.items()}


def address(asset: str) -> str:
    """Return where a page fetches `asset`, one of the three above; empty when no server of ours is there."""
    folder = os.environ.get(STATIC, "")
    return f"{folder.rstrip('/')}/{named(asset)}" if folder else ""


@cache
def named(asset: str) -> str:
    """Return the name of `asset` with a digest of its text in it."""
    stem, _, kind = asset.rpartition(".")
    return f"{stem}-{hashlib.sha256(_MADE[asset]().encode()).hexdigest()[:10]}.{kind}"


def shared_words() -> dict[str, str]:
    """Return the words that every widget may use."""
    return {**words("app")["words"], **words("pictures")["words"]}


def plotly() -> str:
    """Return plotly's basic bundle as it was published."""
    file = resources.files("workshop.widgets").joinpath("plotly", "plotly-basic.min.js")
    return file.read_text(encoding="utf-8")


def _modules() -> str:
    said = json.dumps(shared_words(), ensure_ascii=False)
    return f"globalThis.coalitionWords = {said};\n{bundle.modules()}"


_MADE: Mapping[str, Callable[[], str]] = {
    MODULES: _modules,
    STYLES: bundle.sheets,
    PLOTLY: plotly,
}
