"""A trainer's own photo: uploaded in the office, small and without its past in the release."""

import gc
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model

from courses.authoring.actions import compile_waiting
from courses.authoring.models import LessonPage
from courses.catalog import queries as catalog
from courses.catalog.models import PackFile
from courses.engine.format.checks import MOST_BYTES_PICTURE
from tests.authoring.editor import form_of

# Wagtail leaves the spooled file of a new rendition to the garbage collector.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]
GPS, MAKER = 0x8825, 0x010F


def a_jpeg(*, size: tuple[int, int] = (1200, 900)) -> bytes:
    """What a phone's camera makes: large, many colours, and telling where it was taken."""
    noise = Image.frombytes("RGB", (24, 18), Random(7).randbytes(24 * 18 * 3))
    exif = Image.Exif()
    exif[MAKER] = "Secret Maker"
    exif.get_ifd(GPS)[1] = "N"
    out = io.BytesIO()
    noise.resize(size).save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _left_to_the_garbage_collector() -> Iterator[None]:
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def uploaded(client: Client) -> Any:
    file = SimpleUploadedFile("tea.jpg", a_jpeg(), content_type="image/jpeg")
    answer = client.post(reverse("wagtailimages:add"), {"title": "Tea garden", "file": file})
    assert answer.status_code == 302
    return get_image_model().objects.get(title="Tea garden")


def first_card_with(photo: Any, page: LessonPage) -> None:
    """The lesson's first card shows this photo instead of its drawing."""
    raw = page.body.get_prep_value()
    raw[0]["value"]["picture"] = [
        {"type": "photo", "id": "0f0f0f0f-0000-4000-8000-00000000000a", "value": {"image": photo.pk, "alt": "Tea"}}
    ]
    page.body = page.body.stream_block.to_python(raw)


def test_a_photo_reaches_phones_as_a_small_webp_without_the_place_it_was_taken(library: None, trainer: Client) -> None:
    photo = uploaded(trainer)
    page = LessonPage.objects.get(lesson_id="ra1", locale__language_code="en")
    first_card_with(photo, page)

    trainer.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page) | {"action-publish": "1"})
    compile_waiting(now=timezone.now())

    lesson = catalog.offered_lesson(module="ra", lesson="ra1", language="en")
    [stored] = PackFile.objects.filter(content_type="image/webp")
    content = bytes(stored.plain)
    assert lesson is not None and f"/packs/{stored.pk}" in lesson.file["html"]
    assert len(content) <= MOST_BYTES_PICTURE == 40 * 1024
    with Image.open(io.BytesIO(content)) as small:
        assert small.format == "WEBP" and max(small.size) <= 480
        assert not dict(small.getexif())
    assert b"Secret Maker" not in content
    sent = Client().get(f"/packs/{stored.pk}")
    assert (sent.status_code, sent.headers["Content-Type"]) == (200, "image/webp")
    assert f"/packs/{stored.pk}" in Client().get("/en/ra/ra1/").content.decode()


def test_the_office_shows_small_photos_and_never_the_file_as_it_was_uploaded(library: None, trainer: Client) -> None:
    photo = uploaded(trainer)
    assert b"Secret Maker" not in Path(photo.file.path).read_bytes()
    small = photo.get_rendition("max-165x165")

    shown = trainer.get(small.url)

    assert small.url.startswith("/office/media/images/")
    assert shown.status_code == 200 and shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert b"Secret Maker" not in shown.content
    assert trainer.get(photo.file.url, follow=True).status_code == 404
    assert trainer.get("/office/media/images/..%2Fsecret.key", follow=True).status_code == 404
    assert Client().get(small.url).headers["Location"].startswith("/office/login/")
