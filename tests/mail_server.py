"""A mail server on this machine that speaks SMTP as told, and keeps what it was sent."""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class MailServer:
    """How it behaves; `refuse` is an answer to one command, as `RCPT` -> `550 unknown`."""

    refuse: dict[str, str] = field(default_factory=dict)
    silent: bool = False  # takes the call and says nothing
    certificate: Path | None = None  # its key in the same file; with it, it offers STARTTLS
    port: int = 0
    said: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    encrypted: bool = False


class _Talk(socketserver.StreamRequestHandler):
    told: MailServer
    over: threading.Event

    def handle(self) -> None:
        if self.told.silent:
            self.over.wait()
            return
        self._answer("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ")[0].split(":")[0].upper()
            self.told.said.append(line)
            if verb in self.told.refuse:
                self._answer(self.told.refuse[verb])
            elif verb == "QUIT":
                self._answer("221 bye")
                return
            else:
                self._do(verb)

    def _do(self, verb: str) -> None:
        if verb == "EHLO":
            offers = ["STARTTLS"] if self.told.certificate and not self.told.encrypted else []
            offers += ["AUTH PLAIN"] if self.told.encrypted else []
            for place, word in enumerate(["here", *offers]):
                self._answer(f"250{' ' if place == len(offers) else '-'}{word}")
        elif verb == "STARTTLS":
            self._answer("220 go")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(str(self.told.certificate))
            self.connection = context.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb", self.rbufsize)
            self.wfile = self.connection.makefile("wb", 0)
            self.told.encrypted = True
        elif verb == "AUTH":
            self._answer("235 welcome")
        elif verb == "DATA":
            self._answer("354 go on")
            lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
            self.told.mails.append("".join(lines))
            self._answer("250 taken")
        else:
            self._answer("250 ok")

    def finish(self) -> None:
        """The encrypted socket is nobody else's to close."""
        super().finish()
        self.connection.close()

    def _answer(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server(told: MailServer) -> Iterator[MailServer]:
    over = threading.Event()
    handler = type("Talk", (_Talk,), {"told": told, "over": over})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        told.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield told
        over.set()
        server.shutdown()
        thread.join()
