"""Records as tables that read the same in a terminal and in Markdown."""

import sys
from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.routing.gaps import Score, Setting, gap
from tests.benchmarks.routing.record import Record

HEAD = ("family", "seconds", "threads", "solver", "mean gap", "feasible", "time used", "memory")


DAY_HEAD = ("day", "seconds", "threads", "solver", "served", "left out", "cost", "violations")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns padded to their widest cell."""
    cells = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [_line(row, widths) for row in cells]
    return "\n".join([lines[0], _line(["-" * width for width in widths], widths), *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(n) for cell, n in zip(row, widths, strict=True)) + " |"


def score_table(scores: Mapping[Setting, Mapping[str, Score]]) -> str:
    rows = []
    for setting in sorted(scores):
        for solver, score in scores[setting].items():
            rows.append(
                (
                    setting.family,
                    f"{setting.allowed:g}",
                    str(setting.threads),
                    solver,
                    _gap(score),
                    f"{score.feasible} of {score.runs}",
                    f"{score.seconds:.1f} s",
                    f"{score.megabytes} MB",
                )
            )
    return table(HEAD, rows)


def _gap(score: Score) -> str:
    return "-" if score.gap is None else f"{score.gap:.2f} % ({score.compared})"


def day_table(records: Iterable[Record]) -> str:
    """A line a run: a day has no best known cost, and a mean over days would say nothing."""
    return table((*DAY_HEAD, "time used", "memory"), map(_day, records))


def _day(record: Record) -> tuple[str, ...]:
    entry = record.entry
    broken = ", ".join(f"{code} {count}" for code, count in sorted(record.violations.items()))
    return (
        entry.name,
        f"{entry.allowed:g}",
        str(entry.threads),
        entry.solver,
        str(record.served),
        str(record.left_out),
        record.error or f"{record.plan_cost:.0f}",
        broken or "none",
        f"{record.seconds:.1f} s",
        f"{record.megabytes} MB",
    )


MISPRINT = 0.01
"""Percent: the literature's figures have two decimals, ours three."""


def below_table(records: Iterable[Record], known: Mapping[tuple[str, str], float]) -> str:
    rows = set()
    for record in records:
        family, name, solver, *_ = record.entry
        best = known.get((family, name))
        if best and record.cost and record.feasible and gap(record.cost, best) < -MISPRINT:
            rows.add((f"{family}/{name}", f"{record.cost:.2f}", f"{best:.2f}", solver))
    return table(("instance", "cost", "best known", "solver"), sorted(rows)) if rows else ""


def told(record: Record, gap: float | None) -> str:
    """One finished race in one line."""
    entry = record.entry
    what = f"{entry.family}/{entry.name} {entry.solver} {entry.threads}t seed {entry.seed}"
    if record.cost is None:
        return f"{what}: failed, {record.error}"
    figures = [f"{record.cost:.2f}" + ("" if gap is None else f" ({gap:+.2f} %)")]
    figures += [f"{record.left_out} left out"] if record.left_out else []
    figures += [f"{code} {count}" for code, count in record.violations.items()]
    figures += [f"{record.seconds:.1f} s", f"{record.megabytes} MB"]
    return f"{what}: {', '.join(figures)}"
