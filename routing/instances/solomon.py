"""Solomon's format, Gehring and Homberger's too: vehicles and capacity, then a row a customer."""

from dataclasses import replace

from routing.instances.instance import Instance, profiles
from routing.instances.lines import Misread, figures, is_figures, rows, whole_figure
from routing.instances.node import Node
from routing.instances.rounding import Rounding, flat, straight
from routing.problem import Problem, Vehicle

NAME = "solomon"


def recognised(lines: list[list[str]]) -> bool:
    return ["VEHICLE"] in lines and ["CUSTOMER"] in lines


def read(text: str, rounding: Rounding) -> Instance:
    lines = rows(text)
    fleet = next((line for line in lines if is_figures(line, 2)), None)
    nodes = [_node(line) for line in lines if is_figures(line, 7)]
    if fleet is None or not nodes:
        raise Misread(NAME, lines[0])
    count, capacity = (whole_figure(NAME, value) for value in figures(NAME, fleet))
    depot = nodes[0]
    rider = Vehicle(
        id=1,
        profile="car",
        start=0,
        end=0,
        shift=depot.window(rounding),
        capacity=(capacity,),
    )
    problem = Problem(
        tuple(
            replace(node.visit(at, rounding), delivery=(node.amount,))
            for at, node in enumerate(nodes)
            if at
        ),
        tuple(replace(rider, id=number) for number in range(1, count + 1)),
        profiles(flat(straight([n.x for n in nodes], [n.y for n in nodes]), rounding)),
    )
    return Instance(problem, lines[0][0], NAME, rounding.name, rounding.factor)


def _node(words: list[str]) -> Node:
    number, x, y, amount, opening, close, service = figures(NAME, words)
    return Node(
        whole_figure(NAME, number), x, y, whole_figure(NAME, amount), opening, close, service
    )
