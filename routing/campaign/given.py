"""What a campaign has to do and with whom: cards to be printed and brought to their doors.

Days are counted from 0, the campaign's first, in calendar days. Hours are seconds since the
midnight of their day and may run beyond the next one (a night shift until 02:00 closes at 93600).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.fault import ProblemFault, whole
from routing.point import Point
from routing.problem import TimeWindow, Vehicle


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Where a door belongs. Names are text: RT and RW keep their zeros."""

    kelurahan: str
    rw: str = ""
    rt: str = ""

    @property
    def whole_rw(self) -> "Area":
        return Area(self.kelurahan, self.rw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A household's door: where a vehicle stands for it, and the seconds to walk there and back."""

    id: int
    point: Point
    area: Area
    walk: int = 0

    def __post_init__(self) -> None:
        whole("door", self.id, self.walk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card of the household behind `door`.

    `ready` is the first day on which it may be printed. `due` is the last day on which it may come
    to its door. With a `trip` it goes along on that day with a car that fetches somebody of the
    household, if it is printed by then, and takes no courier's time.
    """

    id: int
    door: int
    ready: int = 0
    urgent: bool = False
    due: int | None = None
    trip: int | None = None

    def __post_init__(self) -> None:
        whole("card", self.id, self.door, self.ready)
        whole("card", *(day for day in (self.due, self.trip) if day is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """`rate` cards an hour; `warm_up` seconds whenever it begins anew: in the morning, repaired.

    It may run in its `hours` of each day, but not in its `outages`.
    """

    id: int
    rate: int = 100
    warm_up: int = 300
    hours: Mapping[int, tuple[TimeWindow, ...]]
    outages: Mapping[int, tuple[TimeWindow, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole("printer", self.id, self.rate, self.warm_up)
        if not self.rate:
            raise ProblemFault("printer_without_rate", id=self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A person's hours of one day, and when he rests.

    `price` is what an hour costs, in minutes of travel, beyond a usual one: a night shift is taken
    only where it is needed.
    """

    hours: TimeWindow
    breaks: tuple[TimeWindow, ...] = ()
    price: int = 0

    def __post_init__(self) -> None:
        whole("shift", self.price)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Stands at one printer at a time; a printer without one stands still."""

    id: int
    shifts: Mapping[int, tuple[Shift, ...]]

    def __post_init__(self) -> None:
        whole("operator", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Cards without a print: in stock now, and to be there from the morning of a day on."""

    stock: int
    deliveries: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole("blanks", self.stock, *self.deliveries, *self.deliveries.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorstep:
    """Seconds at a door: parking (once for neighbours), the first card, each further one."""

    park: int = 45
    first: int = 240
    next: int = 90

    def __post_init__(self) -> None:
        whole("doorstep", self.park, self.first, self.next)

    def service(self, cards: int, walk: int = 0) -> int:
        return self.first + self.next * (cards - 1) + walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Printing ends within `days` consecutive calendar days.

    A printed card comes to its door on one of the next `longest_wait` delivery days, an urgent one
    on one of the first `urgent_within` after it is ready; the last one on one of the first
    `last_door` delivery days after the printing.
    """

    days: int = 14
    longest_wait: int = 3
    urgent_within: int = 3
    last_door: int = 2

    def __post_init__(self) -> None:
        whole("limits", self.days, self.longest_wait, self.urgent_within, self.last_door)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What is weighed, in seconds of travel.

    A card's day of `waiting`, the same for an `urgent` one on top, a `promise` of a day that is not
    kept, a card too `late`; `fair` for each card's day of the beat that waits longest, on top. A
    day on which couriers go to a beat at all costs a `visit`: who is urgent there or was not at
    home before lives scattered, and the way around them is the same for few cards and for many.
    """

    waiting: int = 20
    urgent: int = 5
    visit: int = 800
    promise: int = 1800
    late: int = 7200
    fair: int = 10

    def __post_init__(self) -> None:
        prices = self.waiting, self.urgent, self.visit, self.promise, self.late, self.fair
        whole("weights", *prices)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """What stands when a running campaign is planned anew.

    `today` is the first day that is still to be planned; `printed` says on which day a card was
    printed that lies in the office; `gone` are cards that need nothing more (delivered, cancelled,
    with a courier now); `promised` says on which day a household was told that it would come.
    """

    today: int = 0
    printed: Mapping[int, int] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()
    promised: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole("so_far", self.today)


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """Cards, and who prints and brings them.

    `crews` are the couriers on duty by day: a day without any is no delivery day. A vehicle keeps
    its id over the days, starts and ends at rows of `depots`, and brings cards to the kelurahan of
    its `beats`. `spoiled` is the share of prints that fail: each costs a blank and its time.
    """

    cards: tuple[Card, ...]
    doors: Mapping[int, Door]
    printers: tuple[Printer, ...]
    operators: tuple[Operator, ...]
    crews: Mapping[int, tuple[Vehicle, ...]]
    beats: Mapping[int, frozenset[str]]
    depots: tuple[Point, ...] = ()
    blanks: Blanks | None = None
    spoiled: float = 0.0
    doorstep: Doorstep = Doorstep()
    limits: Limits = Limits()
    weights: Weights = Weights()
    so_far: SoFar = SoFar()
    balance: int = 1
    compact: int = 0

    def area(self, card: Card) -> Area:
        return self.doors[card.door].area
