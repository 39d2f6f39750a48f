"""Who may come in: whoever opens the printed address, and the same browser afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider
from jupyter_server.base.handlers import JupyterHandler

if TYPE_CHECKING:
    from tornado.web import RequestHandler


class Door(JupyterHandler):
    """The page for whoever comes without the token or a cookie."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say how to get in."""
        self.send_error(403)


class TokenOnly(IdentityProvider):
    """The token in the printed address, then a cookie; no form, no password, no name."""

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return the one page that is shown to strangers."""
        return [(r"/login", Door)]

    def set_login_cookie(self, handler: RequestHandler, user: Any) -> None:
        """Set the cookie so that no other site's request carries it."""
        self.cookie_options = {"samesite": "Lax"}
        super().set_login_cookie(handler, user)
