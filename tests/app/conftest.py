"""A running server over small notebooks of its own, so that these tests need no other part of the kit."""

import socket
from contextlib import suppress

import pytest
from playwright.sync_api import Error
from small_server import NAMES, WIDGET, Server, write_notebook


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    for name in NAMES:
        write_notebook(
            folder / f"{name}.ipynb",
            ("code", "1;"),
            ("markdown", f"# The question of {name}\n\nWhat the question is about."),
            ("code", WIDGET),
            ("markdown", "Only in JupyterLab", {"tags": ["lab-only"]}),
        )
    write_notebook(
        folder / "05_trust.ipynb",
        ("code", "1;"),
        ("markdown", "# A part that fails"),
        ("code", "1 / 0"),
        ("markdown", "## The words after it"),
        ("code", WIDGET),
    )
    write_notebook(
        folder / "06_reciprocity.ipynb",
        ("code", "import time; time.sleep(600)"),
        ("markdown", "# Words that do not wait"),
        ("code", WIDGET),
    )
    (folder / "secret.png").write_bytes(b"not for everybody")
    (folder / "private.ipynb").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def server_with(notebooks, tmp_path_factory):
    """Start servers that end with the tests."""
    started = []

    def start(data=None, **options):
        folder = tmp_path_factory.mktemp("data") if data is None else data
        started.append(Server(notebooks, folder, **options))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def server(server_with):
    return server_with()


@pytest.fixture
def busy_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.fixture
def browser(chromium, server):
    """A browser that has come in through the printed address; its tabs are closed as a person does it."""
    context = chromium.new_context()
    context.request.get(server.address, max_redirects=0)
    yield context
    for tab in context.pages:
        with suppress(Error):  # it is closing already
            tab.close(run_before_unload=True)
    left = server.kernels_become(0)
    context.close()
    assert left == 0, "a closed tab must leave no kernel"
