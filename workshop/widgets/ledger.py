"""The ledger of what was given and received, an entry in ten seconds."""

from __future__ import annotations

from workshop.widgets.base import Widget


class Ledger(Widget):
    """A draft of the next entry, the latest entries as sentences, and what the ledger says."""

    module = "ledger"
    sheets = ("form", "verdicts", "ledger")
