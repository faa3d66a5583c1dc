"""Which cards are one visit: those of one household at one address."""

from hashlib import sha256

from field.domain.address import Address


def household_key(address: Address, kk_index: str | None, card: str) -> str:
    """Name the visit that a card belongs to; cards with the same name are one visit.

    A house is known by its number, so neighbours with the same street, number, RT/RW and
    kelurahan are together. Without a number only the same KK joins them, and without that a
    card is a visit of its own: a whole gang must not become one stop. The name is a hash, so
    that it has one length and tells nothing.

    Args:
        address: where the card goes.
        kk_index: the blind index of the family card's number, never the number.
        card: what tells this card from every other.
    """
    return sha256(_household(address, kk_index, card).encode()).hexdigest()


def _household(address: Address, kk_index: str | None, card: str) -> str:
    placed = address.kelurahan is not None and (address.street or address.block)
    if placed and address.number:
        return f"house:{address.key}"
    if placed and kk_index:
        return f"kk:{kk_index}:{address.key}"
    return f"card:{card}"
