"""A visitor without a browser: gets the page, opens the websocket as Voilà's front end does, edits."""

import asyncio
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from uuid import uuid4

import httpx
from websockets.asyncio.client import connect

PROTOCOL = "v1.kernel.websocket.jupyter.org"
CONTROL = "jupyter.widget.control"
CONFIGURATION = re.compile(r'<script id="jupyter-config-data"[^>]*>\s*(\{.*?\})\s*</script>', re.DOTALL)
VIEW = re.compile(r'"application/vnd\.jupyter\.widget-view\+json":\s*\{[^{}]*"model_id":\s*"(\w+)"')


class Visitor:
    """One visit to one page.

    Attributes:
        first_byte, last_byte, ready: seconds since it set out.
        views: ids of the widgets that the page shows.
        states: what each widget shows, by its id.
    """

    def __init__(self, address):
        self.address = address
        self.origin = re.match(r"https?://[^/]+", address)[0]
        self.client = httpx.AsyncClient(verify=False, trust_env=False, timeout=300, follow_redirects=True)
        self.states, self.views = {}, set()
        self.first_byte = self.last_byte = self.ready = None
        self.kernel = None
        self._session = uuid4().hex
        self._socket = self._reader = None
        self._awaited = []

    async def enter(self, door):
        """Come in through the address with the token, and keep the cookie."""
        await self.client.get(door, follow_redirects=False)
        return self

    async def arrive(self):
        """Open the page and wait until every widget on it has its state; return itself."""
        begun = time.perf_counter()
        page = await self._page(begun)
        self.views = set(VIEW.findall(page))
        found = CONFIGURATION.search(page)
        assert found, f"no kernel in the page: {page[:300]}"
        self.kernel = json.loads(found[1])["kernelId"]
        await self._connect()
        await self._ask("kernel_info_request", {}, lambda kind, *_: kind == "kernel_info_reply")
        await self._load_states()
        self.ready = time.perf_counter() - begun
        missing = self.views - set(self.states)
        assert self.views, "the page shows no widget"
        assert not missing, f"{len(missing)} of {len(self.views)} widgets have no state"
        return self

    async def read(self):
        """Only get the page, whatever it is; return itself."""
        page = await self._page(time.perf_counter())
        found = CONFIGURATION.search(page)
        self.kernel = json.loads(found[1])["kernelId"] if found else None
        return self

    def model(self, fits):
        """Return the id of the widget whose state fits."""
        return next(id for id, state in self.states.items() if fits(state))

    async def edit(self, message):
        """Send an edit to the kit's save status and return its receipt."""
        status = self.model(lambda state: "SaveStatus" in str(state.get("_anywidget_id")))

        def is_receipt(kind, content, _parent):
            said = content.get("data", {}).get("content", {}) if kind == "comm_msg" else {}
            return said.get("kind") == "receipt" and said.get("seq") == message["seq"]

        data = {"method": "custom", "content": {"kind": "edit", **message}}
        content = await self._ask("comm_msg", {"comm_id": status, "data": data}, is_receipt)
        return content["data"]["content"]

    async def set(self, model, state, answer):
        """Set what a plain widget holds; wait until the widget `answer` shows something else."""

        def is_answer(kind, content, _parent):
            method = content.get("data", {}).get("method")
            return kind == "comm_msg" and content.get("comm_id") == answer and method == "update"

        data = {"method": "update", "state": state, "buffer_paths": []}
        return await self._ask("comm_msg", {"comm_id": model, "data": data}, is_answer)

    async def leave(self):
        """Close the page as a browser does: say goodbye, then hang up."""
        if self._reader:
            self._reader.cancel()
        if self.kernel:
            await self._say_goodbye()
        if self._socket:
            await self._socket.close()
        await self.client.aclose()

    async def _say_goodbye(self):
        with suppress(httpx.HTTPError):
            form = {"_xsrf": self.client.cookies.get("_xsrf") or ""}
            await self.client.post(f"{self.origin}/voila/api/shutdown/{self.kernel}", data=form)

    async def _page(self, begun):
        parts = []
        async with self.client.stream("GET", self.address) as answer:
            assert answer.status_code == 200, f"{answer.status_code} for the page"
            async for part in answer.aiter_bytes():
                if self.first_byte is None:
                    self.first_byte = time.perf_counter() - begun
                parts.append(part)
        self.last_byte = time.perf_counter() - begun
        return b"".join(parts).decode()

    async def _connect(self):
        jar = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.client.cookies.jar)
        address = self.origin.replace("http", "ws", 1)
        self._socket = await connect(
            f"{address}/api/kernels/{self.kernel}/channels?session_id={self._session}",
            subprotocols=[PROTOCOL],
            additional_headers={"Cookie": jar} if jar else {},
            origin=self.origin,
            max_size=None,
            proxy=None,
            open_timeout=300,
            ping_interval=None,
        )
        assert self._socket.subprotocol == PROTOCOL
        self._reader = asyncio.create_task(self._read())

    async def _load_states(self):
        """Ask for the states of all widgets, as the widget manager does when a page opens."""
        comm = uuid4().hex
        opening = {"comm_id": comm, "target_name": CONTROL, "data": {}}
        await self._send("comm_open", opening, {"version": "1.0.0"})

        def is_states(kind, content, _parent):
            method = content.get("data", {}).get("method")
            return kind == "comm_msg" and content.get("comm_id") == comm and method == "update_states"

        asked = {"comm_id": comm, "data": {"method": "request_states"}}
        content = await self._ask("comm_msg", asked, is_states)
        self.states = {id: entry["state"] for id, entry in content["data"]["states"].items()}

    async def _ask(self, kind, content, fits, limit=300):
        heard = asyncio.get_running_loop().create_future()
        self._awaited.append((fits, heard))
        await self._send(kind, content)
        return await asyncio.wait_for(heard, limit)

    async def _send(self, kind, content, metadata=None):
        header = {
            "msg_id": uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "date": "2030-01-01T00:00:00.000Z",
            "version": "5.2",
        }
        await self._socket.send(packed("shell", [header, {}, metadata or {}, content]))

    async def _read(self):
        try:
            async for message in self._socket:
                self._hear(*unpacked(message))
        except Exception as failure:  # noqa: BLE001 - whoever waits shall hear of it
            for _, heard in self._awaited:
                if not heard.done():
                    heard.set_exception(failure)

    def _hear(self, _channel, parts):
        if not self._awaited:
            return
        kind = json.loads(parts[0])["msg_type"]
        if kind == "status":
            return
        content = json.loads(parts[3])
        for entry in list(self._awaited):
            fits, heard = entry
            if not heard.done() and fits(kind, content, parts[1]):
                heard.set_result(content)
            if heard.done():
                self._awaited.remove(entry)


def packed(channel, parts):
    """Return a message as Jupyter's first binary websocket protocol has it."""
    blobs = [channel.encode(), *(json.dumps(part).encode() for part in parts)]
    at = [8 * (len(blobs) + 2)]
    for blob in blobs:
        at.append(at[-1] + len(blob))
    return b"".join(number.to_bytes(8, "little") for number in (len(at), *at)) + b"".join(blobs)


def unpacked(message):
    """Return the channel and the parts of a message."""
    count = int.from_bytes(message[:8], "little")
    at = [int.from_bytes(message[8 * n : 8 * (n + 1)], "little") for n in range(1, count + 1)]
    blobs = [message[begin:end] for begin, end in pairwise(at)]
    return blobs[0].decode(), blobs[1:]


async def together(addresses, doors=None, limit=600):
    """Let visitors arrive at once; return those who are ready and the failures, as text."""
    visitors = [Visitor(address) for address in addresses]
    if doors:
        for visitor, door in zip(visitors, doors, strict=True):
            await visitor.enter(door)
    ended = await asyncio.gather(
        *(asyncio.wait_for(visitor.arrive(), limit) for visitor in visitors), return_exceptions=True
    )
    ready = [visitor for visitor in ended if isinstance(visitor, Visitor)]
    failures = [f"{type(end).__name__}: {end}" for end in ended if not isinstance(end, Visitor)]
    return ready, failures


def finished(coroutine):
    """Run a coroutine to its end and return what it returns; Chromium's driver has this thread's own loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
