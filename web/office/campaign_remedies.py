"""What would make room for the cards that are left out, as a sentence in the reader's language."""

from collections.abc import Mapping

from web.language import language


def remedy_words(remedy: Mapping[str, object]) -> str:
    """Return the sentence; both languages were written when it was computed."""
    return str(remedy.get(language(), remedy.get("id", "")))
