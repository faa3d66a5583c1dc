"""make bench: all that is measured; `python -m tests.benchmarks routing ...` for races by hand."""

import os
import sys


def main() -> None:
    # Imported when asked for: a race needs neither the web nor a browser.
    if sys.argv[1:2] == ["routing"]:
        from tests.benchmarks.routing import command

        command.main(sys.argv[2:])
        return
    from tests.benchmarks import office
    from tests.benchmarks.routing import suite

    suite.main(full=bool(os.environ.get("FULL")))
    office.main()


if __name__ == "__main__":
    main()
