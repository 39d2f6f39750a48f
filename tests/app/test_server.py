"""The holes of plain Voilà, closed, on a server that really runs."""

import socket
import stat
import time

import httpx
import pytest
from small_server import stored_document
from websockets.sync.client import connect


@pytest.fixture(scope="module")
def guest(server):
    with server.guest() as client:
        yield client


@pytest.fixture(scope="module")
def stranger(server):
    with server.stranger() as client:
        yield client


def test_the_first_line_is_the_address_with_its_token(server):
    assert server.address.startswith("http://127.0.0.1:")
    assert "/?token=" in server.address


@pytest.mark.parametrize("path", ["/", "/voila/render/00_start.ipynb", "/nosuch", "/?token=wrong"])
def test_a_stranger_is_told_how_to_come_in(stranger, server, path):
    """Without token or cookie every page is the same kind refusal, and no kernel starts."""
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "address that workshop printed" in answer.text
    assert server.kernels_become(0) == 0


def test_a_stranger_reaches_no_kernel(stranger):
    kernel = "/api/kernels/12345678-1234-1234-1234-123456789012"
    assert stranger.get(kernel).status_code == 403
    assert stranger.delete(kernel).status_code == 403


def test_a_stranger_opens_no_websocket(server):
    address = f"ws://127.0.0.1:{server.port}/api/kernels/12345678-1234-1234-1234-123456789012/channels"
    with pytest.raises(Exception, match="403"):
        connect(address, proxy=None)


def test_a_strange_host_name_is_refused(server):
    """A foreign page whose name points to this computer gets nothing."""
    answer = httpx.get(server.origin + "/alive", headers={"Host": "evil.example"}, trust_env=False)
    assert answer.status_code == 403


def test_the_token_does_not_stay_in_the_address(guest, server):
    token = server.address.partition("=")[2]
    answer = guest.get(f"/voila/render/nosuch.ipynb?token={token}", follow_redirects=False)
    assert answer.status_code == 404
    answer = guest.get(f"/voila/render/00_start.ipynb?token={token}&x=1", follow_redirects=False)
    assert answer.headers["location"] == "/voila/render/00_start.ipynb?x=1"


@pytest.mark.parametrize(
    "path",
    [
        "/nosuch",
        "/voila/render/nosuch.ipynb",
        "/voila/render/private.ipynb",
        "/voila/render/",
        "/voila/render/secret.png",
        "/voila/render/..%2F..%2Fetc%2Fpasswd",
        "/voila/render/00_start.ipynb/",
    ],
)
def test_what_is_no_page_says_so_kindly(guest, server, path):
    """A wrong address is our own page in our own words, and starts no kernel."""
    answer = guest.get(path)
    assert answer.status_code == 404
    assert 'lang="en"' in answer.text
    assert "There is no page here" in answer.text
    assert "upyter" not in answer.text
    assert server.kernels_become(0) == 0


@pytest.mark.parametrize(
    "path",
    [
        "coalition",
        "coalition/conf.json",
        "coalition/static/..%2Fconf.json",
        "%2E%2E%2Fstatic/x",
        "a/b/static/x",
    ],
)
def test_a_wrong_address_of_a_file_is_not_there(stranger, path):
    """It is no fault of the server, which would print where it happened."""
    assert stranger.get(f"/voila/templates/{path}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/voila/files/secret.png", "/voila/tree", "/voila/tree/", "/voila/api/contents", "/files/secret.png"],
)
def test_the_served_folder_is_not_public(guest, stranger, path):
    assert guest.get(path).status_code == 404
    assert stranger.get(path).status_code == 403


def test_scripts_are_compressed(guest):
    answer = guest.get("/voila/static/voila.js", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/nosuch", "/alive", "/login"])
def test_every_answer_tells_the_browser_to_be_strict(guest, path):
    answer = guest.get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_it_says_who_it_is(stranger):
    assert stranger.get("/alive").text == "the mark"


def test_a_page_that_is_closed_while_loading_leaves_no_kernel(server, guest):
    with guest.stream("GET", "/voila/render/06_reciprocity.ipynb") as answer:
        pieces = answer.iter_raw()
        assert next(pieces)
        assert server.kernels_become(1) == 1
    assert server.kernels_become(0) == 0


def test_a_page_that_is_closed_before_its_kernel_starts_leaves_none(server, guest):
    """Reloading in haste does not use up the pages that may be open at once."""
    cookies = "; ".join(f"{name}={value}" for name, value in guest.cookies.items())
    host = f"127.0.0.1:{server.port}"
    lines = ["GET /voila/render/00_start.ipynb HTTP/1.1", f"Host: {host}", f"Cookie: {cookies}"]
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", server.port)) as hasty:
            hasty.sendall("\r\n".join([*lines, "", ""]).encode())
            time.sleep(0.02)
    time.sleep(1)
    assert server.kernels_become(0) == 0


def test_words_come_before_the_kernel(guest, server):
    """The whole page but its answers is sent while the first cell still runs."""
    started = time.monotonic()
    text = ""
    with guest.stream("GET", "/voila/render/06_reciprocity.ipynb") as answer:
        for piece in answer.iter_text():
            text += piece
            if "</footer>" in text:
                break
    assert "Words that do not wait" in text
    assert time.monotonic() - started < 10
    assert server.kernels_become(0) == 0


def test_too_many_pages_are_refused_kindly(server_with):
    server = server_with(most=0)
    with server.guest() as guest:
        answer = guest.get("/voila/render/00_start.ipynb")
    assert answer.status_code == 503
    assert "Many pages are open" in answer.text
    server.stop()


def test_a_browser_is_known_again_after_a_restart(server_with, tmp_path):
    """The cookie outlives the server; its secret is readable by its owner alone."""
    first = server_with(tmp_path, port=8990)
    with first.guest() as guest:
        first.stop()
        second = server_with(tmp_path, port=first.port)
        assert second.port == first.port
        assert guest.get("/nosuch").status_code == 404
        second.stop()
    assert stat.S_IMODE((tmp_path / "cookie_secret").stat().st_mode) == 0o600


def test_a_browser_of_other_answers_is_not_known(server_with, tmp_path):
    first = server_with(port=8995)
    with first.guest() as guest:
        first.stop()
        second = server_with(tmp_path, port=first.port)
        assert guest.get("/nosuch").status_code == 403
        second.stop()


def test_it_ignores_settings_of_the_folder_it_is_started_in(server_with, tmp_path):
    (tmp_path / "voila.json").write_text('{"VoilaConfiguration": {"template": "lab"}, "Voila": {"port": 1}}')
    server = server_with(cwd=tmp_path)
    with server.guest() as guest:
        assert "There is no page here" in guest.get("/nosuch").text
    server.stop()


def test_the_first_page_is_where_the_person_left_off(server_with, tmp_path):
    stored_document(tmp_path, "03_five_people.choose")
    server = server_with(tmp_path)
    with server.guest() as guest:
        answer = guest.get("/", follow_redirects=False)
    assert answer.headers["location"] == "/voila/render/03_five_people.ipynb"
    server.stop()


def test_a_busy_port_leads_to_the_next_free_one(server_with, busy_port):
    server = server_with(port=busy_port)
    assert busy_port < server.port < busy_port + 50
    server.stop()


def test_it_ends_with_its_kernels(server_with):
    """Told to stop, it leaves no process behind."""
    server = server_with()
    with server.guest() as guest:
        guest.get("/voila/render/00_start.ipynb")
    assert server.kernels() == 1
    server.stop()
    assert server.process.returncode == 0
    assert server.kernels_become(0) == 0
