"""Widgets: they show, and they pass on what was asked; they look nothing up and hold no truth."""

from workshop.widgets.alliance_map import AllianceMap
from workshop.widgets.base import Widget
from workshop.widgets.change import Change
from workshop.widgets.chart import Chart
from workshop.widgets.deck import Deck
from workshop.widgets.form import Form
from workshop.widgets.game import Game
from workshop.widgets.ledger import Ledger
from workshop.widgets.messages import Messages
from workshop.widgets.playbook import Playbook
from workshop.widgets.save_status import SaveStatus
from workshop.widgets.snapshots import Snapshots
from workshop.widgets.story import Story
from workshop.widgets.story_maps import StoryMaps
from workshop.widgets.take import Take

__all__ = [
    "AllianceMap",
    "Change",
    "Chart",
    "Deck",
    "Form",
    "Game",
    "Ledger",
    "Messages",
    "Playbook",
    "SaveStatus",
    "Snapshots",
    "Story",
    "StoryMaps",
    "Take",
    "Widget",
]
