"""A message as a mail draft: a file that mail programs open ready to be sent, to nobody yet."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from workshop.takeaway.messages import Message


def eml(message: Message, words: Mapping[str, str], *, now: datetime) -> bytes:
    """Return `message` as a mail draft of `now`, without a sender and without a recipient.

    Read back, its text is the body and one line end. The subject is one line, whatever was typed.

    Args:
        message: what it says.
        words: `lang` is its language, as in BCP 47.
        now: a time with its zone.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(now)
    mail["X-Unsent"] = "1"
    mail.set_content(f"{message.body}\n", charset="utf-8", cte="quoted-printable")
    mail["Content-Language"] = words["lang"]
    return mail.as_bytes()
