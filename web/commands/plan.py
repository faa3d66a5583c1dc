"""flask plan: make a day's plan here and now, and show who goes where."""

from datetime import date, datetime

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.domain.plan_order import PlanOrder
from field.services import drafts
from field.services.city import kecamatan_names, kelurahan_names
from field.services.drafts import DraftView
from field.services.jobs import run_here
from field.services.planning import ask_plan, first_day, plan_of_job, run_plan
from web.commands.say import Bar, refused
from web.doors import doors


@click.command("plan")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Bila kosong, hari ini.")
@click.option("--kecamatan", help="Kode, contoh 32.71.01; bila kosong, seluruh kota.")
@click.option("--time-limit", type=click.IntRange(1, 3600), help="Lama mencari, dalam detik.")
@click.option("--again", is_flag=True, help="Susun ulang walau rute hari itu sudah terbit.")
@click.option("--queue", is_flag=True, help="Serahkan kepada pekerja; cetak nomor pekerjaannya.")
@with_appcontext
def plan(
    day: datetime | None,
    kecamatan: str | None,
    time_limit: int | None,
    *,
    again: bool,
    queue: bool,
) -> None:
    """Susun rencana pengantaran satu hari."""
    if kecamatan and kecamatan not in kecamatan_names(doors().city):
        raise click.BadParameter(f"{kecamatan} bukan kode kecamatan.", param_hint="--kecamatan")
    when = day.date() if day else first_day(doors())
    order = PlanOrder(when, kecamatan, time_limit, again)
    try:
        if queue:
            click.echo(ask_plan(order, None, doors()))
            return
        made = make(order)
    except Fault as fault:
        raise refused(fault) from None
    show(drafts.draft(made, None, "id", doors()), when)


def make(order: PlanOrder) -> int:
    """Ask for a plan and do the work in this process; returns the plan's id."""
    job_id = ask_plan(order, None, doors(), here=True)
    bar = Bar()
    run_here(job_id, run_plan, bar, doors())
    bar.close()
    plan_id = plan_of_job(job_id)
    if plan_id is None:
        raise click.ClickException("Rencana tidak jadi.")
    return plan_id


def show(made: DraftView, when: date) -> None:
    """Print a line for each courier and each door left out."""
    click.echo(f"Rencana {made.id} untuk {when}: {made.stops} kunjungan, {made.cards} kartu")
    click.echo(f"{'Rute':>4}  {'Petugas':<32} {'Kunj.':>5} {'Kartu':>5} {'km':>6} {'Pulang':>6}")
    for route in made.routes:
        ends = route.ends.astimezone(doors().zone)
        click.echo(
            f"{route.number:>4}  {route.name[:32]:<32} {len(route.stops):>5} {route.cards:>5} "
            f"{route.distance_m / 1000:>6.1f} {ends:%H.%M}"
        )
    names = kelurahan_names(doors().city)
    click.echo(f"Tidak masuk rencana: {len(made.unassigned)}")
    for left in made.unassigned[:50]:
        click.echo(f"  {left.name}, {names.get(left.kelurahan, left.kelurahan)}: {left.reason}")
    if len(made.unassigned) > 50:
        click.echo(f"  dan {len(made.unassigned) - 50} lagi")
