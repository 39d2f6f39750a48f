"""The outbox in a real browser: nothing typed is lost, whatever happens to page, kernel and device."""

import pytest
from form_harness import card, listed, sample_field, text

pytestmark = pytest.mark.browser

PATH = "start/goal_words"
ELSEWHERE = """window.testStorage = {
    getItem() { return this.text ?? null; }, setItem(_, text) { this.text = text; },
};"""


def typed(tab, words):
    tab.page.get_by_label("In your words").fill(words)


def shown(tab):
    return tab.page.get_by_label("In your words").input_value()


def test_edit_lies_on_the_device_until_it_is_acknowledged(opened):
    """A keystroke is in localStorage at once, and gone from there when the kernel has it."""
    tab = opened(fields=[text()])
    typed(tab, "Harbour")
    assert len(tab.kept()) == 1
    tab.stored_soon(PATH, "Harbour")
    tab.page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('coalition:'))")


def test_text_waits_for_a_pause_and_names_its_base(opened):
    """A burst of keys is one message, with the stored value as base and the step."""
    tab = opened(fields=[text(value="Kite")])
    tab.page.get_by_label("In your words").press("End")
    tab.page.keyboard.type("s fly", delay=10)
    tab.stored_soon(PATH, "Kites fly")
    [edit] = tab.edits()
    assert (edit["base"], edit["value"]) == ("Kite", "Kites fly")
    assert edit["step"] == "01_alliances.list"


def test_pending_words_survive_a_reload_in_mid_word(opened):
    """What the kernel never heard is shown after a reload, and sent again."""
    tab = opened(fields=[text()])
    tab.kernel(alive=False)
    typed(tab, "Harb")
    tab.reload()
    assert shown(tab) == "Harb"
    tab.stored_soon(PATH, "Harb")


def test_pending_words_of_another_step_are_replayed(opened):
    """Entries of this workbook are sent whatever page is open."""
    tab = opened(fields=[text()])
    tab.kernel(alive=False)
    typed(tab, "Harbour")
    tab.facts["form"]["fields"] = [text("purpose/own_value", "A value")]
    tab.reload()
    tab.stored_soon(PATH, "Harbour")


def test_words_of_a_tab_that_died_are_taken_up_by_the_next(opened):
    """A closed tab's entries are replayed by the next one; a living tab's are left to it."""
    first = opened(fields=[text()])
    first.kernel(alive=False)
    typed(first, "Lantern")
    second = opened(fields=[text("purpose/own_value", "A value")])
    second.page.wait_for_timeout(500)
    assert second.edits() == []
    first.page.close()
    third = opened(fields=[text()])
    third.stored_soon(PATH, "Lantern")


def test_words_typed_on_after_an_unheard_answer_are_no_conflict(opened):
    """A saved prefix whose answer was lost with the page is recognised as our own."""
    tab = opened(fields=[text()])
    tab.kernel(delay=100000)
    typed(tab, "Har")
    tab.page.wait_for_function("statusModel.sent.some(message => message.kind === 'edit')")
    typed(tab, "Harbour")
    tab.page.evaluate("localStorage.setItem('test-store', JSON.stringify({ 'start/goal_words': 'Har' }))")
    tab.reload()
    tab.stored_soon(PATH, "Harbour")
    assert not tab.page.locator(".cw-versions").is_visible()


@pytest.mark.parametrize(("choice", "wins"), [("Keep mine", "Mine"), ("Take the other", "Theirs")])
def test_two_tabs_keep_both_texts_and_the_person_chooses(opened, choice, wins):
    """The second tab shows both versions, stores the chosen one, and keeps nothing pending."""
    first, second = opened(fields=[text()]), opened(fields=[text()])
    typed(first, "Theirs")
    first.stored_soon(PATH, "Theirs")
    typed(second, "Mine")
    second.page.get_by_text("This answer was changed in another tab.").wait_for()
    versions = second.page.locator(".cw-versions").inner_text()
    assert "Mine" in versions
    assert "Theirs" in versions
    assert first.stored()[PATH] == "Theirs"
    second.page.get_by_role("button", name=choice).click()
    second.stored_soon(PATH, wins)
    second.page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('coalition:'))")
    assert shown(second) == wins


def test_conflict_survives_typing_on(opened):
    """Typing on in a field in conflict changes my version and sends nothing."""
    tab = opened(fields=[text(value="old")])
    tab.page.evaluate("localStorage.setItem('test-store', JSON.stringify({ 'start/goal_words': 'theirs' }))")
    typed(tab, "mine")
    tab.page.get_by_role("button", name="Keep mine").wait_for()
    typed(tab, "mine and more")
    tab.page.wait_for_timeout(500)
    assert tab.stored()[PATH] == "theirs"
    tab.page.get_by_role("button", name="Keep mine").click()
    tab.stored_soon(PATH, "mine and more")


def test_refused_words_stay_with_their_reason_until_they_fit(opened):
    """The sentence stands at the field, the text stays, and a better text is taken."""
    tab = opened(fields=[text()])
    tab.kernel(refuse={PATH: {"allow": ["short"], "sentence": "This is too long."}})
    typed(tab, "far too long")
    tab.page.get_by_text("This is too long.").wait_for()
    box = tab.page.get_by_label("In your words")
    assert box.get_attribute("aria-invalid") == "true"
    described = box.evaluate("node => node.getAttribute('aria-describedby').split(' ').map(id => "
                             "document.getElementById(id).textContent).join(' ')")  # fmt: skip
    assert "This is too long." in described
    assert shown(tab) == "far too long"
    typed(tab, "short")
    tab.stored_soon(PATH, "short")
    tab.page.get_by_text("This is too long.").wait_for(state="hidden")


def test_refused_words_without_a_field_are_shown_elsewhere(opened):
    """Words that cannot be stored and whose field is not on this page can be read and discarded."""
    tab = opened(fields=[text()])
    tab.kernel(alive=False)
    typed(tab, "Orphaned words")
    tab.page.context.add_init_script(
        f"window.testRefuse = {{ '{PATH}': {{ allow: [], sentence: 'This entry was removed.' }} }};"
    )
    tab.facts["form"]["fields"] = [text("purpose/own_value", "A value")]
    tab.reload()
    tab.page.get_by_text("Orphaned words").wait_for()
    assert tab.page.get_by_text("This entry was removed.").is_visible()
    tab.page.get_by_role("button", name="Discard this text").press("Enter")
    assert tab.kept() == []
    assert tab.page.evaluate("document.activeElement !== document.body"), "the keyboard stays on the page"


def test_full_store_keeps_the_words_and_tries_again(opened):
    """An unsaved edit is kept on the device, said so, and sent until it is stored."""
    tab = opened(fields=[text()])
    tab.kernel(unsaved=True)
    typed(tab, "Harbour")
    tab.page.get_by_text("Not saved: kept on this device").first.wait_for()
    assert len(tab.kept()) == 1
    tab.kernel(unsaved=False)
    tab.stored_soon(PATH, "Harbour")
    tab.page.locator(".cw-save").get_by_text("Saved", exact=True).wait_for()


@pytest.mark.parametrize("trouble", ["blocked", "full"])
def test_without_a_device_the_page_itself_keeps_the_words(opened, person_with, trouble):
    """With localStorage blocked or full, edits are kept in memory, sent, and the status says so."""
    blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    person = person_with()
    person.add_init_script(ELSEWHERE + (blocked if trouble == "blocked" else full))
    tab = opened(person=person, fields=[text()])
    tab.kernel(alive=False)
    typed(tab, "Harbour")
    tab.page.get_by_text("Not saved: keep this page open").first.wait_for(timeout=15000)
    tab.kernel(alive=True)
    tab.page.wait_for_function("statusModel.sent.filter(message => message.value === 'Harbour').length >= 2")
    tab.page.locator(".cw-save").get_by_text("Saved", exact=True).wait_for(timeout=15000)


def test_worked_example_leaves_nothing_on_the_device(opened):
    """Edits to a worked case are never written to the device."""
    tab = opened(fields=[text()], case="Making change stick")
    tab.kernel(alive=False)
    typed(tab, "Harbour")
    assert tab.kept() == []
    assert tab.page.get_by_text("You are looking at a worked example: Making change stick.").is_visible()


def test_mine_is_never_stored_over_words_nobody_showed(opened):
    """While a person chooses, the other tab types on: they are asked again, with the newer text."""
    first, second = opened(fields=[text()]), opened(fields=[text()])
    typed(first, "Theirs")
    first.stored_soon(PATH, "Theirs")
    typed(second, "Mine")
    keep = second.page.get_by_role("button", name="Keep mine")
    keep.wait_for()
    typed(first, "Theirs, and more")
    first.stored_soon(PATH, "Theirs, and more")
    keep.click()
    second.page.locator(".cw-versions").get_by_text("Theirs, and more").wait_for()
    keep.click()
    second.stored_soon(PATH, "Mine")


def test_a_clock_that_is_set_back_holds_nothing_up(opened):
    """An hour back: what is typed is sent after the usual pause all the same."""
    tab = opened(fields=[text()])
    typed(tab, "Harb")
    tab.page.evaluate("now => { Date.now = () => now - 3_600_000; }", tab.page.evaluate("Date.now()"))
    tab.stored_soon(PATH, "Harb")
    tab.kernel(delay=100000)
    typed(tab, "Harbour")
    tab.page.wait_for_function("statusModel.sent.filter(message => message.value === 'Harbour').length >= 2")


def test_one_edit_that_fits_does_not_hide_another_that_does_not(opened, person_with):
    """With a device that takes only short texts, a long one is said to be in this page alone."""
    person = person_with()
    person.add_init_script(
        ELSEWHERE
        + "const put = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (text.includes('xxxx')) throw new DOMException('full', 'QuotaExceededError');"
        " put.call(this, key, text); };"
    )
    tab = opened(person=person, fields=[text(), text("purpose/own_value", "A value")])
    tab.kernel(unsaved=True)
    typed(tab, "xxxx and much more")
    tab.page.get_by_label("A value").fill("short")
    tab.page.get_by_text("Not saved: keep this page open").first.wait_for()
    tab.kernel(unsaved=False)
    tab.stored_soon(PATH, "xxxx and much more")
    tab.stored_soon("purpose/own_value", "short")


def test_words_about_a_person_removed_elsewhere_can_still_be_read(opened):
    """The field goes with the person; what was typed into it, and refused, is shown at the top."""
    path = "people/k1/name"
    tab = opened(fields=[listed(card("k1", "Kite"))])
    tab.kernel(refuse={path: {"allow": [], "sentence": "This entry was removed."}})
    tab.page.get_by_label("Code name").fill("Harbour")
    tab.page.evaluate("localStorage.setItem('test-store', JSON.stringify({ 'people/k1': null })); show();")
    tab.page.locator(".cw-strays").get_by_text("Harbour").wait_for()


def test_where_somebody_stands_on_the_map_is_nothing_to_ask_about(opened):
    """A move that was left over is stored on any page, though another tab has moved the same person."""
    path = "positions/k1/x"
    tab = opened(fields=[text(path, "Left to right")])
    tab.kernel(alive=False)
    tab.page.get_by_label("Left to right").fill("500")
    tab.page.evaluate("path => localStorage.setItem('test-store', JSON.stringify({ [path]: '480' }))", path)
    tab.facts["form"]["fields"] = [text()]
    tab.reload()
    tab.stored_soon(path, "500")


def test_an_answer_without_words_is_shown_elsewhere_too(opened):
    """A choice in conflict whose field is not on this page: without a place to choose it would never end."""
    tab = opened(fields=[sample_field("many")])
    path = tab.facts["form"]["fields"][0]["path"]
    tab.kernel(alive=False)
    tab.page.locator(".cw-choice").nth(1).click()
    tab.page.evaluate("path => localStorage.setItem('test-store', JSON.stringify({ [path]: ['x'] }))", path)
    tab.facts["form"]["fields"] = [text()]
    tab.reload()
    tab.page.locator(".cw-strays").get_by_role("button", name="Take the other").click()
    tab.page.locator(".cw-save").get_by_text("Saved", exact=True).wait_for()


def test_words_typed_while_a_file_is_restored_are_kept(opened):
    """The restored answer and the words typed meanwhile are both shown."""
    tab = opened(fields=[text(value="old")])
    typed(tab, "first")
    tab.stored_soon(PATH, "first")
    tab.kernel(delay=1000)
    tab.page.get_by_role("button", name="Your data").click()
    tab.page.locator("input[type=file]").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    tab.page.wait_for_function("statusModel.sent.some(message => message.kind === 'restore')")
    tab.page.evaluate("localStorage.setItem('test-store', '{\"start/goal_words\": \"restored\"}')")
    typed(tab, "meanwhile")
    tab.page.get_by_text("This answer was changed in another tab.").wait_for()
    assert shown(tab) == "meanwhile"
