"""Rules on rests: each one once, in its window, in full."""

from collections import Counter
from collections.abc import Iterator

from routing.plan import Step, StepKind, Violation
from routing.rules.view import View


def break_time(view: View) -> Iterator[Violation]:
    breaks = {rest.id: rest for rest in view.vehicle.breaks}
    for step in _rests(view):
        if step.id is None:
            continue
        rest = breaks[step.id]
        inside = any(window.open <= step.begin <= window.close for window in rest.windows)
        if not inside or step.service < rest.service:
            yield view.violation("break_time", id=rest.id)


def missing_break(view: View) -> Iterator[Violation]:
    """A break may be taken at home: before a route that starts late, after one that ends early."""
    given = {step.id for step in _rests(view)}
    start, end = view.route.steps[0].arrival, view.route.steps[-1].departure
    for rest in view.vehicle.breaks:
        before = rest.windows[0].open + rest.service <= start
        after = end <= rest.windows[-1].close
        if rest.id not in given and not before and not after:
            yield view.violation("missing_break", id=rest.id)


def duplicate_break(view: View) -> Iterator[Violation]:
    """A break is no work: taken twice, it would make a long day look short."""
    for number, times in Counter(step.id for step in _rests(view)).items():
        if times > 1 and number is not None:
            yield view.violation("duplicate_break", id=number)


def _rests(view: View) -> list[Step]:
    return [step for step in view.route.steps if step.kind is StepKind.BREAK]
