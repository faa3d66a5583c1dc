"""Numbers on the command line, each refused in words where it makes no sense."""

import argparse


def seconds(text: str) -> float:
    given = float(text)
    if not 0 <= given < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no time")
    return given


def from_none_up(text: str) -> int:
    return _at_least(0, text)


def from_one_up(text: str) -> int:
    return _at_least(1, text)


def _at_least(least: int, text: str) -> int:
    if int(text) < least:
        raise argparse.ArgumentTypeError(f"{text} is below {least}")
    return int(text)
