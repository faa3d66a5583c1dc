"""Lists as JEMPOL-BAHAGIA exports them; rows are good by default."""

import csv
import io
from collections.abc import Sequence

HEAD = (
    "jenis_input", "no_pemohon", "tanggal_permohonan", "nik", "nama", "kecamatan", "kelurahan",
    "rt", "rw", "status_pemohon", "keterangan", "tanggal_pelaksanaan", "lokasi_perekaman",
    "foto_1", "foto_2", "status_progress", "telepon",
)  # fmt: skip
GOOD = {
    "jenis_input": "kelurahan",
    "no_pemohon": "001/2026",
    "tanggal_permohonan": "2026-11-20",
    "nama": "Warsih",
    "kecamatan": "Bogor Selatan",
    "kelurahan": "Bondongan",
    "rt": "003",
    "rw": "007",
    "status_pemohon": "lansia",
    "lokasi_perekaman": "Gg. Mawar II No. 5",
    "status_progress": "proses",
}


def row(**cells: str) -> dict[str, str]:
    return {**GOOD, **cells}


def csv_file(rows: Sequence[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEAD)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
