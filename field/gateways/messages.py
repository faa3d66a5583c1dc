"""The messages gateway: a log, a mail server, or a web address of the office's own choosing.

A text goes out whole; into logs goes only that something went, and to which kind of address.
"""

import json
import logging
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.client import HTTPException
from typing import Protocol
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from field.domain.jemput.letters import Letter

log = logging.getLogger("antarjemput.messages")
TIMEOUT_S = 15


class NotSent(Exception):
    """It did not go out; it may be tried again."""


class Messages(Protocol):
    """Sends letters by itself."""

    def send(self, letter: Letter) -> bool:
        """Send one letter; False when it has no address that this gateway can reach.

        Raises:
            NotSent: the other side is away or refused.
        """
        ...


class LogMessages:
    """Sends nothing: a person calls. What waits stays visible in the office."""

    def send(self, letter: Letter) -> bool:
        log.info("letter waits for a person (%s signs)", len(letter.text))
        return False


@dataclass(frozen=True, repr=False)
class SmtpMessages:
    """Sends by mail, to those who gave an address."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_s: float = TIMEOUT_S

    def send(self, letter: Letter) -> bool:
        if not letter.email:
            return False
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, letter.email, letter.subject
        mail.set_content(letter.text)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=self.timeout_s) as server:
                if self.user:
                    server.starttls(context=ssl.create_default_context())
                    server.login(self.user, self.password)
                server.send_message(mail)
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(type(error).__name__) from None
        return True


class _NoRedirect(HTTPRedirectHandler):
    """A followed redirect would turn the letter into an empty question, and call it sent."""

    def redirect_request(self, *_args: object, **_named: object) -> None:
        return None


_opener = build_opener(_NoRedirect)


@dataclass(frozen=True, repr=False)
class WebhookMessages:
    """Posts {to, text} as JSON: to a WhatsApp or SMS service that the office runs or rents."""

    url: str
    token: str = field(default="", repr=False)
    timeout_s: float = TIMEOUT_S

    def send(self, letter: Letter) -> bool:
        if not letter.phone:
            return False
        body = json.dumps({"to": letter.phone, "subject": letter.subject, "text": letter.text})
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = Request(self.url, body.encode(), headers, method="POST")  # noqa: S310 - checked by open_messages
        try:
            with _opener.open(request, timeout=self.timeout_s) as answer:
                answer.read(1)
        except (OSError, HTTPException) as error:
            raise NotSent(type(error).__name__) from None
        return True


def open_messages(url: str, token: str = "") -> Messages:
    """Open a gateway by its address: smtp://user:password@host:port/sender, https://.., or none."""
    parts = urlsplit(url)
    if parts.scheme == "smtp" and parts.hostname:
        return SmtpMessages(
            parts.hostname, parts.port or 587, unquote(parts.path.lstrip("/")),
            unquote(parts.username or ""), unquote(parts.password or ""),
        )  # fmt: skip
    if parts.scheme in ("http", "https"):
        return WebhookMessages(url, token)
    if url:
        raise ValueError("MESSAGES_URL begins with smtp:// or https://.")
    return LogMessages()
