"""CSV as offices save it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LONGEST_CELL = 100_000


class NotText(ValueError):
    """The bytes are no text."""


def rows(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line that it begins on.

    Raises:
        NotText: a picture, a PDF or the like.
    """
    text = _decode(body)
    if _CONTROL.search(text):
        raise NotText
    csv.field_size_limit(_LONGEST_CELL)
    stream = io.StringIO(text, newline="")
    start = 1
    delimiter = _delimiter(text)
    if text[:4].lower() == "sep=":  # how Excel is told the delimiter
        stream.readline()
        start = 2
    reader = csv.reader(stream, delimiter=delimiter)
    number = start
    try:
        for cells in reader:
            yield number, cells
            number = start + reader.line_num
    except csv.Error as error:
        raise NotText from error


def _decode(body: bytes) -> str:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText


def _delimiter(text: str) -> str:
    """Take what parts the first lines most; a comma also stands inside addresses."""
    if text[:4].lower() == "sep=":
        return text[4:5]
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    head = max(lines, key=lambda line: max(line.count(mark) for mark in ";,\t"), default="")
    for line in lines:
        if "nik" in line.casefold():
            head = line
            break
    return max(";,\t", key=head.count)
