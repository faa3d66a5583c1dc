"""What a family types, page by page, read into answers; a fault names its field."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.jemput.answers import Answers, PersonAnswer
from field.domain.jemput.care import CareCard, read_hours
from field.domain.jemput.needs import AgeGroup, Aid
from field.domain.jemput.request import Channel
from field.domain.jemput.wishes import Hours
from field.domain.nik import Nik, drop_numbers
from field.domain.phone import parse_phone
from field.domain.rt_rw import read_columns
from field.domain.text import N_

Form = Mapping[str, str]


def _said(code: str, message: str, action: str) -> FaultKind:
    return FaultKind(f"ask.{code}", Nature.BAD_INPUT, message, action)


NO_NAME = _said(
    "no_name",
    N_("Nama belum diisi, atau lebih dari 80 huruf."),
    N_("Tulis nama seperti di KTP lama atau KK. Bila tidak ada, nama panggilan."),
)
NOT_CHOSEN = _said(
    "not_chosen",
    N_("Belum ada jawaban yang dipilih."),
    N_("Pilih satu jawaban yang paling mendekati."),
)
NO_STREET = _said(
    "no_street",
    N_("Jalan, gang, atau kampung belum diisi."),
    N_("Contoh: Gg. Mawar II No. 5, atau Kp. Muara dekat mushola."),
)
NO_KELURAHAN = _said(
    "no_kelurahan",
    N_("Kelurahan belum dipilih."),
    N_("Pilih kelurahan tempat orangnya tinggal sekarang."),
)
BAD_PHONE = _said(
    "bad_phone",
    N_("Nomor telepon ini tidak terbaca."),
    N_("Tulis seperti 0812-3456-7890, atau (0251) 8323351."),
)
NO_CONTACT = _said(
    "no_contact",
    N_("Belum ada nomor yang bisa dihubungi."),
    N_("Isi nomor keluarga. Tidak punya telepon? Isi nomor ketua RT atau kader."),
)
BAD_EMAIL = _said(
    "bad_email",
    N_("Alamat surel ini tidak terbaca."),
    N_("Tulis seperti nama@contoh.id, atau kosongkan."),
)
NO_CONSENT = _said(
    "no_consent",
    N_("Persetujuan belum dicentang."),
    N_("Baca keterangannya, lalu centang bila setuju. Tanpa itu kami tidak boleh menyimpan data."),
)
_LONGEST = {"name": 80, "street": 120, "landmark": 200, "asker": 80, "email": 120, "note": 300}
_RT_RW_LENGTH = 8


def read_person(form: Form, before: PersonAnswer | None) -> PersonAnswer:
    """Read the page "siapa"; an empty NIK keeps the one that was given before."""
    name = _text(form, "nama", "name")
    if not name:
        raise Fault(NO_NAME, field="nama")
    age = _choice(form, "umur", [one.value for one in AgeGroup])
    typed = form.get("nik", "").strip()
    try:
        nik = Nik.parse(typed).secret if typed else before.nik if before else ""
    except Fault as fault:
        raise Fault(fault.kind, **{**fault.values, "field": "nik"}) from None
    return replace(before or PersonAnswer(name, age), name=name, age=age, nik=nik)


def read_help(form: Form, person: PersonAnswer, area_code: str) -> PersonAnswer:
    """Read the page "bantuan": what he can do, who comes along, what a driver must know."""
    aid = _choice(form, "bantuan", [one.value for one in Aid if one is not Aid.UNKNOWN])
    companion = form.get("pendamping") == "ya"
    try:
        hours = read_hours(form.get("obat", "")[:100])
    except Fault as fault:
        raise Fault(fault.kind, **{**fault.values, "field": "obat"}) from None
    care = CareCard(
        medicine_hours=hours,
        toilet_stops=form.get("toilet") == "ya",
        hard_of_hearing=form.get("dengar") == "ya",
        note=_text(form, "catatan", "note"),
    )
    return replace(
        person,
        aid=aid,
        companion=companion,
        companion_name=_text(form, "pendamping_nama", "name") if companion else "",
        companion_phone=_phone(form, "pendamping_telepon", area_code) if companion else "",
        care=care,
    )


def read_address(form: Form, answers: Answers, kelurahan: Container[str]) -> Answers:
    """Read the page "alamat", the pin aside: that needs a map of the city."""
    street = _text(form, "jalan", "street")
    if not street:
        raise Fault(NO_STREET, field="jalan")
    if form.get("kelurahan", "") not in kelurahan:
        raise Fault(NO_KELURAHAN, field="kelurahan")
    try:
        found = read_columns(form.get("rt", "")[:_RT_RW_LENGTH], form.get("rw", "")[:_RT_RW_LENGTH])
    except Fault as fault:
        raise Fault(
            fault.kind, **{**fault.values, "field": str(fault.values["what"]).lower()}
        ) from None
    return replace(
        answers,
        street=street,
        rt=found.rt or "",
        rw=found.rw or "",
        kelurahan=form["kelurahan"],
        landmark=_text(form, "patokan", "landmark"),
    )


def read_when(form: Form, weekdays: Sequence[str], answers: Answers) -> Answers:
    """Read the page "waktu"; no day ticked means that each suits."""
    hours = _choice(form, "jam", [one.value for one in Hours])
    days = {int(day) for day in weekdays if day in ("0", "1", "2", "3", "4")}
    way_back = form.get("pulang", "siap") != "jam"
    return replace(
        answers, weekdays=tuple(sorted(days)), hours=hours, will_call=way_back, told_when=True
    )


def read_contact(form: Form, answers: Answers, channels: Container[str], area_code: str) -> Answers:
    """Read the page "kontak": who may be called, and who fills this in."""
    channel = form.get("pengisi", "")
    if channel not in channels:
        raise Fault(NOT_CHOSEN, field="pengisi")
    name = _text(form, "kontak", "name")
    if not name:
        raise Fault(NO_NAME, field="kontak")
    phone = _phone(form, "telepon", area_code)
    if not phone:
        raise Fault(NO_CONTACT, field="telepon")
    email = _text(form, "surel", "email")
    if email and ("@" not in email.strip("@") or " " in email):
        raise Fault(BAD_EMAIL, field="surel")
    asker = _text(form, "asal", "asker") if channel != Channel.PUBLIC else ""
    return replace(
        answers, contact_name=name, phone=phone, email=email, channel=channel, asker=asker
    )


def _text(form: Form, field: str, kind: str) -> str:
    """Read one line of what somebody typed; a long number in it (a NIK) goes no further."""
    text = drop_numbers(" ".join(form.get(field, "").split()))
    if len(text) > _LONGEST[kind] and kind == "name":
        raise Fault(NO_NAME, field=field)
    return text[: _LONGEST[kind]]


def _choice(form: Form, field: str, known: Container[str]) -> str:
    value = form.get(field, "")
    if value not in known:
        raise Fault(NOT_CHOSEN, field=field)
    return value


def _phone(form: Form, field: str, area_code: str) -> str:
    typed = form.get(field, "").strip()
    if not typed:
        return ""
    phone = parse_phone(typed[:60], area_code)
    if phone is None:
        raise Fault(BAD_PHONE, field=field)
    return phone.digits
