"""The page around an exercise, in real Chromium."""

from urllib.parse import urlsplit

import pytest
from chromium import violations

pytestmark = pytest.mark.browser
READY = ".here"


@pytest.fixture
def page(browser, server):
    tab = browser.new_page()
    tab.goto(server.page("03_five_people"))
    tab.wait_for_selector(READY)
    return tab


def test_refreshing_leaves_one_kernel(page, server):
    for _ in range(5):
        page.reload()
        page.wait_for_selector(READY)
    assert server.kernels_become(1) == 1


@pytest.mark.usefixtures("page")
def test_every_tab_has_a_kernel_until_it_is_closed(browser, server):
    others = [browser.new_page() for _ in range(2)]
    for tab in others:
        tab.goto(server.page("00_start"))
        tab.wait_for_selector(READY)
    assert server.kernels_become(3) == 3
    for tab in others:
        tab.close(run_before_unload=True)
    assert server.kernels_become(1) == 1


@pytest.mark.parametrize("query", ["template=nosuch", "theme=dark", "template=lab"])
def test_nobody_chooses_another_template(browser, server, query):
    tab = browser.new_page()
    tab.goto(f"{server.page('00_start')}?{query}")
    tab.wait_for_selector(READY)
    assert tab.locator("main#work").count() == 1


def test_a_first_visit_asks_no_other_host(browser, server):
    requests = []
    tab = browser.new_page()
    tab.on("request", lambda request: requests.append(urlsplit(request.url)))
    tab.on("websocket", lambda socket: requests.append(urlsplit(socket.url)))
    tab.goto(server.page("00_start"))
    tab.wait_for_selector(READY)
    asked = [url for url in requests if url.scheme not in {"blob", "data"}]
    print(f"{len(asked)} requests of a first visit:", *sorted(url.path for url in asked), sep="\n  ")
    assert {url.netloc for url in asked} == {f"127.0.0.1:{server.port}"}


def test_the_policy_for_scripts_is_kept(browser, server):
    said = []
    tab = browser.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(server.page("00_start"))
    tab.wait_for_selector(READY)
    assert not [text for text in said if "Content Security Policy" in text]


def test_the_journey_has_twelve_steps_and_says_which_is_now(page):
    steps = page.locator("nav[aria-label='Exercises'] li")
    assert steps.count() == 12
    assert page.locator(".cw-journey [aria-current='step']").inner_text().startswith("Five people")
    assert page.locator("li[data-status='later'] a").count() == 0
    assert "coming later" in page.locator(".cw-journey li[data-exercise='07_sustain']").text_content()


def test_both_paths_stand_under_the_header_and_open_to_all_exercises(page):
    ways = page.get_by_role("navigation", name="Both paths")
    assert "Short path: 5 to go, about 25 minutes" in ways.inner_text()
    ways.locator("summary").press("Enter")
    assert ways.locator("li:visible").count() == 12
    assert "6 minutes on the short path, 15 in full" in ways.locator("[aria-current='step']").inner_text()


def test_neighbours_lead_to_exercises_that_are_there(page):
    links = page.locator("nav.cw-next a")
    addresses = [links.nth(number).get_attribute("href") for number in range(2)]
    assert addresses == ["/voila/render/02_purpose.ipynb", "/voila/render/04_alliance_map.ipynb"]


def test_the_keyboard_finds_the_skip_link_first(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "cw-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "work"


def test_what_is_for_jupyterlab_is_not_shown(page):
    assert "Only in JupyterLab" not in page.locator("body").inner_text()


def test_the_page_has_its_own_title_and_language(page):
    assert page.title() == "Five people and a bench · Coalition workshop"
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []


def test_the_kind_refusal_passes_axe_too(chromium, server):
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(server.page("00_start"))
    assert violations(tab) == []
    context.close()


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_is_wider_than_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_are_readable_while_an_answer_is_slow(browser, server):
    """Prose and waiting words are there at once; after twenty seconds there is a way out."""
    tab = browser.new_page()
    tab.clock.install()
    tab.goto(server.page("06_reciprocity"), wait_until="commit")
    tab.wait_for_selector("text=Words that do not wait")
    assert "Getting your answers" in tab.locator(".cw-waiting:visible").first.inner_text()
    tab.clock.fast_forward(21_000)
    tab.get_by_role("button", name="Reload the page").wait_for()


def test_a_part_that_fails_is_said_in_words(browser, server):
    """No traceback; what follows the failed cell is still readable, and says that its answer is missing."""
    tab = browser.new_page()
    tab.goto(server.page("05_trust"))
    tab.wait_for_selector("text=This part could not be opened")
    text = tab.locator("body").inner_text()
    assert "The words after it" in text
    assert "ZeroDivisionError" not in text
    assert "cell [" not in text


def test_the_layout_does_not_jump(browser, server):
    """Cumulative layout shift of a first visit stays under 0.05."""
    tab = browser.new_page()
    tab.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {"
        " window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    tab.goto(server.page("00_start"))
    tab.wait_for_selector(READY)
    tab.wait_for_timeout(300)
    shift = tab.evaluate("window.shift")
    assert shift <= 0.05


def test_paper_shows_the_exercise_alone(page):
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("nav.cw-next").is_visible()
    assert page.locator(READY).is_visible()


def test_a_page_left_before_it_has_reached_its_kernel_leaves_none(chromium, server):
    context = chromium.new_context()
    context.request.get(server.address, max_redirects=0)
    tab = context.new_page()
    tab.route_web_socket("**/channels*", lambda _: None)
    tab.goto(server.page("00_start"), wait_until="commit")
    tab.wait_for_selector("#jupyter-config-data", state="attached")
    tab.goto("about:blank")
    assert server.kernels_become(0, seconds=10) == 0
    context.close()


def test_the_list_of_all_exercises_closes_with_escape_and_with_a_press_beside_it(page):
    summary = page.get_by_role("navigation", name="Both paths").locator("summary")
    listed = page.locator(".cw-all")
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.mouse.click(700, 760)):
        summary.click()
        assert listed.is_visible()
        close()
        assert not listed.is_visible()
