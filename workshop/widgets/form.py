"""The form of one step."""

from __future__ import annotations

from workshop.widgets import bundle
from workshop.widgets.base import Widget


class Form(Widget):
    """Questions of one step, and below them what the answers say."""

    _esm = bundle.script("form")
    _css = bundle.styles("form", "verdicts")
