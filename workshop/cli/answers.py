"""Commands about somebody's answers: the playbook made of them, and the file that holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workshop.app.console import help_text, option_help, sentence
from workshop.app.folder import data_folder
from workshop.cli.options import (
    FILE,
    case_unknown,
    data_option,
    out_option,
    paper_option,
    prepared,
    replace_option,
)
from workshop.content import case_names

if TYPE_CHECKING:
    from pathlib import Path

    from workshop.app.playbook import Source


@click.command(help=help_text("playbook"))
@click.option("--case", multiple=True, metavar="CASE", help=option_help("case"))
@click.option("--file", type=FILE, metavar="F", help=option_help("file"))
@data_option
@out_option
@paper_option
@click.option("--no-reasons", is_flag=True, help=option_help("no_reasons"))
@click.option("--zone", metavar="ZONE", help=option_help("zone"))
@click.option("--names", type=FILE, metavar="FILE", help=option_help("names"))
@replace_option
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


@click.command(help=help_text("export"))
@click.option("--out", type=FILE, required=True, metavar="F", help=option_help("out"))
@data_option
@replace_option
def export(out: Path, data: Path | None, *, replace: bool) -> None:
    """Write the answers to one file."""
    from workshop.app.answers import export_answers  # noqa: PLC0415 - as above

    export_answers(prepared(data), out, replace=replace)
    click.echo(sentence("exported", file=out))


@click.command(help=help_text("restore"))
@click.argument("file", type=FILE, metavar="F")
@data_option
def restore(file: Path, data: Path | None) -> None:
    """Replace the answers by those of a file."""
    from workshop.app.answers import restore_answers  # noqa: PLC0415 - as above

    restore_answers(prepared(data), file)
    click.echo(sentence("restored", file=file))


@click.command(help=help_text("erase"))
@data_option
@click.option("--yes", is_flag=True, help=option_help("yes"))
def erase(data: Path | None, *, yes: bool) -> None:
    """Erase the answers."""
    from workshop.app.answers import erase_answers  # noqa: PLC0415 - as above

    folder = prepared(data)
    if not yes and not click.confirm(sentence("erase_question", folder=folder)):
        click.echo(sentence("kept"))
        return
    erase_answers(folder)
    click.echo(sentence("erased", folder=folder))


def _sources(cases: tuple[str, ...], file: Path | None, data: Path | None) -> tuple[Source, ...]:
    from workshop.app.playbook import of_cases, of_file, of_folder  # noqa: PLC0415 - as above

    if bool(cases) + bool(file) + bool(data) > 1:
        raise click.UsageError(sentence("one_source"))
    known = case_names()
    unknown = next((case for case in cases if case not in {*known, "all"}), None)
    if unknown is not None:
        raise click.UsageError(case_unknown(unknown, (*known, "all")))
    if cases:
        return of_cases(known if "all" in cases else tuple(dict.fromkeys(cases)))
    return (of_file(file) if file else of_folder(data_folder(data)),)


def _wishes(paper: str, zone: str | None, *, reasons: bool) -> dict[str, Any]:
    from workshop.app.zone import is_zone, own_zone  # noqa: PLC0415 - it looks at the disk

    if zone is not None and not is_zone(zone):
        raise click.UsageError(sentence("zone_unknown", zone=zone))
    return {"paper": paper, "reasons": reasons, "zone": zone or own_zone()}
