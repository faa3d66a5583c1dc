"""docs/campaign.md: what was measured, on what, with which luck."""

import platform
from collections.abc import Iterable, Sequence
from dataclasses import fields

from routing.simulation import Luck
from routing.simulation.luck import USUAL
from tests.benchmarks.cetak.games import ARRIVALS, Result
from tests.benchmarks.routing.tables import table

SPEED = ("minutes a card", "saved", "median", "95 %", "late")
HEAD = ("arrivals", "seed", "way", *SPEED, "rounds", "in vain", "printed on", "last door on")


def page(results: Sequence[Result]) -> str:
    one = results[0].match
    seconds, iterations = one.budget.seconds, one.budget.iterations
    search = f"{seconds:g} s" if seconds else f"{iterations} iterations"
    played = {each.match.arrivals for each in results}
    options = [
        f"--seconds {seconds:g}" if seconds else f"--iterations {iterations}",
        f"--part {one.part}",
        *(f'--arrivals "{each}"' for each in ARRIVALS if each in played),
    ]
    return "\n".join(
        [
            "# A campaign against first come first served",
            "",
            f"Written by `python -m tests.benchmarks campaign {one.cards} {' '.join(options)}`",
            f"on Python {platform.python_version()}.",
            "",
            f"{one.cards} cards of the demo city, 4 printers, 4 operators, 136 couriers. Both ways",
            "are played through the same days by `routing.simulation`, which knows nothing of the",
            f"planner; each morning's routes are solved by `routing.solve` with {search} a day,",
            "either way. First come first served prints in the order of print-ready, ties by",
            "card number, and sends each card out on the next delivery day. Each seed has a city",
            "and days of its own.",
            "",
            table(HEAD, _rows(results)),
            "",
            *_means(results),
            "",
            "*minutes a card*: travel minutes by delivered card, service at the door apart.",
            "*median* and *95 %*: days from print-ready to the door; *late*: cards that never",
            "arrived. *in vain*: calls that found nobody. Days count from 1.",
            "",
            "## What goes wrong",
            "",
            *_luck(USUAL),
            "",
        ]
    )


def _rows(results: Iterable[Result]) -> Iterable[tuple[str, ...]]:
    for result in results:
        for way, each in (("plan", result.plan), ("first come", result.first_come)):
            yield (
                result.match.arrivals,
                str(result.match.seed),
                way,
                f"{each.travel_minutes_per_card:.3f}",
                f"{result.saved:.1%}" if way == "plan" else "",
                f"{each.days_median:.2f}",
                f"{each.days_p95:.2f}",
                str(each.cards - each.delivered),
                str(each.rounds),
                str(each.in_vain),
                str(each.print_finish),
                str(each.finish),
            )


def _means(results: Sequence[Result]) -> Iterable[str]:
    for arrivals in ARRIVALS:
        those = [each for each in results if each.match.arrivals == arrivals]
        if those:
            saved = sum(each.saved for each in those) / len(those)
            sooner = sum(each.as_soon for each in those)
            yield (
                f"- {arrivals}: {saved:.1%} of the travel minutes saved in the mean, as soon at "
                f"the door (median and 95 %) in {sooner} of {len(those)}."
            )


def _luck(luck: Luck) -> Iterable[str]:
    doc = " ".join((Luck.__doc__ or "").split()).replace(" . ", ". ")
    yield doc
    yield ""
    yield table(
        ("chance", "value"), [(one.name, str(getattr(luck, one.name))) for one in fields(luck)]
    )
