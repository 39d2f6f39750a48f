"""A facilitator's own folder in the app: their words are seen, and whatever they wrote, the page opens."""

import json

import pytest
from kit import running

from workshop.app.customise import customised
from workshop.content.custom import CUSTOM

pytestmark = pytest.mark.browser

HOSTILE = """## Ours, with tricks

<script>window.ran = 1</script> <img src=x onerror="window.ran = 2"> <iframe src="https://example.org"></iframe>

[press](javascript:window.ran=3) [or](java&#115;cript:window.ran=4)"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    folder = tmp_path_factory.mktemp("custom") / "ours"
    customised(folder)
    labels = folder / "content" / "exercises" / "01_alliances.toml"
    labels.write_text(labels.read_text("utf-8").replace("Add an ally", "Ours: one more"), "utf-8")
    with_prose(folder, "01_alliances", "question", "# Ours: who would still come?\n\nThink of last spring.")
    with_prose(folder, "02_purpose", "question", HOSTILE)
    (folder / "content" / "exercises" / "03_five_people.toml").write_text('title = "no end', "utf-8")
    (folder / "exercises" / "03_five_people.ipynb").write_text("{", "utf-8")
    return folder


@pytest.fixture(scope="module")
def page(ours, chromium, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CUSTOM, str(ours))
        with running(tmp_path_factory.mktemp("data") / "data") as kit:
            context = chromium.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            page.asked = []
            page.on("request", lambda request: page.asked.append(request.url))
            page.goto(kit.address)
            page.kit = kit
            yield page
            context.close()


def with_prose(folder, name, key, text):
    """Change a text cell, and add one behind it."""
    file = folder / "exercises" / f"{name}.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    place = next(place for place, cell in enumerate(notebook["cells"]) if cell["id"] == key)
    notebook["cells"][place]["source"] = text
    more = {"cell_type": "markdown", "id": "more", "metadata": {}, "source": "Ours: take a breath."}
    notebook["cells"].insert(place + 1, more)
    file.write_text(json.dumps(notebook), "utf-8")


def opened(page, name):
    page.goto(page.kit.page(name))
    page.wait_for_selector(".cw-slot", state="attached")
    page.wait_for_function("!document.querySelector('.cw-slot:not(.cw-here, .cw-silent)')", timeout=30_000)
    return page


def test_own_labels_own_prose_and_an_added_text_are_seen(page):
    opened(page, "01_alliances")
    assert page.locator("h1").inner_text() == "Ours: who would still come?"
    assert page.get_by_text("Ours: take a breath.").is_visible()
    assert page.get_by_role("button", name="Ours: one more").is_visible()


def test_kernels_that_are_not_forked_have_own_labels_too(ours, chromium, tmp_path, monkeypatch):
    monkeypatch.setenv(CUSTOM, str(ours))
    monkeypatch.setenv("WORKSHOP_KERNELS", "plain")
    with running(tmp_path / "data") as kit:
        page = chromium.new_page()
        page.goto(kit.address)
        page.kit = kit
        opened(page, "01_alliances")
        assert page.get_by_role("button", name="Ours: one more").is_visible()
        page.close()


def test_prose_with_tricks_runs_nothing_and_asks_nobody(page):
    opened(page, "02_purpose")
    assert page.evaluate("window.ran") is None
    assert all(url.startswith((page.kit.origin, "data:", "blob:")) for url in page.asked)
    assert page.locator("main iframe, main script, main a[href^='java']").count() == 0


def test_what_nobody_can_read_leaves_the_kits_words(page):
    opened(page, "03_five_people")
    assert page.locator("h1").inner_text() == "Which five would you still want beside you in five years?"
