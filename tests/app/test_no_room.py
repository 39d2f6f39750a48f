"""No room for another process or file: the page says so, and afterwards all works again."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from kernel_processes import zygote_process
from small_server import Server
from test_kernel_ends import kernel_of, opened

NOBODY = 65534
AS_NOBODY = [
    "setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups",
    "--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search",
]  # fmt: skip
"""Root may always start processes; the capability lets nobody read a Python that lies in root's home."""


@pytest.fixture
def log(tmp_path):
    """Where the server writes what went wrong."""
    return tmp_path / "log"


@pytest.fixture
def server(notebooks, monkeypatch, log):
    if os.getuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root may become nobody")
    with tempfile.TemporaryDirectory(dir="/tmp") as home:
        os.chown(home, NOBODY, NOBODY)
        honest = subprocess.Popen
        monkeypatch.setattr(subprocess, "Popen", lambda words, **more: honest([*AS_NOBODY, *words], **more))
        server = Server(
            notebooks, home, environment={"HOME": home, "TMPDIR": home}, cwd=home, stderr=log.open("w")
        )
        monkeypatch.undo()
        yield server
        server.stop()


def processes_allowed(number, *processes):
    """Set the limit as the owner of these processes may."""
    program = (
        "import resource, sys\n"
        "for pid in map(int, sys.argv[2:]):\n"
        "  most = resource.prlimit(pid, resource.RLIMIT_NPROC)[1]\n"
        "  number = most if sys.argv[1] == '-' else int(sys.argv[1])\n"
        "  resource.prlimit(pid, resource.RLIMIT_NPROC, (number, most))"
    )
    words = [*AS_NOBODY, sys.executable, "-c", program, *map(str, (number, *processes))]
    subprocess.run(words, check=True)


def test_a_page_opens_plain_when_the_zygote_cannot_fork(server, log):
    with server.guest() as client:
        assert kernel_of(opened(server, client))
        processes_allowed(1, zygote_process(server.process.pid))
        assert kernel_of(opened(server, client))
    assert "instead of a warm one: Resource temporarily unavailable." in log.read_text()


def test_a_page_says_so_when_nothing_can_be_started_and_later_all_works(server, log):
    with server.guest() as client:
        opened(server, client)
        both = (server.process.pid, zygote_process(server.process.pid))
        processes_allowed(1, *both)
        assert kernel_of(opened(server, client)) == ""
        processes_allowed("-", *both)
        assert kernel_of(opened(server, client))
    said = log.read_text()
    assert "No kernel for a page: BlockingIOError" in said
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's own")
def test_without_descriptors_a_page_says_so_and_later_all_works(server_with, log):
    server = server_with(stderr=log.open("w"))
    with server.guest() as client:
        opened(server, client)
        pid = server.process.pid
        usual = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        for spare in (1, 8, 40):
            used = max(int(link.name) for link in Path(f"/proc/{pid}/fd").iterdir())
            resource.prlimit(pid, resource.RLIMIT_NOFILE, (used + spare, usual[1]))
            answer = client.get(server.page("00_start"))
            resource.prlimit(pid, resource.RLIMIT_NOFILE, usual)
            if answer.status_code == 503:
                assert "Many pages are open" in answer.text
            else:
                assert kernel_of(answer.text) == ""
        assert kernel_of(opened(server, client))
    assert "Traceback" not in log.read_text()
