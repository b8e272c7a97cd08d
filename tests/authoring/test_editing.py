"""A trainer edits a lesson in the real editor: the release, the export and the report follow."""

import re
import shutil
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from courses.authoring import queries
from courses.authoring.actions import compile_waiting, compiling, load_library
from courses.authoring.exporters.folder import exported_files
from courses.authoring.exporters.releases import module_body
from courses.authoring.models import CompileReport, CompileRequest, LessonPage, LibraryFile, ModulePage
from courses.catalog import queries as catalog
from courses.catalog.actions import build_module
from courses.catalog.models import Release
from courses.people.models import Role
from tests.authoring.editor import current, form_of, lesson_page, save
from tests.builders import a_staff_member

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
EN = "village-ecommerce/ra/ra1/en.md"


def card_with(page: LessonPage, kind: str) -> int:
    """The place of the first card that holds such an exercise."""
    for place, block in enumerate(page.body.get_prep_value()):
        if any(item["type"] == kind for item in block["value"]["activity"]):
            return place
    raise AssertionError(kind)


def shown_in_editor(answer: HttpResponse) -> str:
    """What the editor's page says, in its HTML or in the data of its blocks."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda sign: chr(int(sign[1], 16)), unescape(answer.content.decode()))


def changed_lines(before: bytes, after: bytes) -> list[tuple[str, str]]:
    pairs = zip(before.decode().split("\n"), after.decode().split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def test_an_unchanged_lesson_saved_in_the_editor_makes_no_release(library: None, trainer: Client) -> None:
    files, release = dict(exported_files()), current()

    answer = save(trainer, lesson_page(), {})

    assert answer.status_code == 302
    compile_waiting(now=timezone.now())
    assert current() == release
    assert dict(exported_files()) == files


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("[today](fact:V99)", "en", "There is no fact “V99”."),
        ("[a word](term:rank)", "en", "There is no word “rank” in the glossary."),
        ("[今天的数](fact:V99)", "zh-hans", "没有“V99”这条数据。"),
    ],
)
def test_a_card_that_names_what_its_course_does_not_know_is_refused_at_the_card(
    library: None, trainer: Client, written: str, language: str, said: str
) -> None:
    trainer.force_login(a_staff_member(role=Role.TRAINER, language=language))
    page = lesson_page()

    answer = save(trainer, page, {"body-0-value-text": written})

    assert answer.status_code == 200
    assert said in shown_in_editor(answer)
    assert written not in lesson_page().body.get_prep_value()[0]["value"]["text"]


def test_an_exercise_that_rests_on_an_unknown_fact_is_refused(library: None, trainer: Client) -> None:
    page = lesson_page()
    place = card_with(page, "choice")

    answer = save(trainer, page, {f"body-{place}-value-activity-0-value-fact": "V99"})

    assert "There is no fact “V99”." in shown_in_editor(answer)


def test_an_edit_of_one_card_becomes_a_release_and_changes_that_cards_lines_alone(
    library: None, trainer: Client
) -> None:
    files, release, chinese = dict(exported_files()), current(), current("zh-hans")
    page = lesson_page()
    place = card_with(page, "choice")

    save(trainer, page, {f"body-{place}-value-activity-0-value-prompt": "What would you look at first?"})
    compile_waiting(now=timezone.now())

    after = dict(exported_files())
    assert {name for name in after if after[name] != files.get(name)} == {EN}
    [(_, new)] = changed_lines(files[EN], after[EN])
    assert new == "prompt: What would you look at first?"
    assert current() != release
    assert current("zh-hans") == chinese
    lesson = catalog.lesson_of(release=current(), lesson="ra1")
    assert lesson is not None and "What would you look at first?" in {one.prompt for one in lesson.exercises}
    assert Release.objects.filter(pk=release).exists(), "phones that are mid-lesson keep theirs"


def test_a_draft_changes_nothing_for_phones(library: None, trainer: Client) -> None:
    release = current()

    save(trainer, lesson_page(), {"title": "Half an idea"}, publish=False)
    compile_waiting(now=timezone.now())

    assert current() == release
    assert not CompileRequest.objects.exists()


def test_two_letters_that_are_no_country_are_asked_about(library: None, trainer: Client) -> None:
    answer = save(trainer, lesson_page(lesson="ra2"), {"country": "zh"})

    assert "Write the two small letters of the country" in answer.content.decode()
    assert lesson_page(lesson="ra2").country == "cn"


def test_a_duplicated_exercise_gets_a_key_of_its_own(library: None, trainer: Client) -> None:
    page = lesson_page()
    raw = page.body.get_prep_value()
    place = card_with(page, "order")
    copy = {**raw[place], "id": "0f0f0f0f-0000-4000-8000-000000000001"}
    activity = {**copy["value"]["activity"][0], "id": "abcdef12-0000-4000-8000-000000000002"}
    copy["value"] = {**copy["value"], "activity": [activity]}
    page.body = page.body.stream_block.to_python([copy, *raw])

    save(trainer, page, {}, publish=False)

    cards = lesson_page().get_latest_revision_as_object().body.get_prep_value()
    keys = [item["value"]["key"] for card in cards for item in card["value"]["activity"]]
    assert keys[0] == "abcdef12"
    assert keys[1:] == [item["value"]["key"] for card in raw for item in card["value"]["activity"]]


def test_letters_left_empty_are_filled(library: None, trainer: Client) -> None:
    page = lesson_page()
    place = card_with(page, "choice")

    save(trainer, page, {f"body-{place}-value-activity-0-value-options-1-value-letter": ""})

    options = lesson_page().body.get_prep_value()[place]["value"]["activity"][0]["value"]["options"]
    assert [option["value"]["letter"] for option in options] == ["a", "b", "c"]


def test_a_key_that_only_one_language_has_keeps_the_old_release_and_says_so(library: None, trainer: Client) -> None:
    page, release = lesson_page(), current()
    place = card_with(page, "choice")

    save(trainer, page, {f"body-{place}-value-activity-0-value-key": "new-question"})
    compile_waiting(now=timezone.now())

    assert current() == release
    report = CompileReport.objects.get(kind="module", key="ra")
    assert {(problem["language"], problem["item"]) for problem in report.problems} == {
        ("zh-hans", "new-question"),
        ("en", "q2"),
    }
    page_shown = trainer.get(reverse("authoring_modules")).content.decode()
    assert "kept back" in page_shown
    assert escape(report.problems[0]["en"]) in page_shown


def test_the_second_language_published_too_sets_both_free(library: None, trainer: Client) -> None:
    before = {language: current(language) for language in ("en", "zh-hans")}
    for language in before:
        page = lesson_page(language)
        save(trainer, page, {f"body-{card_with(page, 'choice')}-value-activity-0-value-key": "new-question"})
        compile_waiting(now=timezone.now())

    assert all(current(language) != release for language, release in before.items())
    assert CompileReport.objects.get(kind="module", key="ra").problems == []


def test_an_exercise_without_a_right_option_keeps_the_old_release(library: None, trainer: Client) -> None:
    page, release = lesson_page(), current()
    data = form_of(page)
    place = card_with(page, "choice")
    options = [name for name in data if name.startswith(f"body-{place}-") and name.endswith("-right")]
    for name in options:
        del data[name]
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = trainer.post(edit, data | {"action-publish": "1"}, follow=True).content.decode()

    assert "Not on phones yet: they keep what they have." in answer and 'href="#ra"' in answer
    assert current() == release
    assert [problem["zh-hans"] for problem in CompileReport.objects.get(key="ra").problems] == [
        "没有一个选项是对的。请写明哪个选项是对的。"
    ]


def test_whoever_publishes_sees_at_once_that_it_is_on_phones(library: None, trainer: Client) -> None:
    release = current()

    answer = save(trainer, lesson_page(), {"title": "A new title"})

    assert answer.headers["Location"] == "/office/modules/", "the confirmation stands at the head of the page"
    assert current() != release


def test_a_trainers_markup_reaches_no_phone(library: None, trainer: Client) -> None:
    page = lesson_page()

    save(trainer, page, {"body-0-value-text": "<script>alert(1)</script> [x](javascript:alert(1)) <b>bold</b>"})
    compile_waiting(now=timezone.now())

    offered = catalog.offered_lesson(module="ra", lesson="ra1", language="en")
    assert offered is not None
    assert "<script" not in offered.file["html"] and 'href="javascript' not in offered.file["html"]


def test_a_line_that_would_begin_a_card_is_kept_back_and_named(library: None, trainer: Client) -> None:
    save(trainer, lesson_page(), {"body-0-value-text": "Look:\n# not a heading"})

    compile_waiting(now=timezone.now())

    [problem] = CompileReport.objects.get(key="ra").problems
    assert (problem["lesson"], problem["language"], problem["card"]) == ("ra1", "en", 1)
    assert "ra1 · English · card 1" in trainer.get(reverse("authoring_modules")).content.decode()


def test_a_drawing_is_no_sound_neither_in_the_chooser_nor_at_the_compile(library: None, trainer: Client) -> None:
    drawing = LibraryFile.objects.order_by("pk")[0]
    lists = {kind: trainer.get(f"/office/library-{kind}/").json()["html"] for kind in ("drawings", "sounds")}
    assert str(drawing) in lists["drawings"] and str(drawing) not in lists["sounds"]
    release = current()

    save(trainer, lesson_page(), {"body-0-value-sound": str(drawing.pk)})
    compile_waiting(now=timezone.now())

    [problem] = CompileReport.objects.get(key="ra").problems
    assert problem["en"].startswith("A picture stands where a sound belongs")
    assert current() == release


def test_a_lesson_that_is_nearly_too_heavy_is_told_and_published(
    library: None, trainer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = queries.live_modules("ra").items()
    built = [build_module(module_body(module, language=language)) for language, module in live]
    weight, heaviest, language = max(
        (w, lesson, one.language) for one in built for lesson, w in one.lesson_bytes.items()
    )
    monkeypatch.setattr(compiling, "MOST_BYTES_PER_LESSON", int(weight / 0.95))
    release = current()

    save(trainer, lesson_page(), {"title": "What happens after you tap search"})
    compile_waiting(now=timezone.now())

    report = CompileReport.objects.get(key="ra")
    assert (heaviest, language) in {(one["lesson"], one["language"]) for one in report.advice if "weighs" in one["en"]}
    assert report.problems == [] and current() != release


def test_a_lesson_added_at_the_office_stands_in_the_outline_and_in_the_export(library: None) -> None:
    for language, title in (("en", "Ask your neighbour"), ("zh-hans", "问问邻居")):
        page = lesson_page(language).copy(update_attrs={"slug": "ra9", "title": title}, keep_live=False)
        assert page.lesson_id == "ra9", "a copy gets an id of its own"
        page.save_revision().publish()

    compile_waiting(now=timezone.now())

    body = catalog.release_body(current(key="village-ecommerce", language="zh-hans"))
    assert body is not None
    [module] = [module for module in body.json["modules"] if module["id"] == "ra"]
    assert module["lessons"][-1]["title"] == "问问邻居"
    assert "village-ecommerce/ra/ra9/zh-hans.md" in dict(exported_files())


def test_an_export_can_be_loaded_into_an_empty_site(library: None, tmp_path: Path, now: datetime) -> None:
    call_command("export_content", str(tmp_path / "content"))
    before = dict(exported_files())
    release = current()
    for page in LessonPage.objects.all():
        page.delete()
    shutil.copy(Path(settings.CONTENT_DIR) / "README.md", tmp_path / "content")

    load_library(tmp_path / "content", now=now, restore=True)
    compile_waiting(now=now)

    assert dict(exported_files()) == before
    assert current() == release


def test_two_lessons_cannot_have_the_same_id(library: None, trainer: Client) -> None:
    copy = lesson_page().copy(update_attrs={"slug": "ra9", "title": "Another"}, keep_live=False)

    answer = save(trainer, copy, {"lesson_id": "ra1"})

    assert answer.status_code == 200
    assert "Another page has this id already." in answer.content.decode()


def test_a_copied_module_gets_an_id_of_its_own_and_says_where_it_is_from(library: None) -> None:
    module = ModulePage.objects.get(module_id="ra", locale__language_code="en")

    copy = module.copy(update_attrs={"slug": "ra-for-tea", "title": "Ranking for tea"}, recursive=True)

    assert (copy.module_id, copy.copied_from) == ("ra-for-tea", "ra")
    compile_waiting(now=timezone.now())
    assert catalog.release_body(current(key="ra-for-tea")) is not None
