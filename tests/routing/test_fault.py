"""Faults go from one process to another as they are."""

import pickle

from routing import InvalidProblem, ProblemFault


def test_a_fault_survives_the_way_between_processes() -> None:
    fault = ProblemFault("not_a_point", lat="106.0", lon="-6.6")
    again = pickle.loads(pickle.dumps(InvalidProblem([fault])))  # noqa: S301 - our own bytes
    assert str(again) == str(fault)
    assert [(each.code, each.values) for each in again.faults] == [(fault.code, fault.values)]
