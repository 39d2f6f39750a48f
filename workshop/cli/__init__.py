"""The command line: `workshop` and its commands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from workshop import __version__
from workshop.app.console import Commands, help_text, option_help
from workshop.cli import answers, computer, facilitator, pages
from workshop.cli.options import FOLDER, browser_option, data_option, opener, port_option, prepared
from workshop.content import forget
from workshop.content.custom import CUSTOM, asserted, is_custom

if TYPE_CHECKING:
    from pathlib import Path

_MENDING = {"customise", "check"}
"""Commands for a folder that cannot be used yet, though the environment may name it."""


@click.group(cls=Commands, invoke_without_command=True, help=help_text("workshop"))
@port_option
@click.option("--ip", default="127.0.0.1", show_default=True, metavar="A", help=option_help("ip"))
@data_option
@browser_option
@click.option("--custom", type=FOLDER, envvar=CUSTOM, metavar="DIR", help=option_help("custom"))
@click.version_option(__version__, prog_name="workshop")
@click.pass_context
def main(context: click.Context, /, *, custom: Path | None, no_browser: bool, **asked: Any) -> None:
    """Open the app, unless another command is called."""
    if custom is not None and (context.invoked_subcommand not in _MENDING or is_custom(custom.expanduser())):
        _take_words_from(custom.expanduser().absolute())
    if context.invoked_subcommand is None:
        from workshop.app.solo import run_solo  # noqa: PLC0415 - Jupyter takes a second to import

        run_solo(prepared(asked["data"]), asked["ip"], asked["port"], opener(browser=not no_browser))


def _take_words_from(folder: Path) -> None:
    """Have this process, and the kernels it starts, read the words of a customised copy."""
    os.environ[CUSTOM] = str(asserted(folder))
    forget()


for command in (
    pages.lab,
    pages.demo,
    facilitator.cases,
    answers.playbook,
    answers.export,
    answers.restore,
    answers.erase,
    facilitator.guide,
    facilitator.print_,
    facilitator.customise,
    facilitator.check,
    computer.doctor,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
