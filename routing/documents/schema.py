"""The JSON Schemas of the two documents, kept beside the code that reads and writes them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def schema(name: str) -> Mapping[str, Any]:
    """The schema (draft 2020-12) of a `problem` or a `plan`."""
    text = Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
