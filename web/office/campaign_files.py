"""A campaign to take along: its table as a file, and one page for the mayor."""

from flask import Blueprint, current_app
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from field.services import campaign_tracking, campaigns
from field.services.campaign_tracking import Tracking
from field.services.day_report import FORMATS
from field.services.settings import settings
from field.services.tables import table_file
from web.access import OFFICE, requires
from web.doors import doors
from web.office.campaign_words import tracking_table
from web.office.mayor_page import mayor_document, mayor_page
from web.office.print import pdf
from web.office.scope import within
from web.paper.pdf import can_make_pdf, pdf_of

blueprint = Blueprint(
    "office_campaign_files",
    __name__,
    url_prefix="/kantor/cetak/kampanye",
    template_folder="templates",
)


@blueprint.get("/<int:campaign_id>/hari.<kind>")
@requires(*OFFICE)
def download(campaign_id: int, kind: str) -> Response:
    """Send the table of the page, exactly as it is seen."""
    if kind not in FORMATS:
        raise Fault(NOT_FOUND, what=gettext("Berkas"))
    table = tracking_table(_seen(campaign_id))
    response = current_app.response_class(table_file(table, kind), mimetype=FORMATS[kind])
    response.headers["Content-Disposition"] = (
        f'attachment; filename="kampanye-{campaign_id}.{kind}"'
    )
    return response


@blueprint.get("/<int:campaign_id>/wali-kota")
@requires(*OFFICE)
def mayor(campaign_id: int) -> Response | str:
    line = campaigns.campaign_line(campaign_id, within())
    document = mayor_document(mayor_page(line, _seen(campaign_id)), settings())
    if not can_make_pdf():
        return document
    return pdf(pdf_of([document], line.name), f"kampanye-{campaign_id}.pdf")


def _seen(campaign_id: int) -> Tracking:
    plan_id = campaigns.plan_in_force(campaign_id, within())
    return campaign_tracking.tracking_of(plan_id, within(), doors())
