"""What a participant takes away, as data."""

from workshop.takeaway.playbook import day_in_words, sections

__all__ = ["day_in_words", "sections"]
