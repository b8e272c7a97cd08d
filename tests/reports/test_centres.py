"""Several centres beside each other, for whoever leads a county: the same figures, each centre by itself."""

from datetime import datetime, timedelta

import pytest

from courses.people.models import Learner, Role, Staff
from courses.reports import queries
from tests.builders import a_centre, a_county, a_group, a_learner, a_staff_member
from tests.cast import signed_in, the_cast
from tests.learned import Record, a_module, heard

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def centres_of(staff: Staff, *, now: datetime, centre: int | None = None) -> dict[str, queries.Totals]:
    scope = queries.scope_of(staff=staff, centre=centre, group=None)
    report = queries.report(staff=staff, scope=scope, module="ra", language="en", now=now)
    return {one.centre.name if one.centre else "": one.totals for one in report.centres}


def finished_a_lesson(learner: Learner, *, release: str, now: datetime) -> None:
    Record(learner=learner, release=release).whole_lesson(at=now - DAY)
    heard(learner, at=now - DAY)


def test_each_centre_counts_its_own_people(now: datetime) -> None:
    county, release = a_county(), a_module()
    near, far, empty = (a_centre(name=name, county=county) for name in ("Near", "Far", "Empty"))
    finished_a_lesson(a_learner(group=a_group(centre=near)), release=release, now=now)
    a_learner(group=a_group(centre=near))  # never heard from
    heard(a_learner(group=a_group(centre=far)), at=now - DAY)
    finished_a_lesson(a_learner(), release=release, now=now)  # belongs nowhere yet

    found = centres_of(a_staff_member(role=Role.MANAGER, county=county), now=now)

    assert list(found) == [*(one.name for one in sorted((near, far, empty), key=lambda one: one.name)), ""]
    assert [(found[name].joined, found[name].heard) for name in ("Near", "Far", "Empty")] == [(2, 1), (1, 1), (0, 0)]
    assert found["Near"].finished == queries.Stage(people=1, up_to=2)
    assert found["Far"].finished == queries.Stage(people=0, up_to=0)
    assert (found[""].joined, found[""].finished.people) == (1, 1)


def test_one_centre_stands_beside_nobody(now: datetime) -> None:
    cast = the_cast()
    a_module()

    assert centres_of(cast.manager_a, now=now) == {}
    assert centres_of(cast.county_officer, now=now, centre=cast.centre_a.pk) == {}


def test_the_page_of_a_county_leads_to_each_centre_and_says_where_each_learner_belongs() -> None:
    cast = the_cast()
    a_module()

    page = signed_in(cast.county_officer).get("/office/").content.decode()

    for centre in (cast.centre_a, cast.centre_b):
        assert f'href="?whom=centre-{centre.pk}&amp;module=ra">{centre.name}</a>' in page
        assert f'<span class="x-why">{centre.name}</span>' in page
    assert "Centre beside centre" not in signed_in(cast.manager_a).get("/office/").content.decode()
