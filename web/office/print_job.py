"""The long way to paper: all routes of a day, drawn one after the other."""

from collections.abc import Iterator

from flask_babel import force_locale, gettext

from field.domain.route_sheet import RouteSheet
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.services.printing import keep_sheets, wanted
from field.services.route_sheets import sheets_of
from web.paper.documents import route_document
from web.paper.pdf import pdf_of

DRAWING = N_("Menggambar lembar rute")


def run_sheets(job_id: str, progress: Progress, doors: Doors) -> None:
    """Draw the sheets that a job asks for; a second run writes the same file again."""
    day, kecamatan, language = wanted(job_id)
    sheets = sheets_of(day, kecamatan, doors)
    with force_locale(language):
        title = gettext("Rute %(number)s", number=day)
        body = pdf_of(_documents(sheets, progress, doors.city), title)
    if not progress.cancelled():
        keep_sheets(job_id, body, doors)


def _documents(sheets: list[RouteSheet], progress: Progress, city: str) -> Iterator[str]:
    for done, sheet in enumerate(sheets):
        if progress.cancelled():
            return
        progress.say(done / len(sheets), DRAWING)
        yield route_document(sheet, city)
