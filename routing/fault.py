"""What is wrong with a problem or an order: a code, and words for it in two languages."""

from collections.abc import Mapping, Sequence
from functools import partial

from routing.words import FAULTS, Language, Value


class ProblemFault(ValueError):
    """One wrong thing. `code` is for programs, `message` for people."""

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values: Mapping[str, Value] = values
        super().__init__(f"{code}: {self.message('en')}")

    def __reduce__(self) -> tuple[object, ...]:
        """From one process to another; an exception is made anew of its words otherwise."""
        return partial(ProblemFault, self.code, **self.values), ()

    def message(self, language: Language = "id") -> str:
        return FAULTS[self.code].say(language, self.values)


class InvalidProblem(ValueError):
    """A problem that cannot be solved as it stands, with every fault found in it."""

    def __init__(self, faults: Sequence[ProblemFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        return InvalidProblem, (self.faults,)


def whole(name: str, *values: object) -> None:
    """Refuse what is not a whole number from 0 up (True is no number)."""
    for value in values:
        if type(value) is not int or value < 0:
            raise ProblemFault("not_whole", field=name, value=str(value))
