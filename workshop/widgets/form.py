"""The form of one step."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Form(Widget):
    """Questions of one step, and below them what the answers say."""

    module = "form"
    sheets = ("form", "verdicts")
