"""A day is split where nobody can cross, and only there."""

from collections.abc import Sequence
from datetime import datetime

from routing import Job, Problem, Vehicle
from routing.matrix import Matrix
from routing.parts import Outline, parts, problems, split
from routing.point import Point
from tests.routing.problem_files import solved

FLEET = tuple(Vehicle(id=n, start=0, end=0) for n in (1, 2, 3, 4))


def job(number: int, *vehicles: int) -> Job:
    return Job(id=number, location=number, vehicles=frozenset(vehicles) if vehicles else None)


def shape(jobs: list[Job]) -> list[tuple[list[int], list[int]]]:
    found = parts(jobs, FLEET)
    return [([j.id for j in part.jobs], [v.id for v in part.vehicles]) for part in found]


def test_territories_are_parts() -> None:
    assert shape([job(1, 1, 2), job(2, 3), job(3, 2)]) == [([1, 3], [1, 2]), ([2], [3])]


def test_one_shared_job_joins_two_territories() -> None:
    assert shape([job(1, 1), job(2, 2), job(3, 1, 2)]) == [([1, 2, 3], [1, 2])]


def test_chain_of_shared_jobs_is_one_part() -> None:
    assert shape([job(1, 3, 4), job(2, 1, 2), job(3, 2, 3)]) == [([1, 2, 3], [1, 2, 3, 4])]


def test_job_for_everybody_is_one_part() -> None:
    assert len(shape([job(1, 1), job(2, 2), job(3)])) == 1


def test_job_for_nobody_keeps_its_true_reason() -> None:
    """It may lack a skill of the only one allowed, who has work of his own elsewhere."""
    jobs = (
        job(1, 1),
        job(2, 2),
        Job(id=3, location=3, vehicles=frozenset({2}), skills=frozenset({9})),
    )
    matrix = Matrix.of([[0, 9, 9, 9], [9, 0, 9, 9], [9, 9, 0, 9], [9, 9, 9, 0]])
    plan = solved(Problem(jobs, FLEET, {"motor": matrix}))
    assert [(left.job, left.reason) for left in plan.unassigned] == [(3, "no_skill")]


class Asked:
    """A MatrixSource that remembers how much it was asked."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:  # noqa: ARG002  # it only counts
        self.sizes.append(len(points))
        return Matrix.of([[abs(round(a.lat - b.lat)) for b in points] for a in points])


def test_matrix_never_spans_two_parts() -> None:
    points = tuple(Point(n, 0) for n in range(7))
    source = Asked()
    jobs = tuple(job(n, 1 + n % 3) for n in range(1, 7))
    found = list(problems(Outline(points, jobs, FLEET), source))
    assert source.sizes == [3, 3, 3]
    assert [[p.points[j.location].lat for j in p.jobs] for p in found] == [[1, 4], [2, 5], [3, 6]]


def test_split_keeps_the_ways_between_places() -> None:
    rows = [[abs(a - b) * 10 for b in range(5)] for a in range(5)]
    whole = Problem(
        tuple(job(n, 1 + n % 2) for n in range(1, 5)), FLEET, {"motor": Matrix.of(rows)}
    )
    for part in split(whole):
        ids = [whole.job[each.id].location for each in part.jobs]
        places = [each.location for each in part.jobs]
        cut = part.matrices["motor"].durations
        assert [[cut[a, b] for b in places] for a in places] == [
            [rows[a][b] for b in ids] for a in ids
        ]
