"""Commands on documents themselves: `convert` a benchmark file, print a `schema`."""

import argparse
from pathlib import Path
from typing import Any

from routing.cli.say import say, write
from routing.documents import schema
from routing.instances import ROUNDINGS, read_instance

DOCUMENTS = ("problem", "plan", "changes")
Commands = Any
"""argparse's own type for a group of commands is private."""


def add_convert(commands: Commands) -> None:
    parser = commands.add_parser("convert", help="turn a benchmark file into a problem")
    parser.add_argument("file", type=Path, metavar="FILE", help="its format is recognised")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="PROBLEM.json")
    parser.add_argument("--rounding", choices=sorted(ROUNDINGS), help="else as is usual for it")
    parser.set_defaults(command=_convert)


def add_schema(commands: Commands) -> None:
    parser = commands.add_parser("schema", help="print the JSON Schema of a document")
    parser.add_argument("document", choices=DOCUMENTS)
    parser.set_defaults(command=_schema)


COMMANDS = (add_convert, add_schema)


def _convert(options: argparse.Namespace) -> int:
    instance = read_instance(options.file, options.rounding)
    write(options.output, instance.document)
    say(
        {
            "name": instance.name,
            "format": instance.format,
            "rounding": instance.rounding,
            "factor": instance.factor,
            "jobs": len(instance.problem.jobs),
            "shipments": len(instance.problem.shipments),
            "vehicles": len(instance.problem.vehicles),
        }
    )
    return 0


def _schema(options: argparse.Namespace) -> int:
    say(schema(options.document))
    return 0
