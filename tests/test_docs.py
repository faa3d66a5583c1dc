"""The documents cannot lie for long: what stands in the code stands in them, and the reverse."""

import gc
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import pytest
from flask import Flask

from field.domain.card import Place
from field.domain.courier import VEHICLES
from field.domain.event import EventKind, StopState
from field.domain.fault import FaultKind
from field.domain.job import KIND_WORDS
from field.domain.place import Confidence
from field.domain.roles import Role
from web.work import WORK

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("field", "routing", "web", "data")
TO_COME = "(to come)"


def text_of(name: str) -> str:
    return (ROOT / name).read_text()


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "data").glob("*.md")]


def glossary() -> dict[str, str]:
    """Return each word of the code with its line; `a, b` are two words."""
    ours = text_of("GLOSSARY.md").split("Kept in Indonesian")[0]
    rows = re.findall(r"^\| (?!word|-)(.+?) \| (.+?) \|$", ours, re.M)
    return {word.strip("` "): line for words, line in rows for word in words.split(", ")}


def targets() -> set[str]:
    """Return the make targets that are for people: no other target asks for them."""
    text = text_of("Makefile")
    declared = set(re.search(r"^\.PHONY: (.+)$", text, re.M)[1].split())  # type: ignore[index]  # it is there
    return declared - set(" ".join(re.findall(r"^[^\s#.].*?:(?!=) *(.*)$", text, re.M)).split())


def section(text: str, *headings: str) -> str:
    """Return what stands below a heading, up to the next one of the same level."""
    found = re.search(rf"^(#+) +({'|'.join(headings)})\b.*$", text, re.M)
    assert found, f"No heading {headings}"
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.M)
    return rest[: end.start()] if end else rest


def test_each_make_target_is_told() -> None:
    told = text_of("README.md") + text_of("CONTRIBUTING.md")
    assert targets() >= {"run", "test", "check"}
    assert not {name for name in targets() if not re.search(rf"\bmake {name}\b", told)}


def test_each_command_is_told(app: Flask) -> None:
    told = section(text_of("README.md"), "Commands", "Perintah")
    commands = [name for name, command in app.cli.commands.items() if not command.hidden]
    assert commands
    assert not [name for name in commands if not re.search(rf"(?<![\w-]){name}(?![\w-])", told)]


def test_each_command_that_is_told_exists(app: Flask) -> None:
    told = "".join(path.read_text() for path in documents())
    named = set(re.findall(r"flask --app wsgi ([a-z][a-z-]*)", told))
    assert named
    assert not named - set(app.cli.commands)


def test_each_room_is_told() -> None:
    told = text_of("ARCHITECTURE.md")
    rooms = [path for path in (ROOT / "field").iterdir() if (path / "__init__.py").exists()]
    names = [*(f"`{room}/`" for room in ("routing", "data", "web", "tests"))]
    names += [f"`field/{room.name}/`" for room in rooms]
    assert not [name for name in names if name not in told]


@pytest.mark.parametrize(
    "words",
    [Role, Place, EventKind, StopState, Confidence, KIND_WORDS, VEHICLES],
    ids=["roles", "places", "events", "stops", "confidence", "work", "vehicles"],
)
def test_each_word_with_a_fixed_meaning_is_explained(words: Iterable[str | Enum]) -> None:
    told = text_of("GLOSSARY.md").lower()
    values = [str(getattr(word, "value", word)) for word in words]
    assert values
    assert not [word for word in values if not re.search(rf"\b{re.escape(word)}\b", told)]


def test_each_word_of_the_glossary_is_used() -> None:
    kinds_of_file = ("*.py", "*.js", "*.html", "*.po", "*.csv")
    files = [path for room in ROOMS for kind in kinds_of_file for path in (ROOT / room).rglob(kind)]
    code = "\n".join(path.read_text() for path in files).lower()
    kept = {word for word, line in glossary().items() if TO_COME not in line}
    assert len(kept) > 20
    unused = {word for word in kept if _stem(word) not in code}
    assert not unused


def _stem(word: str) -> str:
    return word.lower().removesuffix(" (work)").replace("-", "")


def test_each_kind_of_work_has_words_and_a_doer() -> None:
    assert WORK.keys() == KIND_WORDS.keys()


def kinds() -> list[FaultKind]:
    """Return every fault kind of every module, also two that share a code."""
    for room in ROOMS:
        for module in pkgutil.walk_packages([str(ROOT / room)], f"{room}."):
            if ".migrations" not in module.name and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    return [thing for thing in gc.get_objects() if type(thing) is FaultKind]


def test_each_fault_code_is_declared_once() -> None:
    counts = Counter(kind.code for kind in kinds())
    assert len(counts) > 50
    assert not {code: times for code, times in counts.items() if times > 1}


def test_each_fault_says_what_is_wrong_and_what_to_do() -> None:
    assert not [kind.code for kind in kinds() if not _is_said(kind.message, kind.action)]


def _is_said(*sentences: str) -> bool:
    return all(len(sentence.split()) > 1 for sentence in sentences)


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.name}: {target}"
        for path in documents()
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text())
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert not broken
