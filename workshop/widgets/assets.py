"""What pages fetch once and keep: all our modules as one, all style sheets as one, and plotly.

Each has a name that changes with what is in it, so that a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

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
    return f"{folder.rstrip('/')}/{named(asset)}" if folder and not folder.endswith("/static") else ""


@cache
def named(asset: str) -> str:
    """Return the name of `asset` with a digest of its text in it."""
    stem, _, kind = asset.rpartition(".")
    return f"{stem}-{hashlib.sha256(_MADE[asset]().encode()).hexdigest()[:10]}.{kind}"


def plotly() -> str:
    """Return plotly's basic bundle as it was published."""
    file = resources.files("workshop.widgets").joinpath("plotly", "plotly-basic.min.js")
    return file.read_text(encoding="utf-8")


_MADE: Mapping[str, Callable[[], str]] = {
    MODULES: bundle.modules,
    STYLES: bundle.sheets,
    PLOTLY: plotly,
}
