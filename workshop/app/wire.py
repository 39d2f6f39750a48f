"""The wire between a page and its kernel, as the server sees it."""

from __future__ import annotations

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshop.app.limits import PING_INTERVAL, PING_PATIENCE


class Wire(VoilaKernelWebsocketHandler):  # type: ignore[misc] # Voilà is untyped
    """Voilà's websocket, sending each message at once instead of waiting for another to go with it.

    Tornado pings by itself, in seconds. Jupyter does so too, in milliseconds, by settings of the same names:
    with a timeout that Tornado allows it closes each websocket at its first ping.
    """

    ping_interval = PING_INTERVAL
    ping_timeout = PING_PATIENCE

    async def open(self, kernel_id: str) -> None:
        """Begin to pass messages on."""
        self.set_nodelay(True)
        await super().open(kernel_id)

    def send_ping(self) -> None:
        """Leave pings to Tornado."""
        self.ping_callback.stop()
