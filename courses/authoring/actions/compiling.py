"""Published pages become releases: all languages of a module together, or none of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from courses.authoring import queries
from courses.authoring.exporters.outlines import whole_outline
from courses.authoring.exporters.pages import ExportedLesson
from courses.authoring.exporters.releases import module_body, outline_body
from courses.authoring.models import CompileReport, CompileRequest
from courses.catalog import actions as catalog
from courses.catalog.actions import Built, NewFile
from courses.catalog.models import Release
from courses.engine.format.checks import (
    MOST_BYTES_PER_LESSON,
    MOST_BYTES_PICTURE,
    Problem,
    language_problems,
    lesson_problems,
    unlike_lists,
)

Json = dict[str, Any]


def ask_for_compile(*, kind: str, key: str, now: datetime) -> None:
    """Note that a module or outline was published or withdrawn. In the transaction of whoever published it."""
    CompileRequest.objects.bulk_create(
        [CompileRequest(kind=kind, key=key, asked_at=now)],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["asked_at"],
    )


def compile_waiting(*, now: datetime) -> int:
    """Compile all that waits; how many there were."""
    waiting = list(CompileRequest.objects.order_by("asked_at").values_list("kind", "key"))
    return sum(compile_what_was_asked(kind=kind, key=key, now=now) for kind, key in waiting)


@transaction.atomic
def compile_what_was_asked(*, kind: str, key: str, now: datetime) -> bool:
    """Compile one module or outline if it waits; False where another compile was quicker.

    The request is locked until the release is there: a second compile waits and then finds nothing to do, somebody
    who publishes meanwhile writes a new request, and a compile that is killed leaves the request as it was.
    """
    request = CompileRequest.objects.select_for_update().filter(kind=kind, key=key).first()
    if request is None:
        return False
    compiled = _compile_module(key, now=now) if kind == Release.Kind.MODULE else _compile_outline(key, now=now)
    CompileReport.objects.update_or_create(
        kind=kind, key=key, defaults={"compiled_at": now, "problems": [_told(problem) for problem in compiled]}
    )
    request.delete()
    return True


def _told(problem: Problem) -> Json:
    return {"where": problem.where, "en": problem.en, "zh-hans": problem.zh}


def _compile_module(module: str, *, now: datetime) -> list[Problem]:
    """Publish the module in its languages; or, with problems, leave everything as it is."""
    live = queries.live_modules(module)
    exported = {language: entry.lessons for language, entry in live.items() if entry.lessons}
    problems = _module_problems(exported)
    if problems:
        return problems
    _keep_new_files(exported, now=now)
    built = [catalog.build_module(module_body(live[language], language=language)) for language in sorted(exported)]
    if heavy := [problem for one in built for problem in _weight_problems(one)]:
        return heavy
    for one in built:
        catalog.publish(one, now=now)
    catalog.withdraw(kind=Release.Kind.MODULE, key=module, except_languages=list(exported))
    return []


def _module_problems(exported: Mapping[str, list[ExportedLesson]]) -> list[Problem]:
    found: list[Problem] = []
    by_lesson: dict[str, dict[str, ExportedLesson]] = {}
    for language, lessons in exported.items():
        for one in lessons:
            found += lesson_problems(one.lesson, language=language)
            found += _file_problems(one, language=language)
            by_lesson.setdefault(one.lesson.id, {})[language] = one
    found += unlike_lists({language: [one.lesson.id for one in lessons] for language, lessons in exported.items()})
    for versions in by_lesson.values():
        found += language_problems({language: one.lesson for language, one in versions.items()})
    return found


def _file_problems(one: ExportedLesson, *, language: str) -> list[Problem]:
    """Pictures and sounds that are gone, or a photo that could not be made small enough."""
    found: list[Problem] = []
    for number, card in enumerate(one.lesson.cards, start=1):
        where = f"{one.lesson.id} ({language}), {number}"
        for path in [card.picture.file if card.picture else None, card.sound]:
            file = one.files.get(path) if path else None
            if path and file is None:
                found.append(
                    Problem(
                        where=where,
                        en="Its picture or sound is gone. Choose another.",
                        zh="图片或录音不见了，请另选一个。",
                    )
                )
            if file and file.content and len(file.content) > MOST_BYTES_PICTURE:
                found.append(
                    Problem(
                        where=where,
                        en="The photo is too heavy. Choose a simpler one.",
                        zh="照片太大，请换一张简单些的。",
                    )
                )
    return found


def _keep_new_files(exported: Mapping[str, list[ExportedLesson]], *, now: datetime) -> None:
    files = [file for lessons in exported.values() for one in lessons for file in one.files.values()]
    new = [NewFile(content=f.content, content_type=f.content_type) for f in files if f.content is not None]
    catalog.keep_files(new, now=now)


def _weight_problems(built: Built) -> list[Problem]:
    """Each lesson's text within its budget, as it is sent (OFFLINE.md, "Budgets")."""
    return [
        Problem(
            where=f"{lesson} ({built.language})",
            en=f"The lesson weighs {weight / 1024:.1f} KB, a phone gets {MOST_BYTES_PER_LESSON // 1024} KB. Split it.",
            zh=f"这一课有 {weight / 1024:.1f} KB，手机上最多 {MOST_BYTES_PER_LESSON // 1024} KB。请分成两课。",
        )
        for lesson, weight in built.lesson_bytes.items()
        if weight > MOST_BYTES_PER_LESSON
    ]


def _compile_outline(course: str, *, now: datetime) -> list[Problem]:
    pages = queries.live_courses(course)
    outline = whole_outline(pages, modules={language: queries.modules_of(page) for language, page in pages.items()})
    for language, page in sorted(pages.items()):
        body = outline_body(page, language=language, outline=outline)
        catalog.publish(catalog.build_outline(body), now=now)
    catalog.withdraw(kind=Release.Kind.OUTLINE, key=course, except_languages=list(pages))
    return []
