"""Nothing that was typed is lost, whatever happens to the page, the kernel, the server or the network."""

import pytest
from kit import Kit, running, stored
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SENTENCE = "The purpose, in one sentence"


def opened(page, kit, name="02_purpose"):
    page.goto(kit.page(name))
    expect(page.get_by_label(SENTENCE)).to_be_visible(timeout=20_000)
    return page


def saved(page):
    expect(page.locator(".cw-save")).to_have_text("Saved", timeout=10_000)


def test_a_reload_in_mid_word_keeps_the_word(tab, kit):
    opened(tab, kit).get_by_label(SENTENCE).press_sequentially("Nobody goes alo")
    tab.reload()
    expect(tab.get_by_label(SENTENCE)).to_have_value("Nobody goes alo", timeout=20_000)
    saved(tab)
    assert stored(kit.folder, "purpose/sentence", "Nobody goes alo") == "Nobody goes alo"


def test_a_killed_kernel_is_told_within_ten_seconds_and_nothing_typed_is_lost(tab, kit):
    field = opened(tab, kit).get_by_label(SENTENCE)
    field.fill("Nobody goes")
    saved(tab)
    kit.kill_kernels()
    field.press_sequentially(" alone")
    expect(tab.get_by_role("alert")).to_contain_text("safe", timeout=10_000)
    tab.get_by_role("alert").get_by_role("button", name="Reload").click()
    expect(tab.get_by_label(SENTENCE)).to_have_value("Nobody goes alone", timeout=20_000)
    saved(tab)
    assert stored(kit.folder, "purpose/sentence", "Nobody goes alone") == "Nobody goes alone"


def test_a_restarted_server_takes_the_same_browser_back(tab, kit, tmp_path):
    field = opened(tab, kit).get_by_label(SENTENCE)
    field.fill("Nobody goes")
    saved(tab)
    kit.stop()
    field.press_sequentially(" alone")
    expect(tab.get_by_role("alert")).to_be_visible(timeout=12_000)
    expect(tab.get_by_role("button", name="Reload")).to_be_hidden()
    again = Kit(tmp_path / "data", port=kit.port)
    try:
        field.press("End")  # somebody is at work: the page waits for them
        tab.get_by_role("button", name="Reload").click(timeout=10_000)
        expect(tab.get_by_label(SENTENCE)).to_have_value("Nobody goes alone", timeout=20_000)
        saved(tab)
    finally:
        again.stop()


def test_a_page_at_rest_begins_anew_when_the_server_is_there_again(tab, kit, tmp_path):
    field = opened(tab, kit).get_by_label(SENTENCE)
    kit.stop()
    field.press_sequentially("Nobody goes alone")
    expect(tab.get_by_role("alert")).to_be_visible(timeout=12_000)
    with running(tmp_path / "data", port=kit.port) as again:
        expect(tab.get_by_role("alert")).to_be_hidden(timeout=30_000)
        expect(tab.get_by_label(SENTENCE)).to_have_value("Nobody goes alone", timeout=20_000)
        saved(tab)
        assert stored(again.folder, "purpose/sentence", "Nobody goes alone") == "Nobody goes alone"


def test_a_name_that_is_nowhere_else_keeps_the_page_as_it_is(tab, kit, tmp_path):
    """Real names live in the page alone: the person decides when it goes."""
    tab.goto(kit.page("01_alliances"))
    tab.get_by_role("button", name="Add an ally").click(timeout=20_000)
    tab.get_by_label("Code name").fill("Harbour")
    saved(tab)
    tab.goto(kit.page("09_commit"))
    tab.locator(".cw-take-names summary").click(timeout=20_000)
    name = tab.locator(".cw-take-names input").first
    name.fill("Somebody Real")
    kit.stop()
    expect(tab.get_by_role("alert")).to_be_visible(timeout=12_000)
    with running(tmp_path / "data", port=kit.port):
        expect(tab.get_by_role("button", name="Reload")).to_be_visible(timeout=15_000)
        tab.wait_for_timeout(12_000)
        expect(name).to_have_value("Somebody Real")


def test_twenty_seconds_offline_are_told_and_mended_without_a_reload(tab, kit):
    field = opened(tab, kit).get_by_label(SENTENCE)
    kit.pause()
    try:
        field.press_sequentially("Typed while nobody listened")
        expect(tab.get_by_role("alert")).to_be_visible(timeout=10_000)
        expect(tab.locator(".cw-save")).to_contain_text("kept on this device", timeout=10_000)
        tab.wait_for_timeout(20_000)
    finally:
        kit.resume()
    saved(tab)
    expect(tab.get_by_role("alert")).to_be_hidden(timeout=10_000)
    assert (
        stored(kit.folder, "purpose/sentence", "Typed while nobody listened") == "Typed while nobody listened"
    )


def test_two_tabs_keep_both_texts_and_the_person_chooses(tab, kit):
    other = opened(tab.context.new_page(), kit)
    opened(tab, kit)
    tab.get_by_label(SENTENCE).fill("from the first tab")
    saved(tab)
    other.get_by_label(SENTENCE).fill("from the second tab")
    expect(other.get_by_text("from the first tab")).to_be_visible(timeout=10_000)
    expect(other.get_by_label(SENTENCE)).to_have_value("from the second tab")
    assert stored(kit.folder, "purpose/sentence", "from the first tab") == "from the first tab"
    other.get_by_role("button", name="Keep mine").click()
    saved(other)
    assert stored(kit.folder, "purpose/sentence", "from the second tab") == "from the second tab"
    expect(tab.get_by_label(SENTENCE)).to_have_value("from the second tab", timeout=10_000)


def test_an_idle_tab_learns_what_another_tab_saved(tab, kit):
    other = opened(tab.context.new_page(), kit)
    opened(tab, kit).get_by_label(SENTENCE).fill("said elsewhere")
    expect(other.get_by_label(SENTENCE)).to_have_value("said elsewhere", timeout=10_000)


def test_leaving_for_the_next_page_takes_the_last_word_along(tab, kit):
    opened(tab, kit).get_by_label(SENTENCE).press_sequentially("the very last wor")
    tab.get_by_role("link", name="Next").click()
    tab.wait_for_url("**/03_five_people.ipynb", timeout=20_000)
    expect(tab.locator(".cw-save")).to_have_text("Saved", timeout=20_000)
    assert stored(kit.folder, "purpose/sentence", "the very last wor") == "the very last wor"


def test_data_downloaded_and_erased_comes_back_by_restoring_it(tab, kit, tmp_path):
    opened(tab, kit).get_by_label(SENTENCE).fill("worth keeping")
    saved(tab)
    tab.get_by_role("button", name="Your data").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Download my data").click()
    download.value.save_as(tmp_path / "mine.json")
    tab.get_by_role("button", name="Erase everything…").click()
    tab.get_by_role("button", name="Erase everything now").click()
    expect(tab.get_by_label(SENTENCE)).to_have_value("", timeout=10_000)
    assert not (kit.folder / "workbook.json").exists()
    tab.locator("input[type=file]").set_input_files(tmp_path / "mine.json")
    expect(tab.get_by_label(SENTENCE)).to_have_value("worth keeping", timeout=10_000)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("not json", "not a workbook"),
        ('{"kind": "recipe"}', "not come from"),
        ('{"kind": "coalition-workbook", "schema_version": 99}', "newer"),
        ('{"kind": "coalition-workbook", "workbook": {', "ends too early"),
        ("x" * 6_100_000, "large"),
    ],
    ids=["nonsense", "foreign", "newer", "truncated", "huge"],
)
def test_a_file_that_cannot_be_restored_says_why_and_changes_nothing(tab, kit, tmp_path, content, words):
    opened(tab, kit).get_by_label(SENTENCE).fill("mine")
    saved(tab)
    (tmp_path / "file.json").write_text(content, encoding="utf-8")
    tab.get_by_role("button", name="Your data").click()
    tab.locator("input[type=file]").set_input_files(tmp_path / "file.json")
    expect(tab.locator(".cw-result")).to_contain_text(words, timeout=10_000)
    assert stored(kit.folder, "purpose/sentence", "mine") == "mine"


def test_a_folder_that_cannot_be_written_is_told_and_the_text_is_kept(browser_of_a_person, tmp_path):
    """The history folder is replaced by a file, so that saving fails as on a broken disk."""
    with running(tmp_path / "data") as kit:
        page = browser_of_a_person().new_page()
        page.goto(kit.address)
        field = opened(page, kit).get_by_label(SENTENCE)
        history = kit.folder / "history"
        history.rmdir()
        history.write_text("in the way", encoding="utf-8")
        field.fill("kept by the page")
        expect(page.locator(".cw-save")).to_contain_text("Not saved", timeout=10_000)
        history.unlink()
        saved(page)


def test_the_plain_address_leads_back_to_the_last_page(tab, kit):
    opened(tab, kit)
    tab.goto(kit.origin)
    tab.wait_for_url("**/02_purpose.ipynb", timeout=20_000)
