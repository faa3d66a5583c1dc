"""The JSON Schemas of the documents, kept beside the code that reads and writes them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def schema(name: str) -> Mapping[str, Any]:
    """The schema (draft 2020-12) of a `problem`, a `plan`, or the `changes` of a day.

    What changes may hold of a problem is said in the problem's schema, and is in both.
    """
    loaded = _stored(name)
    if name == "changes":
        loaded["$defs"] = _stored("problem")["$defs"] | loaded["$defs"]
    return loaded


def _stored(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
