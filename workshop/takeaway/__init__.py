"""What a participant takes away: a page to keep, slides, dates, messages and data."""

from workshop.takeaway.days import day_in_words
from workshop.takeaway.playbook import Chart, Said, playbook
from workshop.takeaway.sheet import Playbook

__all__ = ["Chart", "Playbook", "Said", "day_in_words", "playbook"]
