"""The JSON Schemas: what we write follows them, what they refuse we refuse, and all is named."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from routing import InvalidProblem, price
from routing.documents import read_problem, schema, write_plan, write_problem
from routing.documents.costs import COST_FIELDS
from routing.documents.matrix_in import MATRIX_FIELDS
from routing.documents.problem_in import PROBLEM_FIELDS
from routing.documents.task_in import BOOTH_FIELDS, JOB_FIELDS, SHIPMENT_FIELDS, STEP_FIELDS
from routing.documents.vehicle_in import BREAK_FIELDS, VEHICLE_FIELDS
from routing.documents.vehicle_in import STEP_FIELDS as START_FIELDS
from tests.routing.documents import problems
from tests.routing.good_day import PLAN, PROBLEM
from tests.routing.problem_files import FOLDER
from tests.routing.vroom_files import vroom, vroom_plan

PROBLEMS = Draft202012Validator(schema("problem"))
PLANS = Draft202012Validator(schema("plan"))
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def wrong(validator: Draft202012Validator, document: object) -> list[str]:
    plain = json.loads(json.dumps(document))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain)]


@pytest.mark.parametrize("name", ["problem", "plan"])
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_documents_of_ours_and_of_vroom() -> None:
    assert wrong(PROBLEMS, vroom()) == []
    assert wrong(PLANS, vroom_plan()) == []
    assert wrong(PROBLEMS, write_problem(PROBLEM)) == []
    assert wrong(PLANS, write_plan(PROBLEM, PLAN)) == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_stored_documents(path: Any) -> None:
    validator = PLANS if path.stem.endswith(".plan") else PROBLEMS
    assert wrong(validator, json.loads(path.read_text(encoding="utf-8"))) == []


@many
@given(problems())
def test_whatever_is_read_is_written_by_the_schema(document: dict[str, Any]) -> None:
    """And means the same when it is read again."""
    assert wrong(PROBLEMS, document) == []
    problem = read_problem(document)
    written = json.loads(json.dumps(write_problem(problem)))
    assert wrong(PROBLEMS, written) == []
    assert read_problem(written) == problem


@many
@given(problems(), st.data())
def test_any_plan_is_written_by_the_schema(document: dict[str, Any], data: st.DataObject) -> None:
    document["jobs"] = [job | {"after": [], "vehicles": [1, 2]} for job in document["jobs"]]
    document["shipments"] = []
    document["vehicles"][0]["locked"] = []
    problem = read_problem(document)
    ids = data.draw(st.permutations([job.id for job in problem.jobs]))
    assert wrong(PLANS, write_plan(problem, price(problem, {1: ids[1:]}))) == []


@many
@given(problems(), st.data())
def test_what_the_schema_refuses_is_refused(document: dict[str, Any], data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(list(parts(document))))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(
        st.none()
        | st.booleans()
        | st.integers(-2, 9)
        | st.text(max_size=2)
        | st.just([])
        | st.just({})
    )
    if wrong(PROBLEMS, document):
        with pytest.raises(InvalidProblem):
            read_problem(document)


def parts(value: object) -> Iterator[dict[str, Any]]:
    """All objects in a document that hold anything."""
    if isinstance(value, dict):
        if value:
            yield value
        inner = list(value.values())
    else:
        inner = list(value) if isinstance(value, list) else []
    for each in inner:
        yield from parts(each)


def names(part: str) -> set[str]:
    """The fields that the schema gives a part of a problem, those of what it builds on included."""
    found = schema("problem") if part == "problem" else schema("problem")["$defs"][part]
    refs = [found.get("$ref"), *(each.get("$ref") for each in found.get("allOf", ()))]
    inherited = [names(ref.rpartition("/")[2]) for ref in refs if ref]
    return set(found.get("properties", ())).union(*inherited)


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ("problem", PROBLEM_FIELDS),
        ("job", JOB_FIELDS),
        ("shipment", SHIPMENT_FIELDS),
        ("end", STEP_FIELDS),
        ("vehicle", VEHICLE_FIELDS),
        ("break", BREAK_FIELDS),
        ("costs", COST_FIELDS),
        ("booth", BOOTH_FIELDS),
        ("matrices", MATRIX_FIELDS),
        ("start_step", START_FIELDS),
    ],
)
def test_the_schema_names_every_field_that_is_read(part: str, fields: set[str]) -> None:
    assert names(part) == fields
