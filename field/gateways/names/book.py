"""The names of a city as they are on disk now: one that was imported a moment ago, too."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from field.gateways.names.file import NotAnIndex, read_index, write_index
from field.gateways.names.hints import Hints
from field.gateways.names.nearby import Nearby
from field.gateways.names.places import NamedPlace, NameIndex
from field.gateways.names.search import Shelf


class NameBook:
    """An index with its shelves: one of all, one of each kelurahan, made when first asked."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self._made: dict[str, Shelf] = {}

    @cached_property
    def whole(self) -> Shelf:
        return Shelf(self.index.places)

    @cached_property
    def landmarks(self) -> Nearby:
        return Nearby(self.index.places)

    @cached_property
    def hints(self) -> Hints:
        return Hints(self.index.places)

    def within(self, kelurahan: str) -> Shelf:
        if kelurahan not in self._made:
            self._made[kelurahan] = Shelf(self._by_kelurahan.get(kelurahan, ()))
        return self._made[kelurahan]

    @cached_property
    def _by_kelurahan(self) -> Mapping[str, list[NamedPlace]]:
        found: dict[str, list[NamedPlace]] = defaultdict(list)
        for place in self.index.places:
            found[place.kelurahan].append(place)
        return found


class NameFile:
    """Where a city's names are kept. A running process takes a new file up by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._book: NameBook | None = None

    def book(self) -> NameBook | None:
        """Return the names, or None where none were imported or the file is broken."""
        try:
            stat = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        now = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if now != self._seen:
            try:
                self._book = NameBook(read_index(self._path))
            except NotAnIndex:
                self._book = None
            self._seen = now
        return self._book

    def landmarks(self) -> Nearby:
        """Return who names the landmark near a place; without names, nobody does."""
        book = self.book()
        return book.landmarks if book else Nearby(())

    def replace(self, index: NameIndex) -> None:
        write_index(index, self._path)


NameSource = Callable[[], NameBook | None]
