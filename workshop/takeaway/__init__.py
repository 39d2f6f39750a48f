"""What a participant takes away: a page to keep, slides, dates, messages and data."""

from workshop.takeaway.days import day_in_words
from workshop.takeaway.playbook import Chart, Said, found_panels, playbook
from workshop.takeaway.sheet import Playbook

__all__ = ["Chart", "Playbook", "Said", "day_in_words", "found_panels", "playbook"]
