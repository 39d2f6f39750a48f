"""What people are called on screen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from workshop.content import words
from workshop.model import YOU, Person, Workbook
from workshop.takeaway.codename import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence


def name_of(person: Person) -> str:
    """The code name of `person`, or what stands in for it on screen."""
    return code_name(person, words("wording"))


def everyday_words() -> frozenset[str]:
    """The words that mean themselves in a sentence, even where somebody has one as a code name."""
    return frozenset(words("wording")["everyday"])


def name_by_id(workbook: Workbook, id: str) -> str:
    """The name that belongs to an id of a person, or to `you`."""
    if id == YOU:
        return str(words("wording")["you"])
    return code_name(workbook.person(id), words("wording"))


def initials(name: str) -> str:
    """One or two characters that stand for `name`: the first of two words that matter, else its first two."""
    small = words("wording")["small_words"]
    parts = [part for part in name.split() if part.casefold() not in small] or name.split()
    if len(parts) > 1:
        return "".join(_letters(part, 1) for part in parts[:2]).upper()
    return _letters(name.strip(), 2).upper()


def joined(names: Sequence[str]) -> str:
    """`A, B and C`, or the word for nobody."""
    wording = words("wording")
    if not names:
        return str(wording["nobody"])
    *first, last = names
    return str(wording["last"]).join([*([str(wording["between"]).join(first)] if first else []), last])


def _letters(word: str, count: int) -> str:
    """The first `count` characters of `word`, an emoji with its modifiers counting as one."""
    taken: list[str] = []
    for character in word:
        joins = unicodedata.combining(character) or character in "\u200d\ufe0f" or "🏻" <= character <= "🏿"
        if taken and (joins or taken[-1].endswith("\u200d")):
            taken[-1] += character
        elif len(taken) == count:
            break
        else:
            taken.append(character)
    return "".join(taken)
