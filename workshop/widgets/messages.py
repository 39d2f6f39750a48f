"""Messages to reword, to copy and to open in a mail program; nothing is sent from here."""

from __future__ import annotations

from workshop.widgets.base import State, Widget


class Messages(Widget):
    """`state["messages"]` lists the messages, `state["people"]` those who may have a real name in them.

    `state["limits"]` says how many characters `subject` and `body` may have.
    """

    module = "messages"
    sheets = ("form", "verdicts", "messages")

    def _told(self, state: State) -> State:
        """Leave out what goes out in the end: a page makes it from what is written and what was reworded."""
        messages = [
            {name: part for name, part in message.items() if name not in {"subject", "body"}}
            for message in state.get("messages", ())
        ]
        return {**state, "messages": messages}

    def lines(self) -> list[str]:
        """Return the title, a line for each message, and the verdicts."""
        title, *said = super().lines() or [""]
        messages = self.state.get("messages", ())
        return [title, *(f"{one['title']}. {one['missing'] or one['subject']}" for one in messages), *said]
