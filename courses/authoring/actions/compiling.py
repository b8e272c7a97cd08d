"""Published pages become releases: all languages of a module together, or none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from courses.authoring import queries
from courses.authoring.exporters.outlines import whole_outline
from courses.authoring.exporters.pages import ExportedLesson, FoundFile
from courses.authoring.exporters.releases import module_body, outline_body
from courses.authoring.looks import facts_of
from courses.authoring.models import CompileReport, CompileRequest
from courses.authoring.queries import LiveModule
from courses.catalog import actions as catalog
from courses.catalog.actions import Built, NewFile
from courses.catalog.models import Release
from courses.engine.format.advice import lesson_advice
from courses.engine.format.checks import (
    MOST_BYTES_PER_LESSON,
    MOST_BYTES_PICTURE,
    Remark,
    language_problems,
    lesson_problems,
    unlike_lists,
)
from courses.engine.format.pools import Pool, as_lesson, pool_json, pool_problems
from courses.engine.format.sayings import Complaint, Value
from courses.engine.format.types import Json

NEARLY_TOO_HEAVY = 0.9
_REASONS = ("no-reason", "option-without-reason")
"""Advice about what is said after an answer: an assessment gives no reasons."""


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """What a compile found. With `problems` nothing was published."""

    problems: Sequence[Remark] = ()
    advice: Sequence[Remark] = ()


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
    outcome = _compile_all_of(key, now=now) if kind == Release.Kind.MODULE else _compile_outline(key, now=now)
    told = {"problems": _told(outcome.problems), "advice": _told(outcome.advice)}
    CompileReport.objects.update_or_create(kind=kind, key=key, defaults={"compiled_at": now, **told})
    request.delete()
    return True


def _told(remarks: Sequence[Remark]) -> list[Json]:
    """As `CompileReport` keeps them: the words themselves, so that an old report reads as it was written."""
    return [
        {
            "lesson": remark.lesson,
            "language": remark.language,
            "card": remark.card,
            "item": remark.item,
            "en": remark.complaint.said("en"),
            "zh-hans": remark.complaint.said("zh-hans"),
        }
        for remark in remarks
    ]


def _compile_all_of(module: str, *, now: datetime) -> _Outcome:
    """The module and its assessment. What keeps one back does not hold the other."""
    live = queries.live_modules(module)
    lessons, assessment = _compile_module(module, live=live, now=now), _compile_assessment(module, live=live, now=now)
    return _Outcome(problems=[*lessons.problems, *assessment.problems], advice=[*lessons.advice, *assessment.advice])


def _compile_assessment(module: str, *, live: Mapping[str, LiveModule], now: datetime) -> _Outcome:
    """A learner may draw in any language: all of them together are one release."""
    pools = {language: one.pool for language, one in live.items() if one.pool}
    if not pools:
        catalog.withdraw_assessment(module)
        return _Outcome()
    lessons = [one.lesson.id for language in pools for one in live[language].lessons]
    advice = [
        remark for language, pool in pools.items() for remark in lesson_advice(as_lesson(pool), language=language)
    ]
    problems = pool_problems(pools, lessons=lessons)
    if not problems:
        catalog.publish_assessment(_assessment_body(module, pools=pools), now=now)
    return _Outcome(
        problems=problems, advice=[one for one in advice if one.card and one.complaint.code not in _REASONS]
    )


def _assessment_body(module: str, *, pools: Mapping[str, Pool]) -> Json:
    languages = {language: pool_json(pool) for language, pool in pools.items()}
    return {"format": 1, "kind": "assessment", "id": module, "languages": languages}


def _compile_module(module: str, *, live: Mapping[str, LiveModule], now: datetime) -> _Outcome:
    """Publish the module in its languages; or, with problems, leave everything as it is. Advice comes either way."""
    exported = {language: entry.lessons for language, entry in live.items() if entry.lessons}
    advice = [
        remark
        for language, lessons in exported.items()
        for one in lessons
        for remark in lesson_advice(one.lesson, language=language)
    ]
    if problems := _module_problems(exported):
        return _Outcome(problems=problems, advice=advice)
    _keep_new_files(exported, now=now)
    built = [catalog.build_module(module_body(live[language], language=language)) for language in sorted(exported)]
    heavy = [remark for one in built for remark in _weighed(one, code="lesson-too-heavy", above=1)]
    if heavy:
        return _Outcome(problems=heavy, advice=advice)
    for one in built:
        catalog.publish(one, now=now)
    catalog.withdraw(kind=Release.Kind.MODULE, key=module, except_languages=list(exported))
    nearly = [remark for one in built for remark in _weighed(one, code="nearly-too-heavy", above=NEARLY_TOO_HEAVY)]
    return _Outcome(advice=[*advice, *nearly])


def _module_problems(exported: Mapping[str, list[ExportedLesson]]) -> list[Remark]:
    found: list[Remark] = []
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


def _file_problems(one: ExportedLesson, *, language: str) -> list[Remark]:
    """Pictures and sounds that are gone or are none, or a photo that could not be made small enough."""
    found: list[Remark] = []
    for number, card in enumerate(one.lesson.cards, start=1):
        for path, kind in [(card.picture.file if card.picture else None, "image/"), (card.sound, "audio/")]:
            if path and (code := _misfit(one.files.get(path), kind=kind)):
                found.append(Remark(complaint=Complaint(code), lesson=one.lesson.id, language=language, card=number))
    return found


def _misfit(file: FoundFile | None, *, kind: str) -> str | None:
    if file is None:
        return "file-gone"
    if not file.content_type.startswith(kind):
        return "file-of-other-kind"
    is_heavy = file.content is not None and len(file.content) > MOST_BYTES_PICTURE
    return "photo-too-heavy" if is_heavy else None


def _keep_new_files(exported: Mapping[str, list[ExportedLesson]], *, now: datetime) -> None:
    files = [file for lessons in exported.values() for one in lessons for file in one.files.values()]
    new = [NewFile(content=f.content, content_type=f.content_type) for f in files if f.content is not None]
    catalog.keep_files(new, now=now)


def _weighed(built: Built, *, code: str, above: float) -> list[Remark]:
    """The lessons whose text, as it is sent, takes more than this share of its budget (OFFLINE.md, "Budgets")."""
    return [
        Remark(complaint=Complaint(code, _weights(weight)), lesson=lesson, language=built.language)
        for lesson, weight in built.lesson_bytes.items()
        if weight > above * MOST_BYTES_PER_LESSON
    ]


def _weights(weight: int) -> dict[str, Value]:
    return {"weight": f"{weight / 1024:.1f}", "most": MOST_BYTES_PER_LESSON // 1024}


def _compile_outline(course: str, *, now: datetime) -> _Outcome:
    pages = queries.live_courses(course)
    outline = whole_outline(pages, modules={language: queries.modules_of(page) for language, page in pages.items()})
    for language, page in sorted(pages.items()):
        body = outline_body(page, language=language, outline=outline, facts=facts_of(page))
        catalog.publish(catalog.build_outline(body), now=now)
    catalog.withdraw(kind=Release.Kind.OUTLINE, key=course, except_languages=list(pages))
    return _Outcome()
