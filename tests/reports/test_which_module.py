"""In which order the office lists modules, and with which one the overview begins."""

from datetime import datetime

import pytest

from courses.catalog import queries as catalog
from courses.learning import actions as learning
from courses.people.models import Group
from tests.builders import a_group, a_learner, a_staff_member
from tests.cast import signed_in
from tests.learned import Record, a_module, an_outline

pytestmark = pytest.mark.django_db


def who_opened(module: str, *, release: str, group: Group, at: datetime) -> None:
    learner = a_learner(group=group)
    Record(learner=learner, release=release, module=module).opened(at=at)
    learning.fold_learner(learner.pk)


def module_shown_to_manager_of(group: Group, query: str = "") -> str:
    shown = signed_in(a_staff_member(centre=group.centre)).get(f"/office/{query}").context["asked"].module
    assert isinstance(shown, str)
    return shown


def test_modules_stand_in_the_order_of_the_course_and_those_it_does_not_name_last() -> None:
    for module in ("aa", "ec", "pc", "ra"):
        a_module(module=module)
    an_outline(modules=["pc", "in", "ra", "ec"])

    assert [module.id for module in catalog.modules_offered(language="en")] == ["pc", "ra", "ec", "aa"]


def test_the_overview_opens_where_most_of_her_learners_are(now: datetime) -> None:
    releases = {module: a_module(module=module) for module in ("ec", "pc", "ra")}
    an_outline(modules=["pc", "ra", "ec"])
    hers, theirs = a_group(), a_group()
    for group, module in [(hers, "pc"), (hers, "ra"), (hers, "ra"), (theirs, "ec"), (theirs, "ec"), (theirs, "ec")]:
        who_opened(module, release=releases[module], group=group, at=now)

    assert module_shown_to_manager_of(hers) == "ra"
    assert module_shown_to_manager_of(hers, "?module=ec") == "ec", "whoever asks for a module gets it"


def test_where_two_modules_are_alike_the_first_of_the_course_is_shown(now: datetime) -> None:
    releases = {module: a_module(module=module) for module in ("ec", "pc", "ra")}
    an_outline(modules=["pc", "ra", "ec"])
    group = a_group()
    assert module_shown_to_manager_of(group) == "pc"

    for module in ("ec", "ra"):
        who_opened(module, release=releases[module], group=group, at=now)

    assert module_shown_to_manager_of(group) == "ra"
