"""Settings of an installation: from the environment, with keys made on first run."""

import os
import secrets
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True, repr=False)
class Config:
    """All that differs between installations. Secrets are never shown."""

    city: str
    zone: ZoneInfo
    database_url: str
    instance: Path
    secret_key: str
    nik_keys: str
    index_key: str
    nominatim_url: str
    photon_url: str
    osrm_url: str
    valhalla_url: str
    road_pairs: str
    overpass_url: str
    https: bool
    messages_url: str = ""
    messages_token: str = ""


def read_config(environ: dict[str, str] | None = None) -> Config:
    """Read the environment; what is secret and missing is made once, in `instance/keys.env`."""
    env = dict(os.environ if environ is None else environ)
    instance = Path(env.get("INSTANCE_PATH", "instance")).resolve()
    instance.mkdir(parents=True, exist_ok=True)
    env = _keys(instance / "keys.env") | env
    return Config(
        city=env.get("CITY", "32.71"),
        zone=ZoneInfo(env.get("TIMEZONE", "Asia/Jakarta")),
        database_url=_with_driver(
            env.get("DATABASE_URL", f"sqlite:///{instance / 'antarjemput.sqlite'}")
        ),
        instance=instance,
        secret_key=env["SECRET_KEY"],
        nik_keys=env["NIK_KEYS"],
        index_key=env["NIK_INDEX_KEY"],
        nominatim_url=env.get("NOMINATIM_URL", ""),
        photon_url=env.get("PHOTON_URL", ""),
        osrm_url=env.get("OSRM_URL", ""),
        valhalla_url=env.get("VALHALLA_URL", ""),
        road_pairs=env.get("ROAD_PAIRS", ""),
        overpass_url=env.get("OVERPASS_URL", "https://overpass-api.de/api/interpreter"),
        https=env.get("HTTPS", "") == "1",
        messages_url=env.get("MESSAGES_URL", ""),
        messages_token=env.get("MESSAGES_TOKEN", ""),
    )


def _with_driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _keys(path: Path) -> dict[str, str]:
    if not path.exists():
        lines = (
            f"SECRET_KEY={secrets.token_urlsafe(48)}",
            f"NIK_KEYS=1:{b64encode(secrets.token_bytes(32)).decode()}",
            f"NIK_INDEX_KEY={secrets.token_hex(32)}",
        )
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text("\n".join(lines) + "\n")
        try:
            os.link(draft, path)  # the first process wins; the others read its keys
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
