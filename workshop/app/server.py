"""The server: Voilà, with its holes closed and our own pages around the notebooks."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import signal
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import run_sync
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait
from voila.app import Voila
from voila.static_file_handler import AllowListFileHandler, TemplateStaticFileHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from workshop import content
from workshop.app import assets
from workshop.app.identity import TokenOnly
from workshop.app.keys import cookie_secret
from workshop.app.notes import ADDRESS as NOTES
from workshop.app.notes import NotesPage
from workshop.app.pages import Alive, ExercisePage, FirstPage, Nothing, TemplateFile
from workshop.app.ports import EVERYWHERE, listening, origin
from workshop.app.render import Notebooks, Renderer
from workshop.app.running import ALIVE
from workshop.app.settings import configuration, find_own_template, headers
from workshop.app.styles import page_css, tokens_css
from workshop.app.wire import Wire
from workshop.content.brand import brand

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop.app.site import Site

_UNUSED = (TornadoVoilaTreeHandler, VoilaContentsHandler, AllowListFileHandler)
"""Lists folders, hands out notebooks as JSON, serves images without login: no page needs them."""
_OWN = {
    TornadoVoilaHandler: ExercisePage,
    TemplateStaticFileHandler: TemplateFile,
    VoilaKernelWebsocketHandler: Wire,
}


class WorkshopApp(Voila):  # type: ignore[misc] # Voilà is untyped
    """Voilà for one `Site`, told by `opened(origin, address)` when it listens."""

    site: Any = AnyTrait()
    opened: Any = AnyTrait()
    mark = AnyTrait("")

    def setup_template_dirs(self) -> None:
        """Find the kit's own template and hand it its words."""
        find_own_template()
        here = {"saving": self.site.data is not None, "demo": self.site.is_demo, "mark": self.mark}
        resources = {**page_resources(), **here, "alive": ALIVE}
        self.voila_configuration.config.VoilaConfiguration.resources = resources
        super().setup_template_dirs()

    def init_settings(self) -> dict[str, Any]:
        """Return Voilà's settings, made stricter; every error page is ours."""
        pages = super().init_settings()
        environment = pages["voila_jinja2_env"]
        environment.globals.update(page_resources(), page_css=page_css())
        environment.get_template("error.html")  # is at hand when no further file can be opened
        return {
            **pages,
            "jinja2_env": environment,
            "compress_response": True,
            "allow_remote_access": self.ip in EVERYWHERE,
            "local_hostnames": ["localhost", self.ip],
            "default_handler_class": Nothing,
            "log_function": _nothing_logged,
            "site": self.site,
            "notebooks": Notebooks(),
            "renderer": Renderer(self, pages),
            "mark": self.mark,
        }

    def init_handlers(self) -> list[Any]:
        """Return Voilà's handlers without those that no page needs, and with our own."""
        kept = [entry for entry in super().init_handlers() if entry[1] not in _UNUSED]
        swapped = [_with_own_page(entry) for entry in kept]
        files = (f"{assets.FOLDER}/(.*)", assets.AssetFile)
        return [("/", FirstPage), (NOTES, NotesPage), (ALIVE, Alive), files, *swapped]

    def listen(self) -> None:
        """Listen on the first free port, say where, and serve until told to stop."""
        sockets = listening(self.ip, self.port)
        self.port: int = sockets[0].getsockname()[1]
        self.app.settings["headers"] = headers(self.ip, self.port)
        HTTPServer(self.app).add_sockets(sockets)
        self.ioloop = IOLoop.current()
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            signal.signal(number, self._handle_signal_stop)
        here = origin(self.ip, self.port)
        asyncio.get_event_loop().set_exception_handler(self._name_fault)
        self.ioloop.add_callback(self.kernel_manager.fill)
        self.ioloop.run_in_executor(None, assets.prepare)
        self.ioloop.add_callback(self.opened, here, f"{here}/?token={self.token}")
        self.ioloop.start()

    def _name_fault(self, _loop: object, facts: dict[str, Any]) -> None:
        """Log the type and the line of what went wrong behind a page, never a value."""
        fault = facts.get("exception")
        if fault is not None:
            last = traceback.extract_tb(fault.__traceback__)[-1:]
            place = "".join(f" {Path(line.filename).name}:{line.lineno}" for line in last)
            self.log.error("%s%s", type(fault).__name__, place)

    def start(self) -> None:
        """Serve; when that ends, end every kernel."""
        try:
            super().start()
        finally:
            self.stop()

    def stop(self) -> None:
        """End every kernel and remove what belongs to them."""
        if hasattr(self, "kernel_manager"):
            run_sync(self.kernel_manager.end)()
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def serve(site: Site, ip: str, port: int, opened: Callable[[str, str], None], *, mark: str = "") -> None:
    """Serve `site` until the process is told to stop.

    Args:
        site: what to show.
        ip: address to listen at.
        port: port to listen on; the next free one is taken when it is busy.
        opened: called with the origin and the full address, token included, once the server answers.
        mark: what this server answers when asked who it is.

    Raises:
        Complaint: it cannot listen there.
    """
    server = WorkshopApp(
        site=site,
        opened=opened,
        mark=mark,
        config=configuration(site, ip, port),
        config_file_paths=[],
        token=secrets.token_hex(24),
        cookie_secret=cookie_secret(site.data),
        identity_provider_class=TokenOnly,
    )
    server.initialize([])
    server.start()


def page_resources() -> dict[str, Any]:
    """Return the words and colours of the page frame, and where its files are."""
    return {
        "frame_words": dict(content.words("frame")),
        "direction": content.direction(),
        "tokens_css": tokens_css(),
        "brand": {"name": brand().name, "logo": assets.logo_address()},
        "asset": assets.address,
    }


def _nothing_logged(request: object) -> None:
    """Addresses may carry the token, and a terminal is read by people."""


def _with_own_page(entry: tuple[Any, ...]) -> tuple[Any, ...]:
    pattern, handler, *rest = entry
    return (pattern, _OWN.get(handler, handler), *rest)
