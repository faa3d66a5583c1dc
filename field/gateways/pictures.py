"""Pictures from phones: opened with care, written anew without what cameras add."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

MAX_BYTES = 4 * 2**20
MAX_PIXELS = 25_000_000
SHOWN_SIDE = 1600

NOT_A_PICTURE = FaultKind(
    "photo.not_an_image",
    Nature.BAD_INPUT,
    N_("Berkas ini bukan foto JPEG atau PNG yang utuh."),
    N_("Ambil foto sekali lagi."),
)
TOO_MANY_PIXELS = FaultKind(
    "photo.too_many_pixels",
    Nature.TOO_LARGE,
    N_("Foto ini terlalu besar: paling banyak 25 juta titik."),
    N_("Kecilkan ukuran foto pada kamera, lalu ambil sekali lagi."),
)


@dataclass(frozen=True)
class Picture:
    """A picture as we keep it."""

    body: bytes
    media_type: str


def rewrite(body: bytes) -> Picture:
    """Decode a JPEG or PNG and write it anew: upright, no EXIF, no place, no camera."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(body), formats=["JPEG", "PNG"]) as it:
            warnings.simplefilter("ignore")
            if it.width * it.height > MAX_PIXELS:
                raise Fault(TOO_MANY_PIXELS)
            kind = it.format or "JPEG"
            return _written(ImageOps.exif_transpose(it), kind)
    except Image.DecompressionBombError:
        raise Fault(TOO_MANY_PIXELS) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise Fault(NOT_A_PICTURE) from None


def _written(image: Image.Image, kind: str) -> Picture:
    image.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    out = io.BytesIO()
    if kind == "PNG":  # a signature: lines on nothing
        clean = image.convert("RGBA")
        clean.info.clear()
        clean.save(out, "PNG", optimize=True)
        return Picture(out.getvalue(), "image/png")
    clean = image.convert("RGB")
    clean.info.clear()
    clean.save(out, "JPEG", quality=80)
    return Picture(out.getvalue(), "image/jpeg")
