"""A Problem as an OR-Tools routing model: every constraint, in registered matrices and vectors."""

from routing.engines.model.build import Model

__all__ = ["Model"]
