"""Photos from phones: what is taken in, what is refused, what is left out."""

import hashlib
import io
import struct
import zlib

import pytest
from PIL import Image

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.photos import photo, put_blob
from field.services.recording import Sender, take_events
from tests import builders
from tests.fakes import StillClock
from tests.phones import Phone, picture


def sha(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def refusal(sha256: str, body: bytes, by: int, doors: Doors) -> str:
    with pytest.raises(Fault) as refused:
        put_blob(sha256, body, by, doors)
    assert not doors.files.has(f"photos/{sha256[:2]}/{sha256}")
    return refused.value.code


@pytest.fixture
def by(people: dict[str, Person]) -> int:
    return people["budi"].id


def png_that_claims(width: int, height: int) -> bytes:
    """Return a tiny PNG whose head speaks of a huge picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_what_is_no_picture_is_refused(doors: Doors, by: int) -> None:
    body = b"%PDF-1.7 bukan foto"
    assert refusal(sha(body), body, by, doors) == "photo.not_an_image"


def test_a_picture_cut_off_on_the_way_is_refused(doors: Doors, by: int) -> None:
    body = picture((400, 300))[1][:500]
    assert refusal(sha(body), body, by, doors) == "photo.not_an_image"


def test_another_kind_of_picture_is_refused(doors: Doors, by: int) -> None:
    sha256, body = picture(kind="GIF")
    assert refusal(sha256, body, by, doors) == "photo.not_an_image"


def test_a_wrong_name_is_refused(doors: Doors, by: int) -> None:
    assert refusal("ab" * 32, picture()[1], by, doors) == "photo.wrong_hash"


def test_a_body_too_large_is_refused(doors: Doors, by: int) -> None:
    body = b"\xff" * (4 * 2**20 + 1)
    assert refusal(sha(body), body, by, doors) == "body_too_large"


@pytest.mark.parametrize("side", [6_000, 60_000])
def test_a_picture_that_unfolds_without_end_is_refused(doors: Doors, by: int, side: int) -> None:
    body = png_that_claims(side, side)
    assert refusal(sha(body), body, by, doors) == "photo.too_many_pixels"


def test_where_and_with_what_a_photo_was_taken_is_left_out(
    doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    exif[0x0112] = 6  # lies on its side
    out = io.BytesIO()
    Image.new("RGB", (60, 20)).save(out, "JPEG", exif=exif)
    body = out.getvalue()
    _show_at_a_stop(sha(body), doors, people, clock)
    put_blob(sha(body), body, people["budi"].id, doors)

    kept = photo(sha(body), None, doors)

    assert b"Rahasia" not in kept.body
    assert Image.open(io.BytesIO(kept.body)).size == (20, 60)
    on_disk = doors.files.read(f"photos/{sha(body)[:2]}/{sha(body)}")
    assert not on_disk.startswith(b"\xff\xd8")  # sealed


def test_a_photo_is_seen_only_where_its_stop_is(
    doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    sha256, body = picture()
    put_blob(sha256, body, people["budi"].id, doors)
    with pytest.raises(Fault):
        photo(sha256, None, doors)  # belongs to no stop yet
    _show_at_a_stop(sha256, doors, people, clock)
    assert photo(sha256, "32.71.01", doors).media_type == "image/jpeg"
    with pytest.raises(Fault):
        photo(sha256, "32.71.02", doors)


def _show_at_a_stop(
    sha256: str, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors)
    visit = builders.visits_of(builders.publish(doors, courier, [home]))[home]
    phone = Phone(clock)
    event = phone.delivered(visit, builders.cards_of(home)) | {"photos": [sha256]}
    take_events(phone.batch(event), Sender(people["budi"].id), doors)
