"""Which rows of a list become cards: each print once, and only within one's own kecamatan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from field.domain.fault import Fault
from field.domain.household import household_key
from field.domain.resident_row import Checked, Resident
from field.domain.row_problems import OTHER_TERRITORY, REPEATED, RowProblem

KECAMATAN_CODE = 8  # letters of a kelurahan's code, such as 32.71.01 of 32.71.01.1002
Print = tuple[str, str, str]  # blind index of the NIK; ISO days of printing, and print-ready


@dataclass(frozen=True, slots=True)
class NewCard:
    """A resident with the names that his card and household have in the store."""

    resident: Resident
    nik_index: str
    printed_on: str
    kk_index: str
    household: str
    ready_on: str = ""  # set: not printed yet

    @property
    def key(self) -> Print:
        return self.nik_index, self.printed_on, self.ready_on


@dataclass(slots=True)
class Sifted:
    """What a list comes to."""

    cards: list[NewCard] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    rows: int = 0
    bad: int = 0
    repeated: int = 0


def sift(
    rows: Iterable[Checked],
    index: Callable[[str], str],
    within: str | None,
    ready: date | None = None,
) -> Sifted:
    """Sort rows into cards and problems.

    Args:
        rows: in the order of the file.
        index: makes the blind index of a NIK or KK.
        within: the kecamatan of whoever sent the list; None for the whole city.
        ready: for a list of people whose cards are yet to be printed: the day that stands where
            a row names none. None: their cards are printed.
    """
    sifted = Sifted()
    first_lines: dict[Print, int] = {}
    for checked in rows:
        sifted.rows += 1
        sifted.problems.extend(checked.problems)
        resident = checked.resident
        if resident is None or _elsewhere(resident, within, sifted.problems):
            sifted.bad += 1
            continue
        card = _new_card(resident, index, ready)
        key = card.key
        if first_lines.setdefault(key, resident.line) != resident.line:
            sifted.repeated += 1
            sifted.problems.append(_repeated(resident, first_lines[key]))
            continue
        sifted.cards.append(card)
    return sifted


def _new_card(resident: Resident, index: Callable[[str], str], ready: date | None) -> NewCard:
    nik_index = index(resident.nik.secret)
    kk_index = index(resident.kk.secret) if resident.kk else ""
    printed_on = resident.printed_on.isoformat() if resident.printed_on and not ready else ""
    ready_on = (resident.ready_on or ready).isoformat() if ready else ""
    alone = f"{nik_index}:{printed_on or ready_on}"
    household = household_key(resident.address, kk_index or None, alone)
    return NewCard(resident, nik_index, printed_on, kk_index, household, ready_on)


def _elsewhere(resident: Resident, within: str | None, problems: list[RowProblem]) -> bool:
    if within is None or resident.kelurahan[:KECAMATAN_CODE] == within:
        return False
    said = resident.address.kelurahan or ""
    fault = Fault(OTHER_TERRITORY)
    problems.append(RowProblem.of(resident.line, "kelurahan", fault, said, fatal=True))
    return True


def _repeated(resident: Resident, first: int) -> RowProblem:
    fault = Fault(REPEATED, line=first)
    return RowProblem.of(resident.line, "nik", fault, resident.nik.secret, fatal=False)
