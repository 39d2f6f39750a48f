"""What the server answers: the first page, an exercise, and kind words for everything else."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import tornado.web
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError
from voila.static_file_handler import TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

from workshop.app.frame import frame
from workshop.app.kernels import CASE
from workshop.app.limits import UNCLAIMED
from workshop.app.notebooks import is_about, own_case
from workshop.app.page_run import PageRun
from workshop.app.parts import mark_parts
from workshop.app.presenter import BEST, KEPT, bar, query_of
from workshop.app.progress import left_off, progress
from workshop.content import case_names, words

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from workshop.app.render import Renderer
    from workshop.app.site import Site


_NO_ROOM = {errno.EMFILE, errno.ENFILE}
"""This process, or this machine, may open no further file."""


class FirstPage(JupyterHandler):
    """`/`: leads to where the person left off: the last page in this browser, or of the last change."""

    @tornado.web.authenticated
    def get(self) -> None:
        """Redirect to the exercise to open; the token stays behind."""
        site: Site = self.settings["site"]
        if not site.ready:
            raise tornado.web.HTTPError(404)
        seen = self.get_cookie(place_cookie(self))
        place = exercise_path(seen if seen in site.ready else left_off(progress(site.data), site.ready))
        self.redirect(f"{place}?present=1" if site.is_demo else place)


class ExercisePage(TornadoVoilaHandler):  # type: ignore[misc] # Voilà is untyped
    """One exercise: starts a kernel only for a page that exists, and ends it when the page is gone early."""

    @tornado.web.authenticated
    async def get(self, path: str = "") -> None:
        """Send the exercise at `path`, such as `03_five_people.ipynb`."""
        try:
            await self._answer(path)
        except OSError as trouble:
            if trouble.errno not in _NO_ROOM:
                raise
            raise tornado.web.HTTPError(503) from None

    async def _answer(self, path: str) -> None:
        site: Site = self.settings["site"]
        if path not in {f"{name}.ipynb" for name in site.ready}:
            raise tornado.web.HTTPError(404)
        if "token" in self.request.query_arguments:
            self.redirect(_without_token(self.request.path, self.request.query))
            return
        folder = site.empty if site.empty and asks_empty(self) else site.notebooks
        notebook = self.settings["notebooks"].copy(folder / path)
        frame_notebook(self, notebook)
        self.set_header("Content-Type", "text/html")
        self.set_header("Cache-Control", "no-store")
        case = "" if asks_empty(self) else shown_case(self)
        if not self._run.begin(site.most_pages, {CASE: case} if case else {}):
            raise tornado.web.HTTPError(503)
        await self._make(notebook, path.removesuffix(".ipynb"))

    def prepare(self) -> Any:
        """Begin with no kernel."""
        self._run = PageRun(self.kernel_manager, self.flush)
        self._left = False
        return super().prepare()

    def on_connection_close(self) -> None:
        """End the kernel of a page that was closed before it was complete; one may be starting still."""
        super().on_connection_close()
        self._left = True
        self._end_if_alone(0)

    async def _make(self, notebook: NotebookNode, name: str) -> None:
        renderer: Renderer = self.settings["renderer"]
        try:
            async for part, _ in renderer.page(notebook, name, self._run.start, self._run.cells):
                self.write(part)
        except StreamClosedError:
            self._left = True
        finally:
            self._run.leave()
            self._end_if_alone(0 if self._left else UNCLAIMED)

    def _end_if_alone(self, seconds: float) -> None:
        if self._run.kernel is not None:
            IOLoop.current().call_later(seconds, self.kernel_manager.end_if_alone, self._run.kernel.id)


class TemplateFile(TemplateStaticFileHandler):  # type: ignore[misc] # Voilà is untyped
    """A file of a template, for everybody; Voilà takes an address of another shape for a fault of its own."""

    def parse_url_path(self, url_path: str) -> str:
        """Return where `url_path`, such as `coalition/static/page.css`, lies."""
        if not re.fullmatch(r"[\w-]+/static/.+", url_path) or ".." in url_path:
            raise tornado.web.HTTPError(404)
        return str(super().parse_url_path(url_path))


class Nothing(JupyterHandler):
    """Every address that is not a page."""

    @tornado.web.authenticated
    def get(self) -> None:
        """Say that there is no such page, and where the pages are."""
        raise tornado.web.HTTPError(404)


class Alive(JupyterHandler):
    """Tells a second server of the same data folder that this one is running."""

    @allow_unauthenticated
    def get(self) -> None:
        """Answer with this server's mark, which opens nothing."""
        self.set_header("Content-Type", "text/plain")
        self.finish(self.settings["mark"])


def frame_notebook(request: JupyterHandler, notebook: NotebookNode) -> None:
    """Give the notebook its frame and the page its XSRF cookie.

    Without the cookie the page's goodbye is refused and its kernel stays.
    """
    site: Site = request.settings["site"]
    name = request.request.path.rpartition("/")[2].removesuffix(".ipynb")
    asked = asked_case(request)
    if name in words("frame")["case_elsewhere"] or not is_about(notebook, shown_case(request)):
        notebook.cells = [
            cell for cell in notebook.cells if "commentary" not in cell.metadata.get("tags", ())
        ]
    notebook.metadata["frame"] = frame(name, site.ready, progress(site.answers(asked), asked).done, asked)
    if site.is_demo:
        _present(request, notebook)
    notebook.metadata["frame"]["whole"] = request.get_query_argument("front", "") == "voila"
    request.xsrf_token  # noqa: B018 - reading it sets the cookie
    if not asked:
        request.set_cookie(place_cookie(request), name, expires_days=365, httponly=True, samesite="Strict")


def asked_case(request: JupyterHandler) -> str:
    """Return the worked case that the address asks for, `?case=fragile-alliance`; empty when none.

    Raises:
        HTTPError: 404, there is no such case.
    """
    case: str = request.get_query_argument("case", "")
    if case == BEST and request.settings["site"].is_demo:
        return ""
    if case and case not in case_names():
        raise tornado.web.HTTPError(404)
    return case


def shown_case(request: JupyterHandler) -> str:
    """Return the case that a page shows: the one asked for, else the site's; empty for each with its own."""
    best = request.get_query_argument("case", "") == BEST
    return asked_case(request) or ("" if best else request.settings["site"].case)


def asks_empty(request: JupyterHandler) -> bool:
    """Return whether a page of a demonstration shall have no answers."""
    return bool(request.settings["site"].is_demo and request.get_query_argument("empty", ""))


def _present(request: JupyterHandler, notebook: NotebookNode) -> None:
    """Name the parts of a page, and give its frame the presenter's bar."""
    mark_parts(notebook.cells)
    framed = notebook.metadata["frame"]
    framed["query"] = query_of({key: request.get_query_argument(key, "") for key in KEPT})
    own = "" if framed["here"]["name"] in words("frame")["case_elsewhere"] else own_case(notebook)
    framed["presenter"] = bar(framed, shown_case(request), own, empty=asks_empty(request))


def place_cookie(request: JupyterHandler) -> str:
    """Return the name of the cookie that remembers the last page; browsers share cookies between ports."""
    return f"place-{request.request.host.rpartition(':')[2]}"


def exercise_path(name: str) -> str:
    """Return the address of an exercise on this server."""
    return f"/voila/render/{name}.ipynb"


def _without_token(path: str, query: str) -> str:
    rest = urlencode([(key, value) for key, value in parse_qsl(query) if key != "token"])
    return f"{path}?{rest}" if rest else path
