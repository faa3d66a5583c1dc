"""Which function does which kind of long work."""

from collections.abc import Callable

from field.gateways.doors import Doors
from field.gateways.jobs import Progress

Work = Callable[[str, Progress, Doors], None]

WORK: dict[str, Work] = {}
