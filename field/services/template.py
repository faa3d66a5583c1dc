"""The empty list that offices fill in: as a workbook with an example and notes, and as CSV."""

from collections.abc import Callable

from field.domain.jemput import jempol_columns
from field.domain.resident_columns import COLUMNS
from field.domain.text import N_
from field.gateways.sheet_writer import Download, Sheet, download

EMPTY_ROWS = 500  # already formatted as text
RULES = (
    N_("Isi lembar Data; satu baris untuk satu orang. Lembar lain hanya untuk dibaca."),
    N_("Jangan ubah format Teks pada kolom NIK, KK, RT, dan RW, supaya angkanya utuh."),
    N_("Berkas yang sama boleh dikirim lagi: yang sudah masuk tidak masuk dua kali."),
)


def template(form: str, say: Callable[[str], str], lists: str = "") -> Download:
    """Make the list, "xlsx" or "csv"; `say` turns its sentences into the reader's language."""
    columns = jempol_columns.COLUMNS if lists == "jempol" else COLUMNS
    name = "contoh-daftar-jempol" if lists == "jempol" else "contoh-daftar-warga"
    head = [column.name for column in columns]
    example = Sheet(say(N_("Contoh")), head, [[column.example for column in columns]])
    notes = [[column.name, say(column.note)] for column in columns]
    rules = [["", say(rule)] for rule in RULES]
    guide = Sheet(say(N_("Petunjuk")), [say(N_("kolom")), say(N_("cara mengisi"))], notes + rules)
    if form == "csv":
        return download(name, form, example)
    empty = Sheet("Data", head, [[""] * len(head)] * EMPTY_ROWS)
    return download(name, form, empty, example, guide)
