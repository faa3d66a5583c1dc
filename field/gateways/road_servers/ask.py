"""A question to a server on the net: bounded in time and size, asked again once, never trusted."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

_TRIES = 2
_CHUNK = 64 * 1024
_MOST_BYTES = 32 * 2**20
_REST_S = 60.0
_log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """The server did not answer, not in time, or not with what was asked for."""


class _Stay(HTTPRedirectHandler):
    """No other host is asked, whatever the server says."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Line:
    """One server. After two failures in a row it is left alone for a minute."""

    url: str
    seconds: float = 10.0
    clock: Callable[[], float] = monotonic
    _rests_until: float = 0.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{self.url!r} is not the address of a server (http://...).")
        self.url = self.url.rstrip("/")
        self._opener = build_opener(_Stay)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or self.url

    def ask(self, path: str, body: object = None) -> Any:  # noqa: ANN401 - JSON, judged by the asker
        """Return the JSON that comes back.

        Raises:
            NoAnswer: there is none that can be read.
        """
        if self.clock() < self._rests_until:
            raise NoAnswer("resting")
        why: Exception = NoAnswer()
        for _ in range(_TRIES):
            try:
                return self._once(path, body)
            except HTTPError as refused:
                refused.close()  # it holds the line open
                why = refused
                if refused.code < 500 and refused.code != 429:
                    break  # asked again it would say the same
            except (OSError, HTTPException, ValueError) as broken:
                why = broken
        self._rests_until = self.clock() + _REST_S
        _log.warning("%s did not answer: %s", self.host, type(why).__name__)
        raise NoAnswer(self.host) from why

    def _once(self, path: str, body: object) -> Any:  # noqa: ANN401 - as above
        data = None if body is None else json.dumps(body).encode()
        headers = {"User-Agent": "antarjemput", "Content-Type": "application/json"}
        request = Request(self.url + path, data, headers)  # noqa: S310 - http(s) only, see above
        until = self.clock() + self.seconds
        with self._opener.open(request, timeout=self.seconds) as answer:
            found = bytearray()
            while chunk := answer.read1(_CHUNK):
                found += chunk
                if len(found) > _MOST_BYTES:
                    raise ValueError("The answer is too long.")
                if self.clock() > until:
                    raise TimeoutError("The answer trickles in too slowly.")
        return json.loads(found)
