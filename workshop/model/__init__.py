"""Nouns: the workbook, its parts, edits to it, and what is found in it."""

from workshop.model.document import Document
from workshop.model.edit import Edit, changed, limits_at, value_at
from workshop.model.finding import Finding, Verdict
from workshop.model.person import Cards, Person
from workshop.model.workbook import YOU, Decider, Plan, Position, Purpose, Start, Tie, Workbook, tie_id

__all__ = [
    "YOU",
    "Cards",
    "Decider",
    "Document",
    "Edit",
    "Finding",
    "Person",
    "Plan",
    "Position",
    "Purpose",
    "Start",
    "Tie",
    "Verdict",
    "Workbook",
    "changed",
    "limits_at",
    "tie_id",
    "value_at",
]
