"""Numbers that nobody may ever read again once they came in, and where one looks for them."""

import io
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader
from sqlalchemy import select

from field.gateways.doors import Doors
from field.store.db import session
from field.store.tables import Job
from tests.fakes import Told
from web.work import WORK

NIK, KK, BAD = "3271014508671234", "3271010101105678", "3271019908674321"
CANARIES = (NIK, KK, BAD)


def work(doors: Doors) -> None:
    """Do what waits, as the worker would."""
    for job in session().scalars(select(Job).where(Job.state == "queued")).all():
        WORK[job.kind](job.id, Told(), doors)
        job.state = "done"
        session().commit()


def on_disk(folder: Path) -> list[str]:
    """Return the files that hold a canary, the database and its log among them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "test.sqlite" for path in files)
    return [path.name for path in files if holds_a_secret(path.read_bytes())]


def holds_a_secret(body: bytes) -> bool:
    """Look into the bytes, into the parts of a workbook, and into the text of a PDF."""
    return any(secret.encode() in part for secret in CANARIES for part in _parts(body))


def _parts(body: bytes) -> list[bytes]:
    if body.startswith(b"PK"):
        with ZipFile(io.BytesIO(body)) as book:
            return [book.read(name) for name in book.namelist()]
    if body.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(body)).pages
        text = "".join(page.extract_text() for page in pages)
        return [body, text.encode(), "".join(text.split()).encode()]
    return [body]
