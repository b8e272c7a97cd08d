"""Built files that came after the server's start, and those that it no longer keeps."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _app(settings: Settings, tmp_path: Path) -> None:
    settings.APP_DIR = tmp_path / "dist"
    (tmp_path / "dist" / "app").mkdir(parents=True)
    (tmp_path / "dist" / "gone.js").write_text("tells")
    (tmp_path / "outside-0123456789.js").write_text("not for anybody")


def test_a_file_that_was_built_after_the_start_is_served(tmp_path: Path) -> None:
    (tmp_path / "dist/app/words.zh-hans-ABCDEF12.js").write_text("plain")
    (tmp_path / "dist/app/words.zh-hans-ABCDEF12.js.gz").write_bytes(b"packed")
    address = "/static/app/words.zh-hans-ABCDEF12.js"

    plain, packed = Client().get(address), Client().get(address, headers={"accept-encoding": "gzip"})

    assert (plain.status_code, plain.content) == (200, b"plain")
    assert (packed["Content-Encoding"], packed.content) == ("gzip", b"packed")
    assert plain["Content-Type"] == "text/javascript; charset=utf-8"
    assert plain["Cache-Control"] == "public, max-age=60"


def test_in_place_of_a_script_that_is_gone_comes_one_that_tells_the_page_and_is_kept_nowhere() -> None:
    answer = Client().get("/static/app/library-AAAAAAAA.js")

    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, b"tells", "no-store")


@pytest.mark.parametrize(
    "address",
    [
        "/static/app-0123456789.css",
        "/static/app.js",
        "/static/notes.txt",
        "/static/../outside-0123456789.js",
        "/static/%2e%2e/outside-0123456789.css",
        "/static/app/../../outside-0123456789.css",
    ],
)
def test_nothing_else_is_given(address: str) -> None:
    assert b"not for anybody" not in (answer := Client().get(address)).content
    assert answer.status_code == 404
