"""The app as it runs in life: web server and worker as processes that can be killed."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from tests.waiting import until

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class RunningApp:
    """One installation in a folder of its own; `start` and `kill` what is needed.

    With `ahead_s` its clock is so many seconds ahead (see tests/ahead/wsgi.py).
    """

    def __init__(self, instance: Path, database_url: str = "", ahead_s: int = 0) -> None:
        instance.mkdir(parents=True, exist_ok=True)
        self.instance = instance
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        # Only what a process needs to live, so that no setting of this machine leaks in.
        kept = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment["INSTANCE_PATH"] = str(instance)
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        self.folder = ROOT
        if ahead_s:
            self.folder = ROOT / "tests/ahead"
            self.environment |= {"AHEAD_S": str(ahead_s), "PYTHONPATH": str(ROOT)}
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def flask(self, *args: str, stdin: str = "") -> str:
        """Run a command of the app; returns what it printed."""
        done = subprocess.run(  # noqa: S603 - our own commands
            [BIN / "flask", "--app", "wsgi", *args],
            cwd=self.folder, env=self.environment, input=stdin, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"flask {' '.join(args)}: {done.stdout}{done.stderr}"
        return done.stdout

    def start_web(self) -> None:
        self._start(
            "web", BIN / "granian", "--interface", "wsgi", "--port", str(self.port),
            "--workers", "1", "--blocking-threads", "4", "wsgi:app",
        )  # fmt: skip
        until(self.answers, "the web server to answer")

    def start_worker(self) -> None:
        self._start("worker", BIN / "flask", "--app", "wsgi", "worker")

    def kill(self, name: str) -> None:
        """End a process and all that it started, at once and without a goodbye."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for name in list(self.processes):
            self.kill(name)

    def log(self, name: str) -> str:
        return (self.instance / f"{name}.log").read_text()

    def _start(self, name: str, *command: str | Path) -> None:
        with (self.instance / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(  # noqa: S603 - our own commands
                command, cwd=self.folder, env=self.environment, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip

    def answers(self) -> bool:
        connection = HTTPConnection("localhost", self.port, timeout=2)
        try:
            connection.request("GET", "/masuk")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
