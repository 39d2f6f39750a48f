"""What the command line says, and how a complaint becomes a sentence and an exit code."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import click

from workshop import content
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIGHEST_PORT = 65535


def help_text(command: str) -> str:
    """Return the help of a command."""
    return str(content.words("console")["help"][command]).strip()


def option_help(option: str) -> str:
    """Return the help of an option."""
    return str(content.words("console")["options"][option])


def sentence(key: str, **values: object) -> str:
    """Return one of the things the command line says."""
    return str(content.words("console")["says"][key]).format(**values)


def trouble(complaint: Complaint) -> str:
    """Return the sentence for a complaint, from the console's words or those of the pages."""
    own = content.words("console")["trouble"]
    if complaint.key in own:
        return str(own[complaint.key]).format(**complaint.values)
    return content.complaint(complaint.key, **complaint.values)


class Sentence(click.ClickException):
    """Ends a command with a sentence on stderr: exit code 1, or 2 when it was called in a wrong way."""

    def __init__(self, message: str, exit_code: int) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc] # click reads it from the instance too

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence and nothing else."""
        click.echo(self.message, file=file, err=file is None)


class Port(click.ParamType[int]):
    """A port: a whole number from 1 to 65535."""

    name = "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return `value` as a number, or say in one sentence what a port is."""
        if str(value).isascii() and str(value).isdigit() and 1 <= int(value) <= _HIGHEST_PORT:
            return int(value)
        return self.fail(sentence("port_wrong"), param, ctx)


class Commands(click.Group):
    """A group of commands in which whatever goes wrong is one sentence."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options."""
        with _one_sentence():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _one_sentence():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order a person meets them."""
        del ctx
        return list(self.commands)


@contextmanager
def _one_sentence() -> Iterator[None]:
    try:
        yield
    except Complaint as complaint:
        raise Sentence(trouble(complaint), 1) from None
    except click.UsageError as error:
        msg = f"{error.format_message()} {sentence('see_help')}"
        raise Sentence(msg, 2) from None
