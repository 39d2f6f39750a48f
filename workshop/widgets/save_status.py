"""The save status: the one place through which a page's edits travel."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from workshop.widgets import assets
from workshop.widgets.base import State, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

Message = dict[str, Any]
_log = logging.getLogger(__name__)


class SaveStatus(Widget):
    """Whether the answers are saved, the menu "Your data", and the page's outbox.

    Every message of the page goes to `answer`; what it returns goes back, `content` as bytes beside it. When
    `answer` fails, the page hears that nothing was saved, and keeps what was typed.

    It also brings the words that all widgets share, where they do not come with the modules.
    """

    module = "status"
    sheets = ("status", "alert")

    def __init__(self, *, state: dict[str, Any], answer: Callable[[Message], Message | None]) -> None:
        """Show `state`, and pass messages on to `answer`."""
        super().__init__(state=state)
        self._answer = answer
        self.on_msg(self._receive)

    def _told(self, state: State) -> State:
        served = assets.address(assets.MODULES)
        return {name: fact for name, fact in state.items() if not served or name != "words"}

    def _receive(self, _widget: SaveStatus, message: Any, _buffers: Any) -> None:
        reply = self._reply(message) if isinstance(message, dict) else None
        if reply is not None:
            content = reply.pop("content", None)
            self.send(reply, buffers=None if content is None else [content])

    def _reply(self, message: Message) -> Message | None:
        try:
            return self._answer(message)
        except Exception as failure:  # noqa: BLE001 - it would print what was typed
            _log.error("%s at %s", type(failure).__name__, _place(failure))
            return _not_done(message)


def _place(failure: BaseException) -> str:
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"


def _not_done(message: Message) -> Message | None:
    if message.get("kind") == "edit":
        return {
            "kind": "receipt",
            "seq": message.get("seq"),
            "status": "unsaved",
            "sentence": "",
            "theirs": None,
        }
    if message.get("kind") == "ping":
        return None
    return {"kind": "done", "what": message.get("kind"), "ok": False, "sentence": ""}
