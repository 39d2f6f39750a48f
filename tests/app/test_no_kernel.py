"""A page for which no kernel can be started says so, and says what helps."""

import pytest
from small_server import Server

from workshop import content

pytestmark = pytest.mark.browser
NO_PROCESS = """
import workshop.app.kernels as kernels
async def start_kernel(*_args, **_more):
    raise BlockingIOError(11, "Resource temporarily unavailable")
kernels.PageKernels.start_kernel = start_kernel
"""


@pytest.fixture
def page(chromium, notebooks, tmp_path):
    server = Server(notebooks, tmp_path, before=NO_PROCESS)
    context = chromium.new_context()
    context.request.get(server.address, max_redirects=0)
    tab = context.new_page()
    tab.goto(server.page("03_five_people"))
    yield tab
    context.close()
    server.stop()


def test_a_page_without_a_kernel_says_what_helps(page):
    words = content.words("frame")
    alert = page.get_by_role("alert")
    alert.get_by_text(words["full"]).wait_for()
    assert alert.get_by_role("button", name=words["reload"]).is_visible()
    assert words["missing"] in page.locator(".cw-opening").inner_text()
    assert page.locator("#cw-announce").inner_text() == ""
