"""What became of imported files: their list, their counts, and what is wrong with their rows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from field.domain import row_problems
from field.domain.fault import KINDS, NOT_FOUND, Fault
from field.domain.jemput import jempol_row
from field.domain.text import N_
from field.gateways.sheet_writer import Download, Sheet, download
from field.store import imports
from field.store.tables import Import, ImportProblem
from field.store.work import job_or_none

_PASSED_OVER = frozenset(
    kind.code for kind in (row_problems.REPEATED, jempol_row.REPEATED, jempol_row.FINISHED)
)
HEAD = (
    N_("Baris"), N_("Kolom"), N_("Isi"), N_("Masalah"), N_("Yang harus dilakukan"), N_("Akibat"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file as its page shows it."""

    id: int
    filename: str
    lists: str  # cards, requests
    state: str
    printed: bool  # False: print-ready records
    rows: int
    good: int
    bad: int
    known: int
    added: int
    uploaded_at: datetime
    finished_at: datetime | None
    job_id: str | None
    progress: float
    step: str
    broken: bool  # its job ended without a result

    @property
    def busy(self) -> bool:
        return self.state in ("reading", "importing") and not self.broken


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of one line."""

    line: int
    field: str
    fault: Fault
    shown: str
    fatal: bool

    @property
    def passed_over(self) -> bool:
        """Not wrong, and not let in: it stands twice, or is done."""
        return self.fault.code in _PASSED_OVER

    @property
    def effect(self) -> str:
        if self.passed_over:
            return N_("dilewati")
        return N_("tidak masuk") if self.fatal else N_("tetap masuk")


@dataclass(frozen=True, slots=True)
class ProblemCounts:
    fatal: int
    warnings: int

    @property
    def total(self) -> int:
        return self.fatal + self.warnings


def files(within: str | None, page: int) -> tuple[list[FileReport], bool]:
    """Return a page of files, and whether there are more."""
    rows = imports.imports(within, page)
    return [_report(row) for row in rows[: imports.PAGE]], len(rows) > imports.PAGE


def file_report(import_id: int, within: str | None) -> FileReport:
    row = imports.import_or_none(import_id, within)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Berkas"))
    return _report(row)


def problems(import_id: int, within: str | None, page: int | None = None) -> list[Problem]:
    """Return a page of what is wrong, or all of it; what keeps a row out comes first."""
    file_report(import_id, within)
    return [_problem(row) for row in imports.problems(import_id, page)]


def problem_counts(import_id: int, within: str | None) -> ProblemCounts:
    file_report(import_id, within)
    return ProblemCounts(*imports.count_problems(import_id))


def problem_sheet(
    import_id: int,
    within: str | None,
    form: str,
    say: Callable[[str], str],
    tell: Callable[[Fault], dict[str, str]],
) -> Download:
    """Write all that is wrong with a file; `say` and `tell` put it in the reader's words."""
    rows = []
    for problem in problems(import_id, within):
        words = tell(problem.fault)
        effect = say(problem.effect)
        cells = (problem.field, problem.shown, words["message"], words["action"], effect)
        rows.append([str(problem.line), *cells])
    return download(
        f"masalah-{import_id}", form, Sheet(say(N_("Masalah")), [say(word) for word in HEAD], rows)
    )


def _report(row: Import) -> FileReport:
    job = job_or_none(row.job_id) if row.job_id else None
    return FileReport(
        id=row.id,
        filename=row.filename,
        lists=row.lists,
        state=row.state,
        printed=row.printed,
        rows=row.rows,
        good=row.good,
        bad=row.bad,
        known=row.known,
        added=row.added,
        uploaded_at=row.uploaded_at,
        finished_at=row.finished_at,
        job_id=row.job_id,
        progress=job.progress if job else 0.0,
        step=job.step if job else "",
        broken=bool(job and job.state in ("failed", "cancelled")),
    )


def _problem(row: ImportProblem) -> Problem:
    fault = Fault(KINDS[row.code], **row.values)
    return Problem(row.line, row.field, fault, row.shown, row.fatal)
