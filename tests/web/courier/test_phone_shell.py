"""The shell: small, whole, named by its contents, and empty of people."""

import gzip
import json
import re

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import sign_in
from web.courier.shell import COMMENT, STATIC, modules

LIMIT = 60_000


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def body(client: FlaskClient, name: str) -> bytes:
    with client.get(name) as answer:
        assert answer.status_code == 200, name
        return bytes(answer.data)


def shell_files(client: FlaskClient) -> list[str]:
    page = body(client, "/kurir/").decode()
    linked = re.findall(r'(?:href|src|data-icons)="(/[^"]+)"', page)
    return sorted({"/kurir/", *linked, "/npm/signature_pad.js"} - {"/kurir/ikon/192.png"})


def test_the_shell_is_small(client: FlaskClient) -> None:
    """As it travels to a phone over https."""
    sizes = {
        name: len(brotli.compress(body(client, name), quality=9)) for name in shell_files(client)
    }
    assert sum(sizes.values()) < LIMIT, sizes


def test_it_travels_compressed_and_is_kept_for_good(client: FlaskClient) -> None:
    module = next(name for name in shell_files(client) if name.endswith("app.js"))
    answer = client.get(module, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert gzip.decompress(answer.data) == client.get(module).data


def test_over_https_it_travels_smaller_still(client: FlaskClient) -> None:
    module = next(name for name in shell_files(client) if name.endswith("app.js"))
    answer = client.get(module, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert brotli.decompress(answer.data) == client.get(module).data


def test_every_file_to_keep_can_be_had_by_a_stranger(client: FlaskClient) -> None:
    worker = body(client, "/sw.js").decode()
    files = json.loads(worker[worker.index("{", worker.index("serve(")) : worker.rindex(")")])
    assert len(files["files"]) > 40
    assert all(body(client, name) for name in files["files"])


def test_yesterdays_modules_are_not_mixed_with_todays(client: FlaskClient) -> None:
    assert client.get("/kurir/v/000000000000/app.js").status_code == 404


def test_stripping_takes_comments_only() -> None:
    for name in modules():
        source = (STATIC / name).read_text()
        for taken in COMMENT.findall(source):
            assert taken.strip().startswith(("/*", "//"))
            assert taken.strip().endswith("*/") or "\n" not in taken.strip()


def test_the_manifest_makes_it_an_app(client: FlaskClient) -> None:
    manifest = json.loads(body(client, "/kurir/app.webmanifest"))
    assert manifest["start_url"] == manifest["scope"] == "/kurir/"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert body(client, icon["src"]).startswith(b"\x89PNG")


@pytest.mark.usefixtures("people")
def test_leaving_needs_a_token_that_only_those_inside_get(app: Flask) -> None:
    assert "csrf_token" in sign_in(app, "budi").get("/kurir/csrf.json").get_json()
    assert sign_in(app, "siti").get("/kurir/csrf.json").status_code == 403
    assert app.test_client().get("/kurir/csrf.json").status_code == 302
