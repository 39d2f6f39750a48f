"""The files a leader takes away, each made when it is asked for, in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.members import named
from workshop.content import words
from workshop.errors import Refused
from workshop.exercise.messages import message_words, messages_of
from workshop.exercise.names import everyday_words
from workshop.exercise.playbook import playbook_of, playbook_words
from workshop.exercise.vocabulary import vocabulary
from workshop.model.document import Document, written
from workshop.model.fields import clean
from workshop.model.recall import forget
from workshop.takeaway.names import LONGEST, renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from workshop.model import Workbook
    from workshop.takeaway.sheet import Playbook

PAPERS = ("a4", "letter")


@attrs.frozen
class Wishes:
    """How the files shall be.

    Attributes:
        paper: one of `PAPERS`.
        reasons: whether the second page is wanted.
        zone: name of the time zone of the dates, as in the IANA database; empty for wherever they are read.
        names: a real name for the id of a person, for these files alone; it is never stored.
        message: id of the message that is asked for.
    """

    paper: str = "a4"
    reasons: bool = True
    zone: str = ""
    names: Mapping[str, str] = attrs.field(factory=dict)
    message: str = ""


@attrs.frozen
class File:
    """A file to hand over."""

    name: str
    mime: str
    content: bytes


def wishes_in(message: Mapping[str, Any]) -> Wishes:
    """Return what a page wishes; whatever it says that is not understood is passed over.

    Raises:
        Refused: a real name is longer than `LONGEST`.
    """
    paper, names = message.get("paper"), message.get("names")
    return Wishes(
        paper=paper if paper in PAPERS else PAPERS[0],
        reasons=message.get("reasons") is not False,
        zone=_short(message.get("zone")),
        names=_names(names) if isinstance(names, dict) else {},
        message=_short(message.get("message")),
    )


def _short(said: Any) -> str:
    return said[:60] if isinstance(said, str) else ""


def _names(said: Mapping[Any, Any]) -> dict[str, str]:
    """Return the names that were written, each on one line."""
    names = {str(id): " ".join(clean(name).split()) for id, name in said.items() if isinstance(name, str)}
    if any(len(name) > LONGEST for name in names.values()):
        raise Refused("name_too_long", limit=LONGEST)
    return {id: name for id, name in names.items() if name}


def exported(what: str, workbook: Workbook, today: date, wishes: Wishes) -> File:
    """Return the file `what`, one of `FILES`, as `wishes` ask for it.

    Raises:
        Refused: there is no such file, or it cannot be made of these answers.
    """
    if what not in FILES:
        raise Refused("not_a_file")
    name, mime, make = FILES[what]
    known = {person.id for person in workbook.people}
    names = {id: name for id, name in wishes.names.items() if id in known}
    shown = name if what == "data" or not names else _marked(name)
    try:
        return File(shown, mime, make(workbook, today, attrs.evolve(wishes, names=names)))
    finally:
        if names:
            forget()  # real names go with the file they were for


def _marked(name: str) -> str:
    """Return the name of a file in which real names stand, so that nobody passes it on unawares."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-real-names.{ending}"


def _pdf(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.content.brand import brand  # noqa: PLC0415 - no page needs it
    from workshop.takeaway.pdf import pdf  # noqa: PLC0415 - typst is loaded when it is needed

    return pdf(_playbook(workbook, today, wishes), wishes.paper, brand())


def _slides(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.content.brand import brand  # noqa: PLC0415 - no page needs it
    from workshop.takeaway.slides import slides  # noqa: PLC0415 - so is python-pptx

    return slides(_playbook(workbook, today, wishes), brand())


def _with_names(workbook: Workbook, wishes: Wishes) -> Workbook:
    return renamed(workbook, wishes.names, everyday_words())


def _playbook(workbook: Workbook, today: date, wishes: Wishes) -> Playbook:
    whole = playbook_of(_with_names(workbook, wishes), today, names=_names_in(workbook, wishes))
    return whole.of_pages(reasons=wishes.reasons)


def _names_in(workbook: Workbook, wishes: Wishes) -> str:
    if not wishes.names:
        return "code"
    return "real" if wishes.names.keys() >= {one.id for one in named(workbook.people)} else "mixed"


def _calendar(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.takeaway.calendar import calendar  # noqa: PLC0415 - and icalendar

    said = {**playbook_words(), **words("calendar")["words"]}
    whole = _with_names(workbook, wishes)
    return calendar(whole, said, today, zone=wishes.zone, now=datetime.now(UTC))


def _excel(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.takeaway.spreadsheet import excel  # noqa: PLC0415 - and pandas

    return excel(_with_names(workbook, wishes), _table_words(workbook, today, wishes), today)


def _csv(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.takeaway.archive import csv_archive  # noqa: PLC0415 - the same

    return csv_archive(_with_names(workbook, wishes), _table_words(workbook, today, wishes), today)


def _table_words(workbook: Workbook, today: date, wishes: Wishes) -> dict[str, Any]:
    titles = {message.id: message.title for message in messages_of(workbook, today, wishes.names)}
    return {**vocabulary(), "message_titles": titles}


def _graph(workbook: Workbook, _today: date, wishes: Wishes) -> bytes:
    from workshop.takeaway.graph import graphml  # noqa: PLC0415 - and networkx

    return graphml(_with_names(workbook, wishes), vocabulary())


def _message(workbook: Workbook, today: date, wishes: Wishes) -> bytes:
    from workshop.takeaway.mail import eml  # noqa: PLC0415 - and the standard library's e-mail

    found = {message.id: message for message in messages_of(workbook, today, wishes.names)}
    if wishes.message not in found:
        raise Refused("item_gone")
    message = found[wishes.message]
    if message.missing:
        raise Refused("message_missing", missing=message.missing)
    return eml(message, message_words(), now=datetime.now(UTC))


def _data(workbook: Workbook, _today: date, _wishes: Wishes) -> bytes:
    """Return the file that can be restored: it never has real names, whatever is wished."""
    return written(Document(workbook)).encode()


FILES: dict[str, tuple[str, str, Callable[[Workbook, date, Wishes], bytes]]] = {
    "pdf": ("coalition-playbook.pdf", "application/pdf", _pdf),
    "slides": (
        "coalition-playbook.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _slides,
    ),
    "calendar": ("coalition-dates.ics", "text/calendar", _calendar),
    "excel": (
        "coalition-tables.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _excel,
    ),
    "csv": ("coalition-tables.zip", "application/zip", _csv),
    "graph": ("coalition-map.graphml", "application/xml", _graph),
    "message": ("coalition-message.eml", "message/rfc822", _message),
    "data": ("coalition-workbook.json", "application/json", _data),
}
"""What can be asked for: its file name, its kind, and what makes it."""
