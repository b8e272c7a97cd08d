"""A course's outline in all its languages: what its file planned, and after it what trainers added at the office."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from courses.authoring.exporters.cards import one_line
from courses.engine.format import Lesson
from courses.engine.format.types import LANGUAGES

if TYPE_CHECKING:
    from courses.authoring.models import CoursePage
    from courses.authoring.queries import LiveModule

Json = dict[str, Any]


def whole_outline(pages: Mapping[str, "CoursePage"], *, modules: Mapping[str, Sequence["LiveModule"]]) -> Json:
    """The value of `course.yaml`; both mappings are by language. An empty course has empty lists."""
    base: Json = next((page.outline for _, page in sorted(pages.items()) if page.outline), {})
    live = _by_id(modules)
    planned = [_with_added_lessons(module, live=live.get(module["id"], {})) for module in base.get("modules", [])]
    known = {module["id"] for module in planned}
    added = [_added_module(name, live=versions) for name, versions in live.items() if name not in known]
    return {
        "id": next(page.course_id for page in pages.values()) if pages else "",
        "title": _texts({language: page.title for language, page in pages.items()}),
        "modules": [*planned, *(module for module in added if module["lessons"])],
        "survey": base.get("survey", []),
        "glossary": base.get("glossary", []),
        "say": base.get("say", []),
    }


def _by_id(modules: Mapping[str, Sequence["LiveModule"]]) -> dict[str, dict[str, "LiveModule"]]:
    """Module id → language → module, in the order in which they are met."""
    found: dict[str, dict[str, LiveModule]] = {}
    for language, several in sorted(modules.items()):
        for live in several:
            found.setdefault(live.page.module_id, {})[language] = live
    return found


def _texts(texts: Mapping[str, str]) -> Json:
    return {language: one_line(texts.get(language)) or None for language in LANGUAGES}


def _with_added_lessons(module: Json, *, live: Mapping[str, "LiveModule"]) -> Json:
    known = {lesson["id"] for lesson in module["lessons"]}
    return {**module, "lessons": [*module["lessons"], *_lessons(live, but=known)]}


def _added_module(name: str, *, live: Mapping[str, "LiveModule"]) -> Json:
    title = _texts({language: one.page.title for language, one in live.items()})
    return {"id": name, "title": title, "core": False, "lessons": _lessons(live, but=set())}


def _lessons(live: Mapping[str, "LiveModule"], *, but: set[str]) -> list[Json]:
    versions: dict[str, dict[str, Lesson]] = {}
    for language, module in live.items():
        for one in module.lessons:
            if one.lesson.id not in but:
                versions.setdefault(one.lesson.id, {})[language] = one.lesson
    level = next((module.page.level for module in live.values()), "core")
    return [_lesson(several, level=level) for several in versions.values()]


def _lesson(versions: Mapping[str, Lesson], *, level: str) -> Json:
    lesson = next(iter(versions.values()))
    return {
        "id": lesson.id,
        "title": _texts({language: one.title for language, one in versions.items()}),
        "minutes": lesson.minutes,
        "level": level,
        "needs": list(lesson.needs),
        "helps": list(lesson.helps),
        "computer": False,
    }
