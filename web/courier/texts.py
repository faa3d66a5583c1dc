"""The phone's sentences: found where they are written, translated by the one catalogue."""

import re
from functools import cache

from flask_babel import force_locale, gettext

from web.courier.shell import STATIC

SENTENCE = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)+)"')


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
