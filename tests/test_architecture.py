"""The house checks itself: what ruff and import-linter cannot say."""

import subprocess
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("field", "routing", "web", "data")
LONGEST = 300
MEDIAN = 120


def code_files() -> list[Path]:
    found = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    found += [*(ROOT / "web").rglob("*.js"), ROOT / "wsgi.py"]
    return [path for path in found if "migrations/versions" not in str(path)]


def test_no_file_grows_into_a_hall() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in code_files()}
    too_long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST}
    assert not too_long
    assert median(lengths.values()) < MEDIAN


def test_the_tests_have_no_halls_either() -> None:
    lengths = {
        p: len(p.read_text().splitlines())
        for p in (ROOT / "tests").rglob("*.py")
        if "node_modules" not in p.parts
    }
    assert not {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST}


def test_each_module_opens_with_what_it_is() -> None:
    silent = [path for path in code_files() if path.suffix == ".py" and not opens(path)]
    assert not silent


def opens(path: Path) -> bool:
    text = path.read_text().lstrip()
    return text.startswith('"""') or not text


def test_nothing_unfinished_stands_in_the_code() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error")
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in code_files()
        for word in words
        if word in path.read_text()
    ]
    assert not found


def test_no_third_party_code_is_committed() -> None:
    if not (ROOT / ".git").exists():
        return
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - the git of whoever runs the tests
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert not [name for name in listed if "node_modules" in name or name.endswith(".min.js")]
