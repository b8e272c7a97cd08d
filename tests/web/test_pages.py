"""The learner's pages as a browser meets them."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import brotli
import pytest
from django.test import Client
from pytest_django import Settings

from courses.catalog import actions as catalog
from courses.catalog.models import Release
from courses.web import lesson_sources
from tests.published import publish_ra

pytestmark = pytest.mark.django_db

STYLE = ".page{color:#000}"
FILES = {
    "app.js": "/static/app-1.js",
    "app.css": "/static/app-1.css",
    "art/village.svg": "/static/art/village-1.svg",
    "lesson/inputs.js": "/static/lesson/inputs-1.js",
}


@pytest.fixture(autouse=True)
def _built_app(settings: Settings, tmp_path: Path) -> None:
    """A phone app of a few letters, as the build would leave it."""
    settings.APP_DIR = tmp_path
    (tmp_path / "first.css").write_text(STYLE)
    (tmp_path / "first.en.js").write_text("start('</en>')")
    (tmp_path / "first.zh-hans.js").write_text("start('zh')")
    tools = {"ranking-sieve": ["/static/tools/ranking-sieve-1.js", "/static/app/chunk.js"]}
    (tmp_path / "manifest.json").write_text(json.dumps({"files": FILES, "tools": tools}))


@pytest.fixture
def browser(now: datetime) -> Iterator[Client]:
    publish_ra(now=now)
    yield Client()


def page_data(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="lesson">(.*?)</script>', html, re.DOTALL)
    assert found
    value: dict[str, object] = json.loads(found[1])
    return value


def test_the_first_page_of_a_lesson_is_whole_in_one_response(browser: Client) -> None:
    html = browser.get("/en/ra/ra1/").content.decode()

    assert '<html lang="en">' in html
    assert html.count("data-card") == 12
    assert html.count('<form method="post"') == 5
    assert STYLE in html
    assert 'src="data:image/svg+xml,' in html.partition("</article>")[0]
    assert '<link rel="stylesheet"' not in html


def test_where_the_page_has_no_room_its_first_picture_comes_like_the_others(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson_sources._kept.cache_clear()
    monkeypatch.setattr(lesson_sources, "ROOM", {"br": 1_000})

    html = browser.get("/en/ra/ra1/").content.decode()

    assert '<img class="pic" loading="lazy" src="/packs/' in html.partition("</article>")[0]
    assert "data:image" not in html
    lesson_sources._kept.cache_clear()


def test_the_data_beside_it_holds_keys_reasons_and_where_to_go_on(browser: Client) -> None:
    data = page_data(browser.get("/zh-hans/ra/ra1/").content.decode())

    assert data["language"] == "zh-hans"
    assert data["module"] == "ra"
    assert len(str(data["release"])) == 64
    assert data["next"] == {"href": "/zh-hans/ra/ra2/", "title": "排序看什么"}
    assert data["practices"] == {"ranking-sieve": "/static/tools/ranking-sieve-1.js"}
    assert data["app"] == FILES["app.js"]
    assert data["items"]["q2"]["answer"] == "b"  # type: ignore[index]  # plain JSON


def test_the_page_brings_the_notes_on_how_its_own_words_are_said_and_no_others(browser: Client) -> None:
    assert page_data(browser.get("/zh-hans/ra/ra1/").content.decode())["say"] == {"家种的": "家众的"}
    assert "say" not in page_data(browser.get("/en/ra/ra1/").content.decode())


def test_the_policy_names_the_inline_script_and_nothing_from_elsewhere(browser: Client) -> None:
    policy = browser.get("/en/ra/ra1/")["Content-Security-Policy"]

    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_compressed_page_is_the_plain_page(browser: Client, encoding: str) -> None:
    packed = browser.get("/en/ra/ra1/", headers={"accept-encoding": encoding})
    plain = browser.get("/en/ra/ra1/").content.decode()

    body = brotli.decompress(packed.content) if encoding == "br" else gzip.decompress(packed.content)
    without_ids = re.compile(r"value=\S{22}>")
    assert packed["Content-Encoding"] == encoding
    assert without_ids.sub("", body.decode()) == without_ids.sub("", plain)


def test_every_rendering_has_fresh_ids_for_its_answers(browser: Client) -> None:
    ids = [re.findall(r"name=id form=(q\d) value=(\S{22})>", browser.get("/en/ra/ra1/").content.decode()) for _ in "ab"]

    assert [item for item, _ in ids[0]] == ["q2", "q1", "q4", "q5", "q3"]
    assert len({event_id for found in ids for _, event_id in found}) == 10


def test_the_words_of_the_glossary_stand_on_the_page(browser: Client) -> None:
    html = browser.get("/en/ra/ra1/").content.decode()

    assert 'href="#word-ranking"' in html
    assert 'id="word-ranking"' in html


def test_the_start_page_asks_the_language_and_says_start(browser: Client) -> None:
    html = browser.get("/", headers={"accept-language": "zh-CN,zh;q=0.9"}).content.decode()

    assert '<html lang="zh-Hans">' in html
    assert re.search(r'value="zh-hans" checked', html)
    assert "English" in html
    assert 'href="/join/"' in html


def test_start_leads_to_the_first_lesson_on_offer(browser: Client) -> None:
    assert browser.get("/begin?language=en")["Location"] == "/en/ra/ra1/"
    assert browser.get("/begin?language=zh-hans")["Location"] == "/zh-hans/ra/ra1/"
    assert browser.get("/begin?language=xx")["Location"] == "/"


def test_plain_http_is_told_honestly(browser: Client) -> None:
    far = browser.get("/", headers={"host": "192.168.1.20:8000", "accept-language": "en"}).content.decode()
    near = browser.get("/", headers={"host": "localhost:8000", "accept-language": "en"}).content.decode()

    assert "while the phone is connected" in far
    assert "without a network" not in far
    assert "without a network" in near


@pytest.mark.parametrize("address", ["/zh-hans/ra/ra9/", "/zh-hans/xx/ra1/", "/xx/ra/ra1/", "/nowhere", "/zh-hans/"])
def test_an_unknown_address_gets_a_friendly_page(browser: Client, address: str) -> None:
    answer = browser.get(address, headers={"accept-language": "zh-CN"})

    assert answer.status_code == 404
    assert "这里没有这一页" in answer.content.decode()
    assert "你的答案都在" in answer.content.decode()


def test_a_module_that_was_taken_back_is_said_to_be_rewritten(browser: Client) -> None:
    catalog.withdraw(kind="module", key="ra")

    answer = browser.get("/en/ra/ra1/")

    assert answer.status_code == 404
    assert "being rewritten" in answer.content.decode()
    assert "Your answers are safe" in answer.content.decode()


def test_a_lesson_in_the_other_language_alone_is_offered_there(now: datetime) -> None:
    publish_ra(now=now, languages=("zh-hans",))

    answer = Client().get("/en/ra/ra1/")

    assert answer.status_code == 404
    assert 'href="/zh-hans/ra/ra1/"' in answer.content.decode()


def test_a_new_release_is_a_new_page_at_once(browser: Client, now: datetime) -> None:
    before = page_data(browser.get("/en/ra/ra1/").content.decode())
    body = json.loads(bytes(Release.objects.get(pk=before["release"]).body))
    body["lessons"][0]["cards"][0]["text"] = "An edited sentence."
    catalog.publish(catalog.build_module(body), now=now)

    after = browser.get("/en/ra/ra1/").content.decode()

    assert "An edited sentence." in after
    assert page_data(after)["release"] != before["release"]


def test_without_a_built_app_the_page_still_reads(browser: Client, settings: Settings, tmp_path: Path) -> None:
    settings.APP_DIR = tmp_path / "nothing"

    assert browser.get("/en/ra/ra1/").content.decode().count("data-card") == 12
    assert browser.get("/").status_code == 200
    assert browser.get("/worker.js").status_code == 404


@pytest.mark.parametrize("address", ["/today", "/library", "/zh-hans/-/review/", "/en/-/check:ra:ra1/"])
def test_a_room_of_the_app_is_there_after_a_reload(client: Client, tmp_path: Path, address: str) -> None:
    (tmp_path / "app.html").write_text("the app")

    assert client.get(address).content == b"the app"


def test_a_room_in_a_language_nobody_has_is_not_there(client: Client) -> None:
    assert client.get("/fr/-/review/").status_code == 404
