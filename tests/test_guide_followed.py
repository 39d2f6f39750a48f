"""A facilitator who types what the guide shows, line by line, sees what the guide shows."""

import os
import re
import shlex
import signal
import subprocess
import sys
from itertools import takewhile

import pytest
from kit import free_port
from test_guide_commands import FENCED, GUIDE, TOLD, says

from workshop.content import words

SERVERS = {"lab", "demo"}
STOPPED = "Stopped."
PROMPT = " [y/N]: "
LINES = re.compile(r"^(?:ok|note|FIX) +")


def chapters():
    """Return for each part of the guide that shows output what is typed, and what is printed then."""
    parts = re.split(r"^##+ ", GUIDE, flags=re.MULTILINE)[1:]
    shown = {part.splitlines()[0]: consoles(part) for part in parts}
    return {
        title: [call for block in blocks for call in calls(block)]
        for title, blocks in shown.items()
        if blocks
    }


def consoles(part):
    """Return the blocks of a part that show a terminal."""
    return [text for kind, text in FENCED.findall(part) if kind == "console"]


def calls(block):
    """Yield each command of a block with the lines under it; lines alone belong to what is running."""
    lines = [line for line in block.splitlines() if line]
    while lines:
        command = lines.pop(0).removeprefix("$ ") if lines[0].startswith("$ ") else ""
        shown = list(takewhile(lambda line: not line.startswith("$ "), lines))
        del lines[: len(shown)]
        yield command, shown


def alike(shown, printed):
    """Whether two lines are the same, but for numbers, folders and what the guide left out."""
    shown, printed = LINES.sub("", shown), LINES.sub("", printed)
    pattern = ".*".join(re.sub(r"\d+", r"\\d+", re.escape(piece)) for piece in shown.split("…"))
    return bool(re.fullmatch(pattern, printed)) or bool(kinds(shown) & kinds(printed))


def kinds(line):
    """Return the sentences that a line may be; a check of the doctor is the same one, whatever it found."""
    doctor = words("console")["doctor"].items()
    checks = {text: key.split("_")[0] for key, text in doctor if isinstance(text, str)}
    return {checks.get(text, text) for text in TOLD if says(text, line)}


class Facilitator:
    """Types commands in an empty folder; a server goes on until it is stopped."""

    def __init__(self, folder):
        self.folder, self.port, self.servers = folder, free_port(), []
        self.environment = {**os.environ, "WORKSHOP_DATA": str(folder / "answers"), "COLUMNS": "200"}

    def types(self, command, shown):
        """Return what the command prints, as long as the guide shows it."""
        asked = shlex.split(command)[1:]
        serves = not [word for word in asked if not word.startswith("-")] or asked[0] in SERVERS
        serves = (serves or asked[0] == "--data") and "--version" not in asked
        process = self.started([*asked, *(["--no-browser", "--port", str(self.port)] if serves else [])])
        if not serves:
            answer = "".join(line.split(PROMPT)[1] + "\n" for line in shown if PROMPT in line)
            return process.communicate(answer, timeout=120)[0].replace(PROMPT, f"{PROMPT}n\n").splitlines()
        self.servers.append(process)
        until = [line for line in shown if not line.startswith(STOPPED)]
        printed = [process.stdout.readline().rstrip("\n") for _ in until]
        return printed + (self.stops() if until != shown else [])

    def started(self, asked):
        """Start the kit with these words."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        command = [sys.executable, "-m", "workshop", *asked]
        return subprocess.Popen(command, cwd=self.folder, env=self.environment, text=True, **pipes)

    def stops(self):
        """End every server, and return what they said last."""
        for server in self.servers:
            server.send_signal(signal.SIGTERM)
        said = [line for server in self.servers for line in server.communicate(timeout=60)[0].splitlines()]
        self.servers.clear()
        return [line for line in said if "[C " not in line]


@pytest.fixture
def facilitator(tmp_path):
    who = Facilitator(tmp_path)
    yield who
    who.stops()


@pytest.mark.slow
@pytest.mark.parametrize("title", chapters())
def test_each_command_of_the_guide_prints_what_it_shows(facilitator, title):
    for command, shown in chapters()[title]:
        printed = facilitator.types(command, shown) if command else facilitator.stops()
        rest = iter(line for line in printed if line.strip())
        for line in shown:
            told = line.split(PROMPT)[0]
            assert any(alike(told, each.split(PROMPT)[0]) for each in rest), (line, printed)
