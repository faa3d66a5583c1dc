"""The three ways to get on: motor, mobil and foot, each with its own weights over one topology."""

MOTOR, MOBIL, FOOT = range(3)
PROFILES = ("motor", "mobil", "foot")
BIT = {name: 1 << number for number, name in enumerate(PROFILES)}
ALL = 7
DRIVEN = BIT["motor"] | BIT["mobil"]

CLOSED = 2**31 - 1
"""The weight of an arc that a class may not use."""
