"""Pictures as data: pure functions from facts to plotly's JSON."""

from workshop.charts.authority import authority_influence, authority_influence_twin
from workshop.charts.rungs import rungs, rungs_twin

__all__ = ["authority_influence", "authority_influence_twin", "rungs", "rungs_twin"]
