"""Where log lines go: standard output, one line each; the web server's own are kept quiet."""

import logging
import sys


def init_logs() -> None:
    """Send our lines to standard output; never twice."""
    root = logging.getLogger("antarjemput")
    if root.handlers:
        return
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
