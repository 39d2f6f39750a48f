"""Words that somebody typed, set into a text so that it reads as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLOSERS = "\"'’”»)]"
_STOPS = tuple(".!?…:;,؟،。！？")


def one_line(text: str) -> str:
    """Return `text` in one line, without blanks around it and never two in a row."""
    return " ".join(text.split())


def closed(text: str) -> str:
    """Return `text` in one line, with a full stop unless it ends with a mark; nothing stays nothing."""
    line = one_line(text)
    ended = not line or line.rstrip(_CLOSERS).endswith(_STOPS)
    return line if ended else f"{line}."


def begun(text: str) -> str:
    """Return `text` in one line, beginning with a capital unless its first word has one (`eBay`)."""
    line = one_line(text)
    first = line.partition(" ")[0]
    return line[:1].upper() + line[1:] if first == first.lower() else line


def filled(template: str, **values: str) -> str:
    """Return `template` with `values`; a value that ends with a full stop does not get a second one."""
    text = template.format(**values)
    doubled = text.endswith("..") and not template.endswith("..")
    return text[:-1] if doubled else text


def paragraphs(*parts: Iterable[str]) -> str:
    """Return a text of paragraphs, each of the sentences in one of `parts`; empty ones are left out."""
    joined = (" ".join(filter(None, sentences)) for sentences in parts)
    return "\n\n".join(filter(None, joined))
