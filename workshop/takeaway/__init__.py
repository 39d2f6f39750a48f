"""What a participant takes away, as data."""

from workshop.takeaway.playbook import sections

__all__ = ["sections"]
