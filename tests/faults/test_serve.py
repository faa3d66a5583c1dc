"""`flask serve`, which `make run` calls: everything up by one command, and down by one signal."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.running import BIN, RunningApp
from tests.waiting import until

pytestmark = pytest.mark.fault


def processes_of(instance: Path) -> list[str]:
    """Return the processes whose environment names this installation."""
    mark = f"INSTANCE_PATH={instance}\0".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes():
                found.append(entry.name)
        except OSError:
            continue  # it ended while we looked
    return found


def test_one_command_brings_the_demo_up_and_a_signal_ends_all_of_it(tmp_path: Path) -> None:
    office = RunningApp(tmp_path / "instance")
    environment = {**office.environment, "PORT": str(office.port)}
    with (office.instance / "serve.log").open("wb") as log:
        serve = subprocess.Popen(  # noqa: S603 - our own command
            [BIN / "flask", "--app", "wsgi", "serve"],
            cwd=office.folder, env=environment, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        until(lambda: "kurir1" in office.log("serve"), "the demo logins", seconds=180)
        assert office.answers()
        assert len(processes_of(office.instance)) >= 3  # itself, the web server, the worker
        serve.send_signal(signal.SIGTERM)
        assert serve.wait(timeout=30) == 0
        until(lambda: not processes_of(office.instance), "every process to end")
    finally:
        serve.kill()
        serve.wait()
    log_text = office.log("serve")
    assert "Rute terbit untuk" in log_text
    assert "Traceback" not in log_text
