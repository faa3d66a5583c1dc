"""How commands speak: faults in words, progress as a bar."""

import sys

import click

from field.domain.fault import Fault


def refused(fault: Fault) -> click.ClickException:
    """Return the fault as the terminal shows it; exit code 1."""
    return click.ClickException(f"{fault.message} {fault.action} [{fault.code}]")


class Bar:
    """A job's progress in the terminal: one line that is written over."""

    def __init__(self) -> None:
        self._tty = sys.stderr.isatty()
        self._said = ""

    def say(self, done: float, step: str) -> None:
        filled = round(done * 20)
        line = f"[{'#' * filled}{'.' * (20 - filled)}] {done:4.0%} {step}"
        news = line if self._tty else f"{filled // 4} {step}"  # a log gets a line a fifth
        if news != self._said:
            self._said = news
            click.echo(f"\r{line:<78}" if self._tty else line, err=True, nl=not self._tty)

    def cancelled(self) -> bool:
        return False  # Ctrl-C ends a command

    def close(self) -> None:
        if self._tty and self._said:
            click.echo(err=True)
