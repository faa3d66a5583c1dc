"""flask create-user: open an account from the terminal."""

import sys

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.domain.roles import Role
from field.services.accounts import NewAccount, create_user
from web.commands.say import refused
from web.doors import doors


@click.command("create-user")
@click.argument("username")
@click.option("--name", required=True, help="Nama lengkap.")
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--kecamatan", help="Kode kecamatan seorang dispatcher, contoh 32.71.01.")
@click.option("--password-stdin", is_flag=True, help="Baca kata sandi dari masukan standar.")
@with_appcontext
def create(
    username: str, name: str, role: str, kecamatan: str | None, *, password_stdin: bool
) -> None:
    """Buka akun baru; kata sandi diminta dua kali."""
    try:
        account = NewAccount(
            username, name, Role(role), _password(ask=not password_stdin), kecamatan
        )
        person = create_user(account, doors(), None)
    except Fault as fault:
        raise refused(fault) from None
    click.echo(f"Akun {person.username} ({person.role}) sudah dibuka.")


def _password(*, ask: bool) -> str:
    if not ask:
        return sys.stdin.readline().rstrip("\n")
    password: str = click.prompt("Kata sandi", hide_input=True, confirmation_prompt="Ulangi")
    return password
