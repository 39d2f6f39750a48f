"""What several commands ask for in the same way."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshop.app.console import Port, option_help, sentence, trouble
from workshop.app.folder import data_folder, prepare
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = ("a4", "letter")
FOLDER = click.Path(path_type=Path, file_okay=True)
FILE = click.Path(path_type=Path, dir_okay=False)

port_option = click.option("--port", type=Port(), default=8866, show_default=True, help=option_help("port"))
data_option = click.option("--data", type=FOLDER, metavar="DIR", help=option_help("data"))
browser_option = click.option("--no-browser", is_flag=True, help=option_help("no_browser"))
out_option = click.option("--out", type=FOLDER, required=True, metavar="DIR", help=option_help("out_folder"))
paper_option = click.option(
    "--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help=option_help("paper")
)
replace_option = click.option("--replace", is_flag=True, help=option_help("replace"))


def prepared(data: Path | None) -> Path:
    """Return the data folder that was asked for, or the usual one, ready for answers."""
    folder = data_folder(data)
    prepare(folder)
    return folder


def opener(*, browser: bool) -> Callable[[str, str], Any]:
    """Return what prints the address of a server, and opens it."""

    def opened(_origin: str, address: str) -> None:
        click.echo(address)
        click.echo(sentence("opened"))
        if browser:
            webbrowser.open(address)

    return opened


def case_unknown(case: str, names: tuple[str, ...]) -> str:
    """Return what to say about a case that does not exist."""
    return trouble(Complaint("case_unknown", case=case, names=", ".join(names)))
