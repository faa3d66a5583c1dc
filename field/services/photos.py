"""Photos and signatures: taken in once under their own hash, shown to who may see them."""

import hashlib
import hmac

from field.domain.fault import BODY_TOO_LARGE, NOT_FOUND, Fault, FaultKind, Nature
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.pictures import MAX_BYTES, Picture, rewrite
from field.store import audit
from field.store.db import session, transaction
from field.store.events import insert_once
from field.store.photos import is_seen_in
from field.store.tables import Blob

WRONG_HASH = FaultKind(
    "photo.wrong_hash",
    Nature.BAD_INPUT,
    N_("Foto rusak di jalan: isinya tidak cocok dengan namanya."),
    N_("Foto ini akan dikirim ulang oleh HP."),
)


def put_blob(sha256: str, body: bytes, by: int, doors: Doors) -> None:
    """Keep a picture; the same one again changes nothing."""
    if len(body) > MAX_BYTES:
        raise Fault(BODY_TOO_LARGE, limit=MAX_BYTES // 2**20)
    if not sha256.isascii() or not hmac.compare_digest(hashlib.sha256(body).hexdigest(), sha256):
        raise Fault(WRONG_HASH)
    if session().get(Blob, sha256) and doors.files.has(_name(sha256)):
        return
    picture = rewrite(body)
    doors.files.write_sealed(_name(sha256), picture.body)  # first the file, then who knows of it
    now = doors.clock.now()
    with transaction() as live:
        is_new = insert_once(
            live,
            Blob,
            "sha256",
            sha256=sha256,
            size=len(picture.body),
            media_type=picture.media_type,
            user_id=by,
            received_at=now,
        )
        if is_new:
            audit.record(live, "photo.take", at=now, by=by, size=len(picture.body))


def photo(sha256: str, kecamatan: str | None, doors: Doors) -> Picture:
    """Return a picture of a stop in this kecamatan (None: the whole city)."""
    blob = session().get(Blob, sha256)
    if blob is None or not is_seen_in(sha256, kecamatan) or not doors.files.has(_name(sha256)):
        raise Fault(NOT_FOUND, what=N_("Foto"))
    return Picture(doors.files.read_sealed(_name(sha256)), blob.media_type)


def _name(sha256: str) -> str:
    return f"photos/{sha256[:2]}/{sha256}"
