"""Bytes of the first page as they are sent (OFFLINE.md, "Bytes"): with brotli, and with gzip for plain http."""

import json
import re
from datetime import datetime
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.test import Client

from courses.catalog.models import PackFile
from tests.published import publish_ra
from tests.published_every_type import publish_module

LESSON_TEXT = 3_000
GZIP_MORE = 1.15

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


@pytest.fixture
def browser(now: datetime) -> Client:
    built = Path(settings.APP_DIR) / "manifest.json"
    assert built.is_file(), "the phone app is built before the tests"
    publish_ra(now=now)
    publish_module(now=now)
    return Client()


LESSONS = [f"/{language}/ra/{lesson}/" for language in ("en", "zh-hans") for lesson in ("ra1", "ra2")]


EVERY_TYPE = ["/en/px/px1/", "/zh-hans/px/px1/"]


@pytest.mark.parametrize("address", ["/", "/join/", "/nowhere", *LESSONS, *EVERY_TYPE])
def test_every_page_is_within_ten_kilobytes(browser: Client, address: str) -> None:
    with_brotli = browser.get(address, headers={"accept-encoding": "gzip, br"})
    with_gzip = browser.get(address, headers={"accept-encoding": "gzip"})

    assert len(with_brotli.content) <= 10 * 1024
    assert len(with_gzip.content) <= 10 * 1024 * GZIP_MORE


@pytest.mark.parametrize("address", LESSONS)
def test_the_first_page_needs_no_other_file_to_be_read_and_answered(browser: Client, address: str) -> None:
    html = browser.get(address).content.decode()

    eager = re.findall(
        r'<(?:script|img|link rel="stylesheet")(?![^>]*loading="lazy")[^>]* (?:src|href)="([^"]+)"', html
    )
    assert [address for address in eager if not address.startswith("data:")] == []


@pytest.mark.parametrize("address", [*LESSONS, *EVERY_TYPE])
def test_the_inputs_of_some_types_and_the_rules_of_speech_come_late(browser: Client, address: str) -> None:
    after = browser.get(address).content.decode().partition('<script type="application/json" id="lesson">')[2]
    data, _, script = after.partition("</script>")

    assert "inputs" in json.loads(data)
    assert " percent" not in script and "百分之" not in script
    assert "公斤" not in script
    assert "Still to place" not in script and "还没放的" not in script


def test_the_text_of_a_lesson_stays_small(browser: Client) -> None:
    texts = PackFile.objects.filter(content_type="application/json")

    sizes = [len(bytes(file.brotli or b"")) for file in texts if b'"items":' in bytes(file.plain)]

    assert len(sizes) == 6
    assert max(sizes) <= LESSON_TEXT


def test_the_part_that_is_kept_is_compressed_as_well_as_can_be(browser: Client) -> None:
    sent = browser.get(LESSONS[0], headers={"accept-encoding": "br"}).content

    assert len(sent) <= len(brotli.compress(brotli.decompress(sent))) + 250
