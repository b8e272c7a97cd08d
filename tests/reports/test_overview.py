"""The overview at /office/: what it shows, to whom, and from how many this is known."""

import csv
import io
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from courses.catalog import queries as catalog
from courses.learning import actions as learning
from courses.learning.models import Folded, LessonProgress
from courses.people.models import Group, Learner, Membership, Role, Staff
from courses.people.office.times import ago
from courses.people.queries import SINCE_EVER
from courses.reports import queries, tasks
from courses.reports.models import Counted
from courses.syncing import queries as syncing
from courses.syncing.models import Admission, Device
from tests.builders import a_centre, a_group, a_learner, a_staff_member
from tests.cast import NAME_A, NAME_B, NAME_UNASSIGNED, signed_in, the_cast
from tests.learned import Record, a_module, heard

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def page_of(staff: Staff, query: str = "") -> str:
    response = signed_in(staff).get(f"/office/{query}")
    assert response.status_code == 200
    return response.content.decode()


def report_for(staff: Staff, *, now: datetime) -> queries.Report:
    scope = queries.scope_of(staff=staff, centre=None, group=None)
    return queries.report(staff=staff, scope=scope, module="ra", language="en", now=now)


def rows_of(staff: Staff, *, now: datetime) -> list[queries.Row]:
    report = report_for(staff, now=now)
    return list(queries.rows(known=report.people, shown=report.columns, now=now))


def settle(*learners: Learner) -> None:
    for learner in learners:
        learning.fold_learner(learner.pk)
    tasks.count_all_ahead()


def test_a_manager_sees_the_learners_of_her_own_centre_alone() -> None:
    cast = the_cast()
    a_module()
    page = page_of(cast.manager_a)
    assert NAME_A in page and NAME_B not in page and NAME_UNASSIGNED not in page


def test_the_stages_name_the_module_they_are_about() -> None:
    cast = the_cast()
    a_module()
    title = catalog.modules_offered(language="en")[0].title

    assert f'From joining to results</h2><span class="x-s">{title}</span>' in page_of(cast.manager_a)


def test_a_trainer_sees_what_her_centre_sees() -> None:
    cast = the_cast()
    page = page_of(cast.trainer_a)
    assert NAME_A in page and NAME_B not in page


@pytest.mark.parametrize("who", ["county_officer", "operator"])
def test_county_and_operator_see_both_centres_and_who_has_none(who: str) -> None:
    cast = the_cast()
    page = page_of(getattr(cast, who))
    assert NAME_A in page and NAME_B in page and NAME_UNASSIGNED in page


def test_one_centre_or_one_group_can_be_chosen() -> None:
    cast = the_cast()
    of_centre = page_of(cast.operator, f"?whom=centre-{cast.centre_b.pk}")
    assert NAME_B in of_centre and NAME_A not in of_centre and NAME_UNASSIGNED not in of_centre
    other = a_learner(nickname="周大勇", group=a_group(centre=cast.centre_a))
    of_group = page_of(cast.manager_a, f"?whom=group-{cast.group_a.pk}")
    assert NAME_A in of_group and other.nickname not in of_group


@pytest.mark.parametrize("what", ["centre", "group", "nonsense", "centre-", "centre-x", "group-9999999999999999999"])
def test_what_is_not_hers_or_is_nowhere_is_not_found(what: str) -> None:
    cast = the_cast()
    theirs = {"centre": f"centre-{cast.centre_b.pk}", "group": f"group-{cast.group_b.pk}"}.get(what, what)
    client = signed_in(cast.manager_a)
    assert client.get("/office/", {"whom": theirs}).status_code == 404
    assert client.get("/office/progress.csv", {"whom": theirs}).status_code == 404


def test_a_stranger_and_a_person_without_a_role_are_sent_to_the_sign_in() -> None:
    for client in (Client(), signed_in(a_staff_member(role=None))):
        for address in ("/office/", "/office/progress.csv"):
            response = client.get(address)
            assert response.status_code == 302 and "/office/login/" in response["Location"]


def test_each_lesson_shows_the_furthest_state_she_reached(now: datetime) -> None:
    group, release = a_group(), a_module()
    learner = a_learner(nickname="阿梅", group=group)
    record = Record(learner=learner, release=release)
    record.whole_lesson(at=now - DAY)
    record.opened(at=now - DAY, lesson="ra2")
    settle(learner)
    manager = a_staff_member(centre=group.centre)
    (row,) = rows_of(manager, now=now)
    assert [cell.state for cell in row.cells] == ["mastered", "opened"]
    totals = report_for(manager, now=now).totals
    assert (totals.joined, totals.started.people, totals.finished.people, totals.mastered.people) == (1, 1, 1, 0)


def test_what_is_not_folded_yet_is_shown_all_the_same_and_as_of_says_what_is_not_counted(now: datetime) -> None:
    group, release = a_group(), a_module()
    learner = a_learner(group=group)
    Record(learner=learner, release=release).whole_lesson(at=now - DAY)
    manager = a_staff_member(centre=group.centre)
    before = report_for(manager, now=now)
    assert before.totals.finished.people == 1 and before.as_of == now - DAY and before.is_stale
    settle(learner)
    after = report_for(manager, now=now)
    assert after.totals == before.totals and after.as_of == now and not after.is_stale
    assert sum(week.finished for week in after.weeks) == 1


def test_a_worker_that_is_down_for_two_hours_is_said_on_the_page() -> None:
    learner = a_learner(group=a_group())
    Record(learner=learner, release=a_module()).opened(at=timezone.now() - timedelta(hours=3))
    manager = a_staff_member(centre=learner.memberships.get().centre)
    assert "The counting has fallen behind" in page_of(manager)
    settle(learner)
    assert "The counting has fallen behind" not in page_of(manager)


def test_a_silent_phone_is_unknown_and_never_idle(now: datetime) -> None:
    group = a_group()
    a_module()
    silent, spoke = a_learner(nickname="静", group=group), a_learner(nickname="近", group=group)
    never = a_learner(nickname="未", group=group)
    heard(silent, at=timezone.now() - 8 * DAY)
    heard(spoke, at=timezone.now() - timedelta(minutes=1))
    manager = a_staff_member(centre=group.centre)
    rows = rows_of(manager, now=timezone.now())
    assert [(row.learner.pk, row.is_silent) for row in rows] == [(never.pk, True), (silent.pk, True), (spoke.pk, False)]
    page = page_of(manager)
    assert page.count("<b>unknown</b>") == 2 and "8 days ago" in page and "never heard from" in page
    assert "idle" not in page.lower() and "inactive" not in page.lower()


def test_the_newest_contact_of_any_of_her_phones_counts(now: datetime) -> None:
    learner = a_learner(group=a_group())
    heard(learner, at=now - 9 * DAY)
    heard(learner, at=now - DAY)
    manager = a_staff_member(centre=learner.memberships.get().centre)
    (row,) = rows_of(manager, now=now)
    assert row.last_heard_at == now - DAY == syncing.last_heard([learner.pk])[learner.pk]


def test_a_figure_may_rise_by_the_silent_who_had_not_reached_it(now: datetime) -> None:
    group, release = a_group(), a_module()
    people = [a_learner(group=group) for _ in range(4)]
    for learner in people[:2]:
        Record(learner=learner, release=release).whole_lesson(at=now - 10 * DAY)
    heard(people[0], at=now - DAY)
    for learner in people[1:3]:
        heard(learner, at=now - 9 * DAY)
    heard(people[3], at=now - DAY)
    settle(*people)
    totals = report_for(a_staff_member(centre=group.centre), now=now).totals
    assert totals.heard == 2 and totals.silent == 2
    assert totals.finished == queries.Stage(people=2, up_to=3)  # the silent one who finished does not count twice


def test_below_half_heard_the_page_says_to_call_the_centre_first() -> None:
    group = a_group()
    people = [a_learner(group=group) for _ in range(3)]
    manager = a_staff_member(centre=group.centre)
    heard(people[0], at=timezone.now())
    assert 'class="x-warn"' in page_of(manager) and "Call the centre" in page_of(manager)
    heard(people[1], at=timezone.now())
    assert "Call the centre" not in page_of(manager)


def test_a_module_is_mastered_by_all_lessons_of_some_release_of_it(now: datetime) -> None:
    group = a_group()
    first = a_module(lessons=["ra1"])
    learner = a_learner(group=group)
    Record(learner=learner, release=first).whole_lesson(at=now - DAY)
    settle(learner)
    manager = a_staff_member(centre=group.centre)
    assert report_for(manager, now=now).totals.mastered.people == 1
    a_module(lessons=["ra1", "ra2"])
    assert report_for(manager, now=now).totals.mastered.people == 1  # a lesson added later takes nothing away


def test_an_empty_centre_says_what_to_do_first() -> None:
    page = page_of(a_staff_member(centre=a_centre()))
    assert "Nobody has joined here yet" in page and "/office/people/groups/" in page


def test_the_chart_counts_a_week_by_where_she_was_then(now: datetime) -> None:
    old, new = a_group(), a_group()
    learner = a_learner(group=new, from_at=now - 2 * DAY)
    Membership.objects.create(learner=learner, centre=old.centre, group=old, from_at=SINCE_EVER, until_at=now - 2 * DAY)
    Record(learner=learner, release=a_module()).whole_lesson(at=now - 14 * DAY)
    settle(learner)
    was, gone_to = (report_for(a_staff_member(centre=group.centre), now=now) for group in (old, new))
    assert [week.finished for week in was.weeks][-3:] == [1, 0, 0] and was.totals.joined == 0
    assert sum(week.finished for week in gone_to.weeks) == 0 and gone_to.totals.finished.people == 1


def test_the_page_speaks_chinese_to_whoever_reads_chinese() -> None:
    a_module(language="zh-hans")
    learner = a_learner(nickname="王桂兰", group=a_group())
    heard(learner, at=timezone.now() - 9 * DAY)
    page = page_of(a_staff_member(centre=learner.memberships.get().centre, language="zh-hans"))
    for words in ("总览", "最后收到", "未知", "9天前", "指标说明"):
        assert words in page
    for words in ("Last heard from", "Joined", "unknown", "Definitions", "mastered<", ">Show<"):
        assert words not in page


def table(response: StreamingHttpResponse) -> list[list[str]]:
    content = response.getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def test_the_csv_holds_chinese_no_formula_and_only_what_may_be_seen() -> None:
    cast = the_cast()
    a_module()
    a_learner(nickname="=HYPERLINK(1)", group=cast.group_a)
    response = signed_in(cast.manager_a).get("/office/progress.csv")
    assert isinstance(response, StreamingHttpResponse)
    heads, *rows = table(response)
    assert heads[:5] == ["Learner", "Id", "Centre", "Group", "Village"] and heads[5] == "Lesson ra1"
    assert {row[2] for row in rows} == {cast.centre_a.name}
    assert {row[0]: row[-2] for row in rows} == {NAME_A: "2026-03-01 09:00", "'=HYPERLINK(1)": "unknown"}


def test_the_csv_speaks_one_language_to_its_end() -> None:
    cast = the_cast(language="zh-hans")
    a_module()
    a_learner(group=cast.group_a)  # nobody heard from her: such people stand first
    response = signed_in(cast.manager_a).get("/office/progress.csv")
    assert isinstance(response, StreamingHttpResponse)
    heads, *rows = table(response)
    with translation.override("zh-hans"):
        assert heads[0] == translation.gettext("Learner") != "Learner"
        assert rows[0][-2] == translation.gettext("unknown") != "unknown"


def test_the_csv_has_every_row_however_many_pages_there_are() -> None:
    group = a_group()
    for _ in range(60):
        a_learner(group=group)
    client = signed_in(a_staff_member(centre=group.centre))
    response = client.get("/office/progress.csv?page=2")
    assert isinstance(response, StreamingHttpResponse) and len(table(response)) == 61
    assert client.get("/office/?page=2").content.decode().count('scope="row" class="title"') == 10


def test_two_thousand_learners_cost_no_more_questions_than_twenty(now: datetime) -> None:
    few, many = a_group(), a_group()
    release = a_module()
    for group, size in ((few, 20), (many, 2000)):
        _populate(group=group, size=size, release=release, now=now)
    with connection.cursor() as cursor:
        # As a site's database does by itself: not knowing of these rows, PostgreSQL once chose a plan of minutes.
        cursor.execute("ANALYZE")
    asked = []
    for group in (few, many):
        client = signed_in(a_staff_member(centre=group.centre))
        client.get("/office/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/office/").status_code == 200
        asked.append(len(captured))
    assert asked[1] <= asked[0]


def _populate(*, group: Group, size: int, release: str, now: datetime) -> None:
    people = [Learner(pk=uuid.uuid4(), created_at=now, nickname=f"n{n}", record_seq=4) for n in range(size)]
    Learner.objects.bulk_create(people)
    Membership.objects.bulk_create(
        Membership(learner=each, centre=group.centre, group=group, from_at=SINCE_EVER) for each in people
    )
    devices = [Device(pk=uuid.uuid4(), last_heard_at=now, created_at=now, x=uuid.UUID(int=0)) for _ in people]
    Device.objects.bulk_create(devices)
    Admission.objects.bulk_create(
        Admission(device=device, learner=each, via="first", at=now)
        for device, each in zip(devices, people, strict=True)
    )
    LessonProgress.objects.bulk_create(
        LessonProgress(
            learner=each.pk, module="ra", lesson=lesson, opened_at=now, finished_at=now, last_at=now,
            right={"q1@1": now.isoformat(), "q2@1": now.isoformat()}, releases={release: now.isoformat()},
        )
        for each in people
        for lesson in ("ra1", "ra2")
    )  # fmt: skip
    Folded.objects.bulk_create(Folded(learner=each.pk, record_seq=4) for each in people)
    Counted.objects.bulk_create(Counted(learner=each.pk, record_seq=4) for each in people)


def test_times_are_told_by_the_readers_calendar() -> None:
    now = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)  # 18:00 in Shanghai
    with translation.override("en"):
        assert ago(now - timedelta(hours=2), now=now) == "today 16:00"
        assert ago(now - timedelta(hours=19), now=now) == "yesterday"  # 23:00 of the day before
        assert ago(now - timedelta(days=9), now=now) == "9 days ago"


def test_a_person_with_two_roles_sees_both_places() -> None:
    cast = the_cast()
    cast.trainer_a.roles.create(role=Role.MANAGER, centre=cast.centre_b)
    page = page_of(cast.trainer_a)
    assert NAME_A in page and NAME_B in page
