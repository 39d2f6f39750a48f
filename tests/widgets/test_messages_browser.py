"""Messages in a real browser: reworded and kept, copied, mailed and saved, in code names until they leave."""

import re
from datetime import date
from email import message_from_bytes, policy
from urllib.parse import unquote

import pictures_harness as harness
import pytest
from chromium import violations
from kit import running, stored
from playwright.sync_api import expect

from workshop.content import exercise
from workshop.content.worked import worked
from workshop.exercise.messages import messages_state
from workshop.model import Document, Person, Workbook
from workshop.model.reciprocity import Intent, Reciprocity
from workshop.storage import FileStore
from workshop.widgets import Messages

pytestmark = pytest.mark.browser

CASE = "making-change-stick"
TODAY = date(2026, 9, 22)
WORDS = exercise("09_commit")["steps"]["messages"]["words"]
LONGEST_LINK = 1900
OWN = "In your own words"
WRITTEN = "Written from your answers"


@pytest.fixture
def shown(chromium):
    """A function that opens a page with messages on it; a script error fails the test."""
    contexts, errors = [], []

    def show(workbook=None, **options):
        contexts.append(chromium.new_context(**options))
        contexts[-1].set_default_timeout(5000)
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        widget = Messages(state=state_of(workbook or worked(CASE).workbook))
        page.set_content(harness.page_of(Messages, widget._told(widget.state)))
        page.wait_for_selector(".cw-messages-hint")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def state_of(workbook):
    words = {**harness.WORDS, **harness.WHY, **WORDS, "undo": "Undo", "working": "One moment…"}
    frame = {"page": "p1", "step": "09_commit.messages", "title": "Messages", "verdicts": [], "words": words}
    return {**frame, **messages_state({}, workbook, TODAY)}


def card(page, title):
    """The card of a message, opened."""
    found = page.locator("details.cw-message").filter(has=page.locator("summary", has_text=title))
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def put(page):
    """What the page has asked to be stored, the last of each path."""
    return {one["path"]: one["value"] for one in page.evaluate("harness.puts")}


def call(page, name, real):
    """Write a real name for one person, as in the step with the files."""
    page.evaluate("([id, name]) => coalitionPages.open.get('p1').realNames.put(id, name)", [name, real])


def asking(name="Kite", words="Half an hour"):
    person = Person("kite", name=name, seat="five")
    return Workbook(people=(person,), reciprocity=Reciprocity(ask=Intent("kite", words)))


def link(within):
    """The subject and the text in the link of a message, as a mail program reads them."""
    href = within.get_by_role("link").get_attribute("href")
    found = re.fullmatch(r"mailto:\?subject=([^&]*)&body=([^&]*)", href)
    return unquote(found[1]), unquote(found[2])


def copied(page):
    """Press Copy in the open card and return what is on the clipboard, pasted as a person would."""
    page.get_by_role("button", name="Copy: One ask").click()
    expect(page.locator(".cw-message[open] .cw-message-said")).to_contain_text("Copied")
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+V")
    return page.locator("body > textarea").input_value()


def test_each_message_is_a_card_and_what_is_missing_one_short_list(shown):
    page = shown(worked("fragile-alliance").workbook)
    assert page.locator(".cw-message").count() == 6
    assert page.locator(".cw-messages-missing li").all_inner_texts() == [
        "Invitation to the forum\nGive the forum a name, a day or an agenda: open Sustain."
    ]


def test_an_empty_workbook_shows_no_empty_field(shown):
    page = shown(Workbook())
    assert page.locator("input, textarea, button, a").count() == 0
    assert page.locator(".cw-messages-missing li").count() == 6
    assert page.get_by_text("Nothing can be written yet.").is_visible()


def test_what_is_typed_is_put_where_the_draft_is_kept(shown):
    page = shown()
    box = card(page, "One ask")
    box.get_by_label("Subject").fill("A small thing")
    box.get_by_label("Message").fill("Kite,\nhave you half an hour?")
    assert put(page) == {
        "drafts/ask/subject": "A small thing",
        "drafts/ask/body": "Kite,\nhave you half an hour?",
    }
    expect(box.locator(".cw-sub")).to_have_text(OWN)


def test_a_text_like_the_written_one_stays_written(shown):
    """Typing a letter and taking it back freezes nothing."""
    page = shown()
    box = card(page, "One ask")
    field = box.get_by_label("Message")
    field.press("End")
    field.press("x")
    field.press("Backspace")
    assert put(page) == {"drafts/ask/body": ""}
    expect(box.locator(".cw-sub")).to_have_text(WRITTEN)


def test_an_emptied_field_stays_empty_until_it_is_left(shown):
    page = shown()
    box = card(page, "One ask")
    field, before = box.get_by_label("Subject"), box.get_by_label("Subject").input_value()
    field.fill("")
    page.wait_for_timeout(50)
    assert field.input_value() == ""
    box.get_by_label("Message").focus()
    expect(field).to_have_value(before)
    assert put(page) == {"drafts/ask/subject": ""}


def test_new_answers_reach_what_is_written_and_not_what_is_reworded(shown):
    page = shown(asking())
    box = card(page, "One ask")
    box.get_by_label("Subject").fill("A small thing")
    later = state_of(asking(words="An hour"))
    page.evaluate("state => model.set(state)", later)
    expect(box.get_by_label("Message")).to_have_value(later["messages"][3]["body"])
    expect(box.get_by_label("Subject")).to_have_value("A small thing")


def test_the_card_stays_while_its_own_text_is_emptied(shown):
    """Own words whose answers are gone: emptied to be written anew, they do not take the field away."""
    page = shown(asking())
    field = card(page, "One ask").get_by_label("Message")
    field.fill("")
    page.evaluate("state => model.set(state)", state_of(Workbook()))
    field.press_sequentially("Hello")
    assert put(page)["drafts/ask/body"] == "Hello"


def test_the_link_holds_the_message_exactly(shown):
    words = "100 % of it & more?\tline=1 #2 + “ü” 👩🏽‍🚀"
    page = shown(asking(name="<b>x</b>", words=words))
    box = card(page, "One ask")
    subject, body = link(box)
    assert subject == box.get_by_label("Subject").input_value()
    assert body == box.get_by_label("Message").input_value().replace("\n", "\r\n")
    assert "%0D%0A%0D%0A" in box.get_by_role("link").get_attribute("href")


def test_a_message_too_long_for_a_link_offers_the_copy(shown):
    page = shown(asking())
    box = card(page, "One ask")
    box.get_by_label("Message").fill("ü" * (LONGEST_LINK // 6))
    expect(box.get_by_role("link")).to_be_hidden()
    assert box.get_by_text("Too long for a link").is_visible()
    box.get_by_label("Message").fill("short")
    expect(box.get_by_role("link")).to_be_visible()


@pytest.mark.parametrize("clipboard", ["undefined", "{ writeText: () => Promise.reject(new Error()) }"])
def test_copying_works_where_the_clipboard_is_not_offered(shown, clipboard):
    page = shown(asking())
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
    text = card(page, "One ask").get_by_label("Message").input_value()
    assert copied(page) == text


def test_after_copying_the_keyboard_is_where_it_was(shown):
    page = shown(asking())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy: One ask").press("Enter")
    expect(page.locator(".cw-message-said")).to_have_text("Copied.")
    assert page.evaluate("document.activeElement.innerText") == "Copy"


def test_real_names_are_only_in_what_leaves(shown):
    page = shown(asking())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    box = card(page, "One ask")
    code = box.get_by_label("Message").input_value()
    call(page, "kite", "Anna Berg")
    expect(page.get_by_text("get the real names from above")).to_be_visible()
    assert copied(page) == code.replace("Kite", "Anna Berg")
    assert link(box)[1].startswith("Dear Anna Berg,")
    assert box.get_by_label("Message").input_value() == code
    assert box.get_by_text("Copied with real names.").is_visible()
    assert "Anna" not in page.evaluate("JSON.stringify([harness.puts, harness.values, harness.sent])")


def test_a_code_name_that_is_a_word_gives_way_only_where_somebody_is_meant(shown):
    """Initials: `A` of “A no is a good answer” stays."""
    page = shown(asking(name="A"))
    call(page, "kite", "Anna")
    body = link(card(page, "One ask"))[1]
    assert body.startswith("Dear Anna,")
    assert "\nA no is a good answer" in body


def test_own_words_get_real_names_wherever_the_code_name_stands(shown):
    page = shown(asking())
    box = card(page, "One ask")
    box.get_by_label("Message").fill("Kite, thank you. Kites fly.")
    call(page, "kite", "Anna")
    expect(box.get_by_role("link")).to_have_attribute(
        "href", re.compile("Anna%2C%20thank%20you.%20Kites%20fly.")
    )


def test_a_draft_is_asked_for_with_the_real_names(shown):
    page = shown(asking())
    page.evaluate("""coalitionPages.open.get("p1").requests = { file: async (...asked) => {
      window.asked = asked;
      return { ok: true, sentence: "", name: "a.eml" };
    } }""")
    call(page, "kite", "Anna")
    card(page, "One ask").get_by_role("button", name="Save as a mail draft").click()
    expect(page.get_by_text("a.eml is in your downloads, with real names.")).to_be_visible()
    assert page.evaluate("asked") == ["message", {"message": "ask", "names": {"kite": "Anna"}}]


@pytest.mark.parametrize(
    ("answer", "said"), [("null", "no_answer"), ('{"ok": false, "sentence": "Too long."}', "Too long.")]
)
def test_a_draft_that_cannot_be_made_says_why(shown, answer, said):
    page = shown(asking())
    page.evaluate(f"coalitionPages.open.get('p1').requests = {{ file: async () => ({answer}) }}")
    page.evaluate("model.set({ ...model.state, words: { ...model.state.words, no_answer: 'no_answer' } })")
    card(page, "One ask").get_by_role("button", name="Save as a mail draft").click()
    expect(page.locator(".cw-message-said")).to_have_text(said)


def test_markup_that_somebody_typed_is_text(shown):
    markup = "<img src=x onerror=alert(1)>"
    page = shown(asking(name=markup))
    assert page.locator(".cw-who").inner_text() == f"One ask of {markup}"
    assert page.locator("img").count() == 0


def test_by_keyboard_alone_a_message_is_opened_reworded_and_copied(shown):
    page = shown(asking())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    steps = []
    for keys in (["Tab"], ["Tab"], ["x", "Tab"], ["y", "Tab"], ["Enter", "Tab"], ["Tab"], ["Tab"]):
        for key in keys:
            page.keyboard.press(key)
        steps.append(
            page.evaluate(
                "document.activeElement.tagName + ' ' + document.activeElement.innerText.split('\\n')[0]"
            )
        )
    assert [step.split(" ", 1)[0] for step in steps] == [
        "SUMMARY",
        "INPUT",
        "TEXTAREA",
        "BUTTON",
        "A",
        "BUTTON",
        "BUTTON",
    ]
    assert page.get_by_text("Copied.").is_visible()
    assert set(put(page)) == {"drafts/ask/subject", "drafts/ask/body"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(shown, width, scheme):
    page = shown(
        worked("fragile-alliance").workbook, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    for title in ("One ask", "Credit"):
        card(page, title).get_by_label("Message").fill("W" * 90)
    call(page, "slate", "Anna")
    page.wait_for_timeout(50)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_to_press_is_large_enough_for_a_thumb(shown):
    page = shown(viewport={"width": 320, "height": 900}, has_touch=True)
    card(page, "One ask").get_by_label("Subject").fill("A small thing")
    expect(page.get_by_role("button", name="Write it from my answers again")).to_be_visible()
    sizes = page.evaluate("""[...document.querySelectorAll("button, a, input, textarea, summary")]
      .filter((node) => node.checkVisibility()).map((node) => node.getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height))""")
    assert min(sizes) >= 44


def test_a_message_is_shown_whole(shown):
    """The field is as tall as its text, also where the style sheet cannot say so."""
    page = shown(viewport={"width": 390, "height": 900})
    page.evaluate("CSS.supports = () => false")
    page.add_style_tag(content="textarea { field-sizing: fixed !important; }")
    for title in ("Invitation", "One ask"):
        if title == "Invitation":
            page.locator("summary", has_text=title).click()
        field = card(page, title).get_by_label("Message")
        page.wait_for_timeout(50)
        assert field.evaluate("node => node.scrollHeight <= node.clientHeight + 1")


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """The kit with the answers of a case as somebody's own."""
    folder = tmp_path_factory.mktemp("messages") / "data"
    FileStore(folder).save(Document(worked(CASE).workbook, 1))
    with running(folder) as started:
        yield started


@pytest.fixture
def commit(kit, chromium):
    """The page with the messages."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(kit.address)
    page.goto(kit.page("09_commit"))
    page.wait_for_selector(".cw-message")
    yield page
    context.close()


def test_own_words_are_kept_and_come_back(kit, commit):
    card(commit, "One ask").get_by_label("Subject").fill("A small thing")
    assert stored(kit.folder, "drafts/ask/subject", "A small thing") == "A small thing"
    commit.reload()
    commit.wait_for_selector(".cw-message")
    assert card(commit, "One ask").get_by_label("Subject").input_value() == "A small thing"


def test_the_way_back_to_the_answers_can_be_undone(kit, commit):
    box = card(commit, "Credit")
    written = box.get_by_label("Message").input_value()
    box.get_by_label("Subject").fill("Whose work")
    box.get_by_label("Message").fill("Rook did it.")
    assert stored(kit.folder, "drafts/credit/body", "Rook did it.") == "Rook did it."
    box.get_by_role("button", name="Write it from my answers again").click()
    assert stored(kit.folder, "drafts/credit", None) is None
    expect(box.get_by_label("Message")).to_have_value(written)
    box.get_by_role("button", name="Undo").click()
    expect(box.get_by_label("Message")).to_have_value("Rook did it.")
    expect(box.get_by_label("Subject")).to_have_value("Whose work")


def test_a_draft_is_a_file_with_real_names_that_nobody_keeps(kit, commit):
    commit.evaluate("[...coalitionPages.open.values()][0].realNames.put('marble', 'Anna Berg')")
    box = card(commit, "Thank-you")
    with commit.expect_download() as download:
        box.get_by_role("button", name="Save as a mail draft").click()
    mail = message_from_bytes(download.value.path().read_bytes(), policy=policy.default)
    text = box.get_by_label("Message").input_value().replace("Marble", "Anna Berg")
    assert mail.get_content().replace("\r\n", "\n") == f"{text}\n"
    assert not [path for path in kit.folder.rglob("*") if path.is_file() and b"Anna" in path.read_bytes()]


def test_the_mail_program_does_not_end_the_page(kit, commit):
    """A link out of this tab would look like leaving, and what is typed next would not be stored."""
    commit.evaluate("addEventListener('beforeunload', () => { window.left = true; })")
    card(commit, "Invitation").get_by_role("link").click()
    commit.wait_for_timeout(500)
    card(commit, "Invitation").get_by_label("Subject").fill("Come")
    assert stored(kit.folder, "drafts/forum/subject", "Come") == "Come"
    assert not commit.evaluate("window.left")


def test_a_text_too_long_stays_in_the_field_and_says_so(kit, commit):
    box = card(commit, "Words of cover")
    box.get_by_label("Message").fill("x" * 2001)
    expect(box.locator(".cw-notice:not([hidden])")).to_contain_text("longer than 2000 characters")
    assert box.get_by_label("Message").input_value() == "x" * 2001
    box.get_by_label("Message").fill("Short.")
    assert stored(kit.folder, "drafts/cover/body", "Short.") == "Short."
