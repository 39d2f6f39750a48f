"""Messages to reword, to copy and to open in a mail program; nothing is sent from here."""

from __future__ import annotations

from workshop.widgets.base import Widget
from workshop.widgets.bundle import script, styles


class Messages(Widget):
    """`state["messages"]` lists the messages, `state["people"]` those who may have a real name in them."""

    _esm = script("messages")
    _css = styles("form", "messages")
