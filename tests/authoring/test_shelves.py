"""The office's page of modules: in which order it shows them."""

import pytest

from courses.authoring.models import CoursePage, ModulePage
from courses.authoring.shelves import all_shelves

pytestmark = pytest.mark.django_db


def module_added(module: str, *, course: CoursePage) -> None:
    page = ModulePage(title=module, slug=module, module_id=module, about="What it is about.", locale=course.locale)
    course.add_child(instance=page)


def test_modules_stand_in_the_order_of_the_course_and_added_ones_last(library: None) -> None:
    course = CoursePage.objects.get(locale__language_code="en")
    assert [module["id"] for module in course.outline["modules"]][:2] == ["pc", "ec"]
    for module in ("tea", "ec", "pc"):
        module_added(module, course=course)

    assert [shelf.key for shelf in all_shelves()[0].shelves] == ["pc", "ec", "ra", "tea"]
