"""The columns of a list of residents, and the headings that offices give them."""

from field.domain.headings import Column, Headings
from field.domain.text import N_

COLUMNS = (
    Column("nik", "3271014508670001", N_("16 angka, sebagai teks. Wajib."),
           ("nonik", "nomornik", "nomorindukkependudukan", "noktp", "niknoktp"), required=True),
    Column("nama", "Siti Rohmah", N_("Nama penerima seperti di kartu. Wajib."),
           ("namalengkap", "namawarga", "namapemohon", "namapenerima"), required=True),
    Column("tanggal_lahir", "1967-08-05", N_("Contoh 1967-08-05 atau 05/08/1967."),
           ("tgllahir", "lahir", "tanggallahirtgl")),
    Column("no_kk", "3271010101100002", N_("16 angka; kartu satu KK diantar bersama."),
           ("kk", "nokk", "nomorkk", "nokartukeluarga", "nomorkartukeluarga")),
    Column("alamat", "Gg. Mawar II No. 5", N_("Jalan, gang, atau kampung, dan nomor rumah. Wajib."),
           ("alamatlengkap", "alamatrumah", "alamatktp", "jalan"), required=True),
    Column("rt", "003", N_("1-3 angka; boleh kosong bila sudah ada di alamat."),
           ("rtrw", "nort")),
    Column("rw", "007", N_("1-3 angka; boleh kosong bila sudah ada di alamat."), ("norw",)),
    Column("kelurahan", "Bondongan", N_("Boleh kosong bila sudah ada di alamat."),
           ("kel", "desa", "kelurahandesa", "desakelurahan", "keldesa")),
    Column("kecamatan", "Bogor Selatan", N_("Perlu bila dua kelurahan bernama sama."), ("kec",)),
    Column("patokan", "sebelah mushola", N_("Yang mudah dilihat di dekat rumah."),
           ("ancerancer", "petunjuk", "keterangan")),
    Column("telepon", "0812-0000-0001", N_("Nomor HP atau WhatsApp keluarga."),
           ("telp", "tlp", "hp", "nohp", "notelp", "notelepon", "nomorhp", "nomortelepon", "wa",
            "nowa", "whatsapp", "nowhatsapp", "handphone")),
    Column("koordinat", "-6.614916, 106.806204", N_("Angka, tautan Google Maps, atau plus code."),
           ("lokasi", "titik", "latlong", "latlon", "gps", "sharelok", "shareloc", "linkmaps",
            "googlemaps", "pluscode")),
    Column("tanggal_cetak", "2026-11-20", N_("Hari kartu dicetak, contoh 2026-11-20."),
           ("tglcetak", "cetak", "tanggalcetakktp")),
    Column("tanggal_siap_cetak", "",
           N_("Untuk daftar siap cetak: hari datanya siap (PRR). Kosong: hari berkas dikirim."),
           ("tglsiapcetak", "siapcetak", "tanggalprr", "tglprr", "prr")),
    Column("mendesak", "tidak", N_("ya atau tidak."), ("urgen", "urgent", "prioritas", "segera")),
)  # fmt: skip

HEADINGS = Headings(COLUMNS)
