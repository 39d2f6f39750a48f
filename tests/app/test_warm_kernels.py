"""A forked kernel is a kernel: what a page sees of it is what it sees of a new process."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from kernels_here import kernels_here

SELF = """
import json, os, signal, sys
print(json.dumps({
    "environment": {name: value for name, value in os.environ.items() if name not in %r},
    "folder": os.getcwd(),
    "path": sys.path,
    "signals": {number.name: str(signal.getsignal(number)) for number in signal.Signals},
    "blocked": [str(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, [])],
    "leads its session": os.getsid(0) == os.getpid(),
    "umask": os.umask(0o22),
    "names": sorted(globals()),
    "input": sys.stdin.read(),
}))
"""
NOT_COMPARED = [
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "GIT_PAGER",
    "JPY_PARENT_PID",
    "MPLBACKEND",
    "PAGER",
    "PYDEVD_USE_FRAME_EVAL",
    "TERM",
    "PYTEST_CURRENT_TEST",
]
"""What ipykernel sets for people who type into it (a page starts no pager), and pytest for each test."""
SAID = {
    "print(6 * 7)": "42\n",
    "import sys; print('aside', file=sys.stderr)": "aside\n",
    "1 / 0": "ZeroDivisionErrordivision by zero",
    "try: input()\nexcept Exception as refusal: print(type(refusal).__name__)": "StdinNotImplementedError\n",
    "import subprocess; print(subprocess.run('exit 3', shell=True).returncode)": "3\n",
    "import multiprocessing as m; print(m.get_context('fork').Pool(1).map(abs, [-1]))": "[1]\n",
}


@pytest.fixture(scope="module", params=[True, False], ids=["warm", "plain"])
def here(request, tmp_path_factory):
    with kernels_here(tmp_path_factory.mktemp("answers"), warm=request.param) as kernels:
        yield kernels


@pytest.fixture(scope="module")
def kernel(here):
    return here.page()


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    with kernels_here(tmp_path_factory.mktemp("warm"), environment={"MARK": "both"}) as kernels:
        yield kernels


@pytest.fixture
def fork(warm):
    kernel = warm.page()
    yield kernel
    warm.left(kernel)


MODULES = "print(json.dumps(list(sys.modules)))"


def pid(kernel):
    return kernel.manager.provisioner.pid


def test_a_warm_kernel_is_a_fork_of_the_zygote(warm, fork):
    assert psutil.Process(pid(fork)).ppid() == warm.kernels.zygote.pid


def test_a_plain_kernel_is_a_process_of_the_server(tmp_path):
    with kernels_here(tmp_path, warm=False) as here:
        process = psutil.Process(pid(here.page()))
        assert process.ppid() == os.getpid()
        assert "ipykernel_launcher" in process.cmdline()


def test_a_fork_finds_what_a_new_process_finds(warm, fork):
    with kernels_here(warm.kernels.root_dir, warm=False, environment={"MARK": "both"}) as plain:
        new = json.loads(plain.said(plain.page(), SELF % NOT_COMPARED))
    assert json.loads(warm.said(fork, SELF % NOT_COMPARED)) == new
    assert new["environment"]["MARK"] == "both"
    assert new["signals"]["SIGCHLD"] == str(signal.SIG_DFL)


@pytest.mark.parametrize("source", SAID)
def test_a_cell_says_the_same_in_both(here, kernel, source):
    assert here.said(kernel, source) == SAID[source]


def test_a_cell_that_fails_leaves_the_others(here, kernel):
    first, failed, last = here.outputs(kernel, "1", "1 / 0", "3")
    assert [first[0]["data"]["text/plain"], failed[0]["ename"], last[0]["data"]["text/plain"]] == [
        "1", "ZeroDivisionError", "3",
    ]  # fmt: skip


def test_what_is_shown_arrives_as_it_is(here, kernel):
    (shown,) = here.outputs(kernel, "from IPython.display import HTML, display; display(HTML('<b>so</b>'))")
    assert shown[0]["output_type"] == "display_data"
    assert shown[0]["data"]["text/html"] == "<b>so</b>"


def test_the_environment_of_a_page_is_set_before_its_cells(here, kernel):
    ((said,),) = here.outputs(
        kernel, "import os; os.environ['WORKSHOP_CASE']", WORKSHOP_CASE="fragile-alliance"
    )
    assert said["data"]["text/plain"] == "'fragile-alliance'"


def test_an_interrupt_ends_a_cell_and_not_the_kernel(here, kernel):
    threading.Timer(0.5, os.kill, (pid(kernel), signal.SIGINT)).start()
    assert here.said(kernel, "import time; time.sleep(30)").startswith("KeyboardInterrupt")
    assert here.said(kernel, "print(1)") == "1\n"


def test_comms_go_both_ways(here, kernel):
    """A message from the page reaches the kernel's comm, and its answer the page."""
    opened = (
        "from comm import create_comm; c = create_comm('x'); print(c.comm_id); "
        "c.on_msg(lambda message: c.send(message['content']['data']))"
    )
    comm = here.said(kernel, opened).strip()
    message = kernel.client.session.msg("comm_msg", {"comm_id": comm, "data": {"said": 7}})
    kernel.client.shell_channel.send(message)
    assert here.run(_comm_message(kernel))["content"]["data"] == {"said": 7}


async def _comm_message(kernel):
    while True:
        message = await kernel.client.get_iopub_msg(timeout=10)
        if message["msg_type"] == "comm_msg":
            return message


def test_two_forks_draw_different_chances(warm, fork):
    source = "import random, uuid, tempfile; print(random.random(), uuid.uuid4(), tempfile.mktemp())"
    other = warm.page()
    pair = [warm.said(each, source).split() for each in (fork, other)]
    warm.left(other)
    assert not set(pair[0]) & set(pair[1])


@pytest.mark.usefixtures("fork")
def test_the_zygote_has_one_thread_and_no_sockets_of_zmq(warm):
    """A fork of a process with threads may inherit a lock that nobody will ever open."""
    process = psutil.Process(warm.kernels.zygote.pid)
    assert process.num_threads() == 1
    kinds = {str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()}
    assert not {kind for kind in kinds if "eventfd" in kind or "eventpoll" in kind}


def test_a_fork_imports_nothing_while_it_starts(warm, fork):
    """What each would import for itself costs time and memory in each: it belongs into LATE."""
    prepared = "import json, runpy, sys; from workshop.app.zygote import prepared; prepared(); " + MODULES
    before = subprocess.run([sys.executable, "-c", prepared], capture_output=True, check=True).stdout
    assert set(json.loads(warm.said(fork, "import json, sys; " + MODULES))) - set(json.loads(before)) == set()
