from pathlib import Path as File
from typing import Any

import pytest

from courses.engine.format.course import parse_course
from courses.engine.path import OutlineLesson, Path, path
from tests.engine.vectors import vectors

FILE = vectors("path.json")
COURSE = File(__file__).parents[2] / "content/village-ecommerce/course.yaml"


def outline_of(*, planned: tuple[str, ...] = ()) -> list[OutlineLesson]:
    return [OutlineLesson(name=name, needs=tuple(needs), is_planned=name in planned) for name, needs in FILE["outline"]]


def path_of(case: dict[str, Any]) -> Path:
    return path(
        case["answers"],
        outline=outline_of(planned=tuple(case.get("planned", ()))),
        kept=case.get("kept", ()),
        failed_checks=case.get("failed_checks", ()),
    )


def test_the_case_file_holds_the_outline_of_the_course() -> None:
    course = parse_course(COURSE.read_text("utf-8"), path=COURSE.name)
    lessons = [
        (f"{module['id']}/{one['id']}", one["needs"]) for module in course["modules"] for one in module["lessons"]
    ]
    assert [tuple(entry) for entry in FILE["outline"]] == lessons
    assert len(lessons) == 62


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["people"]])
def test_every_test_person_gets_her_path(case: dict[str, Any]) -> None:
    found = path_of(case)
    assert [found.computer_level, found.internet_level] == case["levels"]
    assert list(found.checks) == case["checks"]
    assert list(found.lessons[:12]) == case["start"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
def test_every_rule_holds(case: dict[str, Any]) -> None:
    found = path_of(case)
    if "levels" in case:
        assert [found.computer_level, found.internet_level] == case["levels"]
    if "checks" in case:
        assert list(found.checks) == case["checks"]
    start = case.get("start", [])
    assert list(found.lessons[: len(start)]) == start
    for one, other in case.get("before", []):
        assert found.lessons.index(one) < found.lessons.index(other)
    if "hints" in case:
        assert list(found.hints) == case["hints"]
    assert not set(case.get("not_hints", [])) & set(found.hints)
