"""Nouns: the workbook, its parts, edits to it, and what is found in it."""

from workshop.model.document import Document
from workshop.model.edit import Edit, changed, limits_at, value_at
from workshop.model.finding import Finding, Verdict
from workshop.model.person import Cards, Person
from workshop.model.plan import Plan
from workshop.model.reciprocity import Exchange, Game
from workshop.model.snapshot import Snapshot
from workshop.model.stress import Stand
from workshop.model.sustain import Forum
from workshop.model.tie import Tie, tie_id
from workshop.model.workbook import YOU, Decider, Position, Purpose, Start, Workbook

__all__ = [
    "YOU",
    "Cards",
    "Decider",
    "Document",
    "Edit",
    "Exchange",
    "Finding",
    "Forum",
    "Game",
    "Person",
    "Plan",
    "Position",
    "Purpose",
    "Snapshot",
    "Stand",
    "Start",
    "Tie",
    "Verdict",
    "Workbook",
    "changed",
    "limits_at",
    "tie_id",
    "value_at",
]
