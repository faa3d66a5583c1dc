"""make bench: all that is measured; or one of it by name.

`routing`, `campaign`, `pages`, `growth`, `roads`, `basemap`, `jemput` or `will_call`.
"""

import os
import sys
from collections.abc import Callable


# Each imports what it needs when asked for: a race needs neither the web nor a browser.
def _routing() -> None:
    from tests.benchmarks.routing import command

    command.main(sys.argv[2:])


def _campaign() -> None:
    from tests.benchmarks.cetak import command

    command.main(sys.argv[2:])


def _pages() -> None:
    from tests.benchmarks import campaign_pages

    campaign_pages.main()


def _growth() -> None:
    from tests.benchmarks.cetak import growth

    growth.main()


def _roads() -> None:
    from tests.benchmarks import by_road, roads, speeds

    roads.main()
    by_road.main()
    speeds.main()


def _basemap() -> None:
    from tests.benchmarks import basemap

    basemap.main()


def _jemput() -> int:
    from tests.benchmarks import jemput

    return jemput.main()


def _will_call() -> int:
    from tests.benchmarks import will_call

    return will_call.main()


def _all() -> None:
    from tests.benchmarks import office, replan_day
    from tests.benchmarks.routing import suite

    suite.main(full=bool(os.environ.get("FULL")))
    _growth()
    replan_day.main()
    _jemput()
    _will_call()
    _roads()
    _basemap()
    office.main()


NAMED: dict[str, Callable[[], int | None]] = {
    "routing": _routing,
    "campaign": _campaign,
    "pages": _pages,
    "growth": _growth,
    "roads": _roads,
    "basemap": _basemap,
    "jemput": _jemput,
    "will_call": _will_call,
}


def main() -> int | str | None:
    name = "".join(sys.argv[1:2])
    if name and name not in NAMED:
        return f"{name}: one of {', '.join(NAMED)}; without a name all is measured"
    return NAMED.get(name, _all)()


if __name__ == "__main__":
    sys.exit(main())
