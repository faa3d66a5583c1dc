"""`python -m routing solve PROBLEM.json -o PLAN.json` and `check PROBLEM.json PLAN.json`."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from routing.check import check
from routing.crow_flies import CrowFlies
from routing.documents import read_plan, read_problem, violation_document, write_plan
from routing.fault import InvalidProblem, ProblemFault
from routing.plan import Plan
from routing.search import Budget, Progress
from routing.solve import solve


def main(arguments: list[str] | None = None) -> int:
    """0 when all is well, 1 when a plan breaks a rule, 2 when the input cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except InvalidProblem as invalid:
        _say({"faults": [_fault_document(fault) for fault in invalid.faults]})
    except OSError as error:
        _say({"faults": [{"code": "no_file", "en": str(error)}]})
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m routing", description=__doc__)
    commands = parser.add_subparsers(required=True)
    solving = commands.add_parser("solve", help="make a plan; the last line is its summary")
    solving.add_argument("problem", type=Path)
    solving.add_argument("-o", "--output", type=Path, help="where the plan goes")
    solving.add_argument("--time-limit", type=float, metavar="SECONDS")
    solving.add_argument("--iterations", type=int, help="a limit that gives the same plan anywhere")
    solving.add_argument("--seed", type=int, default=0)
    solving.add_argument("--threads", type=int, default=1)
    solving.add_argument("--progress", action="store_true", help="a JSON line for each better plan")
    solving.set_defaults(command=_solve)
    checking = commands.add_parser("check", help="list what a plan violates, as JSON")
    checking.add_argument("problem", type=Path)
    checking.add_argument("plan", type=Path)
    checking.set_defaults(command=_check)
    return parser


def _solve(options: argparse.Namespace) -> int:
    problem = read_problem(_read(options.problem), CrowFlies())
    unlimited = options.time_limit is None and options.iterations is None
    budget = Budget(10 if unlimited else options.time_limit, options.iterations)
    began = time.monotonic()
    plan = solve(
        problem,
        budget,
        options.seed,
        _tell if options.progress else lambda _: None,
        threads=options.threads,
    )
    document = write_plan(problem, plan)
    if options.output is not None:
        options.output.write_text(json.dumps(document), encoding="utf-8")
    _say(_summary(plan, time.monotonic() - began))
    return 0


def _check(options: argparse.Namespace) -> int:
    problem = read_problem(_read(options.problem), CrowFlies())
    violations = check(problem, read_plan(_read(options.plan)))
    _say([violation_document(violation) for violation in violations])
    return 1 if violations else 0


def _summary(plan: Plan, seconds: float) -> dict[str, Any]:
    return {
        "cost": plan.cost,
        "distance": plan.distance,
        "duration": plan.travel,
        "routes": len(plan.routes),
        "unassigned": len(plan.unassigned),
        "violations": len(plan.violations),
        "seconds": round(seconds, 2),
    }


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidProblem([ProblemFault("not_json", detail=str(error))]) from error


def _tell(progress: Progress) -> None:
    _say(
        {
            "seconds": round(progress.seconds, 2),
            "loss": progress.loss,
            "served": progress.served,
            "jobs": progress.jobs,
        }
    )


def _fault_document(fault: ProblemFault) -> dict[str, str]:
    return {"code": fault.code, "id": fault.message("id"), "en": fault.message("en")}


def _say(document: object) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
