"""What a resident reads or hears the day before: it asks for nothing and can be checked."""

from datetime import date
from urllib.parse import quote

from flask_babel import force_locale, gettext

from field.domain.settings import Settings
from field.services.tomorrow import Resident
from web.language import LANGUAGES, jam, tanggal


def message(one: Resident, day: date, office: Settings, language: str) -> str:
    """Return the WhatsApp text in the language of the resident, not of the office's screen."""
    with force_locale(language if language in LANGUAGES else "id"):
        parts = [
            gettext(
                "Selamat siang, Bapak/Ibu %(names)s. Kami dari %(office)s.",
                names=names_of(one),
                office=office.office_name,
            ),
            gettext(
                "%(day)s, sekitar pukul %(window)s WIB, petugas kami (%(courier)s) mengantar"
                " KTP-el Bapak/Ibu ke rumah.",
                day=tanggal(day),
                window=window_of(one),
                courier=one.courier,
            ),
            gettext(
                "Kode di amplop: %(codes)s. Petugas yang benar membawa amplop dengan kode itu.",
                codes=", ".join(one.codes),
            ),
            gettext(
                "Layanan ini gratis. Kami tidak meminta uang, NIK, foto, atau kode OTP;"
                " pesan ini tidak perlu dibalas."
            ),
        ]
        if office.hotline:
            parts.append(gettext("Ragu? Hubungi kantor: %(hotline)s.", hotline=office.hotline))
        return "\n\n".join(str(part) for part in parts)


def whatsapp_link(one: Resident, day: date, office: Settings, language: str) -> str | None:
    """Return the click-to-chat address with the text in it; None without a mobile number."""
    chat = one.phone.whatsapp if one.phone else None
    return f"{chat}?text={quote(message(one, day, office, language))}" if chat else None


def window_of(one: Resident) -> str:
    """Return from and until, in the city's time."""
    return f"{jam(one.window.begins)}\u2013{jam(one.window.ends)}"


def names_of(one: Resident) -> str:
    return str(gettext(" dan ")).join(one.names) if len(one.names) < 3 else ", ".join(one.names)
