"""The demo city, loaded into an empty database: accounts, crew, residents, a published day."""

import secrets
from contextlib import suppress
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.domain.plan_order import PlanOrder
from field.domain.planning import ALREADY_PUBLISHED, NOTHING_TO_PLAN
from field.domain.roles import Role
from field.services import addressing, crew, demo, intake, publishing
from field.services.accounts import NewAccount, create_user
from field.services.city import kecamatan_names
from field.services.planning import first_day, local_today
from web.commands.plan import make
from web.commands.say import Bar
from web.doors import doors

LOGINS = (("admin", "admin"), ("dispatcher", "dispatcher"), ("kurir1", "kurir"))


@click.command("load-demo")
@with_appcontext
def load_demo() -> None:
    """Isi database kosong dengan kota contoh."""
    load_when_empty()


def load_when_empty() -> None:
    """Fill an empty database; a loading that was cut short is gone through again."""
    if not demo.is_empty() and not (is_demo() and demo.account_of("admin") is None):
        return
    click.echo("Database kosong: kota contoh dimasukkan ...")
    secret = _password()
    kecamatan = next(iter(kecamatan_names(doors().city)))
    _account("dispatcher", "Siti Rohmah", Role.DISPATCHER, secret, kecamatan)
    for member in demo.demo_crew(doors()):
        account = _account(member.username, member.name, Role.COURIER, secret)
        with suppress(Fault):  # a courier already, from the loading that was cut short
            crew.add_courier(account, member.beat, None, doors(), None)
    _bring_in(demo.demo_file(doors()))
    # Last of all: when there is an admin, all the rest is there too.
    _account("admin", "Asep Sunandar", Role.ADMIN, secret)


def is_demo() -> bool:
    return _password_file().is_file()


def publish_day() -> None:
    """Plan and publish today, or the next working day, unless that is done already."""
    day = first_day(doors())
    try:
        plan_id = make(PlanOrder(day, whole_shift=True))
        publishing.publish(plan_id, None, None, doors())
    except Fault as fault:
        if fault.kind not in (ALREADY_PUBLISHED, NOTHING_TO_PLAN):
            raise
    today = local_today(doors())
    why = "" if day == today else " (hari ini kantor libur: hari kerja berikutnya)"
    click.echo(f"Rute terbit untuk {day:%Y-%m-%d}{why}.")


def tell_logins(url: str) -> None:
    """Say where it is and how to get in."""
    secret = _password()
    click.echo(f"\nAntarjemput: {url}")
    click.echo("Kota contoh. Semua warganya rekaan. Masuk dengan:")
    for username, role in LOGINS:
        click.echo(f"  {role:<12} {username:<12} kata sandi {secret}")
    click.echo("Berhenti: Ctrl-C\n")


def _account(
    username: str, name: str, role: Role, password: str, kecamatan: str | None = None
) -> int:
    known = demo.account_of(username)
    if known is not None:
        return known
    return create_user(NewAccount(username, name, role, password, kecamatan), doors(), None).id


def _bring_in(file: bytes) -> None:
    bar = Bar()
    number = intake.upload("warga-contoh.csv", file, doors(), None, queued=False)
    intake.preview(number, bar, doors())
    intake.commit(number, doors(), None, None, queued=False)
    intake.bring_in(number, bar, doors())
    addressing.locate(bar, doors())
    bar.close()


def _password() -> str:
    """Return this installation's demo password, made at random the first time."""
    if not is_demo():
        _password_file().touch(mode=0o600)
        _password_file().write_text(secrets.token_urlsafe(9) + "\n")
    return _password_file().read_text().strip()


def _password_file() -> Path:
    folder: Path = current_app.config["INSTANCE"]
    return folder / "demo-password"
