"""The form in a real browser: every kind of field by keyboard, and states that change in mid-word."""

import pytest
from form_harness import card, every_kind, every_tone, listed, sample_field, text, verdict

pytestmark = pytest.mark.browser

KEYS = {
    "text": (["Harbour"], "start/goal_words", "Harbour"),
    "long": (["We keep each other honest"], "purpose/sentence", "We keep each other honest"),
    "number": (["1", "2"], "start/helped", 12),
    "day": (["0", "3", "1", "4", "2", "0", "2", "5"], "people/k9/last_contact", "2025-03-14"),
    "clock": (["0", "9", "3", "0", "p"], "forum/time", "21:30"),
    "one": (["Space", "ArrowRight"], "start/naming", "initials"),
    "tick": (["Space"], "start/rules", True),
    "scale": (["ArrowRight"], "people/k1/authority", 4),
    "many": (["Tab", "Space"], "people/k1/prompts", ["defends", "disagrees"]),
    "either": (["ArrowLeft"], "people/k1/cards/bond", "trade"),
}


@pytest.mark.parametrize("kind", KEYS)
def test_every_kind_is_answered_by_keyboard_alone(opened, kind):
    """A field is reached by Tab and answered by keys, and the answer arrives at the kernel."""
    keys, path, value = KEYS[kind]
    tab = opened(fields=[sample_field(kind)])
    tab.page.locator("#form").evaluate("el => { el.tabIndex = -1; el.focus(); }")
    tab.page.keyboard.press("Tab")
    for key in keys:
        tab.page.keyboard.press(key) if key in {"Tab", "Space"} or "Arrow" in key else tab.page.keyboard.type(
            key
        )
    tab.stored_soon(path, value)


@pytest.mark.parametrize(
    ("kind", "path", "before"),
    [("day", "people/k9/last_contact", "2025-03-14"), ("clock", "forum/time", "09:30")],
)
def test_half_a_day_or_time_says_so_and_changes_nothing(opened, kind, path, before):
    """What is not complete is neither stored nor wiped away, and what was stored stays."""
    tab = opened(fields=[{**sample_field(kind), "value": before}, text()])
    control = tab.page.get_by_label(sample_field(kind)["label"])
    control.focus()
    tab.page.keyboard.press("Delete")
    tab.page.get_by_label("In your words").fill("on")
    tab.stored_soon("start/goal_words", "on")
    assert tab.page.get_by_text("is not complete").is_visible()
    assert path not in tab.stored()
    assert control.evaluate("node => node.validity.badInput")


def test_a_time_is_cleared_and_left_open_again(opened):
    """Every question may stay empty."""
    tab = opened(fields=[{**sample_field("clock"), "value": "09:30"}])
    tab.page.get_by_label("At what time?").fill("")
    tab.page.wait_for_function("statusModel.sent.some(message => message.kind === 'edit')")
    assert (tab.edits()[-1]["path"], tab.edits()[-1]["value"]) == ("forum/time", None)


def test_a_time_that_a_browser_does_not_help_with_is_kept_when_refused(opened):
    """In a browser without such a field it is a text; what cannot be read stays there, and says why."""
    tab = opened(fields=[sample_field("clock")])
    tab.kernel(refuse={"forum/time": {"allow": ["09:30"], "sentence": "Please write it like 09:30."}})
    box = tab.page.get_by_label("At what time?")
    box.evaluate("node => { node.type = 'text'; }")
    box.fill("half nine")
    tab.page.get_by_text("Please write it like 09:30.").wait_for()
    assert box.input_value() == "half nine"
    box.fill("09:30")
    tab.stored_soon("forum/time", "09:30")


def test_long_choice_is_a_native_list_and_clears(opened):
    """More than six options are a native list; Delete leaves the question open again."""
    [people] = [field for field in every_kind() if field["kind"] == "list"]
    [field] = [field for field in people["items"][0]["fields"] if field["path"].endswith("function")]
    tab = opened(fields=[field])
    tab.page.get_by_label("Function").select_option(label="Sales")
    tab.stored_soon("people/k1/function", "sales")
    tab.page.get_by_label("Function").press("Delete")
    tab.stored_soon("people/k1/function", None)


@pytest.mark.parametrize("clear", ["click", "Delete", "Backspace"])
@pytest.mark.parametrize("kind", ["scale", "either"])
def test_chosen_answer_can_be_left_open_again(opened, kind, clear):
    """Choosing the chosen one, Delete and Backspace each clear a group."""
    field = sample_field(kind)
    tab = opened(fields=[field])
    chosen = tab.page.locator("input:checked")
    chosen.click() if clear == "click" else chosen.press(clear)
    tab.page.wait_for_function("statusModel.sent.some(message => message.kind === 'edit')")
    assert tab.edits()[-1]["value"] is None
    assert tab.page.locator("input:checked").count() == 0


def test_many_stops_at_its_most_and_says_so(opened):
    """A choice too many is not taken, and the field says what to do."""
    tab = opened(fields=[sample_field("many")])
    tab.page.get_by_label("Disagrees with me well").check(force=True)
    tab.page.get_by_label("Will matter in five years").click(force=True)
    assert tab.page.get_by_text("Up to 2. Take one away to choose another.").is_visible()
    tab.stored_soon("people/k1/prompts", ["defends", "disagrees"])
    assert tab.page.locator("input:checked").count() == 2


def test_new_state_keeps_caret_selection_and_node(opened):
    """A state replaced in mid-word leaves the node, its text and its caret as they are."""
    tab = opened(fields=[text(), text("purpose/own_value", "A value")])
    tab.kernel(push=False)
    box = tab.page.get_by_label("In your words")
    box.press_sequentially("Harbour")
    box.evaluate("node => { node.setSelectionRange(3, 5); window.before = node; }")
    tab.page.evaluate(
        """() => form.set({ ...form.state, fields: [{ kind: 'note', text: 'New above.' },
        { ...FACTS_FIELD(), value: 'older' }, form.state.fields[1]] })""".replace(
            "FACTS_FIELD()", "form.state.fields[0]"
        )
    )
    found = box.evaluate("node => [node === window.before, document.activeElement === node, node.value, "
                         "node.selectionStart, node.selectionEnd]")  # fmt: skip
    assert found == [True, True, "Harbour", 3, 5]


def test_typing_through_many_states_loses_no_character(opened):
    """Answers and new states that arrive while typing neither swallow nor reorder characters."""
    words = "the quick brown fox jumps over the lazy dog " * 2
    tab = opened(fields=[text()])
    tab.kernel(delay=60)
    tab.page.evaluate("setInterval(() => show(), 25)")
    tab.page.get_by_label("In your words").press_sequentially(words, delay=12)
    tab.stored_soon("start/goal_words", words)
    assert tab.page.get_by_label("In your words").input_value() == words


def test_changed_value_of_another_tab_shows_in_a_resting_field(opened):
    """A value without pending words follows the kernel."""
    tab = opened(fields=[text(value="old")])
    tab.page.evaluate("form.set({ ...form.state, fields: [{ ...form.state.fields[0], value: 'new' }] })")
    assert tab.page.get_by_label("In your words").input_value() == "new"


def test_new_card_opens_with_the_caret_in_its_first_field(opened):
    """Adding opens the new card and focuses its first field; cards opened before stay open."""
    tab = opened(fields=[listed(card("k1", "Harbour"), card("k2", "Lantern"))])
    tab.page.get_by_text("Lantern").first.click()
    tab.page.get_by_role("button", name="Add an ally").press("Enter")
    tab.page.wait_for_function(
        "document.activeElement?.closest('details')?.textContent.includes('A new ally')"
    )
    tab.page.keyboard.type("Kite")
    tab.page.wait_for_function(
        "Object.entries(shelf()).some(([path, value]) => path.endsWith('/name') && value === 'Kite')"
    )
    assert tab.page.locator("details.cw-person[open]").count() == 3
    added = next(edit for edit in tab.edits() if edit["value"] == {"ally": True})
    assert added["path"].startswith("people/k")
    assert len(added["path"]) == len("people/k") + 8


def test_removed_card_goes_at_once_and_offers_undo(opened):
    """Removing asks nothing, moves focus on, and says so beside an undo."""
    tab = opened(fields=[listed(card("k1", "Harbour"), card("k2", "Lantern"))])
    tab.page.get_by_role("button", name="Remove Harbour").click()
    assert tab.page.get_by_text("Harbour is removed.").is_visible()
    assert tab.page.evaluate("document.activeElement.textContent").find("Lantern") >= 0
    tab.stored_soon("people/k1", None)
    tab.page.get_by_role("button", name="Undo", exact=True).click()
    tab.page.wait_for_function("statusModel.sent.some(message => message.kind === 'undo')")


STALE = "What follows goes by what was saved before."


def test_verdict_says_when_it_goes_by_an_older_answer(opened):
    """A number in letters leaves the verdict as it was, and the form says so until the number is one."""
    tab = opened(fields=[sample_field("number")], verdicts=[verdict("watch", "Two of nine still call.")])
    assert not tab.page.get_by_text(STALE).is_visible()
    box = tab.page.locator("input[type=number]")
    box.fill("")
    box.press_sequentially("e-")
    box.blur()
    tab.page.get_by_text(STALE).wait_for()
    box.fill("3")
    tab.page.get_by_text(STALE).wait_for(state="hidden")


def test_verdict_says_so_beside_a_refused_answer(opened):
    """What was refused stands in the field, and the verdict does not know it."""
    tab = opened(fields=[text()], verdicts=[verdict("watch", "Two of nine still call.")])
    tab.kernel(refuse={"start/goal_words": {"allow": ["fine"], "sentence": "No."}})
    tab.page.get_by_label("In your words").fill("other")
    tab.page.get_by_text(STALE).wait_for()
    tab.page.get_by_label("In your words").fill("fine")
    tab.page.get_by_text(STALE).wait_for(state="hidden")


def test_refused_card_is_explained_and_dropped(opened):
    """A list that is full says so where the card would be, and keeps no pending entry."""
    tab = opened(fields=[listed(card("k1", "Harbour"))])
    tab.page.evaluate("kernel.refuse = new Proxy({}, { get: (_, path) => path.startsWith('people/k') ? "
                      "{ allow: [], sentence: 'This list is full.' } : undefined })")  # fmt: skip
    tab.page.get_by_role("button", name="Add an ally").click()
    tab.page.get_by_text("This list is full.").wait_for()
    assert tab.kept() == []


def test_count_shows_only_near_the_limit(opened):
    """Characters are counted when few are left, and what is too long stays."""
    tab = opened(fields=[sample_field("long")])
    box = tab.page.get_by_label("The sentence your five share")
    box.fill("a" * 39)
    assert not tab.page.locator(".cw-count").is_visible()
    box.fill("a" * 63)
    assert tab.page.get_by_text("3 characters too many").is_visible()
    assert len(box.input_value()) == 63


def test_words_of_a_person_stay_text(opened):
    """Names and answers never become markup."""
    bad = "<img src=x onerror=document.title='run'>"
    field = listed(card("k1", bad, subtitle=bad))
    tab = opened(fields=[field, {"kind": "note", "text": bad}], verdicts=[verdict("watch", bad, bad)])
    tab.page.wait_for_timeout(100)
    assert tab.page.title() == "Harness"
    assert tab.page.locator("#form img").count() == 0


def test_verdicts_speak_after_typing_pauses_and_say_why(opened):
    """New verdicts are read once the page is quiet, and each can say why."""
    tab = opened(fields=[text()], verdicts=every_tone())
    spoken = tab.page.locator(".cw-verdicts > [role=status]")
    fresh = [*every_tone(), verdict("good", "Now everybody is here.", key="new")]
    tab.page.evaluate("fresh => form.set({ ...form.state, verdicts: fresh })", fresh)
    assert spoken.text_content() == ""
    tab.page.wait_for_function("document.querySelector('.cw-verdicts > [role=status]').textContent")
    assert spoken.text_content() == "Now everybody is here."
    tab.page.get_by_text("Why do I see this?").nth(1).click()
    assert tab.page.get_by_text("The cut-off is this kit’s own convention").is_visible()
    assert tab.page.locator(".cw-reasons:visible").get_by_text("Blau 1977").is_visible()


def test_open_reasons_stay_open_when_verdicts_change(opened):
    """Reading why is not interrupted by new answers."""
    tab = opened(fields=[text()], verdicts=[verdict("watch", "Before.")])
    tab.page.get_by_text("Why do I see this?").click()
    tab.page.evaluate("fresh => form.set({ ...form.state, verdicts: fresh })", [verdict("watch", "After.")])
    assert tab.page.get_by_text("After.").is_visible()
    assert tab.page.locator(".cw-reasons").is_visible()


@pytest.mark.parametrize("delay", [5, 400], ids=["at-once", "slow"])
def test_pressing_add_twice_adds_one_and_leads_to_it(opened, delay):
    """As long as the new card is empty, there is no second one; once it has a name, there is."""
    tab = opened(fields=[listed(card("k1", "Kite"))])
    tab.kernel(delay=delay)
    add = tab.page.get_by_role("button", name="Add an ally")
    add.dblclick()
    fresh = tab.page.locator(".cw-person").nth(1).get_by_label("Code name")
    fresh.wait_for()
    add.click()
    assert fresh.evaluate("node => node === document.activeElement")
    assert tab.page.locator(".cw-person").count() == 2
    fresh.fill("Lantern")
    add.click()
    tab.page.locator(".cw-person").nth(2).wait_for()


def test_each_way_to_add_has_an_empty_card_of_its_own(opened):
    """Somebody new is no role that is needed."""
    ways = [{"label": "Add somebody", "value": {"seat": "five"}}, {"label": "Add a role", "value": {}}]
    tab = opened(fields=[listed(card("k1", "Kite"), add=ways)])
    for label, count in (("Add somebody", 2), ("Add a role", 3), ("Add somebody", 3)):
        tab.page.get_by_role("button", name=label).click()
        tab.page.wait_for_timeout(100)
        assert tab.page.locator(".cw-person").count() == count


def test_undo_of_a_removal_keeps_the_keyboard_in_the_list(opened):
    """The button goes when it is pressed; the focus does not fall off the page."""
    tab = opened(fields=[listed(card("k1", "Kite"), card("k2", "Lantern"))])
    tab.page.get_by_role("button", name="Remove Kite").press("Enter")
    tab.page.get_by_role("button", name="Undo").press("Enter")
    assert tab.page.evaluate("document.activeElement.closest('.cw-list') !== null")


def test_a_removal_is_taken_back_without_the_kernel_too(opened):
    """Offline, undo brings the person back with the words that nobody has stored yet."""
    tab = opened(fields=[listed(card("k1", "Kite"))])
    tab.kernel(alive=False)
    tab.page.locator(".cw-alert").wait_for(timeout=15000)
    tab.page.get_by_label("Code name").fill("Kites")
    tab.page.get_by_role("button", name="Remove Kite").click()
    tab.page.get_by_role("button", name="Undo").click()
    assert tab.page.get_by_label("Code name").input_value() == "Kites"
    tab.kernel(alive=True)
    tab.stored_soon("people/k1/name", "Kites")
    assert "people/k1" not in tab.stored()
