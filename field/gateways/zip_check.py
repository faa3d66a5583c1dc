"""Is a zip safe to open: few parts, sane sizes, no bomb, no password."""

import io
import zipfile

MAX_PARTS = 2_000
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 200  # a real sheet of text packs about 10 to 40 times
SMALL_PART = 2**20  # a little XML of spaces packs well and harms nobody


class UnsafeZip(ValueError):
    """The archive is broken, or would swell beyond reason."""


def check_zip(body: bytes) -> frozenset[str]:
    """Return the names of the parts.

    Raises:
        UnsafeZip: it must not be opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
        raise UnsafeZip("broken") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnsafeZip("too large")
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnsafeZip("encrypted")
    if any(_swells(part) for part in parts):
        raise UnsafeZip("bomb")
    return frozenset(part.filename for part in parts)


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL_PART and part.file_size > MAX_RATIO * max(part.compress_size, 1)
