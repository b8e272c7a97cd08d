"""The demo: the same figures each time, made once, and believable enough to show every state."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from courses.asking import actions as asking
from courses.asking import queries as asked
from courses.asking.models import Attachment
from courses.authoring import actions as authoring
from courses.authoring.listening import without_tasks
from courses.demo import actions
from courses.demo.cast import Clock, the_cast
from courses.demo.learning import course_on_offer
from courses.demo.life import visits
from courses.demo.phones import Phone, inhabitant
from courses.learning.models import Answer, Event
from courses.people import actions as people
from courses.people.models import Centre, Learner, Staff
from courses.reminders.models import Reminder
from courses.reports import queries
from courses.reports.models import LearnerDay
from courses.syncing.models import Device, Parked
from tests.builders import a_staff_member

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # seven in the evening in Shanghai
DAY = timedelta(days=1)


def load_the_library() -> None:
    with without_tasks():
        authoring.load_library(Path(settings.CONTENT_DIR), now=NOW)
    authoring.compile_waiting(now=NOW)


@pytest.fixture
def site() -> None:
    """A new site as `up` leaves it before the demo."""
    people.create_first_operator(now=NOW)
    load_the_library()


def figures() -> tuple[list[str], list[str], int]:
    """All that reports stand on, without the numbers the database gave."""
    days = LearnerDay.objects.values_list(
        "learner", "day_date", "group__name", "opened", "finished", "answers", "right"
    )
    reminders = Reminder.objects.values_list("learner", "reason", "channel", "state", "due_at")
    return sorted(map(str, days)), sorted(map(str, reminders)), Event.objects.count()


class Undone(Exception):
    """Takes a run back."""


def run_and_undo() -> Iterator[tuple[list[str], list[str], int]]:
    try:
        with transaction.atomic():
            actions.make_demo(now=NOW, size=10)
            yield figures()
            raise Undone
    except Undone:
        pass


@pytest.mark.usefixtures("site")
def test_two_runs_on_two_sites_give_the_same_figures() -> None:
    (first,) = run_and_undo()
    assert Learner.objects.count() == 0
    (second,) = run_and_undo()
    assert first == second and first[0] and first[2] > 100


@pytest.mark.usefixtures("site")
def test_a_second_run_changes_nothing_whenever_it_comes() -> None:
    actions.make_demo(now=NOW, size=8)
    before = figures()
    assert actions.make_demo(now=NOW + 3 * DAY, size=8) is None
    assert figures() == before and Staff.objects.filter(username__startswith="demo-").count() == 5


@pytest.mark.usefixtures("site")
def test_the_whole_demo_shows_every_state_and_parks_nothing() -> None:
    demo = actions.make_demo(now=NOW)
    assert demo is not None and demo.learners == 60 and Parked.objects.count() == 0
    officer = Staff.objects.get(username="demo-county")
    scope = queries.scope_of(staff=officer, centre=None, group=None)
    report = queries.report(staff=officer, scope=scope, module="ra", language="zh-hans", now=NOW)
    rows = list(queries.rows(known=report.people, shown=report.columns, now=NOW))
    states = Counter(cell.state for row in rows for cell in row.cells)
    assert {"mastered", "finished", "opened", ""} <= states.keys()
    assert report.totals.silent >= 10 and not report.is_stale and report.as_of == NOW
    silent = [tuple(cell.state for cell in row.cells) for row in rows if row.is_silent]
    assert len(set(silent)) >= 4 and silent.count(("mastered", "mastered")) < len(silent) / 2, "at different stages"
    assert sum(week.finished > 0 for week in report.weeks) >= 8
    assert {"stopped", "lessons-wait"} <= set(Reminder.objects.values_list("reason", flat=True))
    assert Reminder.objects.filter(state=Reminder.State.LISTED).exists()
    _check_answers()
    _check_places()
    _check_questions()


def _check_answers() -> None:
    """Some right, some wrong, in every exercise; and the phone's own grade is the server's."""
    for item in Answer.objects.values_list("lesson", "item").distinct():
        credits = Answer.objects.filter(lesson=item[0], item=item[1]).values_list("credit", flat=True)
        assert 0.4 < sum(credit == 1 for credit in credits) / len(credits) < 0.95
    scripted = Answer.objects.exclude(event__device__in=Device.objects.filter(app="form").values("pk"))
    for credit, said in scripted.values_list("credit", "event__body"):
        assert credit == said["credit"]


def _check_places() -> None:
    """Two centres; whoever came by herself belongs nowhere yet; some share a phone; one has no script."""
    assert Centre.objects.count() == 2 and Learner.objects.filter(memberships=None).count() == 2
    shared = Counter(Device.objects.values_list("admissions__device", flat=True))
    assert max(shared.values()) == 3 and Device.objects.filter(app="form").count() == 1


def _check_questions() -> None:
    """One answered; of the others one shows a photo and one is spoken, and all of both can be shown."""
    trainer = Staff.objects.get(username="demo-trainer-a")
    assert (asked.open_questions(trainer).count(), asked.answered_questions(trainer).count()) == (2, 1)
    for attachment in asked.waiting_to_be_made(most=10):
        asking.make_shown(attachment)
    assert {(each.type, each.state) for each in Attachment.objects.all()} == {
        ("image/jpeg", "ready"),
        ("audio/webm", "ready"),
    }


@pytest.mark.parametrize("clock", ["since 1970", "a year ahead", "drifting", "right"])
@pytest.mark.usefixtures("site")
def test_whatever_a_clock_says_what_was_done_lands_on_its_day(clock: Clock) -> None:
    phone = Phone(random=Random(1), clock=clock, began_at=NOW - 20 * DAY, language="en")
    who = inhabitant(Random(2))
    phone.inhabitants.append(who)
    moments = [NOW - ago * DAY for ago in (20, 12, 11, 3)]
    for nth, at in enumerate(moments):
        phone.switch_on(at)
        phone.write(
            "lesson_opened", learner=who.learner, at=at, body={"language": "en"}, module="ra", release="x", item="ra1"
        )
        if nth in (0, 2, 3):  # no network on the second day: handed over on the third, in another session
            phone.sync(at + timedelta(minutes=5))
    kept = Event.objects.filter(learner=who.learner).order_by("seq").values_list("corrected_at", flat=True)
    assert [at.date() for at in kept] == [at.date() for at in moments]


@pytest.mark.usefixtures("site")
def test_its_accounts_open_the_office_and_see_their_own_centre_alone() -> None:
    demo = actions.make_demo(now=NOW, size=8)
    assert demo is not None
    passwords = {account.username: account.password for account in demo.sign_ins}
    client = Client()
    assert client.login(username="demo-manager-a", password=passwords["demo-manager-a"])
    page = client.get("/office/").content.decode()
    assert "柳河镇创业中心" in page and "东岭镇创业中心" not in page


def test_without_lessons_or_an_operator_it_says_what_is_missing_and_makes_nothing() -> None:
    with pytest.raises(actions.NobodyInCharge):
        actions.make_demo(now=NOW)
    a_staff_member(role="operator")
    with pytest.raises(actions.NothingToLearn):
        actions.make_demo(now=NOW)
    assert Centre.objects.count() == 0


@pytest.mark.usefixtures("site")
def test_what_is_not_on_offer_is_left_out_of_a_course() -> None:
    assert [each.lesson.id for each in course_on_offer(("zz", "ra"), language="en")] == ["ra1", "ra2"]
    assert course_on_offer(("zz",), language="en") == []


def test_who_keeps_coming_gets_further_than_the_first_lessons() -> None:
    person = next(each for each in the_cast(classes=4) if each.manner == "steady")
    lived = visits(person, starts_on_day=0, first_day=NOW - 56 * DAY, now=NOW)
    lessons = [step.lesson for visit in lived for step in visit.steps]
    assert lessons == sorted(lessons) and lessons[0] == 0 and lessons[-1] >= 3
