"""Every command that the documents name exists, and prints what they say it prints."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from workshop.cli import main
from workshop.content import case_names, exercise_names, words

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("facilitator_guide.md", "README.md", "CONTRIBUTING.md")
GUIDE = (ROOT / "facilitator_guide.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"(?:\w+=\S+ )*(?:\.venv[/\\](?:bin|Scripts)[/\\])?workshop(?= |$)(?P<words>.*)")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ASIDE = re.compile(r"\s{2,}\(.*| *[>&|]+ .*")
"""What follows a command on its line: a remark, a file, another command."""
FREE = re.compile(r"http://127\.0\.0\.1:\d+/\S*…|workshop, version \d\S+|(?:…|\w+)(?:/[\w.-]+)*")
"""Addresses, versions and paths, which no content file holds."""
MESSAGES = GUIDE[GUIDE.index("### What the terminal says") :]


def commands():
    """Yield each document with each command line in it."""
    for document in DOCUMENTS:
        text = (ROOT / document).read_text(encoding="utf-8")
        lines = [line.removeprefix("$ ") for _, block in FENCED.findall(text) for line in block.splitlines()]
        spans = re.findall(r"`([^`\n]+)`", FENCED.sub("", text))
        for line in dict.fromkeys(ASIDE.sub("", line).strip() for line in (*lines, *spans)):
            if found := COMMAND.fullmatch(line):
                yield document, found["words"].strip()


def parsed(line):
    """Return what click makes of a command line, without calling it; a bare name is a mention."""
    asked = [word for word in shlex.split(line, posix=True) if word not in {"--help", "--version"}]
    if len(asked) == 1 and asked[0] in main.commands:
        return {}
    with main.make_context("workshop", asked or ["--port", "8866"]) as context:
        rest = [*context._protected_args, *context.args]
        if not rest:
            return context.params
        name, command, rest = main.resolve_command(context, rest)
        return command.make_context(name, rest, parent=context).params


def sentences(told):
    """Yield every sentence of a content file, without help and options, which nobody is told unasked."""
    if isinstance(told, str):
        yield told.strip()
    elif isinstance(told, Mapping):
        for key, value in told.items():
            yield from () if key in {"help", "options"} else sentences(value)


SPOKEN = ("console", "complaints", "customise")
TOLD = [told for file in SPOKEN for told in sentences(words(file)) if told != "{sentence}"]


def says(template, shown):
    """Whether the kit can print `shown`, in which “…” stands for what was left out."""
    filled = re.sub(r"\\{\w+\\}", ".+", re.escape(template))
    shortened = ".*".join(re.escape(piece) for piece in shown.split("…"))
    return bool(re.fullmatch(filled, shown) or re.fullmatch(shortened, template))


def outputs():
    """Yield every line of output in the guide, without the mark of a check or the answer to a question."""
    for kind, block in FENCED.findall(GUIDE):
        for line in block.splitlines() if kind == "console" else ():
            if line and not line.startswith("$ "):
                yield re.sub(r"^(?:ok|note|FIX) +| \[y/N\]: \w$", "", line)


def quotes():
    """Return what the guide's table of messages quotes."""
    cells = [row.split("|")[1] for row in MESSAGES.splitlines() if row.startswith("| ")]
    return [quote for cell in cells for quote in re.findall(r"“([^“”]{8,})”", cell)]


def test_the_documents_have_commands():
    assert {document for document, _ in commands()} >= {"facilitator_guide.md", "README.md"}


@pytest.mark.parametrize(("document", "line"), list(commands()))
def test_every_command_line_is_understood(document, line):
    try:
        asked = parsed(line)
    except click.ClickException as wrong:
        pytest.fail(f"{document}: workshop {line}: {wrong.message}")
    assert {asked.get("exercise")} <= {None, "", *exercise_names()}
    cases = asked.get("case") or ()
    assert {cases, *cases} & {*case_names(), "all"} or not cases


def test_the_guide_names_every_command():
    named = {line.split()[0] for _, line in commands() if line and not line.startswith("-")}
    assert set(main.commands) <= named


@pytest.mark.parametrize("line", sorted(set(outputs())))
def test_every_line_of_output_is_one_that_the_kit_prints(line):
    assert FREE.fullmatch(line) or any(says(template, line) for template in TOLD)


@pytest.mark.parametrize("quote", quotes())
def test_every_message_that_is_explained_exists(quote):
    assert any(says(template, quote) for template in TOLD)


@pytest.mark.parametrize("key", words("console")["trouble"])
def test_every_trouble_of_the_console_is_explained(key):
    assert any(says(words("console")["trouble"][key], quote) for quote in quotes())
