"""Widgets: they show, and they pass on what was asked; they look nothing up and hold no truth."""

from workshop.widgets.alliance_map import AllianceMap
from workshop.widgets.chart import Chart
from workshop.widgets.deck import Deck
from workshop.widgets.form import Form
from workshop.widgets.game import Game
from workshop.widgets.ledger import Ledger
from workshop.widgets.playbook import Playbook
from workshop.widgets.save_status import SaveStatus

__all__ = ["AllianceMap", "Chart", "Deck", "Form", "Game", "Ledger", "Playbook", "SaveStatus"]
