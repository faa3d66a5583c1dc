"""Opens what planning needs of a care card: medicine hours, and nothing else."""

from field.domain.jemput.care import CareCard
from field.gateways.vault import Vault


def medicine_hours(cipher: bytes | None, seal: str, vault: Vault) -> tuple[str, ...]:
    if cipher is None:
        return ()
    return CareCard.from_json(vault.open(cipher, owner=f"care:{seal}").decode()).medicine_hours
