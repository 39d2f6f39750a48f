"""A server process over small notebooks, and a client that may hold its cookie."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import nbformat
from kernel_processes import kernel_processes

SERVE = """
import sys
from pathlib import Path
from workshop.app.server import serve
from workshop.app.site import Site
notebooks, data, port, most = sys.argv[1:]
site = Site(Path(notebooks), Path(data) if data else None, int(most))
serve(site, "127.0.0.1", int(port), lambda origin, address: print(address, flush=True), mark="the mark")
"""
WIDGET = """import anywidget
class Answer(anywidget.AnyWidget):
    _esm = '''export default { render({ el }) {
      el.innerHTML = "<p style='height: 30rem'><label>Code name <input class='here'></label></p>";
    } }'''
Answer()"""
NAMES = ("00_start", "01_alliances", "02_purpose", "03_five_people", "04_alliance_map", "09_commit")


def write_notebook(path, *cells):
    """Write a notebook of (kind, source) cells."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    make = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    notebook.cells = [make[kind](source, metadata=dict(*more)) for kind, source, *more in cells]
    nbformat.write(notebook, path)


class Server:
    """A server process and a client that may hold its cookie."""

    def __init__(
        self, notebooks, data, *, port=8870, most=24, cwd=None, ready=0, before="", environment=(), **process
    ):
        """Start it: `before` is Python to run first, `environment` and `process` are its own."""
        words = [sys.executable, "-c", before + SERVE, str(notebooks), str(data or ""), str(port), str(most)]
        path = str(Path(__file__).parents[2])
        self.process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            text=True,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": path, "WORKSHOP_READY": str(ready), **dict(environment)},
            **process,
        )
        self.address = self.process.stdout.readline().strip()
        self.origin = self.address.partition("/?")[0]
        self.port = int(self.origin.rpartition(":")[2])

    def page(self, name):
        return f"{self.origin}/voila/render/{name}.ipynb"

    def stranger(self):
        return httpx.Client(base_url=self.origin, follow_redirects=True, timeout=30, trust_env=False)

    @contextmanager
    def guest(self):
        """A client that has come in through the printed address."""
        with self.stranger() as client:
            assert client.get(self.address, follow_redirects=False).status_code == 302
            yield client

    def kernels(self):
        return len(kernel_processes(self.process.pid))

    def kernels_become(self, number, seconds=25):
        """Wait until there are `number` kernels, and say how many there are."""
        end = time.monotonic() + seconds
        while self.kernels() != number and time.monotonic() < end:
            time.sleep(0.1)
        return self.kernels()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def stored_document(folder, step):
    """Put a workbook into a data folder whose last change was made at `step`."""
    document = {
        "kind": "coalition-workbook",
        "schema_version": 1,
        "revision": 1,
        "step": step,
        "workbook": {},
    }
    (folder / "workbook.json").write_text(json.dumps(document), encoding="utf-8")
