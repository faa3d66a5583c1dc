"""Queries about imported files and what was wrong with their rows."""

from collections.abc import Sequence

from sqlalchemy import Select, delete, func, insert, select

from field.domain.row_problems import RowProblem
from field.store.db import Live, session
from field.store.tables import Import, ImportProblem, User

PAGE = 50


def _seen_by(within: str | None) -> Select[Import]:
    """All imports, or those of one kecamatan's people."""
    query = select(Import)
    if within is not None:
        query = query.join(User, User.id == Import.uploaded_by).where(User.kecamatan == within)
    return query


def imports(within: str | None, page: int = 1) -> list[Import]:
    """Return a page of imports, the latest first, and one more to tell that there is a next."""
    query = _seen_by(within).order_by(Import.id.desc())
    return list(session().scalars(query.limit(PAGE + 1).offset((page - 1) * PAGE)))


def import_or_none(import_id: int, within: str | None) -> Import | None:
    return session().scalar(_seen_by(within).where(Import.id == import_id))


def lock_import(live: Live, import_id: int) -> Import:
    """Return the row as it is now, held until the transaction ends."""
    query = select(Import).where(Import.id == import_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one()


def replace_problems(live: Live, import_id: int, found: Sequence[RowProblem]) -> None:
    """Store what is wrong with a file, in place of what was found before."""
    live.execute(delete(ImportProblem).where(ImportProblem.import_id == import_id))
    rows = [
        {
            "import_id": import_id,
            "line": problem.line,
            "field": problem.field,
            "code": problem.kind.code,
            "values": dict(problem.values),
            "shown": problem.shown,
            "fatal": problem.fatal,
        }
        for problem in found
    ]
    if rows:
        live.execute(insert(ImportProblem), rows)


def problems(import_id: int, page: int | None) -> list[ImportProblem]:
    """Return a page of problems, or all; what keeps a row out comes first."""
    query = select(ImportProblem).where(ImportProblem.import_id == import_id)
    query = query.order_by(ImportProblem.fatal.desc(), ImportProblem.line, ImportProblem.id)
    if page is not None:
        query = query.limit(PAGE).offset((page - 1) * PAGE)
    return list(session().scalars(query))


def count_problems(import_id: int) -> tuple[int, int]:
    """Return how many problems keep a row out, and how many only warn."""
    query = select(ImportProblem.fatal, func.count().label("rows"))
    query = query.where(ImportProblem.import_id == import_id)
    counts = {row.fatal: row.rows for row in session().execute(query.group_by(ImportProblem.fatal))}
    return counts.get(True, 0), counts.get(False, 0)
