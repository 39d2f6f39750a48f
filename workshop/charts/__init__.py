"""Pictures as data: pure functions from facts to plotly's JSON."""

from workshop.charts.authority import authority_influence, authority_influence_twin
from workshop.charts.exchange import give_receive, give_receive_twin
from workshop.charts.rungs import rungs, rungs_twin
from workshop.charts.survivors import survivors, survivors_twin
from workshop.charts.upkeep import Contact, upkeep, upkeep_twin

__all__ = [
    "Contact",
    "authority_influence",
    "authority_influence_twin",
    "give_receive",
    "give_receive_twin",
    "rungs",
    "rungs_twin",
    "survivors",
    "survivors_twin",
    "upkeep",
    "upkeep_twin",
]
