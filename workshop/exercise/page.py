"""One opened exercise: its steps on the page, and the answers to what the page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from IPython.core.getipython import get_ipython
from IPython.display import display

from workshop.content import complaint, exercise_names, words
from workshop.content import exercise as exercise_words
from workshop.errors import Refused
from workshop.exercise.day import day_of
from workshop.exercise.exports import exported, wishes_in
from workshop.exercise.guard import guarded
from workshop.exercise.journey import status_state
from workshop.exercise.step import Step
from workshop.model import Edit
from workshop.model.snapshot import compared_with
from workshop.widgets import SaveStatus

if TYPE_CHECKING:
    from datetime import date

    from anywidget import AnyWidget

    from workshop.model import Workbook
    from workshop.session import Receipt, Session

Message = dict[str, Any]


class Exercise:
    """What a notebook holds in its variable `exercise`."""

    def __init__(
        self, name: str, session: Session, case: str = "", *, kept: bool = False, empty: bool = False
    ) -> None:
        """Open the exercise called `name` on the answers of `session`.

        Args:
            name: of the exercise.
            session: whose answers.
            case: name of the worked case they are of; empty for a person's own.
            kept: whether changes to the case are kept.
            empty: whether it is shown empty, to be tried, and nothing is kept.

        Raises:
            Complaint: there is no such exercise.
        """
        self.name = name
        self.words = exercise_words(name)
        self.session = session
        self.case = case
        self.kept = kept
        self.empty = empty
        self.page = uuid4().hex[:12]
        self._steps: list[Step] = []
        self._answers = {
            "edit": self._edit,
            "ping": self._ping,
            "undo": self._undo,
            "erase": self._erase,
            "restore": self._restore,
            "export": self._export,
            "snapshot": self._snapshot,
            "compare": self._compare,
        }
        self._compared = ""
        self.status = SaveStatus(state=self._status_state(), answer=self.answer)
        session.watch(self._refresh)

    @property
    def today(self) -> date:
        """The day that pages count from: a worked case has its own."""
        return day_of(self.case)

    def show_status(self) -> None:
        """Display the save status, when there is a notebook to display it in."""
        if get_ipython() is not None:
            display(self.status)  # type: ignore[no-untyped-call]

    def show(self, step: str) -> AnyWidget:
        """Return the widget of one step.

        Raises:
            KeyError: the exercise has no such step; the message names those it has.
        """
        if step not in self.words["steps"]:
            msg = f"{self.name} has no step {step!r}; it has {', '.join(self.words['steps'])}"
            raise KeyError(msg)
        first = step == next(iter(self.words["steps"]))
        shown = Step(f"{self.name}.{step}", self.words["steps"][step], self.page, first=first)
        self._steps.append(shown)
        return shown.refresh(self._seen(), self.today)

    def answer(self, message: Message) -> Message | None:
        """Return the answer to a message of the page, None for one that is not understood."""
        kind = message.get("kind")
        if not isinstance(kind, str) or kind not in self._answers:
            return None
        return guarded(
            lambda: self._answers[kind](message),
            lambda sentence: _unsaved(message, self.session.revision, sentence),
        )

    def _edit(self, message: Message) -> Message:
        receipt = self.session.edit(_edit_in(message))
        return {
            "kind": "receipt",
            "seq": message.get("seq"),
            "status": receipt.status,
            "revision": receipt.revision,
            "sentence": _sentence(receipt),
            "theirs": receipt.theirs,
        }

    def _ping(self, message: Message) -> Message:
        self.session.refresh()
        return {"kind": "pong", "n": message.get("n"), "revision": self.session.revision}

    def _undo(self, message: Message) -> Message:
        where = _title_of(self.session.step)
        return _done("undo", self.session.undo(str(message.get("path", ""))), where=where)

    def _erase(self, _message: Message) -> Message:
        return _done("erase", self.session.erase())

    def _restore(self, message: Message) -> Message:
        return _done("restore", self.session.restore(str(message.get("text", ""))))

    def _export(self, message: Message) -> Message:
        asked = {"n": message.get("n")}
        try:
            file = exported(
                str(message.get("what", "")), self.session.workbook, self.today, wishes_in(message)
            )
        except Refused as refused:
            sentence = complaint(refused.key, **refused.values)
            return {**asked, "kind": "done", "what": "export", "ok": False, "sentence": sentence}
        return {**asked, "kind": "file", "name": file.name, "mime": file.mime, "content": file.content}

    def _snapshot(self, message: Message) -> Message:
        again = any(kept.day == self.today.isoformat() for kept in self.session.workbook.snapshots)
        receipt = self.session.snapshot(self.today, step=_step_in(message))
        return _done("snapshot_again" if again else "snapshot", receipt) | {"what": "snapshot"}

    def _compare(self, message: Message) -> Message:
        self._compared = str(message.get("id", ""))
        self._refresh()
        return {"kind": "done", "what": "compare", "ok": True, "sentence": ""}

    def _seen(self) -> Workbook:
        """The workbook, its last snapshot the one that this page compares with."""
        return compared_with(self.session.workbook, self._compared, self.today)

    def _refresh(self) -> None:
        """Show what is stored now, first where the last edit was made."""
        seen = self._seen()
        for step in sorted(self._steps, key=lambda step: step.name != self.session.step):
            step.refresh(seen, self.today)
        self.status.state = self._status_state()

    def _status_state(self) -> dict[str, Any]:
        shown = "" if self.kept else self.case
        return status_state(self.name, self.session, page=self.page, case=shown, empty=self.empty)


def _edit_in(message: Message) -> Edit:
    return Edit(
        path=str(message.get("path", "")),
        value=message.get("value"),
        base=message.get("base"),
        step=_step_in(message),
    )


def _step_in(message: Message) -> str:
    return str(message.get("step", ""))[:60]


def _sentence(receipt: Receipt) -> str:
    return complaint(receipt.complaint, **receipt.values) if receipt.complaint else ""


def _title_of(step: str) -> str:
    """The title of a step named `03_five_people.choose`; of anything else, what undo calls it."""
    name, _, key = step.partition(".")
    known = exercise_words(name)["steps"] if name in exercise_names() else {}
    return str(known[key]["title"] if key in known else words("wording")["a_change"])


def _done(what: str, receipt: Receipt, **values: str) -> Message:
    ok = receipt.status == "saved"
    sentence = complaint(_AFTERWARDS[what], **values) if ok else _sentence(receipt)
    return {"kind": "done", "what": what, "ok": ok, "sentence": sentence}


_AFTERWARDS = {
    "undo": "undone",
    "restore": "restored",
    "erase": "erased",
    "snapshot": "snapshot_kept",
    "snapshot_again": "snapshot_replaced",
}


def _unsaved(message: Message, revision: int, sentence: str) -> Message:
    if message.get("kind") == "edit":
        receipt = {"status": "unsaved", "revision": revision, "sentence": sentence, "theirs": None}
        return {"kind": "receipt", "seq": message.get("seq"), **receipt}
    return {"kind": "done", "what": message.get("kind"), "ok": False, "sentence": sentence}
