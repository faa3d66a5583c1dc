"""How the kernels are compiled: at first use, then kept on disk until one of these files changes.

numba itself asks only whether the file of the entry has changed, and would run on with an old
copy of what the entry calls from other files. So the entries are stamped with all the files.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from numba import njit

from routing.engines.ruin.pieces import Piece

Array = Any
"""A numpy array, or one number of it: numba tells their types, mypy need not."""

# No kernel makes an array, so none is counted: that counting would take most of the time.
HOW: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False}
WITHIN: dict[str, Any] = HOW | {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
WITHIN["pipeline_class"] = Piece

inner = njit(**WITHIN)
inline = njit(**WITHIN, forceinline=True)


def _stamp() -> str:
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def entry(function: Callable[..., Any]) -> Any:  # noqa: ANN401 - a dispatcher of numba's
    """A kernel that Python calls."""
    try:
        dispatcher = njit(**HOW, cache=True)(function)
    except RuntimeError:
        # Neither beside the sources nor at the user's home may anything be written.
        return njit(**HOW)(function)
    dispatcher._cache._cache_file._source_stamp = STAMP  # noqa: SLF001 - it has no public door
    return dispatcher


STAMP = _stamp()
