"""What pages fetch once and keep: script, style, logo, in memory, each under a name that changes with it."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from functools import cache, cached_property
from typing import TYPE_CHECKING

import tornado.web
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler

from workshop.app import styles
from workshop.content.brand import brand
from workshop.content.logo import KINDS as PICTURES

if TYPE_CHECKING:
    from workshop.content.logo import Logo

FOLDER = "/assets"
"""Address of the folder that pages fetch them from."""
_FOREVER = "public, max-age=31536000, immutable"
_KINDS = {"css": "text/css; charset=UTF-8", "js": "text/javascript; charset=UTF-8", **PICTURES}
_PICTURE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
"""Policy of a picture that somebody opens by its address: nothing in it may run or fetch."""


class Asset:
    """One file: what is in it as bytes, and the same compressed, once."""

    def __init__(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`, which ends in `.js` or `.css`, or as a logo does."""
        self.name = name
        self.plain = content
        self.kind = _KINDS[name.rpartition(".")[2]]

    @cached_property
    def compressed(self) -> bytes:
        """The content as gzip makes it smallest."""
        return gzip.compress(self.plain, 9, mtime=0)


class AssetFile(JupyterHandler):
    """`/assets/NAME`, for everybody: there is nothing personal in it."""

    @allow_unauthenticated
    async def get(self, name: str) -> None:
        """Send the asset called `name`, to be kept for ever."""
        asset = assets().get(name)
        if asset is None:
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", asset.kind)
        self.set_header("Cache-Control", _FOREVER)
        if asset.kind in PICTURES.values():
            self.set_header("Content-Security-Policy", _PICTURE)
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.write(await asyncio.to_thread(lambda: asset.compressed))
        else:
            self.write(asset.plain)
        self._name = name

    head = get

    def compute_etag(self) -> str | None:
        """Return the name as the mark of what was sent: it changes with it."""
        return f'"{self._name}"' if hasattr(self, "_name") else None


@cache
def assets() -> dict[str, Asset]:
    """Return every asset by its name, such as `page-1a2b3c4d5e.css`."""
    from workshop.widgets import assets as of_widgets  # noqa: PLC0415 - 0.1 s that a server can listen before

    own = {_named(file, text.encode()): text.encode() for file, text in styles.files_of_pages().items()}
    widgets = {name: text.encode() for name, text in of_widgets.assets().items()}
    logo = brand().logo
    pictures = {_logo_name(logo): logo.content} if logo else {}
    return {name: Asset(name, content) for name, content in {**own, **widgets, **pictures}.items()}


@cache
def address(file: str) -> str:
    """Return where a page fetches `file`, such as `page.css`."""
    stem, _, kind = file.rpartition(".")
    [name] = (name for name in assets() if name.startswith(f"{stem}-") and name.endswith(f".{kind}"))
    return f"{FOLDER}/{name}"


def logo_address() -> str:
    """Return where a page fetches the logo; empty when there is none."""
    logo = brand().logo
    return f"{FOLDER}/{_logo_name(logo)}" if logo else ""


def prepare() -> None:
    """Find and compress what pages need, before the first one is asked for."""
    for asset in assets().values():
        asset.compressed  # noqa: B018 - reading it makes it


def _logo_name(logo: Logo) -> str:
    return _named(f"logo.{logo.kind}", logo.content)


def _named(file: str, content: bytes) -> str:
    stem, _, kind = file.rpartition(".")
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{kind}"
