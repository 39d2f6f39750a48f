"""Kernels end with their page and with the server, however it ends and whatever they are doing."""

import os
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import psutil
import pytest
from kernel_processes import kernel_processes, zygote_process
from small_server import NAMES, Server, write_notebook

MODES = {"warm": {}, "plain": {"WORKSHOP_KERNELS": "plain"}}
BUSY = {"01_alliances": "while True: pass", "02_purpose": "import time; time.sleep(1e6)"}
FAST = "import workshop.app.limits as limits; limits.REFILL_AFTER = 0.05\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    for name in NAMES:
        write_notebook(folder / f"{name}.ipynb", ("code", BUSY.get(name, "import os; print(os.getpid())")))
    write_notebook(
        folder / "05_trust.ipynb",
        ("code", "import os; print(os.environ['WORKSHOP_CASE'], 'before' in globals()); before = 1"),
    )
    return folder


@pytest.fixture
def started(small, tmp_path):
    servers = []

    def start(**options):
        servers.append(Server(small, tmp_path, **options))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.stop()


def opened(server, client, name="00_start", **query):
    answer = client.get(server.page(name), params=query)
    assert answer.status_code == 200
    return answer.text


def kernel_of(text):
    return re.search(r'"kernelId": "([^"]*)"', text)[1]


def printed(text):
    return re.search(r'<pre class="cw-output">(.*?)\n</pre>', text)[1]


def closed(client, text):
    """Say goodbye as a page does."""
    client.post(f"/voila/api/shutdown/{kernel_of(text)}", data={"_xsrf": client.cookies["_xsrf"]})


def zombies(server):
    family = psutil.Process(server.process.pid).children(recursive=True)
    return [child for child in family if child.status() == psutil.STATUS_ZOMBIE]


def gone(numbers, seconds=15):
    return not psutil.wait_procs([psutil.Process(pid) for pid in numbers if psutil.pid_exists(pid)], seconds)[
        1
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda s: s.name)
@pytest.mark.parametrize("mode", MODES)
def test_no_kernel_outlives_the_server(started, mode, number):
    """One of a page, two that are busy, one that is kept ready, and the zygote."""
    server = started(ready=1, before=FAST, environment=MODES[mode])
    with server.guest() as client:
        opened(server, client)
        for name in BUSY:
            threading.Thread(target=_left_alone, args=(client, server.page(name)), daemon=True).start()
        assert server.kernels_become(4, 60) == 4
        time.sleep(0.5)
        family = [child.pid for child in psutil.Process(server.process.pid).children(recursive=True)]
        server.process.send_signal(number)
        assert gone([server.process.pid, *family])


def _left_alone(client, page):
    with suppress(httpx.HTTPError, RuntimeError):
        client.get(page)


@pytest.mark.parametrize(("ready", "times"), [(0, 10), (2, 10)])
def test_after_many_pages_no_kernel_and_no_zombie_is_left(started, ready, times):
    server = started(ready=ready, before=FAST)
    with server.guest() as client:
        for _ in range(times):
            closed(client, opened(server, client))
        assert server.kernels_become(ready) == ready
        assert zombies(server) == []
        before = psutil.Process(server.process.pid).num_fds()
        for _ in range(3):
            closed(client, opened(server, client))
        assert server.kernels_become(ready) == ready
        assert psutil.Process(server.process.pid).num_fds() <= before + 1


def test_a_page_takes_a_kernel_that_was_ready_and_another_follows(started):
    server = started(ready=2, before=FAST)
    assert server.kernels_become(2) == 2
    first = kernel_processes(server.process.pid)
    with server.guest() as client:
        assert int(printed(opened(server, client))) in first
        assert server.kernels_become(3) == 3


def test_a_ready_kernel_that_died_is_given_to_no_page(started):
    server = started(ready=1, before=FAST)
    assert server.kernels_become(1) == 1
    time.sleep(1)
    (dead,) = kernel_processes(server.process.pid)
    os.kill(dead, signal.SIGKILL)
    with server.guest() as client:
        assert int(printed(opened(server, client))) != dead


def test_ready_kernels_are_no_pages_and_are_not_culled(started):
    cull = "limits.IDLE_LIMIT = limits.CULL_INTERVAL = 1\n"
    server = started(ready=2, most=1, before=FAST + cull)
    assert server.kernels_become(2) == 2
    ready = set(kernel_processes(server.process.pid))
    with server.guest() as client:
        opened(server, client)
        assert client.get(server.page("00_start")).status_code == 503
        assert server.kernels_become(3) == 3
        assert server.kernels_become(2) == 2, "the page's own is culled, having no page any more"
    assert len(ready & set(kernel_processes(server.process.pid))) == 1


def test_a_ready_kernel_opens_the_case_of_its_page_and_knows_no_other(started):
    server = started(ready=1, before=FAST)
    with server.guest() as client:
        for _ in range(2):
            assert server.kernels_become(1) == 1
            text = opened(server, client, "05_trust", case="fragile-alliance")
            assert printed(text) == "fragile-alliance False"
            closed(client, text)


def test_thirty_pages_at_once_all_open(started):
    server = started(most=40)
    with server.guest() as client, ThreadPoolExecutor(30) as pool:
        pages = list(pool.map(lambda _: opened(server, client), range(30)))
    assert len({printed(text) for text in pages}) == 30


def test_pages_on_their_way_count_as_open(started):
    server = started(most=5)
    with server.guest() as client, ThreadPoolExecutor(12) as pool:
        codes = list(pool.map(lambda _: client.get(server.page("00_start")).status_code, range(12)))
    assert sorted(codes) == [200] * 5 + [503] * 7


def test_who_leaves_while_waiting_gives_the_place_up(started):
    """The first page never gets on; three leave while they wait for it, then it leaves too."""
    server = started(before="import workshop.app.limits as limits; limits.STARTS_AT_ONCE = 1\n")
    with server.guest() as client:
        for seconds in (3, 0.3, 0.3, 0.3):
            with suppress(httpx.TimeoutException):
                client.get(server.page("02_purpose"), timeout=httpx.Timeout(30, read=seconds))
        assert printed(opened(server, client))
    assert server.kernels_become(1) == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=lambda s: s.name)
def test_a_page_whose_kernel_fails_ends_and_the_log_says_why(started, capfd, number):
    server = started(before="import workshop.app.limits as limits; limits.KERNEL_PATIENCE = 3\n")
    with server.guest() as client, ThreadPoolExecutor(1) as pool:
        page = pool.submit(opened, server, client, "01_alliances")
        assert server.kernels_become(1, 30) == 1
        time.sleep(0.3)
        os.kill(*kernel_processes(server.process.pid), number)
        assert "coalitionPage.finish()" in page.result(20)
        reason = "it ended" if number == signal.SIGKILL else "it does not answer"
        assert f"A page is not complete, for its kernel: {reason}" in capfd.readouterr().err
        assert zygote_process(server.process.pid)
        assert printed(opened(server, client))
