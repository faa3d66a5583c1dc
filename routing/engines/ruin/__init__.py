"""Ruin and recreate, compiled: strings of neighbouring visits are taken out and put in again.

Whole seconds and whole costs throughout, as in `routing.problem`. A node is a visit, or the start
or the end of one vehicle's route. The problem is a few flat arrays (`data`), the plan in the making
a few more (`state`); the columns of both are named in `columns`.
"""

from routing.engines.ruin.engine import RuinEngine

__all__ = ["RuinEngine"]
