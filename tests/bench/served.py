"""Servers under measurement: the kit, plain Voilà, the kit's pages on plain Voilà, and the peers."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import attrs
from kit import free_port
from tree import Tree
from visitor import Visitor, finished

from workshop.content.worked import worked
from workshop.storage import FileStore

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PEERS = HERE / "peers"
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
CASE = "making-change-stick"
PAGE = "03_five_people"
TITLE = "Which five would you still want beside you in five years?"
PATIENCE = 60.0
"""Seconds that a server may take to answer its first page."""

COMMANDS = {
    "Streamlit": "-m streamlit run {file} --server.port {port} --server.address 127.0.0.1 "
    "--server.headless true --browser.gatherUsageStats false --global.developmentMode false",
    "Panel": "-m panel serve {file} --port {port} --address 127.0.0.1 "
    "--allow-websocket-origin 127.0.0.1:{port}",
    "Solara": "-m solara run {file} --port {port} --host 127.0.0.1 --no-open --production",
    "marimo": "-m marimo run {file} --port {port} --host 127.0.0.1 --headless --no-token",
    "NiceGUI": "{file} {port}",
}
ENTRY = {"Panel": "/with_panel"}
SHADOWED = ("Panel", "marimo")
"""Those who draw inside shadow roots."""


@attrs.frozen
class Served:
    """A running server.

    Attributes:
        name: of what it serves.
        process: its process.
        tree: its processes.
        page: address of the page that is measured.
        door: address to come in by first; empty when everybody may.
        began: seconds from the command to the first page answered.
    """

    name: str
    process: subprocess.Popen
    tree: Tree
    page: str
    door: str
    began: float

    def doors(self, number):
        """A door for each of so many visitors; None when there is none."""
        return [self.door] * number if self.door else None


def seeded(folder):
    """Put the answers of a worked case into `folder`, and return it."""
    FileStore(folder).save(attrs.evolve(worked(CASE), revision=1))
    return folder


@contextmanager
def kit(scratch, **environment):
    """The kit as a person starts it, with the answers of a worked case."""
    data = seeded(_fresh(scratch))
    words = [
        sys.executable,
        "-m",
        "workshop",
        "--no-browser",
        "--port",
        str(free_port()),
        "--data",
        str(data),
    ]
    with _announced("kit", words, scratch, **environment) as served:
        yield served


@contextmanager
def classroom(scratch):
    """The kit's server for many people, each with a folder of answers."""
    data = seeded(_fresh(scratch))
    script = [str(HERE / "classroom.py"), str(ROOT / "exercises"), str(data), str(free_port())]
    with _announced("kit", [sys.executable, *script], scratch) as served:
        yield served


@contextmanager
def plain(scratch):
    """Plain Voilà with the same questions in ipywidgets."""
    notebook = scratch / "plain" / "five.ipynb"
    notebook.parent.mkdir(exist_ok=True)
    notebook.write_text(json.dumps(_notebook()), encoding="utf-8")
    with _voila("plain Voilà", notebook.parent, scratch, "five") as served:
        yield served


@contextmanager
def same_page(scratch):
    """The kit's own page on plain Voilà."""
    data = seeded(_fresh(scratch))
    with _voila("same page", ROOT / "exercises", scratch, PAGE, WORKSHOP_DATA=str(data)) as served:
        yield served


@contextmanager
def peer(name, scratch):
    """The small form in one of the peers."""
    port = free_port()
    file = PEERS / f"with_{name.lower()}.py"
    words = [str(PEER_PYTHON), *COMMANDS[name].format(file=file, port=port).split()]
    address = f"http://127.0.0.1:{port}{ENTRY.get(name, '/')}"
    with _polled(name, words, address, scratch) as served:
        yield served


def installed(name):
    """Whether this peer is there to be measured."""
    found = PEER_PYTHON.parent.parent.glob(f"lib/python*/site-packages/{name.lower()}")
    return PEER_PYTHON.exists() and any(found)


def _notebook():
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {TITLE}"},
        {
            "cell_type": "code",
            "id": "form",
            "metadata": {},
            "source": "import with_voila; with_voila.show()",
            "execution_count": None,
            "outputs": [],
        },
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}


def _fresh(scratch):
    return Path(tempfile.mkdtemp(dir=scratch)) / "data"


@contextmanager
def _announced(name, words, scratch, **environment):
    """A server of the kit, which prints its address when it listens."""
    with _process(words, scratch, stdout=subprocess.PIPE, **environment) as (process, begun):
        door = process.stdout.readline().strip().rpartition(" ")[2]
        assert door.startswith("http"), f"{name} printed no address"
        page = f"{door.partition('/?')[0]}/voila/render/{PAGE}.ipynb"
        began = finished(_first_page(page, door, begun))
        yield Served(name, process, Tree(process.pid), page, door, began)


def _voila(name, folder, scratch, page, **environment):
    port = free_port()
    words = [sys.executable, "-m", "voila", str(folder), "--no-browser", "--port", str(port)]
    address = f"http://127.0.0.1:{port}/voila/render/{page}.ipynb"
    return _polled(name, words, address, scratch, **environment)


@contextmanager
def _polled(name, words, address, scratch, **environment):
    """A server that says nothing: asked until it answers."""
    with _process(words, scratch, stdout=subprocess.DEVNULL, **environment) as (process, begun):
        while not _listens(address):
            assert process.poll() is None, f"{name} ended: see {scratch / 'servers.log'}"
            assert time.perf_counter() - begun < PATIENCE, f"{name} does not answer"
            time.sleep(0.02)
        began = finished(_first_page(address, "", begun))
        yield Served(name, process, Tree(process.pid), address, "", began)


async def _first_page(page, door, begun):
    """Read the page once and leave it; return how long after `begun` it was there."""
    visitor = Visitor(page)
    if door:
        await visitor.enter(door)
    await visitor.read()
    taken = time.perf_counter() - begun
    await visitor.leave()
    return taken


def _listens(address):
    host = urlsplit(address)
    with suppress(OSError), socket.create_connection((host.hostname, host.port), timeout=1):
        return True
    return False


@contextmanager
def _process(words, scratch, stdout, **environment):
    own = {
        "JUPYTER_CONFIG_DIR": str(scratch / "no-config"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(PEERS)]),
        "FIVE_DATA": str(scratch),
        **environment,
    }
    begun = time.perf_counter()
    with (scratch / "servers.log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            words, stdout=stdout, stderr=log, text=True, cwd=scratch, env={**os.environ, **own}
        )
    tree = Tree(process.pid)
    try:
        yield process, begun
    finally:
        _end(process, tree)


def _end(process, tree):
    """End a server and whatever it left behind."""
    below = tree.processes()[1:] if process.poll() is None else []
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
    for child in below:
        with suppress(Exception):
            child.kill()
