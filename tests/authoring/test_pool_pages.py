"""A module's assessment: loaded from files, edited in the office, exported the same, released for the server alone."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from courses.authoring.actions import compile_waiting, load_library
from courses.authoring.exporters.folder import exported_files
from courses.authoring.models import AssessmentPage, CompileReport
from courses.catalog import queries as catalog
from courses.catalog.models import CurrentAssessment, PackFile
from courses.engine.format.pools import parse_pool, pool_problems

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
COURSE = "village-ecommerce"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(settings.CONTENT_DIR, copy)
    return copy


def pool_file(folder: Path, language: str = "en") -> Path:
    return folder / COURSE / "ra" / f"assessment.{language}.md"


def pool_page(language: str = "en") -> AssessmentPage:
    page: AssessmentPage = AssessmentPage.objects.get(locale__language_code=language)
    return page


def test_the_librarys_own_assessment_is_fair_in_both_languages() -> None:
    files = {language: pool_file(Path(settings.CONTENT_DIR), language) for language in ("en", "zh-hans")}
    pools = {language: parse_pool(path.read_text(), path=str(path)) for language, path in files.items()}

    assert pool_problems(pools, lessons=["ra1", "ra2"]) == []
    assert {item.exercise.type for item in pools["en"].items} == {
        *("choice", "true-false", "numeric", "order", "match", "text-entry")
    }


@pytest.mark.usefixtures("library")
def test_a_published_assessment_is_one_release_of_all_its_languages() -> None:
    found = catalog.current_assessment("ra")

    assert found is not None
    assert sorted(found.pools) == ["en", "zh-hans"]
    assert len(found.versions_of("p1")) == 2


def served_to_everybody(client: Client) -> Iterator[bytes]:
    """Every byte that a phone or a stranger can fetch: packs, catalogues, first pages, the start."""
    for sha256 in PackFile.objects.values_list("pk", flat=True):
        yield client.get(f"/packs/{sha256}").content
    for language in ("en", "zh-hans"):
        yield client.get(f"/api/v1/catalogue?language={language}").content
        yield client.get(f"/{language}/ra/ra1/").content
        yield client.get(f"/{language}/ra/ra2/").content
    yield client.get("/").content


@pytest.mark.usefixtures("library")
def test_nothing_of_an_assessment_is_in_anything_that_is_served(client: Client) -> None:
    found = catalog.current_assessment("ra")
    assert found is not None
    secrets = {found.release.encode()}
    for pool in found.pools.values():
        for item in pool.items:
            secrets |= {text.encode() for text in (item.exercise.prompt, item.exercise.why) if text}

    served = b"\n".join(served_to_everybody(client))

    assert b"Ping put her dried shiitake online" in served, "the lessons are there"
    assert [secret.decode() for secret in secrets if secret in served] == []
    assert client.get(f"/packs/{found.release}").status_code == 404


def test_a_change_of_the_file_is_the_next_release(folder: Path, now: datetime) -> None:
    load_library(folder, now=now)
    compile_waiting(now=now)
    before = CurrentAssessment.objects.get().release_id
    path = pool_file(folder)
    path.write_text(path.read_text().replace("Sweet gift of our green valley", "A gift of our green valley"))

    notes = load_library(folder, now=now)
    compile_waiting(now=now)

    assert [(note.place, note.language, note.code) for note in notes] == [("ra/assessment", "en", "changed")]
    assert CurrentAssessment.objects.get().release_id != before


def test_what_a_trainer_changed_is_not_overwritten_and_is_exported(folder: Path, now: datetime) -> None:
    load_library(folder, now=now)
    page = pool_page()
    page.title = "Show what you know"
    page.save_revision().publish()
    path = pool_file(folder)
    path.write_text(path.read_text().replace("Sweet gift", "Fine gift"))

    notes = load_library(folder, now=now)

    assert [note.code for note in notes] == ["edited"]
    exported = dict(exported_files())[f"{COURSE}/ra/assessment.en.md"].decode()
    assert exported == path.read_text().replace("title: How products are ranked", "title: Show what you know").replace(
        "Fine gift", "Sweet gift"
    )


def test_an_assessment_with_a_fault_is_held_back_and_the_lessons_are_not(folder: Path, now: datetime) -> None:
    load_library(folder, now=now)
    compile_waiting(now=now)
    before = CurrentAssessment.objects.get().release_id
    path = pool_file(folder)
    path.write_text(path.read_text().replace("answer: b\nwhy: Only this", "answer: a\nwhy: Only this"))
    ra1 = folder / COURSE / "ra" / "ra1" / "en.md"
    ra1.write_text(ra1.read_text().replace("Where are my mushrooms?", "Where did they go?"))

    load_library(folder, now=now)
    compile_waiting(now=now)

    assert CurrentAssessment.objects.get().release_id == before
    lesson = catalog.lesson_file(module="ra", lesson="ra1", language="en")
    assert lesson is not None and "Where did they go?" in lesson["html"]
    report = CompileReport.objects.get(kind="module", key="ra")
    assert [(row["lesson"], row["item"]) for row in report.problems] == [("assessment", "p1")]


def test_an_assessment_taken_from_the_files_is_offered_no_more(folder: Path, now: datetime) -> None:
    load_library(folder, now=now)
    for language in ("en", "zh-hans"):
        pool_file(folder, language).unlink()

    notes = load_library(folder, now=now)
    compile_waiting(now=now)

    assert {note.code for note in notes} == {"gone"}
    assert catalog.current_assessment("ra") is None


@pytest.mark.usefixtures("library")
def test_a_trainer_opens_it_from_the_page_of_modules(trainer: Client) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[pool_page().pk])

    assert edit in trainer.get(reverse("authoring_modules")).content.decode()
    answer = trainer.get(edit)

    assert answer.status_code == 200
    assert b"Lesson it is about" in answer.content
