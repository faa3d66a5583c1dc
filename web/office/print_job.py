"""The long way to paper: all routes of a day, drawn one after the other."""

from collections.abc import Iterator

from flask_babel import force_locale, gettext

from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.services.printing import keep_sheets, wanted_of
from field.services.route_sheets import sheets_of
from web.paper.documents import route_document
from web.paper.ground import ground_on
from web.paper.map_documents import map_documents
from web.paper.pdf import pdf_of

DRAWING, MAPPING = N_("Menggambar lembar rute"), N_("Menggambar peta")


def run_sheets(job_id: str, progress: Progress, doors: Doors) -> None:
    """Draw what a job asks for; a second run writes the same file again."""
    wanted = wanted_of(job_id)
    sheets = sheets_of(wanted.day, wanted.kecamatan, doors)
    with force_locale(wanted.language):
        ground = ground_on(wanted.day)
        if wanted.what == "maps":
            title = gettext("Peta rute %(number)s", number=wanted.day)
            documents = _told(
                map_documents(sheets, ground), len(sheets) + (len(sheets) > 1), MAPPING, progress
            )
        else:
            title = gettext("Rute %(number)s", number=wanted.day)
            drawn = (route_document(sheet, ground) for sheet in sheets)
            documents = _told(drawn, len(sheets), DRAWING, progress)
        body = pdf_of(documents, title)
    if not progress.cancelled():
        keep_sheets(job_id, body, doors)


def _told(documents: Iterator[str], count: int, step: str, progress: Progress) -> Iterator[str]:
    """Tell how far it is before each document is drawn; stop when nobody wants them any more."""
    for done in range(count):
        if progress.cancelled():
            return
        progress.say(done / count, step)
        yield next(documents)
