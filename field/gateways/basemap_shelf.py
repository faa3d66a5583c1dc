"""The map to draw of one installation: one file in `instance/`, swapped in whole."""

import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from field.domain.basemap import BUSY, Basemap
from field.domain.fault import Fault
from field.gateways.basemap.build import ATTRIBUTION, Drawn, Say, draw


class BasemapShelf:
    """Every process reads the same file; a new one is taken up at the next question."""

    def __init__(self, city: str, folder: Path) -> None:
        self._city, self._folder = city, folder
        self.path = folder / f"{city}.pmtiles"
        self._lock = Lock()
        self._mark: tuple[int, int] | None = None
        self._about: Basemap | None = None

    def in_use(self) -> Basemap | None:
        """Return what is known of the map; None when none was built."""
        with self._lock:
            try:
                found = self.path.stat()
            except FileNotFoundError:
                return None
            mark = found.st_ino, found.st_ctime_ns
            if mark != self._mark:
                self._about, self._mark = _about(self.path), mark
            return self._about

    def build(self, extract: Path, say: Say) -> Drawn:
        """Draw an extract and put it in the place of the map before; refused, nothing changes."""
        with self._alone():
            draft = self._folder / f"{self._city}.{secrets.token_hex(4)}.part.pmtiles"
            try:
                drawn = draw(extract, self._city, draft, say)
                # The day of the extract is the file's own: one file cannot disagree with itself.
                day = datetime.fromisoformat(f"{drawn.date}T12:00:00+00:00").timestamp()
                os.utime(draft, (day, day))
                with draft.open("rb") as file:
                    os.fsync(file.fileno())
                draft.replace(self.path)
            finally:
                for left in self._folder.glob(f"{draft.name}*"):
                    left.unlink()
        return drawn

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time; the lock falls with the process that holds it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / f"{self._city}.lock").open("w") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Fault(BUSY) from None
            yield


def _about(path: Path) -> Basemap:
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    day = datetime.fromtimestamp(found.st_mtime, UTC).date().isoformat()
    return Basemap(sha256, found.st_size, day, ATTRIBUTION)
