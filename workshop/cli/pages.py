"""`workshop lab` and `workshop demo`: the pages, opened in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop.app.console import help_text, sentence
from workshop.cli.options import browser_option, case_unknown, data_option, opener, port_option, prepared
from workshop.content import case_names

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help=help_text("lab"))
@port_option
@data_option
@browser_option
def lab(port: int, data: Path | None, *, no_browser: bool) -> None:
    """Open JupyterLab on the person's own copies."""
    from workshop.app.copies import bring_up_to_date, in_own_words  # noqa: PLC0415 - as above
    from workshop.app.lab import serve_lab  # noqa: PLC0415
    from workshop.app.notebooks import notebook_folder  # noqa: PLC0415

    folder = prepared(data)
    copies = folder / "notebooks"
    with in_own_words(notebook_folder("exercises")) as shipped:
        for name in bring_up_to_date(shipped, copies):
            click.echo(sentence("new_copy", name=name), err=True)
    serve_lab(copies, folder, port, opener(browser=not no_browser))
    click.echo(sentence("stopped", folder=folder), err=True)


@click.command(help=help_text("demo"))
@click.argument("case", required=False)
@port_option
@browser_option
def demo(case: str | None, port: int, *, no_browser: bool) -> None:
    """Serve the worked cases."""
    if case is not None and case not in case_names():
        raise click.UsageError(case_unknown(case, case_names()))
    from workshop.app.solo import run_demo  # noqa: PLC0415 - as above

    run_demo(case or "", port, opener(browser=not no_browser))
