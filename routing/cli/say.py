"""Documents in and out: files of JSON, and lines of it."""

import json
import sys
from pathlib import Path

from routing.fault import InvalidProblem, ProblemFault


def read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise InvalidProblem([ProblemFault("not_json", detail=str(error))]) from error


def write(path: Path, document: object) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")


def say(document: object) -> None:
    tell(json.dumps(document, ensure_ascii=False))


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
