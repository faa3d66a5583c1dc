"""Who races: by name, how each is asked, and which of our constraints it has no words for."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.metadata import version
from typing import Any, Protocol

from routing.plan import Orders
from routing.problem import Problem
from tests.benchmarks.routing.families import ROOT
from tests.benchmarks.routing.lacks import PYVRP_LACKS, VROOM_LACKS


class Ask(Protocol):
    """Problem, seconds, seed, threads: the best orders found."""

    def __call__(self, problem: Problem, seconds: float, seed: int, threads: int) -> Orders: ...


ENGINES = {
    "ortools": "routing.engines.ortools_engine:OrToolsEngine",
    "pyvrp-engine": "routing.engines.pyvrp_engine:PyVrpEngine",
    "relay": "routing.engines.relay:RelayEngine",
    "ruin": "routing.engines.ruin:RuinEngine",
}


@dataclass(frozen=True)
class Contestant:
    """`module` has the function `ask`; it is imported only in the process that runs it.

    One that knows a single thread is given each further one as another seed, side by side, and the
    better answer counts. Where `seeded` is false every seed gives the same answer.
    """

    module: str
    package: str = ""
    threaded: bool = False
    seeded: bool = True
    lacks: Mapping[str, Callable[[Problem], Any]] | None = None
    engine: str = ""

    def load(self) -> Ask:
        ask = import_module(f"tests.benchmarks.routing.{self.module}").ask
        found: Ask = partial(ask, engine=self.engine) if self.engine else ask
        return found

    @property
    def version(self) -> str:
        return version(self.package) if self.package else fingerprint()

    def cannot_state(self, problem: Problem) -> list[str]:
        return [name for name, used in (self.lacks or {}).items() if used(problem)]


KNOWN = {
    "ours": Contestant("ask_ours", threaded=True),
    "pyvrp": Contestant("ask_pyvrp", "pyvrp", lacks=PYVRP_LACKS),
    "vroom": Contestant("ask_vroom", "pyvroom", threaded=True, seeded=False, lacks=VROOM_LACKS),
}


def contestant(name: str) -> Contestant:
    """One by its name, or an engine of ours by its own, or by module:Class."""
    if name in KNOWN:
        return KNOWN[name]
    if name in ENGINES or ":" in name:
        return Contestant("ask_engine", engine=ENGINES.get(name, name))
    raise SystemExit(f"No solver {name}: {', '.join([*KNOWN, *ENGINES])}, or module:Class")


@cache
def fingerprint() -> str:
    """Changes with any line of routing/."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "routing").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
