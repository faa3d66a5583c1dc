"""Li and Lim's format: pickups and deliveries with time windows, each row naming its other end."""

from dataclasses import dataclass, replace

from routing.instances.instance import Instance, profiles
from routing.instances.lines import Misread, figures, is_figures, rows, whole_figure
from routing.instances.node import Node
from routing.instances.rounding import Rounding, flat, straight
from routing.problem import Problem, Shipment, Vehicle

NAME = "li-lim"


@dataclass(frozen=True, slots=True)
class End(Node):
    """A node that is one end of a pair: a pickup when it names its delivery."""

    delivery: int = 0


def recognised(lines: list[list[str]]) -> bool:
    return len(lines) > 1 and is_figures(lines[0], 3) and is_figures(lines[1], 9)


def read(text: str, rounding: Rounding) -> Instance:
    header, *rest = rows(text)
    # The third figure is a speed, which is 1 in all that was published.
    count, capacity, _ = (whole_figure(NAME, value) for value in figures(NAME, header))
    ends = [_end(words) for words in rest]
    at = {end.id: location for location, end in enumerate(ends)}
    rider = Vehicle(
        id=1,
        profile="car",
        start=0,
        end=0,
        shift=ends[0].window(rounding),
        capacity=(capacity,),
    )
    problem = Problem(
        (),
        tuple(replace(rider, id=number) for number in range(1, count + 1)),
        profiles(flat(straight([e.x for e in ends], [e.y for e in ends]), rounding)),
        shipments=tuple(_shipment(ends, at, end, rounding) for end in ends[1:] if end.delivery),
    )
    return Instance(problem, "", NAME, rounding.name, rounding.factor)


def _end(words: list[str]) -> End:
    values = figures(NAME, words, at_least=9)
    number, x, y, amount, opening, close, service, _, delivery = values[:9]
    number, amount, delivery = (whole_figure(NAME, each) for each in (number, amount, delivery))
    return End(number, x, y, amount, opening, close, service, delivery)


def _shipment(ends: list[End], at: dict[int, int], pickup: End, rounding: Rounding) -> Shipment:
    if pickup.delivery not in at:
        raise Misread(NAME, pickup.delivery)
    location = at[pickup.delivery]
    return Shipment(
        pickup=pickup.visit(at[pickup.id], rounding),
        delivery=ends[location].visit(location, rounding),
        amount=(pickup.amount,),
    )
