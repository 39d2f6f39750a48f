"""Whatever happens to the zygote: the next page has a kernel, and the log says in one line what happened."""

import asyncio
import json
import os
import resource
import signal
import socket
import threading
import time

import psutil
import pytest
from kernel_processes import kernel_processes
from kernels_here import kernels_here

from workshop.app import zygote_client
from workshop.app.limits import ZYGOTE_TRIES

INSTEAD = "A plain kernel is started instead of a warm one: "


@pytest.fixture
def here(tmp_path):
    with kernels_here(tmp_path) as kernels:
        yield kernels


@pytest.fixture
def said(caplog):
    """What the log has been told."""
    return lambda: [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]


def zygote(here):
    return here.kernels.zygote.pid


def of(kernel):
    return psutil.Process(kernel.manager.provisioner.pid)


def is_plain(kernel):
    return "ipykernel_launcher" in of(kernel).cmdline()


def limit(here, kind, number):
    resource.prlimit(zygote(here), kind, (number, number))


def test_after_a_zygote_was_killed_another_serves(here, said):
    here.page()
    first = zygote(here)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert of(here.page()).ppid() == zygote(here) != first
    assert said() == ["The zygote has ended (-9). Another is started."]


def test_kernels_of_a_killed_zygote_live_on_and_are_reaped(here):
    kernel = here.page()
    process = of(kernel)
    os.kill(zygote(here), signal.SIGKILL)
    here.page()
    assert here.said(kernel, "print(6 * 7)") == "42\n"
    assert process.ppid() == os.getpid()
    here.left(kernel)
    assert not process.is_running()


def test_a_zygote_that_hangs_is_replaced(here, said, monkeypatch):
    here.page()
    monkeypatch.setattr(zygote_client, "FORK_PATIENCE", 0.3)
    here.kernels.zygote._link.settimeout(0.3)
    os.kill(zygote(here), signal.SIGSTOP)
    assert is_plain(here.page())
    assert said() == [INSTEAD + "the zygote is gone or silent (TimeoutError timed out)."]
    monkeypatch.undo()
    assert not is_plain(here.page())


def test_a_zygote_killed_while_a_page_waits_for_it(here, said):
    here.page()
    hanging = zygote(here)
    os.kill(hanging, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, (hanging, signal.SIGKILL)).start()
    assert is_plain(here.page())
    assert len(said()) == 1
    assert said()[0].startswith(INSTEAD + "the zygote is gone or silent")


def test_a_zygote_that_cannot_start_is_given_up(tmp_path, said):
    """Later pages neither wait for it nor complain."""
    (tmp_path / "workshop").mkdir()
    (tmp_path / "workshop" / "__init__.py").write_text("raise SystemExit(5)")
    with kernels_here(tmp_path, environment={"PYTHONPATH": str(tmp_path)}) as here:
        for _ in range(ZYGOTE_TRIES + 1):
            assert is_plain(here.page())
    assert len(said()) <= ZYGOTE_TRIES + 1
    assert said()[-2] == f"The zygote has failed {ZYGOTE_TRIES} times: every kernel is plain now."
    assert said()[-1].startswith(INSTEAD)


def test_a_server_that_cannot_start_a_zygote_yet_starts(tmp_path, monkeypatch):
    def refused(*_args, **_more):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as broken:
        broken.setattr(zygote_client.subprocess, "Popen", refused)
        here = kernels_here(tmp_path)
        kernels = here.__enter__()
    assert not is_plain(kernels.page())
    here.__exit__(None, None, None)


def test_without_memory_for_a_fork_the_kernel_is_plain(here, said):
    here.page()
    limit(here, resource.RLIMIT_AS, psutil.Process(zygote(here)).memory_info().vms + (1 << 20))
    assert is_plain(here.page())
    assert said() == [INSTEAD + "the new kernel ended or hung before it listened."]


def test_a_fork_that_hangs_is_ended(here, said, monkeypatch):
    here.page()
    monkeypatch.setattr(zygote_client, "_answer", lambda *_: b"")
    assert is_plain(here.page())
    assert len(said()) == 1
    assert len(kernel_processes(os.getpid())) == 2


def test_a_fork_for_which_the_server_has_no_descriptor_ends(here, monkeypatch):
    here.page()
    honest = socket.recv_fds
    monkeypatch.setattr(socket, "recv_fds", lambda *args: (honest(*args)[0], [], 0, None))
    assert is_plain(here.page())
    assert len(kernel_processes(os.getpid())) == 2


def test_a_fork_that_nobody_waits_for_any_more_ends(here):
    """The server was too busy to wait, and has started a plain kernel instead."""
    order = {"connection_file": f"{here.sockets}/k", "cwd": "/", "env": dict(os.environ)}
    listening, its = os.pipe()
    os.close(listening)
    process = here.kernels.zygote._ordered(json.dumps(order).encode(), its)
    os.close(its)
    assert process.wait(10) == 0


def test_a_long_environment_is_for_a_plain_kernel(tmp_path, said):
    long = dict.fromkeys(("ONE", "TWO"), "x" * 100_000)
    with kernels_here(tmp_path, environment=long) as here:
        kernel = here.page()
        assert is_plain(kernel)
        assert here.said(kernel, "import os; print(len(os.environ['TWO']))") == "100000\n"
        assert said() == [INSTEAD + "its environment is too long for an order."]


def test_nothing_is_imported_from_the_folder_of_the_server(tmp_path, monkeypatch):
    """A file called like a library of ours may lie where somebody types `workshop`."""
    (tmp_path / "traitlets.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    with kernels_here(tmp_path) as here:
        assert not is_plain(here.page())


def test_forks_leave_nothing_open(here):
    def opened():
        return [psutil.Process(pid).num_fds() for pid in (os.getpid(), zygote(here))]

    def forks(number):
        for each in range(number):
            process = here.run(here.kernels.zygote.fork(f"{here.sockets}/k-{each}", "/", dict(os.environ)))
            process.kill()
            process.wait()

    forks(2)
    before = opened()
    forks(20)
    assert opened() == before


def test_pages_leave_nothing_open(here):
    for _ in range(3):
        here.left(here.page())
    before, zombies = psutil.Process().num_fds(), _zombies()
    for _ in range(10):
        here.left(here.page())
    assert psutil.Process().num_fds() <= before + 2
    assert not _zombies() - zombies


def test_closing_twice_closes_nothing_else(here):
    client = here.kernels.zygote
    client.close()
    taken = os.pipe()
    client.close()
    os.write(taken[1], b".")
    for descriptor in taken:
        os.close(descriptor)


def test_closing_while_an_order_waits_ends_both(here):
    client, stopped = here.kernels.zygote, zygote(here)
    os.kill(stopped, signal.SIGSTOP)

    async def closed_meanwhile():
        order = asyncio.ensure_future(client.fork(f"{here.sockets}/k", "/", dict(os.environ)))
        await asyncio.sleep(0.2)
        client.close()
        with pytest.raises(zygote_client.NoFork):
            await order

    begun = time.monotonic()
    here.run(closed_meanwhile())
    assert time.monotonic() - begun < zygote_client.FORK_PATIENCE
    assert client.pid is None
    assert not psutil.pid_exists(stopped)


def _zombies():
    """What nobody has reaped, of other tests' zygotes too."""
    children = psutil.Process().children()
    return {child.pid for child in children if child.status() == psutil.STATUS_ZOMBIE}
