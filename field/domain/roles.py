"""Who may enter: the four roles of a city office."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is to the office; it decides which doors open."""

    ADMIN = "admin"
    DISPATCHER = "dispatcher"
    COURIER = "courier"
    DRIVER = "driver"
