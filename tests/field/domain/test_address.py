"""Messy addresses become parts, and the canonical line becomes itself."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain import address as notes
from field.domain.address import Address
from field.domain.address_columns import Columns, complete
from field.domain.address_parser import parse_address
from field.domain.fault import Fault
from field.domain.region_names import RegionName, RegionNames
from field.gateways.regions import region_names

NAMES: RegionNames = region_names("32.71")


def parse(text: str) -> Address:
    return parse_address(text, NAMES)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "Jl.Pangeran Sogiri No.374 RT.004 RW.002 Kel.Tanah Baru Kec.bogor Utara Kota Bogor",
            "Jl. Pangeran Sogiri No. 374, RT 004/RW 002, Kel. Tanah Baru, Kec. Bogor Utara",
        ),
        ("Kp. Hegar Sari RT. 03 / 01", "Kp. Hegar Sari, RT 003/RW 001"),
        (
            "jl mawar no 5 rt05/rw4 batutulis bogor sel.",
            "Jl. Mawar No. 5, RT 005/RW 004, Kel. Batu Tulis, Kec. Bogor Selatan",
        ),
        (
            "GG. H. ABDUL NO.17A RT 1/1 KEL TEGALEGA",
            "Gg. H. Abdul No. 17A, RT 001/RW 001, Kel. Tegallega, Kec. Bogor Tengah",
        ),
        ("l. Raya Cipaku No.03 Bogor", "Jl. Raya Cipaku No. 3"),
        ("Jalan Gang Aut No : 18", "Jl. Gg. Aut No. 18"),
        ("Jln. Raya dramaga Km 7", "Jl. Raya dramaga Km 7"),
        ("Jl. Mawar 12 RT 03/07", "Jl. Mawar No. 12, RT 003/RW 007"),
        ("Jl. Sukasari 1 no 7", "Jl. Sukasari 1 No. 7"),
        ("Gg. Mawar 2 RW 07 RT 03", "Gg. Mawar 2, RT 003/RW 007"),
        (
            "Jl. Pahlawan No. 108/68 A Empang",
            "Jl. Pahlawan No. 108/68A, Kel. Empang, Kec. Bogor Selatan",
        ),
        (
            "Boulevard No. 1 Villa Bogor Indah Blok CC Bogor",
            "Boulevard No. 1, Villa Bogor Indah Blok CC",
        ),
        (
            "Perumahan Griya Indah blok C3/12 RT/RW 003/007 Kel: Kencana",
            "Perum Griya Indah Blok C3 No. 12, RT 003/RW 007, Kel. Kencana, Kec. Tanah Sareal",
        ),
        ("Jl. Ramin No.11 Perum Budi Agung", "Jl. Ramin No. 11, Perum Budi Agung"),
        (
            "Kp Muara, 003/007, Kelurahan Tanah Sereal, Kecamatan Tanah Sereal 16161",
            "Kp. Muara, RT 003/RW 007, Kel. Tanah Sareal, Kec. Tanah Sareal",
        ),
        ("Jl. Melati, Tanah Sareal", "Jl. Melati, Kec. Tanah Sareal"),
        ("Jl. Raya Bogor", "Jl. Raya Bogor"),
        ("Perum Bantarjati No 3", "Perum Bantarjati No. 3"),
        ("Jl. Mawar RT 000/000", "Jl. Mawar"),
        (
            "Jl. Ciremai Ujung 12 Empang",
            "Jl. Ciremai Ujung No. 12, Kel. Empang, Kec. Bogor Selatan",
        ),
        ("Jl. Babakan Pasar Gg. 3 RT 1/2", "Jl. Babakan Pasar Gg. 3, RT 001/RW 002"),
        ("Perum Indah Blok D 4 No 12 RT 2/10", "Perum Indah Blok D4 No. 12, RT 002/RW 010"),
        (
            "Taman Yasmin Sektor 7 Jl. Pinang Perak IV No. 33",
            "Jl. Pinang Perak IV No. 33, Taman Yasmin Sektor 7",
        ),
        (
            "Kebon Kalapa gang mesjid rt 2/3 no.7",
            "Gg. Mesjid No. 7, RT 002/RW 003, Kel. Kebon Kalapa, Kec. Bogor Tengah",
        ),
        ("Gg.Makam Kec.Bogor Tengah-Bogor", "Gg. Makam, Kec. Bogor Tengah"),
        (
            "no. 5 rt 3 rw 7 jl mawar kel empang",
            "Jl. Mawar No. 5, RT 003/RW 007, Kel. Empang, Kec. Bogor Selatan",
        ),
    ],
)
def test_what_people_write(written: str, line: str) -> None:
    assert parse(written).line == line


@pytest.mark.parametrize(
    ("written", "landmark", "street"),
    [
        ("Gg. Mawar RT 3/7 dekat mushola Al-Ikhlas", "dekat mushola Al-Ikhlas", "Gg. Mawar"),
        ("Gg. Mawar (sebelah warung Bu Tini) No 4", "sebelah warung Bu Tini", "Gg. Mawar"),
        ("Jl. Melati No 4, patokan: pos ronda RT 05", "pos ronda RT 05", "Jl. Melati"),
        ("Jl. Belakang Pasar No 4", None, "Jl. Belakang Pasar"),
    ],
)
def test_landmarks_are_kept_apart(written: str, landmark: str | None, street: str) -> None:
    found = parse(written)
    assert found.landmark == landmark
    assert found.street == street


def test_notes_say_what_is_missing_or_odd() -> None:
    assert parse("Gg. Mawar").notes == (notes.NO_KELURAHAN, notes.NO_RT_RW, notes.NO_NUMBER)
    assert notes.UNCLEAR_KELURAHAN in parse("Jl. A No. 1 Kel. Antahberantah, Bogor Utara").notes
    assert notes.UNCLEAR_KECAMATAN in parse("Jl. A No. 1 Kel. Empang Kec. Cibinong").notes
    clash = parse("Jl. A No. 1 RT 1/2 Kel. Bondongan Kec. Bogor Utara")
    assert clash.notes == (notes.OTHER_KECAMATAN,)
    assert clash.kecamatan == "Bogor Utara"  # shown as written, not mended


def test_where_two_kelurahan_share_a_name_the_kecamatan_decides() -> None:
    twins = [RegionName("1", "Sukasari", "Timur"), RegionName("2", "Sukasari", "Barat")]
    parts = [RegionName("3", "Timur", "Timur"), RegionName("4", "Barat", "Barat")]
    names = RegionNames.build(twins, parts, around=())
    assert parse_address("Gg. A, Kel. Sukasari, Kec. Barat", names).kelurahan == "Sukasari"
    assert names.find_kelurahan("Sukasari", "Barat") == twins[1]
    assert parse_address("Gg. A, Kel. Sukasari", names).kelurahan is None


def test_columns_win_and_disagreement_is_noted() -> None:
    written = parse("Jl. A No. 1 RT 1/2 Kel. Empang")
    joined = complete(written, Columns(rt="5", rw="002", kelurahan="BONDONGAN"), NAMES)
    assert (joined.rt, joined.rw, joined.kelurahan) == ("005", "002", "Bondongan")
    assert joined.kecamatan == "Bogor Selatan"
    assert set(joined.notes) == {notes.OTHER_RT_RW, notes.OTHER_KELURAHAN}


def test_columns_fill_what_the_text_lacks() -> None:
    joined = complete(
        parse("Gg. Mawar No 3"), Columns(rt="03/07", kelurahan="Tegalega", landmark="pos"), NAMES
    )
    assert joined.line == "Gg. Mawar No. 3, RT 003/RW 007, Kel. Tegallega, Kec. Bogor Tengah"
    assert joined.landmark == "pos"
    assert joined.notes == ()


@pytest.mark.parametrize(
    ("written", "street"),
    [
        ("Jl. Kenari Empang Kec. Bogor Selatan", "Jl. Kenari"),
        ("Jl. Raya Empang", "Jl. Raya Empang"),
        ("Jl. Empang", "Jl. Empang"),
        ("Jl. Kenari Bondongan", "Jl. Kenari Bondongan"),
    ],
)
def test_the_columns_kelurahan_is_cut_off_a_street_but_never_a_streets_own_name(
    written: str, street: str
) -> None:
    assert complete(parse(written), Columns(kelurahan="Empang"), NAMES).street == street


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        (Columns(), "address.no_kelurahan"),
        (Columns(kelurahan="Bondngan Jaya"), "address.unknown_kelurahan"),
        (Columns(kelurahan="Empang", kecamatan="Cibinong"), "address.unknown_kecamatan"),
        (Columns(kelurahan="Empang", rt="tiga"), "address.bad_rt_rw"),
        (Columns(kelurahan="Empang", rw="1234"), "address.bad_rt_rw"),
    ],
)
def test_columns_that_cannot_be_right_are_refused(columns: Columns, code: str) -> None:
    with pytest.raises(Fault) as refused:
        complete(parse("Gg. Mawar No 3"), columns, NAMES)
    assert refused.value.code == code


def test_a_misspelt_kelurahan_is_answered_with_its_likeness() -> None:
    with pytest.raises(Fault) as refused:
        complete(parse("Gg. Mawar"), Columns(kelurahan="Bondngan"), NAMES)
    assert "Bondongan" in refused.value.action


words = st.sampled_from(
    ["Mawar", "Melati", "Cempaka", "Anggrek", "Pahlawan", "Kenari", "Sawo", "Jambu", "Manggis"]
)
plain_addresses = st.builds(
    lambda prefix, name, number, block, rt, rw, place: Address(
        street=f"{prefix} {name}",
        number=number,
        block=block,
        rt=rt,
        rw=rw,
        kelurahan=place.name,
        kecamatan=place.kecamatan,
    ),
    prefix=st.sampled_from(["Jl.", "Gg.", "Kp.", "Jl. Raya", "Jl. H."]),
    name=st.lists(words, min_size=1, max_size=3).map(" ".join),
    number=st.none() | st.from_regex(r"[1-9][0-9]{0,2}[A-D]?(/[1-9][0-9]?)?", fullmatch=True),
    block=st.none() | st.sampled_from(["Perum Budi Agung", "Villa Indah Blok CC", "Blok A3"]),
    rt=st.none() | st.integers(1, 999).map("{:03}".format),
    rw=st.none() | st.integers(1, 999).map("{:03}".format),
    place=st.sampled_from([places[0] for places in NAMES.kelurahan.values()]),
)


@given(plain_addresses)
def test_a_canonical_line_parses_to_itself(made: Address) -> None:
    found = parse(made.line)
    for part in ("street", "number", "block", "rt", "rw", "kelurahan", "kecamatan"):
        assert getattr(found, part) == getattr(made, part), made.line
    assert found.key == made.key


@given(plain_addresses, st.sampled_from([str.upper, str.lower]))
def test_case_does_not_change_the_place(made: Address, recase: Callable[[str], str]) -> None:
    assert parse(recase(made.line)).key == made.key


@given(plain_addresses.filter(lambda made: made.number))
def test_a_line_without_points_and_commas_is_the_same_place(made: Address) -> None:
    assert parse(re.sub(r"[.,]", " ", made.line)).key == made.key


SCRAPS = (
    "Jl. jln Gg no No. RT Rt05/04 RW 003 / , ( ) Kel. kec Bogor Tanah Sareal "
    "blok C3 dekat 12 16161 - kelurahan perum patokan:"
)
scraps = st.lists(st.sampled_from(SCRAPS.split())).map(" ".join)


@given(st.text() | scraps)
def test_no_text_breaks_the_parser(text: str) -> None:
    found = parse(text)
    assert found.raw == text
    for code in (found.rt, found.rw):
        assert code is None or re.fullmatch("[0-9]{3}", code)
    assert found.kelurahan is None or NAMES.find_kelurahan(found.kelurahan, found.kecamatan)
    parse(found.line)  # nor does what it made of it
