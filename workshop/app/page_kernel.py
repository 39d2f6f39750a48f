"""A started kernel and our client of it: runs the cells of one page and hands over what they put out."""

from __future__ import annotations

from queue import Empty
from typing import TYPE_CHECKING, Any

import attrs
from nbformat import NotebookNode

from workshop.app.limits import ALIVE_INTERVAL, ECHO, KERNEL_PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from jupyter_client.asynchronous.client import AsyncKernelClient
    from jupyter_client.manager import AsyncKernelManager

_SILENT = "it does not answer"
TOLD = "application/vnd.coalition.comms+json"
"""Kind of output that brings the page what the kernel said of its widgets."""
_OF_WIDGETS = {"comm_open", "comm_msg", "comm_close"}
_SHOWN = {"display_data", "execute_result", "stream", "error"}


class KernelEnded(Exception):  # noqa: N818 - it is what happened
    """The kernel ended, or stayed silent for longer than any cell may take."""


@attrs.define
class PageKernel:
    """A kernel that listens.

    Attributes:
        id: its id on this server.
        manager: what knows its process.
        client: what speaks with it, connected.
    """

    id: str
    manager: AsyncKernelManager
    client: AsyncKernelClient

    @classmethod
    async def connected(cls, kernel_id: str, manager: AsyncKernelManager) -> PageKernel:
        """Connect to a kernel, and wait until it has seen that we listen.

        Raises:
            KernelEnded: it does not answer.
        """
        kernel = cls(kernel_id, manager, manager.client(context=manager.context))
        try:
            kernel.client.start_channels(stdin=False, hb=False, control=False)
            await kernel._greeted()
        except BaseException:
            kernel.leave()
            raise
        return kernel

    async def outputs(
        self, sources: Sequence[str], environment: Mapping[str, str]
    ) -> AsyncIterator[list[NotebookNode]]:
        """Run `sources` one after the other and yield what each puts out; one that fails stops no other.

        Args:
            sources: Python of the cells.
            environment: variables to set first.

        Raises:
            KernelEnded: before the last one was done.
        """
        self._run(f"import os; os.environ.update({dict(environment)!r}); del os")
        asked = [self._run(source) for source in sources]
        for message_id in asked:
            heard: list[dict[str, Any]] = []
            while not _is_end(message := await self._heard(), message_id):
                if message["parent_header"].get("msg_id") == message_id:
                    heard.append(message)
            yield [*_told(heard), *(_output(message) for message in heard if message["msg_type"] in _SHOWN)]

    def leave(self) -> None:
        """Close the client; the kernel goes on."""
        self.client.stop_channels()

    async def _greeted(self) -> None:
        for _ in range(round(KERNEL_PATIENCE / ECHO)):
            self.client.kernel_info()
            if await self._message(ECHO):
                return
            await self._check()
        raise KernelEnded(_SILENT)

    def _run(self, source: str) -> str:
        return str(self.client.execute(source, store_history=False, allow_stdin=False, stop_on_error=False))

    async def _heard(self) -> dict[str, Any]:
        for _ in range(round(KERNEL_PATIENCE / ALIVE_INTERVAL)):
            if message := await self._message(ALIVE_INTERVAL):
                return message
            await self._check()
        raise KernelEnded(_SILENT)

    async def _message(self, patience: float) -> dict[str, Any] | None:
        try:
            message: dict[str, Any] = await self.client.get_iopub_msg(timeout=patience)
        except Empty:
            return None
        return message

    async def _check(self) -> None:
        if not await self.manager.is_alive():
            msg = "it ended"
            raise KernelEnded(msg)


def _told(messages: Sequence[Mapping[str, Any]]) -> list[NotebookNode]:
    """Return what the kernel said of its widgets as one output, so that the page need not ask for it.

    A message with binary parts is left out: the page asks for what it has not heard.
    """
    said = [
        {"type": message["msg_type"], "content": message["content"]}
        for message in messages
        if message["msg_type"] in _OF_WIDGETS and not message["buffers"]
    ]
    content = {"data": {TOLD: said}, "metadata": {}}
    return [_output({"content": content, "msg_type": "display_data"})] if said else []


def _output(message: Mapping[str, Any]) -> NotebookNode:
    return NotebookNode(message["content"], output_type=message["msg_type"])  # type: ignore[no-untyped-call]


def _is_end(message: Mapping[str, Any], message_id: str) -> bool:
    if message["parent_header"].get("msg_id") != message_id or message["msg_type"] != "status":
        return False
    return bool(message["content"]["execution_state"] == "idle")
