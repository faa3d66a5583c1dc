"""From HTML to PDF by WeasyPrint, where the machine has Pango; nothing is ever fetched."""

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType

from flask import current_app
from pypdf import PdfWriter


@cache
def _weasyprint() -> ModuleType | None:
    try:
        import weasyprint
    except OSError:  # Pango is a system library: without it the sheets print from the browser
        return None
    return weasyprint  # type: ignore[no-any-return]  # the library has no types


def can_make_pdf() -> bool:
    return _weasyprint() is not None


def pdf_of(documents: Iterable[str], title: str) -> bytes:
    """Return one PDF in which each document counts its own pages.

    Documents are drawn one by one and let go: a whole city at once would fill the memory.
    """
    merged = PdfWriter()
    for text in documents:
        merged.append(io.BytesIO(_draw(text)), import_outline=False)
    merged.add_metadata({"/Title": title})
    body = io.BytesIO()
    merged.write(body)
    return body.getvalue()


def _draw(text: str) -> bytes:
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise RuntimeError("Ask can_make_pdf first.")
    # A sheet brings all it shows with it, so what a resident's field says cannot make us fetch.
    nowhere = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    style = weasyprint.CSS(string=_style(), url_fetcher=nowhere)
    drawn: bytes = weasyprint.HTML(string=text, url_fetcher=nowhere).write_pdf(stylesheets=[style])
    return drawn


def _style() -> str:
    return (Path(current_app.static_folder or "") / "paper.css").read_text(encoding="utf-8")
