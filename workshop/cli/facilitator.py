"""Commands for whoever prepares and leads a workshop."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from workshop.app.console import help_text, option_help, sentence
from workshop.cli.options import (
    FILE,
    FOLDER,
    browser_option,
    opener,
    out_option,
    paper_option,
    port_option,
    replace_option,
)
from workshop.content import exercise_names

if TYPE_CHECKING:
    from pathlib import Path

LENGTHS = ("two-days", "one-day", "half-day", "ninety-minutes")
WHAT = ("workbook", "cards", "run-sheet", "posters")


@click.command(help=help_text("cases"))
@click.option("--exercise", metavar="NN_NAME", help=option_help("exercise"))
@click.option("--markdown", is_flag=True, help=option_help("markdown"))
def cases(exercise: str | None, *, markdown: bool) -> None:
    """Print what the exercises find in the worked cases."""
    names = exercise_names()
    if exercise is not None and exercise not in names:
        raise click.UsageError(sentence("exercise_unknown", exercise=exercise, names=", ".join(names)))
    from workshop.app.cases import as_markdown, as_text, sections  # noqa: PLC0415 - networkx takes a moment

    found = sections(names if exercise is None else (exercise,))
    width = get_terminal_size().columns
    click.echo((as_markdown(found) if markdown else as_text(found, width)) or sentence("no_findings"))


@click.command(help=help_text("guide"))
@click.argument("file", type=FILE, metavar="[F]", required=False)
@click.option("--check", is_flag=True, help=option_help("check"))
@click.option("--out", type=FILE, metavar="F", help=option_help("out"))
@replace_option
@click.pass_context
def guide(context: click.Context, file: Path | None, out: Path | None, *, check: bool, replace: bool) -> None:
    """Print, write or check the guide; exit code 1 when its run sheets are not those of the agenda."""
    from workshop.app.guide import checked, written  # noqa: PLC0415 - only this command reads it

    if check:
        found = checked(file)
        click.echo("\n".join(found) or sentence("guide_good"))
        context.exit(int(bool(found)))
    click.echo(written(file, out, replace=replace))


@click.command("print", help=help_text("print"))
@click.argument("what", type=click.Choice((*WHAT, "all")))
@out_option
@paper_option
@click.option("--large", is_flag=True, help=option_help("large"))
@click.option("--exercise", metavar="NN_NAME", help=option_help("print_exercise"))
@click.option(
    "--length", type=click.Choice(LENGTHS), default=LENGTHS[0], show_default=True, help=option_help("length")
)
@click.option("--starts", metavar="HH:MM", help=option_help("starts"))
@replace_option
def print_(what: str, out: Path, *, replace: bool, **wishes: object) -> None:
    """Write what is printed for a workshop as PDF files."""
    _check_exercise(what, str(wishes["exercise"] or ""))
    from workshop.app.printing import printed  # noqa: PLC0415 - typesetting takes a moment to import

    for path in printed(WHAT if what == "all" else (what,), out, wishes, replace=replace):
        click.echo(path)


def _check_exercise(what: str, exercise: str) -> None:
    if exercise and exercise not in exercise_names():
        names = ", ".join(exercise_names())
        raise click.UsageError(sentence("exercise_unknown", exercise=exercise, names=names))
    if exercise and what not in {"workbook", "all"}:
        raise click.UsageError(sentence("print_not_workbook", what=what))


@click.command(help=help_text("customise"))
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--lab", is_flag=True, help=option_help("customise_lab"))
@port_option
@browser_option
def customise(folder: Path, port: int, *, lab: bool, no_browser: bool) -> None:
    """Copy words, prose and brand into a folder, or bring an older copy up to date."""
    from workshop.app.customise import customised, edit  # noqa: PLC0415 - only this command needs it

    click.echo(customised(folder))
    if lab:
        edit(folder, port, opener(browser=not no_browser))


@click.command(help=help_text("check"))
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--all", "every", is_flag=True, help=option_help("check_all"))
@click.pass_context
def check(context: click.Context, folder: Path, *, every: bool) -> None:
    """Say what broke in a customised copy; exit code 1 when something did, 0 with hints alone."""
    from workshop.app.check import findings, report  # noqa: PLC0415 - only this command needs it
    from workshop.app.finding import broke  # noqa: PLC0415 - as above

    found = findings(folder)
    click.echo(report(found, every=every))
    context.exit(int(broke(found)))
