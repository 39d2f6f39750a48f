"""The save status in a real browser: the heartbeat, the alert, the menu, the journey, leaving the page."""

import pytest
from form_harness import card, listed, sample_field, text

pytestmark = pytest.mark.browser


def alert(tab):
    return tab.page.get_by_role("alert")


def menu(tab):
    tab.page.get_by_role("button", name="Your data").click()
    return tab.page.get_by_role("group", name="Your data")


def test_silent_kernel_is_noticed_within_ten_seconds_and_forgiven(opened):
    """No answer raises an alert that offers a reload; the next answer takes it away, and words go out."""
    tab = opened(fields=[text()])
    tab.page.wait_for_timeout(200)
    tab.kernel(alive=False)
    tab.page.get_by_label("In your words").fill("Harbour")
    alert(tab).get_by_text("This page has lost touch").wait_for(timeout=10_000)
    assert alert(tab).get_by_role("button", name="Reload").is_visible()
    assert tab.page.locator(".cw-save").inner_text() == "Not saved: kept on this device"
    tab.kernel(alive=True)
    tab.stored_soon("start/goal_words", "Harbour")
    assert alert(tab).count() == 0


def out_of_touch(opened):
    """A page whose kernel has gone silent, with the alert in sight."""
    tab = opened(fields=[text()])
    tab.kernel(alive=False)
    alert(tab).wait_for(timeout=15_000)
    return tab


def test_send_that_takes_long_is_said_calmly_before_it_is_a_warning(opened):
    """After three seconds the words change; nothing is read aloud, and nobody is warned."""
    tab = opened(fields=[text()])
    tab.kernel(alive=False)
    tab.page.get_by_label("In your words").fill("Harbour")
    tab.page.locator(".cw-save[data-status=status_slow]").get_by_text("Not saved yet…").wait_for()
    assert tab.page.locator(".cw-status [role=status]").first.inner_text() == ""
    assert alert(tab).count() == 0


@pytest.mark.parametrize("close", ["button", "Escape"])
def test_closed_alert_comes_back_with_a_later_edit(opened, close):
    """Somebody who types on at once is left in peace for a while."""
    tab = out_of_touch(opened)
    tab.page.clock.install()
    if close == "button":
        alert(tab).get_by_role("button", name="Close").click()
    else:
        tab.page.keyboard.press("Escape")
    tab.page.get_by_label("In your words").fill("Harbour")
    assert alert(tab).count() == 0
    tab.page.clock.fast_forward(16_000)
    tab.page.get_by_label("In your words").fill("Harbours")
    assert alert(tab).is_visible()


def test_alert_leaves_most_of_a_small_window_free(opened):
    """A phone held across keeps two thirds of its height."""
    tab = out_of_touch(opened)
    tab.page.set_viewport_size({"width": 568, "height": 320})
    assert alert(tab).bounding_box()["height"] < 110


def test_hidden_or_sleeping_page_raises_no_false_alarm(opened):
    """A page that was hidden asks first and judges then."""
    tab = opened(fields=[text()])
    tab.page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    tab.kernel(alive=False)
    tab.page.wait_for_timeout(9500)
    assert alert(tab).count() == 0
    tab.kernel(alive=True)
    tab.page.evaluate("""Object.defineProperty(document, 'hidden', { value: false, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))""")
    tab.page.wait_for_timeout(500)
    assert alert(tab).count() == 0


def test_menu_opens_and_closes_by_keyboard(opened):
    """Escape closes the menu and the focus returns to its button."""
    tab = opened()
    opener = tab.page.get_by_role("button", name="Your data")
    opener.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.textContent") == "Undo the last change"
    tab.page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert tab.page.evaluate("document.activeElement.textContent") == "Your data"


def test_menu_covers_nothing_once_the_keyboard_has_left_it(opened):
    """Tab past its last item closes it."""
    page = opened(fields=[text()]).page
    page.get_by_role("button", name="Your data").press("Enter")
    page.get_by_role("button", name="Erase everything").focus()
    assert page.locator(".cw-menu-panel").is_visible()
    page.keyboard.press("Tab")
    assert not page.locator(".cw-menu-panel").is_visible()


def test_download_hands_over_a_file(opened):
    """What the kernel sends as bytes arrives as a download of that name, byte by byte."""
    tab = opened()
    with tab.page.expect_download() as download:
        menu(tab).get_by_role("button", name="Download my data").click()
    assert download.value.suggested_filename == "mine.data"
    assert download.value.path().read_bytes() == bytes([0, 255, 128, 10, 13, 37, 80, 68, 70])
    assert tab.page.get_by_text("Your file is in your downloads.").is_visible()


def test_download_that_cannot_be_made_says_why(opened):
    """The kernel's own sentence is shown in the menu, and nothing is downloaded."""
    tab = opened()
    tab.kernel(files="Not today.")
    menu(tab).get_by_role("button", name="Download my data").click()
    tab.page.get_by_text("Not today.").wait_for()


def test_answers_to_two_requests_find_their_own(opened):
    """While a file is being made, another request is sent, and neither takes the other's answer."""
    tab = opened()
    tab.kernel(delay=150)
    answers = """async () => {
        const { requests } = coalitionPages.open.get("p1");
        const [file, kept] = await Promise.all([requests.file("pdf"), requests.snapshot("s")]);
        return [file.name, kept.sentence];
    }"""
    assert tab.page.evaluate(answers) == ["mine.pdf", "Kept."]


def test_answer_of_an_earlier_request_is_passed_over(opened):
    """A late answer is not taken for the answer to what was asked since."""
    tab = opened()
    tab.kernel(files="silent")
    tab.page.evaluate("""() => {
        const { requests } = coalitionPages.open.get("p1");
        window.answered = null;
        requests.ask("export", { what: "pdf" }).then(() => {});
        requests.ask("export", { what: "slides" }).then((done) => { window.answered = done.sentence; });
    }""")
    late, right = tab.page.evaluate(
        "statusModel.sent.filter(({ kind }) => kind === 'export').map(({ n }) => n)"
    )
    answer = "(n) => statusModel.fire('msg:custom', {kind: 'done', what: 'export', n, sentence: String(n)})"
    tab.page.evaluate(answer, late)
    tab.page.evaluate(answer, right)
    assert tab.page.evaluate("answered") == str(right)


def test_file_of_another_size_is_refused_before_it_is_sent(opened):
    """A file above 6 MB is refused in words, and its text never leaves the page."""
    tab = opened()
    menu(tab)
    huge = {"name": "huge.json", "mimeType": "application/json", "buffer": b" " * 6_000_001}
    tab.page.locator("input[type=file]").set_input_files(huge)
    assert tab.page.get_by_text("This file is larger than 6 MB").is_visible()
    assert tab.page.evaluate("statusModel.sent.some(message => message.kind === 'restore')") is False


def test_restored_file_is_sent_and_answered(opened):
    """A small file's text goes to the kernel, and its sentence is shown."""
    tab = opened()
    menu(tab)
    small = {"name": "mine.json", "mimeType": "application/json", "buffer": b'{"kind": "x"}'}
    tab.page.locator("input[type=file]").set_input_files(small)
    tab.page.get_by_text("Your answers are back as they were in the file.").wait_for()
    sent = tab.page.evaluate("statusModel.sent.find(message => message.kind === 'restore')")
    assert sent["text"] == '{"kind": "x"}'


def test_erasing_asks_twice_and_empties_the_device(opened):
    """Nothing is erased by one click; after the second, no tab keeps a word."""
    tab = opened(fields=[text()])
    tab.kernel(refuse={"start/goal_words": {"allow": [], "sentence": "No."}})
    tab.page.get_by_label("In your words").fill("Harbour")
    tab.page.get_by_text("No.", exact=True).wait_for()
    menu(tab).get_by_role("button", name="Erase everything…").click()
    assert tab.page.evaluate("document.activeElement.textContent") == "Keep my answers"
    assert not tab.page.evaluate("statusModel.sent.some(message => message.kind === 'erase')")
    tab.page.get_by_role("button", name="Erase everything now").click()
    tab.page.get_by_text("Everything is erased.").wait_for()
    assert tab.kept() == []
    assert tab.page.get_by_label("In your words").input_value() == ""


def test_journey_follows_the_answers(opened):
    """Each stop carries its status, and what is done is said in words."""
    tab = opened()
    done, todo = tab.page.locator("[data-exercise]").all()
    assert (done.get_attribute("data-status"), done.text_content()) == ("done", "Alliances done")
    tab.page.evaluate(
        "statusModel.set({ ...statusModel.state, journey: [{ name: '02_purpose', status: 'done' }] })"
    )
    assert todo.text_content() == "Purpose done"


def test_leaving_waits_for_unsent_words(opened):
    """A link of the header is followed once the words are stored, or after a moment."""
    tab = opened(fields=[text()])
    tab.kernel(delay=150)
    tab.page.get_by_label("In your words").fill("Harbour")
    tab.page.get_by_role("link", name="Purpose").click()
    tab.page.wait_for_url("**/next")
    tab.page.wait_for_function("window.ready")
    assert tab.stored()["start/goal_words"] == "Harbour"


def test_without_a_header_the_bar_stands_in_place(opened):
    """In JupyterLab the status is a bar of its own with the exercise's title, and the menu opens in it."""
    tab = opened(slot=False, fields=[listed(card("k1", "Harbour"))])
    assert tab.page.locator("#status.cw-status").get_by_text("Alliances").is_visible()
    assert menu(tab).get_by_role("button", name="Download my data").is_visible()


def test_keys_stay_with_the_focused_element(opened):
    """JupyterLab, which asks the focused element itself, takes no key pressed in a widget."""
    tab = opened(fields=[sample_field("scale")])
    tab.page.locator("input:checked").press("ArrowRight")
    assert tab.page.evaluate("document.activeElement.hasAttribute('data-lm-suppress-shortcuts')")


def test_disposed_widgets_leave_nothing_behind(opened):
    """After disposal no ping is sent and the page is closed for others."""
    tab = opened(fields=[text()])
    tab.page.evaluate("ending.abort()")
    before = tab.page.evaluate("statusModel.sent.length")
    tab.page.wait_for_timeout(3300)
    assert tab.page.evaluate("statusModel.sent.length") == before
    assert tab.page.evaluate("coalitionPages.open.size") == 0
