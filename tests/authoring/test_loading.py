"""Loading content files: what trainers wrote is never overwritten, what is broken is never half loaded."""

import io
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from courses.authoring.actions import compile_waiting, load_library, told
from courses.authoring.exporters.folder import exported_files, write_folder
from courses.authoring.importers.checking import mend, not_canonical
from courses.authoring.importers.folder import BrokenContent
from courses.authoring.models import CompileRequest, LessonPage, LibraryFile, LoadedLibrary, LoadedText, ModulePage
from courses.authoring.telling import languages_to_speak
from courses.catalog import queries as catalog
from courses.catalog.models import CurrentRelease, Release
from tests.rows_once import written_once

pytestmark = pytest.mark.django_db
COURSE = "village-ecommerce"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the library, to be written in."""
    copy = tmp_path / "content"
    shutil.copytree(settings.CONTENT_DIR, copy)
    return copy


@pytest.fixture
def loaded(folder: Path, now: datetime) -> Path:
    """The same copy, loaded already."""
    written_once("loaded", write=lambda: load_library(Path(settings.CONTENT_DIR), now=now))
    LoadedLibrary.objects.update(folder=str(folder))
    return folder


def lesson_page(language: str = "en", lesson: str = "ra1") -> LessonPage:
    page: LessonPage = LessonPage.objects.get(lesson_id=lesson, locale__language_code=language)
    return page


def file_of(folder: Path, language: str = "en", lesson: str = "ra1") -> Path:
    return folder / COURSE / "ra" / lesson / f"{language}.md"


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def edit_title(page: LessonPage, title: str, *, publish: bool = True) -> None:
    page.title = title
    revision = page.save_revision()
    if publish:
        revision.publish()


def test_what_was_loaded_is_exported_as_the_same_bytes(loaded: Path) -> None:
    exported = dict(exported_files())

    there = {str(path.relative_to(loaded)): path.read_bytes() for path in loaded.rglob("*") if path.is_file()}
    there.pop("README.md", None)
    assert exported == there


def test_the_same_lesson_is_linked_in_its_languages(loaded: Path) -> None:
    assert lesson_page("en").translation_key == lesson_page("zh-hans").translation_key
    assert lesson_page("en").get_parent().translation_key == lesson_page("zh-hans").get_parent().translation_key


def test_loading_again_changes_nothing_and_asks_for_no_release(loaded: Path, now: datetime) -> None:
    compile_waiting(now=now)
    revisions = lesson_page().revisions.count()
    (loaded / "README.md").write_text("Something else, so that the folder is read again.")

    notes = load_library(loaded, now=now)

    assert notes == []
    assert not CompileRequest.objects.exists()
    assert lesson_page().revisions.count() == revisions


def test_a_new_text_is_published_where_nobody_edited(loaded: Path, now: datetime) -> None:
    replace_in(file_of(loaded), "title: What happens", "title: What really happens")

    notes = load_library(loaded, now=now)

    assert lesson_page().title.startswith("What really happens")
    assert lesson_page().live
    assert [(note.place, note.language, note.code) for note in notes] == [("ra/ra1", "en", "changed")]
    assert CompileRequest.objects.filter(kind="module", key="ra").exists()


def test_a_published_edit_is_never_overwritten(loaded: Path, now: datetime) -> None:
    edit_title(lesson_page(), "A trainer's title")
    replace_in(file_of(loaded), "title: What happens", "title: What really happens")

    [note] = load_library(loaded, now=now)

    page = lesson_page()
    assert page.title == "A trainer's title"
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().title.startswith("What really happens")
    assert note.code == "edited"
    assert note.told("zh-hans") == "ra/ra1 (en) 在这里改过，保持不动；新文字放在未发布的草稿里"
    assert load_library(loaded, now=now, restore=True) == [], "said once, not at every start"


def test_what_went_as_the_files_say_is_counted_and_an_edit_is_named(loaded: Path, now: datetime) -> None:
    edit_title(lesson_page(), "A trainer's title")
    for language in ("en", "zh-hans"):
        replace_in(file_of(loaded, language=language), "minutes: 6", "minutes: 7")

    said = told(load_library(loaded, now=now), language="en")

    assert said[0] == "Pages with a new text: 1"
    assert [line.partition(" was edited")[0] for line in said[1:]] == ["ra/ra1 (en)"]


def test_a_draft_stays_the_draft(loaded: Path, now: datetime) -> None:
    before = lesson_page().title
    edit_title(lesson_page(), "Half written", publish=False)
    replace_in(file_of(loaded), "title: What happens", "title: What really happens")

    [note] = load_library(loaded, now=now)

    page = lesson_page()
    assert page.title == before
    assert page.get_latest_revision_as_object().title == "Half written"
    assert any(r.content["title"].startswith("What really happens") for r in page.revisions.all())
    assert note.code == "edited-with-draft"


def test_an_exported_edit_makes_page_and_file_one_again(loaded: Path, now: datetime) -> None:
    edit_title(lesson_page(), "A trainer's title")
    write_folder(loaded)

    assert load_library(loaded, now=now) == []

    replace_in(file_of(loaded), "A trainer's title", "A better title")
    load_library(loaded, now=now)
    assert lesson_page().title == "A better title"


def test_a_lesson_that_a_trainer_deleted_stays_deleted_unless_it_is_restored(loaded: Path, now: datetime) -> None:
    lesson_page().delete()
    replace_in(file_of(loaded), "title: What happens", "title: What really happens")

    notes = load_library(loaded, now=now)

    assert not LessonPage.objects.filter(lesson_id="ra1", locale__language_code="en").exists()
    assert [note.code for note in notes] == ["stays-deleted"]
    load_library(loaded, now=now, restore=True)
    assert lesson_page().live
    order = LessonPage.objects.child_of(lesson_page().get_parent()).order_by("path")
    assert list(order.values_list("lesson_id", flat=True)) == ["ra1", "ra2"]


def _take_out(folder: Path, lesson: str) -> None:
    shutil.rmtree(folder / COURSE / "ra" / lesson)
    replace_in(folder / COURSE / "ra" / "module.yaml", "lessons: [ra1, ra2]", "lessons: [ra1]")


def test_a_lesson_gone_from_the_files_is_no_longer_published(loaded: Path, now: datetime) -> None:
    _take_out(loaded, "ra2")

    notes = load_library(loaded, now=now)

    assert not lesson_page(lesson="ra2").live
    assert {note.language for note in notes if note.code == "gone"} == {"en", "zh-hans"}


def test_a_lesson_gone_from_the_files_stays_where_it_was_edited(loaded: Path, now: datetime) -> None:
    edit_title(lesson_page(lesson="ra2"), "Mine now")
    _take_out(loaded, "ra2")

    load_library(loaded, now=now)

    assert lesson_page(lesson="ra2").live
    assert not lesson_page("zh-hans", lesson="ra2").live


def test_a_lesson_that_comes_back_is_published_again(loaded: Path, now: datetime, tmp_path: Path) -> None:
    shutil.copytree(loaded, tmp_path / "kept")
    _take_out(loaded, "ra2")
    load_library(loaded, now=now)
    shutil.rmtree(loaded)
    shutil.copytree(tmp_path / "kept", loaded)

    load_library(loaded, now=now)

    assert lesson_page(lesson="ra2").live


def test_a_broken_file_is_named_and_nothing_is_loaded_half(folder: Path, now: datetime) -> None:
    replace_in(file_of(folder, "zh-hans", "ra2"), "minutes: 8", "minutes: many")
    replace_in(file_of(folder), "type: order", "type: ordre")

    with pytest.raises(BrokenContent) as caught:
        load_library(folder, now=now)

    assert [error.path for error in caught.value.errors] == [
        f"content/{COURSE}/ra/ra1/en.md",
        f"content/{COURSE}/ra/ra2/zh-hans.md",
    ]
    assert [error.complaint.code for error in caught.value.errors] == ["not-one-of", "not-whole"]
    assert all(error.line > 1 for error in caught.value.errors)
    assert not ModulePage.objects.exists() and not LoadedText.objects.exists() and not LibraryFile.objects.exists()


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda f: (f / COURSE / "ra/ra1/media/sieve.svg").unlink(), "There is no file “media/sieve.svg”"),
        (lambda f: (f / COURSE / "ra/ra1/media/sieve.svg").write_text("<svg><script/></svg>"), "viewBox"),
        (lambda f: (f / COURSE / "ra/ra1/media/notes.txt").write_text("x"), "not used here"),
        (lambda f: replace_in(file_of(f), "id: ra1", "id: ra9"), "not the folder's name"),
        (lambda f: replace_in(f / COURSE / "ra/module.yaml", "ra1, ra2", "ra1"), "is not named here"),
        (lambda f: replace_in(f / COURSE / "ra/module.yaml", "ra1, ra2", "ra1, ra2, ra3"), "has no text"),
        (lambda f: replace_in(file_of(f), "id: q4", "id: q9"), "is missing in"),
        (lambda f: replace_in(file_of(f), "(term:ranking)", "(fact:V99)"), "There is no fact “V99”"),
        (lambda f: replace_in(file_of(f), "(term:ranking)", "(term:rank)"), "There is no word “rank” in the glossary"),
        (lambda f: replace_in(f / COURSE / "facts.yaml", "id: V10", "id: V11b"), "There is no fact “V10”"),
        (
            lambda f: replace_in(file_of(f, "zh-hans", "ra2"), "country: cn\n", ""),
            "ra2/zh-hans.md:1: “country” differs",
        ),
        (lambda f: replace_in(file_of(f), "(term:ranking)", "(fact:V10)"), "“V10” holds in China only"),
        (lambda f: file_of(f).write_bytes(b"\xff\xfe"), "UTF-8"),
        (lambda f: (f / COURSE / "course.yaml").unlink(), "no course"),
    ],
)
def test_what_does_not_fit_together_is_said(folder: Path, now: datetime, break_it: object, said: str) -> None:
    assert callable(break_it)
    break_it(folder)

    with pytest.raises(BrokenContent) as caught:
        load_library(folder, now=now)

    assert said in str(caught.value)


def test_a_changed_picture_makes_a_new_release_and_is_no_edit(loaded: Path, now: datetime) -> None:
    compile_waiting(now=now)
    before = CurrentRelease.objects.get(kind="module", language="en").release_id
    replace_in(loaded / COURSE / "ra/ra1/media/sieve.svg", "#cfe0f1", "#cfe0f2")

    load_library(loaded, now=now)
    compile_waiting(now=now)

    assert CurrentRelease.objects.get(kind="module", language="en").release_id != before
    assert not lesson_page().has_unpublished_changes


def test_a_loose_file_is_told_and_mended_without_changing_a_word(folder: Path) -> None:
    path = file_of(folder)
    canonical = path.read_text()
    replace_in(path, "minutes: 6\nneeds: []", 'needs: [ ]\nminutes: "6"')

    [loose] = not_canonical(folder)

    assert (loose.path, loose.line) == (str(path), 4)
    assert mend(folder) == [path]
    assert path.read_text() == canonical


def test_the_first_load_makes_a_release_in_each_language_and_an_outline(folder: Path, now: datetime) -> None:
    load_library(folder, now=now)
    compile_waiting(now=now)

    current = set(CurrentRelease.objects.values_list("kind", "key", "language"))

    assert current == {
        (kind, key, language) for kind, key in (("module", "ra"), ("outline", COURSE)) for language in ("en", "zh-hans")
    }
    assert Release.objects.count() == 4


def test_phones_get_the_survey_with_the_outline_in_their_language(loaded: Path, now: datetime) -> None:
    compile_waiting(now=now)

    current = CurrentRelease.objects.get(kind="outline", language="zh-hans")
    outline = catalog.release_body(current.release_id)
    assert outline
    wants = next(question for question in outline.json["survey"] if question["id"] == "wants")
    assert (wants["type"], wants["prompt"], wants["only_if"]) == ("several", "你最想学什么？", None)
    assert wants["options"][0] == {"id": "computer", "text": "用电脑"}
    lessons = [lesson for module in outline.json["modules"] for lesson in module["lessons"]]
    assert [lesson["id"] for lesson in lessons if lesson["computer"]] == ["pc8"]
    assert outline.json["say"]["96110"] == "九六幺幺零"


def test_the_command_names_every_broken_file_and_says_that_nothing_was_loaded(folder: Path) -> None:
    replace_in(file_of(folder), "type: order", "type: ordre")

    with pytest.raises(CommandError, match=r"Nothing was loaded(.|\n)*ra1/en.md:\d+: ") as caught:
        call_command("load_content", str(folder), language="en")

    assert "Write one of: choice" in str(caught.value)
    assert not LessonPage.objects.exists()


@pytest.mark.parametrize(
    ("command", "language", "said", "unsaid"),
    [
        ("check_content", "en", "“type” cannot be “ordre”.", "不能写"),
        ("check_content", "zh-hans", "“type”不能写“ordre”。", "cannot"),
        ("load_content", "zh-hans", "什么都没有载入。请先改好：", "Nothing"),
    ],
)
def test_a_command_speaks_the_language_that_is_asked_for(
    folder: Path, command: str, language: str, said: str, unsaid: str
) -> None:
    replace_in(file_of(folder), "type: order", "type: ordre")

    with pytest.raises(CommandError) as caught:
        call_command(command, str(folder), language=language)

    assert said in str(caught.value)
    assert unsaid not in str(caught.value)


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "zh_CN.UTF-8"}, ["zh-hans"]),
        ({"LANG": "en_GB.UTF-8"}, ["en"]),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US"}, ["en"]),
        ({"LANG": "C.UTF-8"}, ["en", "zh-hans"]),
        ({"LANG": ""}, ["en", "zh-hans"]),
        ({}, ["en", "zh-hans"]),
    ],
)
def test_else_it_speaks_that_of_the_terminal_and_both_where_the_terminal_says_none(
    environment: dict[str, str], spoken: list[str]
) -> None:
    assert list(languages_to_speak(asked=None, environment=environment)) == spoken
    assert list(languages_to_speak(asked="zh-hans", environment=environment)) == ["zh-hans"]


def test_check_content_gives_advice_at_the_cards_line_and_finds_nothing_wrong(folder: Path) -> None:
    path = file_of(folder)
    card = path.read_text().split("\n").index("# Where are my mushrooms?") + 1
    replace_in(path, "Ping put her dried shiitake online.", "tea " * 29 + "tea.")
    out = io.StringIO()

    call_command("check_content", str(folder), language="en", stdout=out)

    assert f"ra1/en.md:{card}: A sentence has 30 words" in out.getvalue()
    assert "4 lesson files are right." in out.getvalue()
