"""From arguments to an exit code: whatever is wrong with the input is told in words."""

import argparse
from typing import NoReturn

from routing.cli import bench, files, plans, reasons, replans
from routing.cli.say import say
from routing.fault import InvalidProblem, ProblemFault


def main(arguments: list[str] | None = None) -> int:
    try:
        options = _parser().parse_args(arguments)
        return int(options.command(options))
    except InvalidProblem as invalid:
        return _refuse(invalid.faults)
    except ProblemFault as fault:
        return _refuse([fault])
    except OSError as error:
        return _refuse([ProblemFault("no_file", detail=str(error))])


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments as everything else that is wrong is said."""

    def error(self, message: str) -> NoReturn:
        raise ProblemFault("wrong_option", detail=message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m routing", description="Vehicle routing in VROOM's JSON form.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (
        *plans.COMMANDS,
        *reasons.COMMANDS,
        *replans.COMMANDS,
        *bench.COMMANDS,
        *files.COMMANDS,
    ):
        add(commands)
    return parser


def _refuse(faults: "list[ProblemFault] | tuple[ProblemFault, ...]") -> int:
    """As VROOM tells an error, and each fault by itself."""
    told = [
        {"code": fault.code, "id": fault.message("id"), "en": fault.message("en")}
        for fault in faults
    ]
    say({"code": 2, "error": " ".join(each["en"] for each in told), "faults": told})
    return 2
