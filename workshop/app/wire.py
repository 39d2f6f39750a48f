"""The wire between a page and its kernel, as the server sees it."""

from __future__ import annotations

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler


class Wire(VoilaKernelWebsocketHandler):  # type: ignore[misc] # Voilà is untyped
    """Voilà's websocket, sending each message at once instead of waiting for another to go with it."""

    async def open(self, kernel_id: str) -> None:
        """Begin to pass messages on."""
        self.set_nodelay(True)
        await super().open(kernel_id)
