"""Cordeau's dial-a-ride format: pickups 1 to n, deliveries n+1 to 2n, rides of limited time."""

from dataclasses import replace

from routing.instances.instance import Instance, profiles
from routing.instances.lines import Misread, figures, is_figures, rows, whole_figure
from routing.instances.node import Node
from routing.instances.rounding import Rounding, flat, straight
from routing.problem import Problem, Shipment, Vehicle

NAME = "darp"


def recognised(lines: list[list[str]]) -> bool:
    return len(lines) > 1 and is_figures(lines[0], 5) and is_figures(lines[1], 7)


def read(text: str, rounding: Rounding) -> Instance:
    """Vehicles, requests or stops, longest route, capacity and longest ride; then a row a stop."""
    header, *rest = rows(text)
    count, _, longest, capacity, ride = figures(NAME, header)
    nodes = [_node(words) for words in rest]
    # Some files count requests in the header and some stops, some end with the depot once more.
    pairs = sum(node.amount > 0 for node in nodes)
    if not pairs or len(nodes) not in (2 * pairs + 1, 2 * pairs + 2):
        raise Misread(NAME, " ".join(header))
    nodes = nodes[: 2 * pairs + 1]
    driver = Vehicle(
        id=1,
        profile="car",
        start=0,
        end=0,
        shift=nodes[0].window(rounding),
        capacity=(whole_figure(NAME, capacity),),
        max_duration=rounding.time(longest),
    )
    problem = Problem(
        (),
        tuple(replace(driver, id=n) for n in range(1, whole_figure(NAME, count) + 1)),
        profiles(flat(straight([n.x for n in nodes], [n.y for n in nodes]), rounding)),
        shipments=tuple(
            Shipment(
                pickup=nodes[number].visit(number, rounding),
                delivery=nodes[pairs + number].visit(pairs + number, rounding),
                amount=(nodes[number].amount,),
                max_ride=rounding.time(ride),
            )
            for number in range(1, pairs + 1)
        ),
    )
    return Instance(problem, "", NAME, rounding.name, rounding.factor)


def _node(words: list[str]) -> Node:
    number, x, y, service, load, opening, close = figures(NAME, words, at_least=7)[:7]
    return Node(whole_figure(NAME, number), x, y, whole_figure(NAME, load), opening, close, service)
