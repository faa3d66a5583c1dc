"""Pages of a long table: the number in the address, and the way to the others."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from flask import request, url_for

SIZE = 50


@dataclass(frozen=True)
class Pager:
    """Where in a table one is."""

    page: int
    total: int

    @property
    def pages(self) -> int:
        return max(ceil(self.total / SIZE), 1)

    @property
    def first(self) -> int:
        return (self.page - 1) * SIZE + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.page * SIZE, self.total)

    def href(self, page: int) -> str:
        """Return this very address on another page."""
        return here(halaman=str(page) if page > 1 else None)


def page_number() -> int:
    """Return the page that the address asks for."""
    text = request.args.get("halaman", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 7 else 1


def here(**changes: str | None) -> str:
    """Return this address with some of its query changed; None leaves a part out."""
    query: dict[str, Any] = {**request.args.to_dict(), **changes}
    kept = {name: value for name, value in query.items() if value}
    return url_for(request.endpoint or "", **{**(request.view_args or {}), **kept})
