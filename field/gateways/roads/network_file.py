"""One compact file a city: a zip of arrays behind a header with a version; swapped in whole."""

import io
import json
import os
import secrets
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.network import ARRAYS, About, Network
from field.gateways.roads.turns import Topology

FORMAT = "antarjemput-roads"
VERSION = 2
_TOPOLOGY = ("copy_of", "tail", "head", "arc", "banned")


class NotANetwork(ValueError):
    """Not a network file, or one that another version of the program wrote."""


def write_network(network: Network, path: Path) -> None:
    """Put the file in place whole or not at all; who reads the old one goes on reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    header = {
        "format": FORMAT,
        "version": VERSION,
        "about": network.about.as_dict(),
        "names": network.names,
        "kinds": network.kinds,
        "junctions": network.topology.junctions,
    }
    arrays: dict[str, NDArray[np.generic]] = {name: getattr(network, name) for name in ARRAYS}
    for name in _TOPOLOGY:
        arrays[f"topology_{name}"] = getattr(network.topology, name)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("wb") as file:
            _write(file, header, arrays)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write(
    file: io.BufferedWriter, header: dict[str, object], arrays: dict[str, NDArray[np.generic]]
) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box:
        box.writestr("header.json", json.dumps(header))
        for name, array in arrays.items():
            with box.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)


def read_network(path: Path) -> Network:
    """Read the file back; FileNotFoundError when there is none.

    Raises:
        NotANetwork: it is broken, or of another version.
    """
    try:
        with zipfile.ZipFile(path) as box:
            header = json.loads(box.read("header.json"))
            if (header.get("format"), header.get("version")) != (FORMAT, VERSION):
                raise NotANetwork(f"{path.name}: {header.get('format')} {header.get('version')}")
            topology = Topology(
                header["junctions"], *(_array(box, f"topology_{name}") for name in _TOPOLOGY)
            )
            return Network(
                about=About(**header["about"]),
                names=tuple(header["names"]),
                kinds=tuple(header["kinds"]),
                topology=topology,
                **{name: _array(box, name) for name in ARRAYS},
            )
    except (zipfile.BadZipFile, KeyError, EOFError, TypeError) as broken:
        raise NotANetwork(f"{path.name}: {broken}") from broken


def _array(box: zipfile.ZipFile, name: str) -> Any:  # noqa: ANN401 - the header of each array says its type
    data = io.BytesIO(box.read(f"{name}.npy"))
    return np.lib.format.read_array(data, allow_pickle=False)
