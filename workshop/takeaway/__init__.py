"""What a participant takes away: a page to keep, slides, dates, messages and data."""

from workshop.takeaway.days import day_in_words

__all__ = ["day_in_words"]
