"""The files folder: photos under their own hash, uploads sealed; every write is atomic."""

import os
import secrets
from pathlib import Path

from field.gateways.vault import Vault


class Files:
    """Bytes under plain names below one folder."""

    def __init__(self, root: Path, vault: Vault) -> None:
        self.root = root
        self.vault = vault

    def write(self, name: str, body: bytes) -> None:
        """Store the bytes whole or not at all; they survive a power cut once this returns."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")  # two threads may write
        with draft.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)  # the new name too
        finally:
            os.close(folder)

    def read(self, name: str) -> bytes:
        return self._path(name).read_bytes()

    def has(self, name: str) -> bool:
        return self._path(name).is_file()

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def write_sealed(self, name: str, body: bytes) -> None:
        """Store personal data encrypted; it opens only under the same name."""
        self.write(name, self.vault.seal(body, owner=name))

    def read_sealed(self, name: str) -> bytes:
        return self.vault.open(self.read(name), owner=name)

    def _path(self, name: str) -> Path:
        path = (self.root / name).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise ValueError("A file name stays within the folder.")
        return path
