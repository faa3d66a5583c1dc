"""Letters go out over real sockets to servers that answer, refuse, hang up or say nothing."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from field.domain.jemput.letters import Letter
from field.gateways.messages import (
    LogMessages,
    NotSent,
    SmtpMessages,
    WebhookMessages,
    open_messages,
)
from tests.mail_server import MailServer, mail_server

LETTER = Letter("Jemput KTP-el R7Q2K", "Ibu Siti dijemput besok.", "6281234567890", "rudi@a.id")
SOON = 0.2


@dataclass
class Hook:
    """A web address that takes letters: with which status, and what it was sent."""

    status: int = 200
    hangs: str = ""  # "up": closes without an answer; "on": never answers
    url: str = ""
    taken: list[tuple[dict[str, str], dict[str, str]]] = field(default_factory=list)


@contextmanager
def hook(told: Hook) -> Iterator[Hook]:
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if told.hangs == "on":
                over.wait()
            if told.hangs:
                return
            told.taken.append((dict(self.headers), json.loads(body)))
            self.send_response(told.status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield told
        over.set()
        server.shutdown()
        thread.join()


def closed_port() -> int:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        port: int = server.server_address[1]
    return port


def test_a_mail_arrives_whole() -> None:
    with mail_server(MailServer()) as server:
        assert SmtpMessages("127.0.0.1", server.port, "jemput@kota.go.id").send(LETTER)
    (mail,) = server.mails
    assert "To: rudi@a.id" in mail
    assert "Subject: Jemput KTP-el R7Q2K" in mail
    assert "Ibu Siti dijemput besok." in mail
    assert any(line.startswith("mail FROM:<jemput@kota.go.id>") for line in server.said)


@pytest.mark.parametrize(
    "server",
    [
        MailServer(refuse={"RCPT": "550 no such user"}),
        MailServer(refuse={"DATA": "451 try later"}),
        MailServer(refuse={"MAIL": "421 closing"}),
        MailServer(silent=True),
    ],
)
def test_a_mail_that_was_not_taken_is_not_sent(server: MailServer) -> None:
    with mail_server(server), pytest.raises(NotSent):
        SmtpMessages("127.0.0.1", server.port, "a@b.id", timeout_s=SOON).send(LETTER)
    assert not server.mails


def test_a_password_goes_only_over_a_line_that_is_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = _certificate(tmp_path)
    plain, strange, known = MailServer(), *(MailServer(certificate=certificate) for _ in range(2))
    for server in (plain, strange):
        with mail_server(server), pytest.raises(NotSent):
            SmtpMessages("localhost", server.port, "a@b.id", "user", "secret").send(LETTER)
        assert not [line for line in server.said if line.startswith("AUTH")]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(known):
        assert SmtpMessages("localhost", known.port, "a@b.id", "user", "secret").send(LETTER)
    assert known.encrypted
    assert len(known.mails) == 1


def test_a_web_address_gets_number_text_and_token() -> None:
    with hook(Hook(status=202)) as server:
        assert WebhookMessages(server.url, "t0ken").send(LETTER)
    ((headers, body),) = server.taken
    assert headers["Authorization"] == "Bearer t0ken"
    assert body == {"to": LETTER.phone, "subject": LETTER.subject, "text": LETTER.text}


@pytest.mark.parametrize(
    "server", [Hook(500), Hook(429), Hook(401), Hook(302), Hook(hangs="up"), Hook(hangs="on")]
)
def test_a_letter_that_the_address_did_not_take_is_not_sent(server: Hook) -> None:
    with hook(server), pytest.raises(NotSent):
        WebhookMessages(server.url, timeout_s=SOON).send(LETTER)


def test_nobody_at_home_is_not_sent() -> None:
    port = closed_port()
    for gateway in (
        SmtpMessages("127.0.0.1", port, "a@b.id"),
        WebhookMessages(f"http://127.0.0.1:{port}/"),
    ):
        with pytest.raises(NotSent):
            gateway.send(LETTER)


def test_who_has_no_address_is_left_to_a_person() -> None:
    nobody = Letter("s", "t")
    assert not SmtpMessages("nowhere", 1, "a@b.id").send(nobody)
    assert not WebhookMessages("http://nowhere/").send(nobody)
    assert not LogMessages().send(LETTER)


def test_a_gateway_is_named_by_its_address() -> None:
    mail = open_messages("smtp://user%40a:p%2Fw@mail.kota.go.id/jemput%40kota.go.id")
    assert isinstance(mail, SmtpMessages)
    assert (mail.host, mail.port, mail.sender) == ("mail.kota.go.id", 587, "jemput@kota.go.id")
    assert (mail.user, mail.password) == ("user@a", "p/w")
    assert isinstance(open_messages("https://wa.kota.go.id/send", "t"), WebhookMessages)
    assert isinstance(open_messages(""), LogMessages)
    with pytest.raises(ValueError, match="MESSAGES_URL"):
        open_messages("ftp://a")
    assert "p/w" not in repr(mail)


def _certificate(folder: Path) -> Path:
    """Write a certificate for localhost and its key into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)  # noqa: TID251 - TLS asks the machine's own clock
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(pem, pkcs8, serialization.NoEncryption()) + made.public_bytes(pem)
    )
    return path
