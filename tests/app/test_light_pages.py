"""A page is light: its files are kept for ever, and it speaks with its kernel by itself."""

import gzip
import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect
from small_server import WIDGET, Server, write_notebook

from workshop.app.assets import Asset, assets
from workshop.app.wire import VoilaKernelWebsocketHandler, Wire

GZIP = {"Accept-Encoding": "gzip"}
OTHERS = (
    ("code", "1;"),
    ("code", "from IPython.display import HTML\nHTML('<b class=\"plain\">as it is</b>')"),
    ("code", "'a result in words'"),
    ("code", "from ipywidgets import IntSlider\nIntSlider(description='How many')"),
    ("code", "from ipywidgets import Checkbox\nCheckbox(description='Really')"),
    ("code", WIDGET),
)
COUNTING = """import anywidget, traitlets
class Count(anywidget.AnyWidget):
    count = traitlets.Int(0).tag(sync=True)
    _esm = '''export default { render({ model, el }) {
      const draw = () => { el.innerHTML = `<p>Counted: ${model.get("count")}</p><button>More</button>`;
        el.querySelector("button").onclick = () => model.send({ more: 1 }); };
      draw();
      model.on("change:count", draw);
    } }'''
    def more(self, _widget, message, _buffers):
        self.count += message["more"]
count = Count()
count.on_msg(count.more)
count"""
BINARY = """import anywidget, traitlets
class Bytes(anywidget.AnyWidget):
    content = traitlets.Bytes(bytes([1, 4, 7])).tag(sync=True)
    _esm = '''export default { render({ model, el }) {
      el.innerHTML = `<p>The third byte: ${model.get("content").getUint8(2)}</p>`;
    } }'''
Bytes()"""


@pytest.fixture
def stranger(server):
    with server.stranger() as client:
        yield client


@pytest.fixture(scope="module", params=["plain", "compressed"])
def headers(request):
    return GZIP if request.param == "compressed" else {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def other_server(tmp_path_factory):
    """A server whose pages show more than our widgets."""
    notebooks = tmp_path_factory.mktemp("notebooks")
    write_notebook(notebooks / "00_start.ipynb", *OTHERS)
    write_notebook(notebooks / "01_alliances.ipynb", ("code", "1;"), ("code", COUNTING))
    write_notebook(notebooks / "02_purpose.ipynb", ("code", "1;"), ("code", BINARY))
    server = Server(notebooks, tmp_path_factory.mktemp("data"))
    yield server
    server.stop()


@pytest.fixture
def tab(chromium, other_server):
    context = chromium.new_context()
    context.request.get(other_server.address, max_redirects=0)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", assets())
def test_an_asset_is_kept_for_ever_and_says_what_it_is(stranger, name, headers):
    answer = stranger.get(f"/assets/{name}", headers=headers)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith(("text/css", "text/javascript"))
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.content == assets()[name].plain


@pytest.mark.parametrize("name", assets())
def test_the_name_of_an_asset_changes_with_it_and_it_names_no_source_map(name):
    assert re.fullmatch(r"[\w-]+-[0-9a-f]{10}\.(js|css)", name)
    assert b"sourceMappingURL" not in assets()[name].plain


@pytest.mark.parametrize("name", assets())
def test_an_asset_is_sent_compressed_and_asked_for_again_it_is_not_sent(stranger, name):
    answer = stranger.get(f"/assets/{name}", headers=GZIP)
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(gzip.compress(answer.content, 9, mtime=0))
    again = stranger.get(f"/assets/{name}", headers={**GZIP, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_asset_is_compressed_once():
    asset = Asset("page-0.js", b"let nothing;")
    assert asset.compressed is asset.compressed


def test_the_head_of_an_asset_says_how_long_it_is(stranger):
    [name, *_] = assets()
    answer = stranger.head(f"/assets/{name}", headers=GZIP)
    assert answer.content == b""
    assert int(answer.headers["content-length"]) == len(assets()[name].compressed)


@pytest.mark.parametrize(
    "name", ["", "page.js", "page-0000000000.js", "..%2Fconf.json", "%2E%2E/alive", "a/b.js"]
)
def test_what_is_no_asset_is_not_there(stranger, name):
    answer = stranger.get(f"/assets/{name}")
    assert answer.status_code == 404
    assert "cache-control" not in answer.headers or "immutable" not in answer.headers["cache-control"]
    assert "<main" in answer.text


def test_a_page_names_only_assets_that_there_are(other_server):
    with other_server.guest() as guest:
        head = guest.get("/voila/render/00_start.ipynb").text.partition("</head>")[0]
    named = re.findall(r'(?:href|src)="(?!data:)([^"]+)"', head)
    assert len(named) >= 2
    assert {address.removeprefix("/assets/") for address in named} <= set(assets())


def test_the_wire_sends_each_message_at_once(monkeypatch):
    done = []

    async def opened(_wire, kernel_id):
        done.append(kernel_id)

    monkeypatch.setattr(VoilaKernelWebsocketHandler, "open", opened)
    wire = Wire.__new__(Wire)
    monkeypatch.setattr(wire, "set_nodelay", done.append)
    with pytest.raises(StopIteration):
        wire.open("the kernel").send(None)
    assert done == [True, "the kernel"]


def test_only_tornado_pings_and_an_answer_may_take_no_longer_than_it_allows():
    """Jupyter's own ping would close each websocket that is asked to answer within its interval."""
    stopped = []
    wire = Wire.__new__(Wire)
    wire.ping_callback = SimpleNamespace(stop=lambda: stopped.append(True))
    wire.send_ping()
    assert stopped
    assert 0 < Wire.ping_timeout <= Wire.ping_interval < 60


@pytest.mark.browser
def test_what_is_no_widget_is_shown_as_it_is_and_plain_ipywidgets_are_drawn_too(tab, other_server):
    tab.goto(other_server.page("00_start"))
    expect(tab.locator(".here")).to_be_visible(timeout=20_000)
    expect(tab.locator("b.plain")).to_have_text("as it is")
    expect(tab.get_by_text("'a result in words'")).to_be_visible()
    expect(tab.get_by_text("How many")).to_be_visible(timeout=20_000)
    expect(tab.get_by_text("Really")).to_be_visible()
    expect(tab.locator(".here")).to_have_count(1)


@pytest.mark.browser
def test_a_message_goes_to_the_kernel_and_what_changed_comes_back(tab, other_server):
    tab.goto(other_server.page("01_alliances"))
    tab.get_by_role("button", name="More").click(timeout=20_000)
    expect(tab.get_by_text("Counted: 1")).to_be_visible()


@pytest.mark.browser
def test_a_wire_that_was_cut_is_opened_again_and_nothing_sent_meanwhile_is_lost(tab, other_server):
    wires = []

    def connect(wire):
        wires.append(wire)
        wire.connect_to_server()

    tab.route_web_socket("**/channels*", connect)
    tab.goto(other_server.page("01_alliances"))
    expect(tab.get_by_text("Counted: 0")).to_be_visible(timeout=20_000)
    wires[0].close()
    tab.get_by_role("button", name="More").click()
    expect(tab.get_by_text("Counted: 1")).to_be_visible(timeout=10_000)
    assert len(wires) > 1


@pytest.mark.browser
def test_what_widgets_show_comes_with_the_page_and_needs_no_wire(tab, other_server):
    tab.route_web_socket("**/channels*", lambda _: None)
    tab.goto(other_server.page("01_alliances"))
    expect(tab.get_by_text("Counted: 0")).to_be_visible(timeout=20_000)


@pytest.mark.browser
def test_what_is_said_before_the_wire_is_open_arrives(tab, other_server):
    tab.route_web_socket("**/channels*", lambda wire: tab.wait_for_timeout(500) or wire.connect_to_server())
    tab.goto(other_server.page("01_alliances"), wait_until="commit")
    tab.get_by_role("button", name="More").click(timeout=20_000)
    expect(tab.get_by_text("Counted: 1")).to_be_visible()


@pytest.mark.browser
def test_a_widget_with_binary_parts_is_asked_for(tab, other_server):
    tab.goto(other_server.page("02_purpose"))
    expect(tab.get_by_text("The third byte: 7")).to_be_visible(timeout=20_000)


@pytest.mark.browser
def test_a_page_that_never_hears_of_a_widget_says_so(tab, other_server):
    tab.route_web_socket("**/channels*", lambda _: None)
    tab.clock.install()
    tab.goto(other_server.page("02_purpose"))
    tab.clock.run_for(21_000)
    expect(tab.get_by_role("alert").get_by_role("button")).to_be_visible()
