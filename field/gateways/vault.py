"""Keeps a NIK secret at rest: AES-GCM with keys by version, and a keyed blind index to find it."""

import hashlib
import hmac
import os
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32


@dataclass(frozen=True, repr=False)
class Vault:
    """Seals and opens small secrets.

    Each sealed value is bound to the `owner` it was sealed for (the row's own
    id), so that a cipher copied to another row does not open there. A sealed
    value begins with the version of its key: a new key is added under a higher
    version and old values still open.
    """

    keys: Mapping[int, bytes]
    index_key: bytes

    def __post_init__(self) -> None:
        if not self.keys or any(len(key) != KEY_BYTES for key in self.keys.values()):
            raise ValueError("Each sealing key has 32 bytes.")
        if len(self.index_key) < KEY_BYTES:
            raise ValueError("The index key has at least 32 bytes.")

    def seal(self, plain: bytes, owner: str) -> bytes:
        """Encrypt under the newest key."""
        version = max(self.keys)
        nonce = os.urandom(NONCE_BYTES)
        cipher = AESGCM(self.keys[version]).encrypt(nonce, plain, owner.encode())
        return bytes([version]) + nonce + cipher

    def open(self, sealed: bytes, owner: str) -> bytes:
        """Decrypt; raises cryptography's InvalidTag when it was sealed for another owner."""
        key = self.keys[sealed[0]]
        nonce, cipher = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        return AESGCM(key).decrypt(nonce, cipher, owner.encode())

    def index(self, secret: str) -> str:
        """Return the blind index: equal secrets have equal indices, and nobody can go back."""
        return hmac.new(self.index_key, secret.encode(), hashlib.sha256).hexdigest()


def read_keys(text: str) -> dict[int, bytes]:
    """Read `1:base64,2:base64` as keys by version."""
    pairs = (part.split(":", 1) for part in text.split(","))
    return {int(version): b64decode(key) for version, key in pairs}
