"""`flask campaign`: one line for programs, the same table in all files, and Ctrl-C."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook
from pypdf import PdfReader

from field.services.campaign_trial import Tried, try_out
from field.services.demo_campaign import Yardstick, demo_campaign
from tests.fakes import Told

KEYS = {
    "cards", "printed", "delivered", "days", "seconds", "peak_memory_mb",
    "travel_minutes_per_card", "first_come", "violations",
}  # fmt: skip


def campaign(app: Flask, folder: Path, *more: str) -> dict[str, Any]:
    args = ["campaign", "--printers", "1", "--operators", "1", "--couriers", "6", "--json"]
    done = app.test_cli_runner().invoke(args=[*args, "--to", str(folder), *more])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_one_line_and_three_files_say_the_same(app: Flask, folder: Path) -> None:
    told = campaign(app, folder, "--cards", "40", "--days", "5")
    assert told.keys() >= KEYS
    assert told["violations"] == 0
    assert (told["cards"], told["printed"]) == (40, 40)
    assert told["first_come"]["cards"] == 40
    lines = (folder / "kampanye-40-1.csv").read_text(encoding="utf-8-sig").splitlines()
    book = load_workbook(folder / "kampanye-40-1.xlsx")
    rows = [
        [cell or "" for cell in row] for page in book for row in page.iter_rows(values_only=True)
    ]
    assert rows == [line.split(";") for line in lines if line]
    reader = PdfReader(io.BytesIO((folder / "kampanye-40-1.pdf").read_bytes()))
    assert len(reader.pages) == 1
    assert "40 kartu dalam kampanye" in " ".join(reader.pages[0].extract_text().split())


def test_a_folder_that_takes_nothing_is_told_before_the_work(app: Flask, folder: Path) -> None:
    folder.write_text("no folder", encoding="utf-8")
    done = app.test_cli_runner().invoke(args=["campaign", "--to", str(folder / "below")])
    assert done.exit_code == 1
    assert "tidak bisa ditulisi" in done.output


def test_stopped_it_leaves_what_is_done_and_says_so(app: Flask) -> None:
    asked = Yardstick(city="32.71", begins=date(2026, 11, 23), cards=40, days=5, couriers=6)
    with app.app_context():
        found = try_out(demo_campaign(asked), Tried("32.71", asked.begins, 1, Told(stop=True)))
    assert found.stopped
    assert found.trial.first_come is None
    assert found.trial.ours.cards == 40
