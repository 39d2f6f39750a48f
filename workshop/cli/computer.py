"""`workshop doctor`: what is wrong with this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshop.app.console import help_text
from workshop.app.folder import data_folder
from workshop.cli.options import data_option, port_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help=help_text("doctor"))
@port_option
@data_option
@click.pass_context
def doctor(context: click.Context, port: int, data: Path | None) -> None:
    """Check the computer; exit code 1 when something has to be fixed."""
    from workshop.app.doctor import checks, report  # noqa: PLC0415 - as above

    found = checks(data_folder(data), port)
    click.echo(report(found))
    context.exit(int(any(check.state == "fix" for check in found)))
