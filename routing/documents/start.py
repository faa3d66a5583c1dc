"""The routes that a document's vehicles describe in `steps`: in VROOM, where a search starts from.

Only the order of the tasks counts; whoever solves with a start keeps it, unless a plan is better.
"""

from collections.abc import Iterator, Mapping

from routing.documents.fields import Fields
from routing.documents.names import ids_of
from routing.documents.vehicle_in import steps_of
from routing.fault import InvalidProblem, ProblemFault
from routing.price import price
from routing.problem import Problem


def read_start(document: object, problem: Problem) -> Mapping[int, list[int]]:
    """The visits of each vehicle that has steps, in order.

    Raises:
        InvalidProblem: when they cannot be read, or break a rule of the problem.
    """
    try:
        start = dict(_orders(Fields("", document), problem))
    except ProblemFault as fault:
        raise InvalidProblem([fault]) from fault
    broken = {violation.code for violation in price(problem, start).violations} if start else ()
    if broken:
        raise InvalidProblem([ProblemFault("start_broken", detail=", ".join(sorted(broken)))])
    return start


def _orders(document: Fields, problem: Problem) -> Iterator[tuple[int, list[int]]]:
    ids = ids_of(problem)
    for where, value in document.items("vehicles"):
        vehicle = Fields(where, value)
        if vehicle.has("steps"):
            yield vehicle.number("id"), [ids[name] for name in steps_of(vehicle)]
