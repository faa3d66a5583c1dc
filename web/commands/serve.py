"""flask serve: everything that an installation needs, until Ctrl-C. What `make run` calls."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from web.commands import demo
from web.commands.lifeline import end_with_parent

LOOK_S = 0.5
AGAIN_S = 2  # between the end of a process and its new beginning
PATIENCE_S = 8  # for a process that was asked to end
THREADS = 8
YOUNG_S = 10
MOST_FALLS = 3


@click.command("serve")
@click.option("--host", envvar="HOST", default="127.0.0.1", help="0.0.0.0 untuk jaringan kantor.")
@click.option("--port", envvar="PORT", default=8000, show_default=True)
@with_appcontext
def serve(host: str, port: int) -> None:
    """Siapkan database, lalu jalankan halaman dan pekerja sampai Ctrl-C."""
    _check_free(host, port)
    prepare()
    children = {"web": _web(host, port), "worker": [*_flask(), "worker"]}
    scheme = "https" if os.environ.get("GRANIAN_SSL_CERTIFICATE") else "http"
    crew = Crew(children, lambda line: click.echo(line, err=True))
    if not crew.run(lambda: _answers(host, port) and _welcome(f"{scheme}://localhost:{port}")):
        raise click.ClickException("Berhenti: ada proses yang berulang kali gagal.")


def _welcome(url: str) -> bool:
    if demo.is_demo():
        demo.tell_logins(url)
    else:
        click.echo(f"Antarjemput: {url}  (berhenti: Ctrl-C)")
    return True


def _answers(host: str, port: int) -> bool:
    with closing(socket.socket()) as caller:
        # Connecting to 0.0.0.0 reaches this very machine.
        return caller.connect_ex((host, port)) == 0


def prepare() -> None:
    """Bring the database up to date; on a demo installation see to it that today has routes."""
    upgrade()
    demo.load_when_empty()
    if demo.is_demo():
        demo.publish_day()


def _check_free(host: str, port: int) -> None:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise click.ClickException(
                f"Port {port} sedang dipakai program lain. Hentikan program itu, atau pilih port "
                f"lain: PORT={port + 1} make run"
            ) from None


class Crew:
    """Processes that belong together: one that dies is begun again, all end with us."""

    def __init__(self, commands: dict[str, list[str]], tell: Callable[[str], None]) -> None:
        self.commands = commands
        self.tell = tell
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.began: dict[str, float] = {}
        self.falls = dict.fromkeys(commands, 0)  # deaths in a row soon after the beginning
        self.ending = False

    def run(self, welcome: Callable[[], bool]) -> bool:
        """Watch over them until somebody ends us; False when one will not live.

        `welcome` is asked again and again until it has said that all is up.
        """
        signal.signal(signal.SIGTERM, self.end)
        signal.signal(signal.SIGINT, self.end)
        for name in self.commands:
            self._start(name)
        up = False
        while not self.ending and max(self.falls.values()) < MOST_FALLS:
            time.sleep(LOOK_S)
            up = up or welcome()
            for name, process in list(self.running.items()):
                if process.poll() is not None and not self.ending:
                    self._again(name, process.returncode)
        self._stop()
        return self.ending

    def end(self, *_: object) -> None:
        self.ending = True

    def _again(self, name: str, code: int) -> None:
        young = time.monotonic() - self.began[name] < YOUNG_S
        self.falls[name] = self.falls[name] + 1 if young else 0
        if self.falls[name] < MOST_FALLS:
            self.tell(f"{name} berhenti (kode {code}), dijalankan lagi.")
            time.sleep(AGAIN_S)
            self._start(name)

    def _start(self, name: str) -> None:
        self.began[name] = time.monotonic()
        # A session of its own: Ctrl-C reaches us alone, and we end them in order.
        self.running[name] = subprocess.Popen(  # noqa: S603 - our own commands
            self.commands[name], start_new_session=True, preexec_fn=end_with_parent
        )

    def _stop(self) -> None:
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()


def _flask() -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "wsgi"]


def _web(host: str, port: int) -> list[str]:
    """Return the web server's command: one process on SQLite, one a core on PostgreSQL."""
    embedded = current_app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite")
    workers = 1 if embedded else (os.cpu_count() or 1)
    granian = Path(sys.executable).parent / "granian"
    return [
        str(granian), "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", str(THREADS),
        "--log-level", "error", "wsgi:app",
    ]  # fmt: skip
