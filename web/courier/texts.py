"""The phone's sentences: found where they are written, translated by the one catalogue."""

import re
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from flask_babel import force_locale, gettext

from web.courier.shell import STATIC

# Babel's own JavaScript reader loses calls with `{...}` inside template strings.
SENTENCE = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)+)"')


def extract(
    fileobj: BinaryIO, _keywords: object, _comment_tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Read marked sentences for pybabel (see babel.cfg), which names `options`."""
    del options
    source = fileobj.read().decode()
    for found in SENTENCE.finditer(source):
        yield source.count("\n", 0, found.start()) + 1, "t", found[1], []


@cache
def sentences() -> tuple[str, ...]:
    found: set[str] = set()
    for path in STATIC.rglob("*.js"):
        found.update(SENTENCE.findall(path.read_text()))
    return tuple(sorted(found))


def translated(lang: str) -> dict[str, str]:
    """Return {Indonesian: other}; a sentence without a translation stays out."""
    with force_locale(lang):
        pairs = {sentence: gettext(sentence) for sentence in sentences()}
    return {ours: theirs for ours, theirs in pairs.items() if theirs != ours}
