"""Printer hours: a printer without an operator stands, and a cold one warms up first."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from field.domain.cetak.hours import Hand, Machine, Span, print_day, shift_of, without

DAY = datetime(2026, 11, 24, tzinfo=UTC)


def at(hour: float) -> datetime:
    return DAY + timedelta(hours=hour)


def machine(number: int, *spans: tuple[float, float], rate: int = 100, warm: int = 0) -> Machine:
    on = tuple((at(begin), at(end)) for begin, end in spans)
    return Machine(number, rate, timedelta(minutes=warm), on)


def hand(number: int, *spans: tuple[float, float]) -> Hand:
    return Hand(number, tuple((at(begin), at(end)) for begin, end in spans))


def test_eleven_hours_of_four_printers_are_4400_cards() -> None:
    machines = [machine(number, (7, 18)) for number in range(4)]
    hands = [hand(number, (7, 18)) for number in range(4)]
    assert sum(one.cards for one in print_day(machines, hands).values()) == 4400


def test_without_an_operator_a_printer_stands() -> None:
    found = print_day([machine(1, (8, 16), rate=120), machine(2, (8, 16))], [hand(1, (8, 16))])
    assert (found[1].cards, found[2].cards) == (960, 0)
    assert found[2].stands == timedelta(hours=8)


def test_a_break_stands_still_but_keeps_warm_and_an_outage_does_not() -> None:
    lunch = hand(1, (8, 12), (13, 16))
    assert print_day([machine(1, (8, 16), warm=30)], [lunch])[1].cards == 650
    broken = machine(1, (8, 12), (13, 16), warm=30)
    assert print_day([broken], [hand(1, (8, 16))])[1].cards == 600


def test_an_operator_whose_printer_breaks_goes_to_one_that_stands() -> None:
    found = print_day([machine(1, (8, 10)), machine(2, (8, 12))], [hand(1, (8, 12))])
    assert (found[1].cards, found[2].cards) == (200, 200)


def test_a_shift_past_midnight_ends_on_the_next_day() -> None:
    begin, end = shift_of(date(2026, 11, 24), "22:00", "06:00", ZoneInfo("Asia/Jakarta"))
    assert end - begin == timedelta(hours=8)


hours = st.integers(0, 24)
spans = st.lists(st.tuples(hours, hours).filter(lambda pair: pair[0] < pair[1]), max_size=3).map(
    lambda found: without([(at(0), at(24))], _holes(found))
)


def _holes(pairs: list[tuple[int, int]]) -> list[Span]:
    return [(at(begin), at(end)) for begin, end in pairs]


@given(
    st.lists(st.tuples(spans, st.integers(1, 200), st.integers(0, 60)), max_size=4),
    st.lists(spans, max_size=4),
)
def test_never_over_the_rate_nor_more_printers_than_people(
    drawn: list[tuple[tuple[Span, ...], int, int]], people: list[tuple[Span, ...]]
) -> None:
    machines = [
        Machine(number, rate, timedelta(minutes=warm), on)
        for number, (on, rate, warm) in enumerate(drawn)
    ]
    hands = [Hand(number, on) for number, on in enumerate(people)]
    found = print_day(machines, hands)
    for one in machines:
        shift = sum((end - begin for begin, end in one.on), timedelta())
        assert found[one.id].prints + found[one.id].stands <= shift
        assert found[one.id].cards <= one.per_hour * (shift / timedelta(hours=1)) + 1e-6
    for half in range(48):
        moment = at(half / 2 + 0.25)
        run = sum(_covers(found[one.id].spans, moment) for one in machines)
        assert run == min(
            sum(_covers(one.on, moment) for one in machines),
            sum(_covers(one.on, moment) for one in hands),
        )


def _covers(among: list[Span] | tuple[Span, ...], moment: datetime) -> bool:
    return any(begin <= moment < end for begin, end in among)
