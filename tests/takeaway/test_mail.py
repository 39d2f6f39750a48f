"""A mail draft: it says exactly what was written, names nobody as its recipient, and carries nothing else."""

from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercise.wording import picture_words
from workshop.model.fields import clean
from workshop.takeaway.mail import eml
from workshop.takeaway.messages import Message

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
typed = st.text(max_size=300).map(clean)


def made(subject="Hello", body="Dear all", now=NOW):
    """The bytes of a draft, and the same as a mail program reads them."""
    content = eml(
        Message("ask", "One ask", subject, body, (subject, body)), picture_words("messages"), now=now
    )
    return content, message_from_bytes(content, policy=policy.default)


@given(typed)
def test_the_text_is_read_back_as_it_was_written(body):
    _, mail = made(body=body)
    assert mail.get_content().replace("\r\n", "\n") == f"{body}\n"


@given(typed)
def test_the_subject_is_read_back_in_one_line(subject):
    _, mail = made(subject=subject)
    assert mail["Subject"] == " ".join(subject.split())


@given(typed)
def test_whatever_is_typed_adds_no_line_to_the_head(subject):
    _, mail = made(subject=subject)
    assert sorted(mail.keys()) == sorted(HEAD)


HEAD = (
    "Subject",
    "Date",
    "Content-Language",
    "X-Unsent",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_a_recipient_cannot_be_smuggled_in(end):
    _, mail = made(subject=f"Hello{end}Bcc: somebody@example.org")
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hello Bcc: somebody@example.org"


def test_it_opens_as_a_draft_to_nobody():
    _, mail = made()
    assert mail["X-Unsent"] == "1"
    assert [mail[name] for name in ("From", "To", "Cc", "Bcc")] == [None] * 4


def test_it_has_the_time_at_which_it_was_made():
    east = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert made(now=east)[1]["Date"].datetime == east


def test_every_mail_server_would_take_its_lines():
    """Lines end as in RFC 5322, are ASCII, and are never longer than 78 signs."""
    content, _ = made(subject="Ä" * 120, body="👩🏽‍🚀" * 200 + "\n" + "word " * 400)
    lines = content.split(b"\r\n")
    assert content.isascii()
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 78
