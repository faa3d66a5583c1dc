"""A map server on this machine that answers what it is told to, and remembers what was asked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class MapServer:
    """What it answers with: a document, or text that is none; and with which status."""

    answer: object
    status: int = 200
    asked: list[str] = field(default_factory=list)
    url: str = ""


@contextmanager
def map_server(answer: object, status: int = 200) -> Iterator[MapServer]:
    told = MapServer(answer, status)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            body = told.answer if isinstance(told.answer, str) else json.dumps(told.answer)
            self.send_response(told.status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield told
        server.shutdown()
        thread.join()
