"""Fetches the map of a city from an Overpass server into a file, whole or not at all."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from field.domain.fault import Fault
from field.domain.roads import CUT_SHORT, NO_MAP_SERVER, TOO_LARGE
from field.gateways.roads.importing import city_area

AGENT = "antarjemput (Disdukcapil delivery planning)"
_CHUNK = 256 * 1024
_END = 4096  # the last bytes, in which an answer says that it is whole

# Roads with what stands on them and bans on turning, and all that addresses are found by.
_QUESTION = """[out:xml][timeout:{seconds}][maxsize:{most}][bbox:{box}];
(
  way["highway"];
  node["barrier"];
  relation["type"="restriction"];
  nwr["name"]["place"];
  nwr["name"]["amenity"];
  nwr["name"]["shop"];
  nwr["name"]["office"];
  nwr["name"]["landuse"];
  nwr["name"]["tourism"];
  nwr["name"]["leisure"];
  nwr["name"]["building"];
  nwr["name"]["railway"];
  nwr["addr:housenumber"];
);
(._;>;);
out body;
"""


@dataclass(frozen=True)
class Overpass:
    """One server, and how much of its time and of our disk a map may cost."""

    url: str
    most_bytes: int = 500 * 2**20
    seconds: float = 900.0
    clock: Callable[[], float] = monotonic

    def fetch(self, city: str, folder: Path, told: Callable[[int], None]) -> Path:
        """Write the city's map into the folder; `told` hears how many bytes there are so far.

        Raises:
            Fault: the server gave no map, too large a one, or not the whole of it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{city}.osm"
        draft = folder / f"{city}.{secrets.token_hex(4)}.part"
        try:
            self._write(self._question(city), draft, told)
            draft.replace(path)
        except HTTPError as refused:
            refused.close()  # it holds the line open
            raise Fault(NO_MAP_SERVER, host=self._host, why=refused.code) from refused
        except (OSError, HTTPException) as broken:
            raise Fault(NO_MAP_SERVER, host=self._host, why=type(broken).__name__) from broken
        finally:
            draft.unlink(missing_ok=True)
        return path

    def _question(self, city: str) -> bytes:
        area = city_area(city)
        box = f"{area.south:.5f},{area.west:.5f},{area.north:.5f},{area.east:.5f}"
        asked = _QUESTION.format(seconds=int(self.seconds), most=self.most_bytes, box=box)
        return urlencode({"data": asked}).encode()

    def _write(self, question: bytes, draft: Path, told: Callable[[int], None]) -> None:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise Fault(NO_MAP_SERVER, host=self.url, why="http")
        request = Request(self.url, question, {"User-Agent": AGENT})  # noqa: S310 - http(s), see above
        until, size, end = self.clock() + self.seconds, 0, b""
        with urlopen(request, timeout=60) as answer, draft.open("wb") as file:  # noqa: S310 - as above
            while chunk := answer.read1(_CHUNK):
                file.write(chunk)
                size, end = size + len(chunk), (end + chunk)[-_END:]
                told(size)
                if size > self.most_bytes:
                    raise Fault(TOO_LARGE, host=self._host, most=self.most_bytes // 2**20)
                if self.clock() > until:
                    raise TimeoutError
        # A question that costs too much ends with a remark in the middle of a well-formed file.
        if not end.rstrip().endswith(b"</osm>") or b"<remark>" in end:
            raise Fault(CUT_SHORT, host=self._host)

    @property
    def _host(self) -> str:
        return urlsplit(self.url).hostname or self.url
