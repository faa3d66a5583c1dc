"""Reading a document made by strangers: every wrong thing becomes a fault that says where."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from math import isfinite
from typing import TypeVar

from routing.fault import ProblemFault
from routing.point import Point
from routing.problem import TimeWindow

S = TypeVar("S")
T = TypeVar("T")


class Fields:
    """One JSON object, at a place in its document such as `jobs[3]`."""

    def __init__(self, where: str, value: object, known: Set[str] | None = None) -> None:
        if not isinstance(value, dict):
            raise ProblemFault("wrong_shape", where=where or "JSON", want="{...}")
        self.where = where
        self.value: dict[str, object] = value
        for name in value:
            if known is not None and name not in known:
                raise ProblemFault("unsupported_field", where=where or "JSON", field=str(name))

    def has(self, name: str) -> bool:
        return name in self.value

    def at(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def need(self, name: str) -> object:
        if name not in self.value:
            raise ProblemFault("missing_field", where=self.where or "JSON", field=name)
        return self.value[name]

    def needed_number(self, name: str) -> int:
        return number(self.at(name), self.need(name))

    def number(self, name: str, default: int = 0) -> int:
        return number(self.at(name), self.value.get(name, default))

    def number_or_none(self, name: str) -> int | None:
        return self.number(name) if self.has(name) else None

    def real(self, name: str, default: float) -> float:
        value = self.value.get(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ProblemFault("wrong_shape", where=self.at(name), want="1.5")
        real = float(str(value))  # a whole number too big for a float becomes inf, no error
        if not isfinite(real):
            raise ProblemFault("wrong_shape", where=self.at(name), want="1.5")
        return real

    def text(self, name: str, default: str = "") -> str:
        value = self.value.get(name, default)
        if not isinstance(value, str):
            raise ProblemFault("wrong_shape", where=self.at(name), want='"..."')
        return value

    def numbers(self, name: str) -> tuple[int, ...]:
        return tuple(number(where, value) for where, value in self.items(name))

    def numbers_by_name(self, name: str) -> Mapping[str, int]:
        """An object of numbers, such as seconds by vehicle type; empty when there is none."""
        inner = Fields(self.at(name), self.value.get(name, {}))
        return {each: inner.number(each) for each in inner.value}

    def point(self, name: str) -> Point | None:
        return _point(self.at(name), self.value[name]) if self.has(name) else None

    def points(self, name: str) -> tuple[Point, ...]:
        return tuple(_point(where, value) for where, value in self.items(name))

    def windows(self, name: str) -> tuple[TimeWindow, ...]:
        return tuple(_window(where, value) for where, value in self.items(name))

    def window(self, name: str, default: TimeWindow) -> TimeWindow:
        return _window(self.at(name), self.value[name]) if self.has(name) else default

    def items(self, name: str) -> Iterator[tuple[str, object]]:
        """The items of a list, each with its place; none when there is no such list."""
        values = self.value.get(name, [])
        if not isinstance(values, list):
            raise ProblemFault("wrong_shape", where=self.at(name), want="[...]")
        for index, value in enumerate(values):
            yield f"{self.at(name)}[{index}]", value


def gathered(
    items: Iterable[tuple[str, S]],
    read: Callable[[str, S], T],
    faults: list[ProblemFault],
) -> list[T]:
    """What can be read of a list; what cannot adds to the faults, so that all are told at once."""
    good = []
    for where, value in items:
        try:
            good.append(read(where, value))
        except ProblemFault as fault:
            faults.append(fault)
    return good


def number(where: str, value: object) -> int:
    if type(value) is not int:
        raise ProblemFault("wrong_shape", where=where, want="1")
    return value


def _window(where: str, value: object) -> TimeWindow:
    match value:
        case [int(opening), int(closing)]:
            return TimeWindow(opening, closing)
        case _:
            raise ProblemFault("wrong_shape", where=where, want="[open, close]")


def _point(where: str, value: object) -> Point:
    match value:
        case [int() | float() as lon, int() | float() as lat]:
            return Point(lat, lon)
        case _:
            raise ProblemFault("wrong_shape", where=where, want="[lon, lat]")
