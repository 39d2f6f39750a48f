"""A participant without a browser: sends the page's messages to an exercise and reads what it would show."""

from itertools import count

from workshop.content import exercise as exercise_words
from workshop.exercise import Exercise
from workshop.model import value_at


class Participant:
    """One person on one store, going from exercise to exercise."""

    def __init__(self, store_session, case=""):
        self.session = store_session
        self.case = case
        self.widgets = {}
        self.received = []
        self.buffers = []
        self._numbers = count(1)

    def open(self, name):
        """Open an exercise and every step of it, as its notebook does."""
        self.exercise = Exercise(name, self.session, case=self.case)
        self.exercise.status.send = self._receive
        self.widgets = {step: self.exercise.show(step) for step in exercise_words(name)["steps"]}
        return self

    def send(self, **message):
        """Send one message as the page does, through the widget, and return the answer."""
        self.exercise.status._handle_custom_msg(message, [])
        return self.received[-1] if self.received else None

    def export(self, what, **wishes):
        """Ask for a file and return the answer, with its bytes as `content` where there are any."""
        answer = self.send(kind="export", what=what, **wishes)
        return {**answer, "content": self.buffers[0]} if self.buffers else answer

    def _receive(self, answer, buffers=None):
        self.received.append(answer)
        self.buffers = [bytes(buffer) for buffer in buffers or ()]

    def say(self, path, value, **more):
        """Answer one question; the page knows what is stored there."""
        base = value_at(self.session.workbook, path)
        return self.send(kind="edit", seq=next(self._numbers), path=path, value=value, base=base, **more)

    def say_all(self, answers):
        """Answer many questions and insist that every one was saved."""
        for path, value in answers.items():
            receipt = self.say(path, value)
            assert receipt["status"] == "saved", (path, receipt)

    def verdicts(self, step):
        """The verdicts under one step, as the page shows them."""
        return self.widgets[step].state["verdicts"]

    def headlines(self, step):
        """The first sentences of the verdicts under one step."""
        return [verdict["headline"] for verdict in self.verdicts(step)]

    def fields(self, step):
        """Every field of one step that takes an answer, by its address."""
        found = {}
        for field in self.widgets[step].state["fields"]:
            for inner in _inner(field):
                found[inner["path"]] = inner
        return found


def _inner(field):
    if field["kind"] == "list":
        return [sub for item in field["items"] for sub in item["fields"]]
    if field["kind"] == "people":
        return [item["field"] for item in field["items"]]
    return [] if field["kind"] == "note" else [field]
