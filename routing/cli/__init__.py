"""`python -m routing`: solve, replan, check and explain problems in VROOM's form, convert to it.

What a program needs is JSON: the last line of `solve` and `replan`, each line of `bench --json`,
the only line of the others. Exit code 0 when all is well, 1 when a plan breaks a rule, 2 when the
input cannot be used.
"""

from routing.cli.main import main

__all__ = ["main"]
