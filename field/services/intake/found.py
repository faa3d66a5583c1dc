"""What reading a list comes to, whatever its rows become."""

from collections.abc import Sequence
from typing import Protocol

from field.domain.row_problems import RowProblem
from field.gateways.doors import Doors
from field.store.db import Live


class Found(Protocol):
    """The good rows of a list, with its counts and problems."""

    @property
    def rows(self) -> int: ...
    @property
    def bad(self) -> int: ...
    @property
    def repeated(self) -> int: ...
    @property
    def good(self) -> int: ...
    @property
    def problems(self) -> Sequence[RowProblem]: ...

    def known(self, live: Live) -> int:
        """Count the good rows that are here already."""

    def add(self, live: Live, doors: Doors) -> int:
        """Let the others in; returns how many."""
