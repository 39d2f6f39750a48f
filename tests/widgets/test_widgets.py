"""The Python side of the widgets: thin, speaking in words, and never loud about what was typed."""

import logging

import pytest

from workshop.widgets import Form, SaveStatus, assets, bundle

VERDICT = {"headline": "2 of 10 pairs know each other.", "detail": "Three are unsure."}


@pytest.fixture
def sent():
    return []


@pytest.fixture
def status_with(sent, monkeypatch):
    def make(answer):
        widget = SaveStatus(state={"title": "Start"}, answer=answer)
        monkeypatch.setattr(widget, "send", lambda reply, buffers=None: sent.append((reply, buffers)))
        return widget

    return make


def test_widget_is_its_verdicts_in_words():
    """A widget's plain text is its title and its verdicts."""
    widget = Form(state={"title": "Ties", "verdicts": [VERDICT]})
    assert repr(widget) == "Ties\n2 of 10 pairs know each other. Three are unsure."


def test_plain_text_is_not_cut_off():
    """Solutions compare the whole text, however long it is."""
    data, _ = Form(state={"verdicts": [VERDICT] * 9})._repr_mimebundle_()
    assert data["text/plain"].count("Three are unsure.") == 9
    assert "application/vnd.jupyter.widget-view+json" in data


def test_page_cannot_set_the_state():
    """A forged update changes nothing."""
    widget = Form(state={"title": "Ties"})
    widget._handle_msg(
        {"content": {"data": {"method": "update", "state": {"state": {"title": "x"}}}}, "buffers": []}
    )
    assert widget.state == {"title": "Ties"}


def test_a_server_of_ours_hands_out_what_all_widgets_have_in_common(monkeypatch):
    """Where there is one, a widget brings the address of its module and no looks; elsewhere all of both."""
    alone = Form(state={})
    monkeypatch.setenv("WORKSHOP_STATIC", "/assets")
    served = Form(state={})
    assert f'"/assets/{assets.named(assets.MODULES)}"' in served._esm
    assert (len(served._esm) < 500, served._css) == (True, "")
    assert (alone._esm, alone._css) == (bundle.script("form"), bundle.styles(*Form.sheets))


def test_message_is_answered(status_with, sent):
    """What `answer` returns goes back to the page; None is silence."""
    widget = status_with(lambda message: {"kind": "pong"} if message["kind"] == "ping" else None)
    widget._handle_custom_msg({"kind": "ping"}, [])
    widget._handle_custom_msg({"kind": "hum"}, [])
    widget._handle_custom_msg("no message", [])
    assert sent == [({"kind": "pong"}, None)]


def test_bytes_travel_beside_the_message(status_with, sent):
    """A file goes as it is, not as text inside the answer."""
    status_with(lambda _: {"kind": "file", "content": b"%PDF"})._handle_custom_msg({"kind": "export"}, [])
    assert sent == [({"kind": "file"}, [b"%PDF"])]


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        (
            {"kind": "edit", "seq": 7, "value": "Harbour"},
            {"kind": "receipt", "seq": 7, "status": "unsaved", "sentence": "", "theirs": None},
        ),
        ({"kind": "erase"}, {"kind": "done", "what": "erase", "ok": False, "sentence": ""}),
    ],
)
def test_failing_answer_keeps_the_words_with_the_page(status_with, sent, caplog, message, reply):
    """An exception becomes "unsaved"; the log has its type and place, never a value."""

    def fail(message):
        raise ValueError(message.get("value"))

    with caplog.at_level(logging.ERROR):
        status_with(fail)._handle_custom_msg(message, [])
    assert sent == [(reply, None)]
    assert "ValueError at " in caplog.text
    assert "Harbour" not in caplog.text
