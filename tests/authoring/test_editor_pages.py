"""What a trainer sees while she writes: the editor, its preview, and how her lessons stand on phones."""

import re
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks import StructBlock

from courses.authoring.actions import compile_waiting
from courses.authoring.blocks import Choice, Match, Order
from courses.authoring.models import CompileReport, LessonPage, LibraryFile
from courses.catalog import queries as catalog
from courses.people.models import Role
from tests.authoring.editor import current, form_of, lesson_page, save
from tests.builders import a_staff_member

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


def test_a_lesson_that_goes_out_later_says_when_and_that_the_old_one_is_out(library: None, trainer: Client) -> None:
    page = lesson_page()
    page.go_live_at = datetime(2036, 11, 22, 9, 25, tzinfo=UTC)
    page.save_revision().publish()

    modules = trainer.get(reverse("authoring_modules")).content.decode()

    english = modules.partition('id="ra-ra1"')[2].partition("</td>")[0]
    assert re.findall(r"w-status[^>]*>([^<]+)<", english) == ["published", "goes out 22 Nov 2036, 17:25"]


def test_the_editor_offers_no_privacy_that_phones_would_not_keep(library: None, trainer: Client) -> None:
    page = trainer.get(reverse("wagtailadmin_pages:edit", args=[lesson_page().pk])).content.decode()

    assert "Set schedule" in page
    assert "Change privacy" not in page


def test_a_published_lesson_that_is_kept_back_has_no_address_on_phones_yet(library: None, trainer: Client) -> None:
    new = LessonPage(lesson_id="ra9", slug="ra9", title="Only in English", can="I can.", locale=lesson_page().locale)
    lesson_page().get_parent().add_child(instance=new)
    new.save_revision().publish()
    compile_waiting(now=timezone.now())

    shown = trainer.get(reverse("authoring_modules")).content.decode()

    assert "Only in English" in shown and 'href="/en/ra/ra9/"' not in shown
    assert 'href="/en/ra/ra1/"' in shown


def test_a_chosen_drawing_is_seen_in_the_editor(library: None, trainer: Client) -> None:
    drawing = LibraryFile.objects.filter(width__gt=0).order_by("pk")[0]

    chosen = trainer.get(reverse("library_drawing_chooser:chosen", args=[drawing.pk])).json()["result"]
    shown = trainer.get(reverse("wagtailadmin_pages:edit", args=[lesson_page().pk])).content.decode()

    address = f"/packs/{drawing.content_id}"
    assert chosen["preview"]["url"] == address and max(chosen["preview"]["width"], chosen["preview"]["height"]) == 165
    assert trainer.get(address)["Content-Type"] == "image/svg+xml"
    assert address in shown and "data-chooser-image" in shown
    assert "media/" not in chosen["title"] and chosen["title"].endswith(f" · {drawing.lesson}")


def test_publishing_stands_before_unpublishing(library: None, trainer: Client) -> None:
    page = lesson_page()

    shown = trainer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    unpublish = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert shown.index('name="action-publish"') < shown.index(f'href="{unpublish}"')


@pytest.mark.parametrize(
    ("question", "lists"), [(Choice(), ["options"]), (Order(), ["steps"]), (Match(), ["left", "right"])]
)
def test_a_new_question_begins_with_two_empty_entries_to_fill(question: StructBlock, lists: list[str]) -> None:
    for name in lists:
        fields = question.child_blocks[name].child_block.child_blocks
        shown = question.get_form_state(question.get_default())[name]

        assert [set(entry["value"]) for entry in shown] == [set(fields)] * 2
        assert all(not entry["value"]["text"] for entry in shown)


def test_advice_is_shown_with_its_card_in_the_readers_language_and_keeps_nothing_back(
    library: None, trainer: Client
) -> None:
    before = current()
    assert CompileReport.objects.get(key="ra").advice == [], "the library follows its own advice"

    save(trainer, lesson_page(), {"body-0-value-text": "Mei sells tea. " * 5})
    compile_waiting(now=timezone.now())

    assert current() != before
    assert "The card has 5 sentences." in trainer.get(reverse("authoring_modules")).content.decode()
    trainer.force_login(a_staff_member(role=Role.TRAINER, language="zh-hans"))
    shown = trainer.get(reverse("authoring_modules")).content.decode()
    assert "1 条建议" in shown and "这张卡片有 5 句话。" in shown and "ra1 · English · 第 1 张卡片" in shown


@pytest.mark.parametrize("mode", ["light", "dark", "plain"])
def test_the_preview_shows_the_phones_view_of_what_is_in_the_editor(library: None, trainer: Client, mode: str) -> None:
    page = lesson_page("zh-hans")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    sent = trainer.post(address, form_of(page) | {"title": "试一试"})
    shown = trainer.get(address, {"mode": mode})

    assert sent.json()["is_valid"]
    html = shown.content.decode()
    assert ">试一试</h1>" in html and 'lang="zh-Hans"' in html
    offered = catalog.offered_lesson(module="ra", lesson="ra1", language="zh-hans")
    assert offered is not None and offered.file["html"] in html
    assert not LessonPage.objects.filter(title="试一试").exists()
    scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
    digests = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert len(digests) == (0 if mode == "plain" else 1)
    assert all(f"'sha256-{digest}'" in shown["Content-Security-Policy"] for digest in digests)


def test_view_live_leads_to_the_learners_address(library: None) -> None:
    assert lesson_page("zh-hans").url == "/zh-hans/ra/ra1/"
