"""What must hold of every day that can be generated."""

import json
from itertools import permutations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing import InvalidProblem, Plan, Problem, ProblemFault, check, explain, price, validate
from routing.cost import loss
from routing.documents import read_plan, read_problem, write_plan, write_problem
from routing.words import REASONS
from tests.routing.days import days, lone_routes
from tests.routing.problem_files import solved

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(days())
def test_every_plan_passes_check(problem: Problem) -> None:
    assert validate(problem) == []
    plan = solved(problem, iterations=5)
    assert all(left.message("id") for left in plan.unassigned)
    assert explain(problem, plan) == list(plan.unassigned)


@few
@given(days(), st.data())
def test_any_hand_made_order_is_priced(problem: Problem, data: st.DataObject) -> None:
    """Whatever a dispatcher does, times agree with the matrix; only real limits are broken."""
    ids = data.draw(st.permutations([job.id for job in problem.jobs]))
    plan = price(problem, {problem.vehicles[0].id: ids})
    mistakes = {"timing", "distance", "service", "carried", "place", "shape", "missing_job"}
    assert mistakes.isdisjoint(found.code for found in plan.violations)
    assert list(plan.violations) == check(problem, plan)


@few
@given(lone_routes())
def test_optimum_is_found_where_all_orders_can_be_tried(problem: Problem) -> None:
    plan = solved(problem, iterations=20)
    assert loss(problem, plan) <= min(loss(problem, tried) for tried in every_plan(problem))


def every_plan(problem: Problem) -> list[Plan]:
    ids = [job.id for job in problem.jobs]
    orders = [order for many in range(len(ids) + 1) for order in permutations(ids, many)]
    plans = [price(problem, {1: order}) for order in orders]
    return [plan for plan in plans if not plan.violations]


@few
@given(days())
def test_documents_read_back_the_same(problem: Problem) -> None:
    assert read_problem(json.loads(json.dumps(write_problem(problem)))) == problem
    plan = price(problem, {problem.vehicles[0].id: [job.id for job in problem.jobs]})
    assert read_plan(json.loads(json.dumps(write_plan(problem, plan))), problem) == plan


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "jobs", "vehicles", "matrices", "location_index", "time_windows"]
            ),
            inner,
            max_size=4,
        )
    ),
)


def faults_of(document: Any) -> list[ProblemFault]:
    """All that is wrong with a document, read and checked."""
    try:
        return validate(read_problem(document))
    except InvalidProblem as invalid:
        return list(invalid.faults)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_no_document_is_a_crash(document: Any) -> None:
    assert all(fault.message("id") and fault.message("en") for fault in faults_of(document))


@settings(max_examples=60, deadline=None)
@given(days(), st.data())
def test_one_field_gone_wrong_is_no_crash(problem: Problem, data: st.DataObject) -> None:
    document = write_problem(problem)
    part = data.draw(st.sampled_from([document, *document["jobs"], *document["vehicles"]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(JSON)
    assert all(fault.message("en") for fault in faults_of(document))


def test_generated_days_serve_most_jobs() -> None:
    """A generator that serves few would let a deleted rule live."""
    served, jobs = 0, 0
    reasons: set[str] = set()

    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(days(fewest=6))
    def count(problem: Problem) -> None:
        nonlocal served, jobs
        plan = solved(problem, iterations=3)
        jobs += len(problem.jobs)
        served += len(problem.jobs) - len(plan.unassigned)
        reasons.update(left.reason for left in plan.unassigned)

    count()
    assert served >= 0.8 * jobs
    assert len(reasons) >= 4
    assert reasons <= REASONS.keys()
