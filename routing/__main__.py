"""The command line: `python -m routing --help`."""

import sys

from routing.cli import main

if __name__ == "__main__":
    sys.exit(main())
