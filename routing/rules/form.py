"""Rules on how a route is put together: before they hold, no other can be asked of it."""

from collections.abc import Iterator

from routing.plan import VISITS, StepKind, Violation
from routing.rules.view import View


def shape(view: View) -> Iterator[Violation]:
    kinds = [step.kind for step in view.route.steps]
    inner = kinds[1:-1]
    whole = kinds[:1] == [StepKind.START] and kinds[-1:] == [StepKind.END]
    if not whole or StepKind.START in inner or StepKind.END in inner:
        yield view.violation("shape")


def kind(view: View) -> Iterator[Violation]:
    """A job is a job, and each end of a shipment is called what it is."""
    for step, job in view.stops:
        if step.kind.value != job.kind.value:
            yield view.violation("kind", job=job.id)


def place(view: View) -> Iterator[Violation]:
    ends = {StepKind.START: view.vehicle.start, StepKind.END: view.vehicle.end}
    for number, step in enumerate(view.route.steps):
        if step.kind in VISITS and step.id is not None:
            right: int | None = view.problem.job[step.id].location
        else:
            right = ends.get(step.kind)
        if step.location != right:
            yield view.violation("place", step=number)
