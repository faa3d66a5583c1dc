"""Each text that a person reads has its English; none is left over."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "t": None}


@cache
def texts() -> dict[str, str]:
    """Return each marked text with the place where it stands."""
    with (ROOT / "babel.cfg").open() as file:
        method_map, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # babel's
    found = extract_from_dir(
        ROOT, method_map, options, keywords=KEYWORDS, directory_filter=_own_folder
    )
    return {
        text: f"{name}:{line}"
        for name, line, message, *_ in found
        for text in ([message] if isinstance(message, str) else message)
        if text
    }


def _own_folder(path: str) -> bool:
    return Path(path).name not in {"node_modules", ".venv", "tests", "instance", ".git"}


@cache
def english() -> Catalog:
    with (ROOT / "web/translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file)


def test_each_text_has_its_english() -> None:
    missing = {text: place for text, place in texts().items() if not _translated(text)}
    assert not missing, f"{len(missing)} texts without English: {missing}"


def _translated(text: str) -> bool:
    message = english().get(text)
    return bool(message and message.string and not message.fuzzy)


def test_the_catalogue_compiles() -> None:
    """Without its header it counts as fuzzy, and pybabel leaves it out in silence."""
    assert not english().fuzzy


def test_no_english_is_left_over() -> None:
    ids = {part for m in english() for part in ([m.id] if isinstance(m.id, str) else m.id) if part}
    assert not ids - set(texts())


def test_places_for_values_are_the_same_in_both_languages() -> None:
    wrong = [message.id for message in english() if message.id and message.check(english())]
    assert not wrong
