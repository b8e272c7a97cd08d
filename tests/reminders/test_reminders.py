"""Reminders from deciding to telling: each once, only what is true, never at night, and only to those who may know."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from courses.inbox.models import Message
from courses.learning import actions as learning
from courses.learning.tasks import fold_all_ahead
from courses.people.models import Learner, Role
from courses.reminders import actions, channels, queries, tasks
from courses.reminders.channels import DeliveryReport, Outgoing
from courses.reminders.models import ChannelKey, Reason, Reminder, ReminderRule
from tests.builders import a_group, a_learner, a_staff_member
from tests.cast import the_cast
from tests.learned import Record, a_module, heard

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)  # in Shanghai
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def who_stopped(*, learner: Learner | None = None, days_ago: int = 4, nickname: str = "王桂兰") -> Learner:
    """She opened a lesson, answered once, and stopped; her phone was heard a day later with nothing left to send."""
    learner = learner or a_learner(group=a_group(), nickname=nickname)
    record = Record(learner=learner, release=a_module())
    sitting = record.opened(at=NOON - days_ago * DAY)
    record.answered(at=NOON - days_ago * DAY, sitting=sitting)
    heard(learner, at=NOON - (days_ago - 1) * DAY - HOUR + HOUR * 2)
    return learner


def who_fell_silent(*, nickname: str = "李建国", days_ago: int = 9) -> Learner:
    learner = a_learner(group=a_group(), nickname=nickname)
    Record(learner=learner, release=a_module()).opened(at=NOON - days_ago * DAY)
    heard(learner, at=NOON - days_ago * DAY, waiting=2)
    return learner


def who_has_a_review(*, language: str = "zh-hans", learned_ago: timedelta = 4 * DAY) -> Record:
    """She finished a lesson, everything right at once; her phone was heard a day later with nothing left to send."""
    record = Record(learner=a_learner(group=a_group()), release=a_module(language=language))
    record.whole_lesson(at=NOON - learned_ago)
    heard(record.learner, at=NOON - learned_ago + DAY + HOUR)
    fold_all_ahead()
    return record


def decide(learner: Learner, *, now: datetime = NOON) -> int:
    return actions.decide(learners=[learner.pk], now=now)


def states(learner: Learner) -> list[tuple[str, str, str]]:
    return list(Reminder.objects.filter(learner=learner).order_by("pk").values_list("reason", "channel", "state"))


def test_a_stop_is_told_in_the_app_with_the_lesson_to_go_on_with() -> None:
    learner = who_stopped()
    assert decide(learner) == 1 and actions.send_due(now=NOON) == 1
    message = Message.objects.get(learner=learner)
    assert (message.kind, message.link, message.language) == ("reminder", "/zh-hans/ra/ra1/", "zh-hans")
    assert "Lesson ra1" in message.text and states(learner) == [("stopped", "inbox", "sent")]


def test_deciding_and_sending_again_tells_nobody_twice() -> None:
    learner = who_stopped()
    for _ in range(3):
        decide(learner)
        actions.send_due(now=NOON)
    assert Message.objects.count() == 1 and Reminder.objects.count() == 1


@pytest.mark.parametrize("waiting", [None, 1])
def test_no_stop_is_claimed_while_a_phone_may_hold_more(waiting: int | None) -> None:
    learner = who_stopped()
    heard(learner, at=NOON - DAY, waiting=waiting)
    assert decide(learner) == 0


def test_another_phone_with_something_left_to_send_keeps_a_stop_unproven() -> None:
    learner = who_stopped()
    heard(learner, at=NOON - 4 * DAY, waiting=3)
    assert decide(learner) == 0


def test_what_arrived_but_is_not_folded_yet_is_known_when_deciding() -> None:
    learner = who_stopped()
    Record(learner=learner, release=a_module(), seq=9).opened(at=NOON - DAY, lesson="ra2")
    assert decide(learner) == 0


def test_whoever_finished_the_lesson_she_last_worked_at_did_not_stop() -> None:
    learner = a_learner(group=a_group())
    record = Record(learner=learner, release=a_module())
    record.opened(at=NOON - 6 * DAY, lesson="ra2")
    record.whole_lesson(at=NOON - 4 * DAY)
    heard(learner, at=NOON - 2 * DAY)
    assert decide(learner) == 0


def test_a_review_that_is_due_is_a_word_in_the_app_and_leads_to_it() -> None:
    learner = who_has_a_review().learner
    assert decide(learner) == 1 and actions.send_due(now=NOON) == 1
    message = Message.objects.get(learner=learner)
    assert (message.kind, message.link) == ("reminder", "/zh-hans/-/review/")
    assert states(learner) == [("review-due", "inbox", "sent")]
    assert Reminder.objects.get().period == "2026-11-21"
    assert decide(learner, now=NOON + DAY) == 0, "once is enough"


def test_nothing_is_due_again_on_the_day_after_it_was_learned_well() -> None:
    assert decide(who_has_a_review(learned_ago=DAY + 2 * HOUR).learner) == 0


def test_a_review_done_before_the_word_went_out_is_not_spoken_of() -> None:
    record = who_has_a_review()
    assert decide(record.learner) == 1
    for item in ("ra1/q1", "ra1/q2"):
        record.answered(at=NOON - HOUR, sitting=uuid.uuid4(), item=item)
    fold_all_ahead()
    assert actions.send_due(now=NOON) == 0 and Message.objects.count() == 0


def test_what_is_not_counted_yet_may_have_been_her_review() -> None:
    record = who_has_a_review()
    record.answered(at=NOON - 3 * DAY - 12 * HOUR, sitting=uuid.uuid4())
    assert decide(record.learner) == 0


def test_no_review_is_spoken_of_whose_questions_are_not_on_offer_in_her_language() -> None:
    assert decide(who_has_a_review(language="en").learner) == 0


def test_the_sweep_finds_who_has_a_review() -> None:
    learner = who_has_a_review(learned_ago=2 * DAY + 2 * HOUR).learner
    assert [learner.pk] in list(queries.learners_to_look_at(now=NOON))


def test_silence_brings_neutral_words_to_the_trainer_and_nothing_to_the_app() -> None:
    learner = who_fell_silent()
    assert decide(learner) == 1
    actions.send_due(now=NOON)
    assert states(learner) == [("lessons-wait", "trainer-list", "listed")]
    assert Message.objects.count() == 0
    trainer = a_staff_member(role=Role.TRAINER, centre=learner.memberships.get().centre)
    (row,) = queries.listed_for(trainer)
    words = actions.message_of(row=row, language="en").text
    assert words == "Your lessons wait. What you did is safe on the phone."


def test_a_learner_without_a_centre_has_no_trainer_to_ask() -> None:
    learner = a_learner()
    Record(learner=learner, release=a_module()).opened(at=NOON - 9 * DAY)
    heard(learner, at=NOON - 9 * DAY)
    assert decide(learner) == 0


def test_nothing_goes_out_at_night() -> None:
    night = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)  # 22:00 in Shanghai
    learner = who_stopped()
    decide(learner, now=night)
    assert Reminder.objects.get().due_at == datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
    assert actions.send_due(now=night + 9 * HOUR) == 0
    assert actions.send_due(now=night + 10 * HOUR) == 1


def test_a_centre_may_set_other_hours_and_leave_a_channel_out() -> None:
    learner = who_stopped()
    centre = learner.memberships.get().centre
    ReminderRule.objects.create(centre=centre, quiet_from="11:00", quiet_until="13:00", channels=["trainer-list"])
    decide(learner)
    (row,) = Reminder.objects.all()
    assert (row.channel, row.due_at) == ("trainer-list", NOON + HOUR)


def test_what_is_no_longer_true_when_it_is_due_is_dropped() -> None:
    learner = who_stopped()
    decide(learner)
    Record(learner=learner, release=a_module(), seq=9).opened(at=NOON + HOUR, lesson="ra2")
    assert actions.send_due(now=NOON + 2 * HOUR) == 0
    assert states(learner) == [("stopped", "inbox", "dropped")] and Message.objects.count() == 0


def test_what_was_dropped_and_is_true_again_goes_out_after_all() -> None:
    learner = who_stopped()
    decide(learner)
    heard(learner, at=NOON + HOUR, waiting=1)
    actions.send_due(now=NOON + 2 * HOUR)
    assert states(learner) == [("stopped", "inbox", "dropped")]
    heard(learner, at=NOON + 3 * HOUR, waiting=0, device=learner.admissions.order_by("-pk")[0].device_id)
    assert decide(learner, now=NOON + 4 * HOUR) == 1
    assert actions.send_due(now=NOON + 4 * HOUR) == 1 and Message.objects.count() == 1


def test_whoever_comes_back_leaves_the_trainers_list() -> None:
    learner = who_fell_silent()
    decide(learner)
    actions.send_due(now=NOON)
    heard(learner, at=NOON + HOUR)
    assert actions.drop_untrue(now=NOON + HOUR) == 1
    assert states(learner) == [("lessons-wait", "trainer-list", "dropped")]


def test_the_trainer_is_asked_two_days_after_the_app_if_nothing_was_heard() -> None:
    learner = who_stopped()
    decide(learner)
    actions.send_due(now=NOON)
    assert decide(learner, now=NOON + 47 * HOUR) == 0
    assert decide(learner, now=NOON + 48 * HOUR) == 1
    assert states(learner)[-1] == ("stopped", "trainer-list", "due")


class TwoAtOnce:
    """A channel through which a second worker tries to send the same reminder while the first is about to."""

    key = ChannelKey.INBOX.value

    def __init__(self, second: Callable[[], bool]) -> None:
        self.second, self.sent, self.second_went = second, 0, False

    def send(self, *, message: Outgoing, now: datetime) -> DeliveryReport:
        self.sent += 1
        self.second_went = self.second()
        return DeliveryReport(state=Reminder.State.SENT)


def test_two_workers_at_once_send_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    decide(who_stopped())
    row = Reminder.objects.get()
    channel = TwoAtOnce(second=lambda: actions.send(reminder=row.pk, now=NOON))
    monkeypatch.setitem(channels.CHANNELS, "inbox", channel)
    assert actions.send(reminder=row.pk, now=NOON)
    assert channel.sent == 1 and not channel.second_went


def test_killed_between_claim_and_hand_over_it_goes_out_once_the_claim_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = who_stopped()
    decide(learner)
    row = Reminder.objects.get()

    class Killed:
        key = "inbox"

        def send(self, *, message: Outgoing, now: datetime) -> DeliveryReport:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setitem(channels.CHANNELS, "inbox", Killed())
        with pytest.raises(KeyboardInterrupt):
            actions.send(reminder=row.pk, now=NOON)
    assert actions.send_due(now=NOON + timedelta(minutes=1)) == 0
    assert actions.send_due(now=NOON + actions.CLAIM + timedelta(minutes=1)) == 1
    assert Message.objects.filter(learner=learner).count() == 1


def test_a_learner_stands_on_the_trainers_list_only_once() -> None:
    learner = who_fell_silent(days_ago=40)
    Reminder.objects.create(
        learner=learner,
        reason=Reason.STOPPED,
        period="s",
        channel=ChannelKey.TRAINER_LIST,
        state=Reminder.State.LISTED,
        due_at=NOON - 30 * DAY,
        created_at=NOON - 30 * DAY,
    )
    assert decide(learner) == 0


def test_at_most_two_a_week_over_all_reasons() -> None:
    learner = who_fell_silent(days_ago=20)
    for period in ("one", "two"):
        Reminder.objects.create(
            learner=learner,
            reason=Reason.STOPPED,
            period=period,
            channel=ChannelKey.INBOX,
            state=Reminder.State.SENT,
            due_at=NOON - 3 * DAY,
            sent_at=NOON - 3 * DAY,
            created_at=NOON - 3 * DAY,
        )
    assert decide(learner) == 0
    assert decide(learner, now=NOON + 5 * DAY) == 1


def test_the_sweep_finds_who_went_quiet_and_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped, active = who_stopped(), who_stopped(days_ago=2, nickname="近")
    for learner in (stopped, active):
        learning.fold_learner(learner.pk)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    tasks.decide_all()
    tasks.send_due()
    assert {row.learner_id for row in Reminder.objects.all()} == {stopped.pk}


def listed(learner: Learner) -> Reminder:
    return Reminder.objects.create(
        learner=learner,
        reason=Reason.LESSONS_WAIT,
        period="p",
        channel=ChannelKey.TRAINER_LIST,
        state=Reminder.State.LISTED,
        due_at=NOON,
        created_at=NOON,
    )


def test_a_trainers_list_holds_the_learners_of_her_own_centre_alone() -> None:
    cast = the_cast()
    mine, theirs = listed(cast.learner_a), listed(cast.learner_b)
    assert list(queries.listed_for(cast.trainer_a)) == [mine]
    client = Client()
    client.force_login(cast.trainer_a)
    page = client.get("/office/reminders/").content.decode()
    assert "王桂兰" in page and "赵敏" not in page
    client.post(f"/office/reminders/{theirs.pk}/told/")
    theirs.refresh_from_db()
    assert theirs.state == Reminder.State.LISTED


def test_i_told_her_counts_once_however_often_it_is_tapped() -> None:
    cast = the_cast()
    row = listed(cast.learner_a)
    client = Client()
    client.force_login(cast.trainer_a)
    first = client.post(f"/office/reminders/{row.pk}/told/", follow=True).content.decode()
    assert "Noted: 王桂兰 was told." in first and "Nobody waits for a word from you" in first
    row.refresh_from_db()
    assert (row.state, row.sent_by) == (Reminder.State.SENT, cast.trainer_a)
    told_at = row.sent_at
    again = client.post(f"/office/reminders/{row.pk}/told/", follow=True).content.decode()
    assert "not on your list any more" in again
    row.refresh_from_db()
    assert row.sent_at == told_at


def test_telling_needs_a_tap_and_not_only_an_address() -> None:
    cast = the_cast()
    row = listed(cast.learner_a)
    client = Client()
    client.force_login(cast.trainer_a)
    assert client.get(f"/office/reminders/{row.pk}/told/").status_code == 405


def test_the_words_to_copy_are_in_the_learners_language_and_the_page_in_the_trainers() -> None:
    learner = a_learner(group=a_group(), language="zh-hans", nickname="王桂兰")
    listed(learner)
    client = Client()
    client.force_login(a_staff_member(centre=learner.memberships.get().centre, language="en"))
    page = client.get("/office/reminders/").content.decode()
    assert "课程给你留着呢" in page and 'lang="zh-Hans"' in page and "Copy the words" in page


def test_signals_name_the_newest_contact_and_all_that_waits() -> None:
    learner = who_stopped()
    heard(learner, at=NOON - HOUR, waiting=2)
    (situation,) = queries.situations(learners=[learner.pk], now=NOON)
    assert situation.signals.heard_at == NOON - HOUR and situation.signals.waiting == 2
    assert replace(situation.signals, waiting=0) != situation.signals
