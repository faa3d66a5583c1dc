"""The columns of a list of requests as the city's JEMPOL-BAHAGIA exports them, and ours beside.

That application stores no street, point or telephone; an office may add those columns.
"""

from field.domain.headings import Column, Headings
from field.domain.text import N_

COLUMNS = (
    Column("no_pemohon", "001/2026", N_("Nomor permohonan, seperti di JEMPOL-BAHAGIA. Wajib."),
           ("nopemohon", "nomorpemohon", "nopermohonan", "nomorpermohonan"), required=True),
    Column("jenis_input", "kelurahan", N_("kelurahan atau non_kelurahan."), ("jenis",)),
    Column("tanggal_permohonan", "2026-11-20", N_("Contoh 2026-11-20 atau 20/11/2026."),
           ("tglpermohonan",)),
    Column("nik", "", N_("16 angka, sebagai teks; kosongkan bila tidak ada."),
           ("nonik", "nomornik", "nikpemohon")),
    Column("nama", "Warsih", N_("Nama orang yang akan direkam. Wajib."),
           ("namapemohon", "namalengkap"), required=True),
    Column("kecamatan", "Bogor Selatan", N_("Perlu bila dua kelurahan bernama sama."), ("kec",)),
    Column("kelurahan", "Bondongan", N_("Kelurahan rumahnya. Wajib."), ("kel", "desa"),
           required=True),
    Column("rt", "003", N_("1-3 angka."), ("rtrw", "nort")),
    Column("rw", "007", N_("1-3 angka."), ("norw",)),
    Column("status_pemohon", "lansia", N_("lansia, sakit, ODGJ, disabilitas, atau lainnya. Wajib."),
           ("statuspemohon", "kategoripemohon"), required=True),
    Column("keterangan", "", N_("Dibaca sopir atau tim perekam saja, pada harinya."), ("ket",)),
    Column("tanggal_pelaksanaan", "", N_("Bila sudah dijanjikan."), ("tglpelaksanaan",)),
    Column("lokasi_perekaman", "Gg. Mawar II No. 5", N_("Tempat orangnya berada."),
           ("lokasi", "tempatperekaman")),
    Column("status_progress", "proses", N_("proses atau selesai; yang selesai dilewati."),
           ("progress", "statusprogres")),
    Column("alamat", "", N_("Bila ada: jalan dan nomor rumah."), ("alamatlengkap", "jalan")),
    Column("patokan", "", N_("Yang mudah dilihat di dekat rumah."), ("ancerancer",)),
    Column("telepon", "", N_("Nomor HP atau WhatsApp keluarga."),
           ("telp", "hp", "nohp", "notelp", "notelepon", "wa", "nowa", "whatsapp")),
    Column("koordinat", "", N_("Angka, tautan Google Maps, atau plus code."),
           ("titik", "latlong", "gps", "sharelok")),
)  # fmt: skip
HEADINGS = Headings(COLUMNS)
