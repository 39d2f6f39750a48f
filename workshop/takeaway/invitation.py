"""The invitation to the forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.dates import next_meeting
from workshop.analysis.forum import agenda_lines
from workshop.analysis.members import members
from workshop.takeaway.days import day_in_words
from workshop.takeaway.letter import Letter, dear, quoted
from workshop.takeaway.sentence import begun, closed, one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workshop.model import Forum, Workbook

    Words = Mapping[str, str]

_HOUR = 60
_HOUR_AND_HALF = 90
_FEWEST_WORDS = 4
"""A purpose of fewer words is not a sentence to send."""


def invitation(workbook: Workbook, words: Words, today: date) -> Letter:
    """Return the invitation of the members to the forum."""
    held = workbook.forum
    day = next_meeting(workbook, today)
    agenda = agenda_lines(held)
    if not (held.name.strip() or held.form or held.cadence or day or agenda):
        return Letter("forum", words["forum_title"], missing=words["forum_missing"])
    listed = "\n".join([words["forum_agenda"], *(_item(line, words) for line in agenda)]) if agenda else ""
    answer = words["forum_answer"] if day else words["forum_which_day"]
    body = paragraphs(
        [_salutation(workbook, words)],
        [_what(held, words), words["forum_lasting"] if held.without_project == "yes" else ""],
        [_purpose(workbook, words)],
        [*_when(held, day, words), _place(held, words)],
        [listed],
        [answer, words["forum_free"]],
        [words["message_close"]],
    )
    return Letter("forum", words["forum_title"], _subject(held, day, words), body)


def _subject(held: Forum, day: date | None, words: Words) -> str:
    what = one_line(held.name) or words[f"forum_subject_{held.form or 'open'}"]
    dated = words["forum_subject_dated"]
    return dated.format(what=what, day=day_in_words(day, words)) if day else what


def _salutation(workbook: Workbook, words: Words) -> str:
    """Return whom it is for; nobody by name when who they are is between two people only."""
    return dear(() if workbook.dial.members == "private" else members(workbook), words)


def _what(held: Forum, words: Words) -> str:
    key = "forum_named" if held.name.strip() else "forum_unnamed"
    return words[f"{key}_{held.form}" if held.form else key].format(name=one_line(held.name))


def _purpose(workbook: Workbook, words: Words) -> str:
    """Return the purpose as a sentence, unless it is a word or two, or not for every member's eyes."""
    sentence = workbook.purpose.sentence
    if workbook.dial.purpose == "private" or len(sentence.split()) < _FEWEST_WORDS:
        return ""
    return words["forum_purpose"].format(sentence=quoted(begun(sentence), words))


def _when(held: Forum, day: date | None, words: Words) -> tuple[str, ...]:
    """Return the next day, how long it takes and how often it comes; without a day, how often comes first."""
    weeks = held.cadence or 0
    key = "forum_then_week" if day else "forum_week"
    every = words[key if weeks == 1 else f"{key}s"].format(weeks=_number(weeks, words)) if weeks else ""
    if day is None:
        return every, words["forum_at"].format(time=held.time) if held.time else "", _lasts(held, words)
    named = f"{words['messages_weekdays'].split()[day.weekday()]} {day_in_words(day, words)}"
    following = words["forum_next_at" if held.time else "forum_next"].format(day=named, time=held.time)
    return following, _lasts(held, words), every


def _lasts(held: Forum, words: Words) -> str:
    minutes = held.minutes
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, _HOUR)
    if minutes in (_HOUR, _HOUR_AND_HALF):
        return words["forum_hour_half" if rest else "forum_hour"]
    if rest:
        return words["forum_minutes"].format(minutes=minutes)
    return words["forum_hours"].format(hours=_number(hours, words))


def _number(number: int, words: Words) -> str:
    """Return a number as a word where there is one."""
    spelt = words["messages_numbers"].split()
    return spelt[number - 1] if 0 < number <= len(spelt) else str(number)


def _place(held: Forum, words: Words) -> str:
    return words["forum_place"].format(place=closed(held.place)) if held.place.strip() else ""


def _item(line: str, words: Words) -> str:
    return words["message_item"].format(text=begun(line))
