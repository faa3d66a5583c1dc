"""Records as tables that read the same in a terminal and in Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.routing.gaps import Score, Setting
from tests.benchmarks.routing.record import Record

HEAD = ("family", "seconds", "threads", "solver", "mean gap", "feasible", "time used", "memory")


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
