"""A print batch on paper: the sheet to sign, and the labels of its envelopes."""

from flask import render_template

from field.domain.settings import Settings
from field.services.print_batches import BatchView
from web.paper.qr import qr


def batch_document(view: BatchView, office: Settings, *, on_screen: bool) -> str:
    """Return the sheet: every card with a box to tick, the count, and three signatures."""
    return render_template(
        "office/cetak/sheet_pdf.html", view=view, office=office, on_screen=on_screen
    )


def batch_labels(view: BatchView, *, on_screen: bool) -> str:
    """Return a label for each card, in the order of printing."""
    return render_template("office/cetak/labels.html", view=view, qr=qr, on_screen=on_screen)
