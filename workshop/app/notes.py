"""The facilitator's notes: a second window that follows the presenter's."""

from __future__ import annotations

import tornado.web
from jupyter_server.base.handlers import JupyterHandler

from workshop.app.presenter import notes

ADDRESS = "/notes"


class NotesPage(JupyterHandler):
    """`/notes` of a demonstration; anywhere else there is no such page."""

    @tornado.web.authenticated
    def get(self) -> None:
        """Send every note at once: the page follows the other window without asking again."""
        if not self.settings["site"].is_demo:
            raise tornado.web.HTTPError(404)
        self.set_header("Cache-Control", "no-store")
        page = self.render_template("notes.html", given=notes())  # type: ignore[no-untyped-call]
        self.finish(page)
