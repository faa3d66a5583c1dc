"""make bench: all that is measured; `python -m tests.benchmarks routing ...` for races by hand."""

import sys


def main() -> None:
    if sys.argv[1:2] == ["routing"]:
        # Imported when asked for: a race needs neither the web nor a browser.
        from tests.benchmarks.routing import command

        command.main(sys.argv[2:])
    else:
        from tests.benchmarks import office

        office.main()


if __name__ == "__main__":
    main()
