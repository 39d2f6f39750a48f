"""The app for one person, and the demonstration of a worked case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop.app.console import sentence
from workshop.app.notebooks import notebook_folder
from workshop.app.running import Running
from workshop.app.server import serve
from workshop.app.site import Site
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def run_solo(data: Path, ip: str, port: int, opened: Callable[[str, str], None]) -> None:
    """Serve the exercises with the answers of the folder `data`; lead to the server that has it already.

    Raises:
        Complaint: there are no exercises, no free port, or the server that has the folder is silent.
    """
    running = Running(data)
    if not running.hold():
        opened("", running.other_address())
        click.echo(sentence("already"))
        return

    def announced(origin: str, address: str) -> None:
        running.announce(origin, address)
        opened(origin, address)

    try:
        serve(_checked(Site(notebook_folder("exercises"), data)), ip, port, announced, mark=running.mark)
    finally:
        running.release()
    click.echo(sentence("stopped", folder=data), err=True)


def run_demo(case: str, port: int, opened: Callable[[str, str], None]) -> None:
    """Serve the solutions with the worked case `case`, or each with its own; nothing is kept.

    Raises:
        Complaint: there are no notebooks, or no free port.
    """
    site = Site(notebook_folder("solutions"), case=case, empty=notebook_folder("exercises"))
    serve(_checked(site), "127.0.0.1", port, opened)
    click.echo(sentence("stopped_demo"), err=True)


def _checked(site: Site) -> Site:
    if not site.ready:
        raise Complaint("no_notebooks", folder=site.notebooks)
    return site
