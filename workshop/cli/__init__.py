"""The command line: `workshop` and its commands."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from workshop import __version__
from workshop.app.console import Commands, Port, help_text, option_help, sentence
from workshop.app.folder import data_folder, prepare
from workshop.content import case_names, exercise_names
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop.app.playbook import Source

PAPERS = ("a4", "letter")
_FOLDER = click.Path(path_type=Path, file_okay=True)
_FILE = click.Path(path_type=Path, dir_okay=False)

port_option = click.option("--port", type=Port(), default=8866, show_default=True, help=option_help("port"))
data_option = click.option("--data", type=_FOLDER, metavar="DIR", help=option_help("data"))
browser_option = click.option("--no-browser", is_flag=True, help=option_help("no_browser"))


@click.group(cls=Commands, invoke_without_command=True, help=help_text("workshop"))
@port_option
@click.option("--ip", default="127.0.0.1", show_default=True, metavar="A", help=option_help("ip"))
@data_option
@browser_option
@click.version_option(__version__, prog_name="workshop")
@click.pass_context
def main(context: click.Context, port: int, ip: str, data: Path | None, *, no_browser: bool) -> None:
    """Open the app, unless another command is called."""
    if context.invoked_subcommand is None:
        from workshop.app.solo import run_solo  # noqa: PLC0415 - Jupyter takes a second to import

        run_solo(_prepared(data), ip, port, _opener(browser=not no_browser))


@main.command(help=help_text("lab"))
@port_option
@data_option
@browser_option
def lab(port: int, data: Path | None, *, no_browser: bool) -> None:
    """Open JupyterLab on the person's own copies."""
    from workshop.app.copies import bring_up_to_date  # noqa: PLC0415 - as above
    from workshop.app.lab import serve_lab  # noqa: PLC0415
    from workshop.app.notebooks import notebook_folder  # noqa: PLC0415

    folder = _prepared(data)
    copies = folder / "notebooks"
    for name in bring_up_to_date(notebook_folder("exercises"), copies):
        click.echo(sentence("new_copy", name=name), err=True)
    serve_lab(copies, folder, port, _opener(browser=not no_browser))
    click.echo(sentence("stopped", folder=folder), err=True)


@main.command(help=help_text("demo"))
@click.argument("case", required=False)
@port_option
@browser_option
def demo(case: str | None, port: int, *, no_browser: bool) -> None:
    """Serve the worked cases."""
    if case is not None and case not in case_names():
        raise click.UsageError(_case_unknown(case, case_names()))
    from workshop.app.solo import run_demo  # noqa: PLC0415 - as above

    run_demo(case or "", port, _opener(browser=not no_browser))


@main.command(help=help_text("cases"))
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


@main.command(help=help_text("playbook"))
@click.option("--case", multiple=True, metavar="CASE", help=option_help("case"))
@click.option("--file", type=_FILE, metavar="F", help=option_help("file"))
@data_option
@click.option("--out", type=_FOLDER, required=True, metavar="DIR", help=option_help("out_folder"))
@click.option(
    "--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help=option_help("paper")
)
@click.option("--no-reasons", is_flag=True, help=option_help("no_reasons"))
@click.option("--zone", metavar="ZONE", help=option_help("zone"))
@click.option("--names", type=_FILE, metavar="FILE", help=option_help("names"))
@click.option("--replace", is_flag=True, help=option_help("replace"))
@click.pass_context
def playbook(
    context: click.Context, /, out: Path, names: Path | None, *, replace: bool, **asked: Any
) -> None:
    """Write playbooks into a folder; exit code 1 when one of the files failed."""
    from workshop.app.playbook import made, write  # noqa: PLC0415 - networkx takes a moment
    from workshop.app.real_names import by_id, read_names  # noqa: PLC0415 - and so on

    wishes = _wishes(asked["paper"], asked["zone"], reasons=not asked["no_reasons"])
    sources = _sources(asked["case"], asked["file"], asked["data"])
    given = read_names(names, [source.workbook for source in sources]) if names else ()
    files = [
        file
        for source in sources
        for file in made(source, {**wishes, "names": by_id(given, source.workbook)})
    ]
    for path in write(files, out.expanduser().absolute(), replace=replace):
        click.echo(path)
    for file in files:
        if file.why_not:
            click.echo(sentence("not_made", file=file.path, why=file.why_not), err=True)
    context.exit(int(any(file.failed for file in files)))


@main.command(help=help_text("export"))
@click.option("--out", type=_FILE, required=True, metavar="F", help=option_help("out"))
@data_option
@click.option("--replace", is_flag=True, help=option_help("replace"))
def export(out: Path, data: Path | None, *, replace: bool) -> None:
    """Write the answers to one file."""
    from workshop.app.answers import export_answers  # noqa: PLC0415 - as above

    export_answers(_prepared(data), out, replace=replace)
    click.echo(sentence("exported", file=out))


@main.command(help=help_text("restore"))
@click.argument("file", type=_FILE, metavar="F")
@data_option
def restore(file: Path, data: Path | None) -> None:
    """Replace the answers by those of a file."""
    from workshop.app.answers import restore_answers  # noqa: PLC0415 - as above

    restore_answers(_prepared(data), file)
    click.echo(sentence("restored", file=file))


@main.command(help=help_text("erase"))
@data_option
@click.option("--yes", is_flag=True, help=option_help("yes"))
def erase(data: Path | None, *, yes: bool) -> None:
    """Erase the answers."""
    from workshop.app.answers import erase_answers  # noqa: PLC0415 - as above

    folder = _prepared(data)
    if not yes and not click.confirm(sentence("erase_question", folder=folder)):
        click.echo(sentence("kept"))
        return
    erase_answers(folder)
    click.echo(sentence("erased", folder=folder))


@main.command(help=help_text("doctor"))
@port_option
@data_option
@click.pass_context
def doctor(context: click.Context, port: int, data: Path | None) -> None:
    """Check the computer; exit code 1 when something has to be fixed."""
    from workshop.app.doctor import checks, report  # noqa: PLC0415 - as above

    found = checks(data_folder(data), port)
    click.echo(report(found))
    context.exit(int(any(check.state == "fix" for check in found)))


def _sources(cases: tuple[str, ...], file: Path | None, data: Path | None) -> tuple[Source, ...]:
    from workshop.app.playbook import of_cases, of_file, of_folder  # noqa: PLC0415 - as above

    if bool(cases) + bool(file) + bool(data) > 1:
        raise click.UsageError(sentence("one_source"))
    known = case_names()
    unknown = next((case for case in cases if case not in {*known, "all"}), None)
    if unknown is not None:
        raise click.UsageError(_case_unknown(unknown, (*known, "all")))
    if cases:
        return of_cases(known if "all" in cases else tuple(dict.fromkeys(cases)))
    return (of_file(file) if file else of_folder(data_folder(data)),)


def _wishes(paper: str, zone: str | None, *, reasons: bool) -> dict[str, Any]:
    from workshop.app.zone import is_zone, own_zone  # noqa: PLC0415 - it looks at the disk

    if zone is not None and not is_zone(zone):
        raise click.UsageError(sentence("zone_unknown", zone=zone))
    return {"paper": paper, "reasons": reasons, "zone": zone or own_zone()}


def _prepared(data: Path | None) -> Path:
    folder = data_folder(data)
    prepare(folder)
    return folder


def _opener(*, browser: bool) -> Callable[[str, str], Any]:
    """Return what prints the address of a server, and opens it."""

    def opened(_origin: str, address: str) -> None:
        click.echo(address)
        click.echo(sentence("opened"))
        if browser:
            webbrowser.open(address)

    return opened


def _case_unknown(case: str, names: tuple[str, ...]) -> str:
    from workshop.app.console import trouble  # noqa: PLC0415

    return trouble(Complaint("case_unknown", case=case, names=", ".join(names)))


if __name__ == "__main__":
    main()
