"""What an office person may see: an admin the whole city, a dispatcher his kecamatan."""

from field.domain.roles import Role
from web.access import me


def within() -> str | None:
    """Return the kecamatan that bounds this person; one who is bound to none sees nothing."""
    person = me()
    return None if person.role is Role.ADMIN else person.kecamatan or "-"
