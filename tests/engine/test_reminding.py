"""Who is due a nudge: the rules, case by case."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engine.reminding import (
    Nudge,
    OpenSitting,
    Rule,
    Signals,
    after_quiet_hours,
    is_still_true,
    next_nudge,
)

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)  # noon in Shanghai
DAY = timedelta(days=1)
SITTING = OpenSitting(sitting="s1", lesson="ra/ra1", last_at=NOW - 4 * DAY)
STOPPED = Signals(last_learned_at=NOW - 4 * DAY, open_sitting=SITTING, heard_at=NOW - 2 * DAY, waiting=0)
SILENT = Signals(last_learned_at=NOW - 9 * DAY, open_sitting=SITTING, heard_at=NOW - 9 * DAY, waiting=2)


def sent(reason: str = "stopped", channel: str = "inbox", period: str = "s1", ago: timedelta = 3 * DAY) -> Nudge:
    return Nudge(reason=reason, channel=channel, period=period, lesson="", at=NOW - ago)  # type: ignore[arg-type]  # plain words read better here


def test_a_proven_stop_of_three_days_is_told_in_the_app_first() -> None:
    nudge = next_nudge(signals=STOPPED, rule=Rule(), now=NOW)
    assert nudge == Nudge(reason="stopped", channel="inbox", period="s1", lesson="ra/ra1", at=NOW)


@pytest.mark.parametrize(
    "signals",
    [
        replace(STOPPED, last_learned_at=NOW - timedelta(days=2, hours=23)),
        replace(STOPPED, waiting=1),
        replace(STOPPED, waiting=None),
        replace(STOPPED, heard_at=STOPPED.last_learned_at),
        replace(STOPPED, heard_at=None),
        replace(STOPPED, open_sitting=None),
        replace(STOPPED, last_learned_at=NOW - 91 * DAY),
    ],
    ids=["too soon", "something waits", "it did not say", "no contact since", "never heard", "finished", "long ago"],
)
def test_no_stop_is_claimed_without_proof(signals: Signals) -> None:
    nudge = next_nudge(signals=signals, rule=Rule(), now=NOW)
    assert nudge is None or nudge.reason != "stopped"


def test_the_trainer_is_asked_two_days_after_the_inbox_went_unread() -> None:
    told = replace(STOPPED, sent=[sent(ago=timedelta(days=1))])
    assert next_nudge(signals=told, rule=Rule(), now=NOW) is None
    told = replace(STOPPED, heard_at=NOW - 3 * DAY, last_learned_at=NOW - 5 * DAY, sent=[sent(ago=2 * DAY)])
    nudge = next_nudge(signals=told, rule=Rule(), now=NOW)
    assert nudge is not None and nudge.channel == "trainer-list"


def test_nobody_is_asked_again_after_a_contact() -> None:
    back = replace(STOPPED, heard_at=NOW - DAY, sent=[sent(ago=2 * DAY)])
    assert next_nudge(signals=back, rule=Rule(), now=NOW) is None


REVIEW = replace(STOPPED, open_sitting=None, has_review=True)


def test_a_review_that_is_due_is_a_word_in_the_app_for_the_local_day() -> None:
    nudge = next_nudge(signals=REVIEW, rule=Rule(), now=NOW)
    assert nudge == Nudge(reason="review-due", channel="inbox", period="2026-11-21", lesson="", at=NOW)
    night = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)  # 22:00 in Shanghai: it goes out on the next morning
    nudge = next_nudge(signals=REVIEW, rule=Rule(), now=night)
    assert nudge is not None and nudge.period == "2026-11-22"
    assert next_nudge(signals=REVIEW, rule=Rule(channels=["trainer-list"]), now=NOW) is None


@pytest.mark.parametrize(
    "signals",
    [
        replace(REVIEW, has_review=False),
        replace(REVIEW, waiting=1),
        replace(REVIEW, waiting=None),
        replace(REVIEW, heard_at=NOW - 4 * DAY + timedelta(hours=23)),
        replace(REVIEW, heard_at=None),
        replace(REVIEW, sent=[sent("stopped", "inbox", "s1", 6 * DAY)]),
        replace(REVIEW, sent=[sent("review-due", "inbox", "2026-11-15", 6 * DAY)]),
        replace(REVIEW, sent=[sent("review-due", "inbox", "2026-11-13", 8 * DAY)], heard_at=NOW - 8 * DAY),
    ],
    ids=[
        "nothing is due",
        "something waits",
        "it did not say",
        "too soon after",
        "never heard",
        "told something else this week",
        "told this week",
        "not heard from since the last one",
    ],
)
def test_no_review_is_spoken_of_without_proof_or_twice_a_week(signals: Signals) -> None:
    nudge = next_nudge(signals=signals, rule=Rule(), now=NOW)
    assert nudge is None or nudge.reason != "review-due"


def test_who_stopped_in_a_lesson_is_told_of_the_lesson_not_of_the_review() -> None:
    nudge = next_nudge(signals=replace(STOPPED, has_review=True), rule=Rule(), now=NOW)
    assert nudge is not None and nudge.reason == "stopped"


def test_a_review_that_was_done_meanwhile_is_not_spoken_of() -> None:
    nudge = next_nudge(signals=REVIEW, rule=Rule(), now=NOW)
    assert nudge is not None and is_still_true(nudge=nudge, signals=REVIEW, now=NOW)
    assert not is_still_true(nudge=nudge, signals=replace(REVIEW, has_review=False), now=NOW)
    assert not is_still_true(nudge=nudge, signals=replace(REVIEW, waiting=2), now=NOW)


def test_silence_brings_only_the_neutral_reason_and_only_outside_the_app() -> None:
    nudge = next_nudge(signals=SILENT, rule=Rule(), now=NOW)
    assert nudge is not None and (nudge.reason, nudge.channel) == ("lessons-wait", "trainer-list")
    assert next_nudge(signals=SILENT, rule=Rule(channels=["inbox"]), now=NOW) is None


def test_whoever_finished_everything_is_left_in_peace() -> None:
    assert next_nudge(signals=replace(SILENT, lessons_left=False), rule=Rule(), now=NOW) is None


def test_nobody_outside_is_asked_about_her_twice_in_fourteen_days_for_whatever_reason() -> None:
    asked = replace(SILENT, sent=[sent("stopped", "trainer-list", "s1", 13 * DAY)])
    assert next_nudge(signals=asked, rule=Rule(), now=NOW) is None
    told_in_the_app = replace(SILENT, sent=[sent("stopped", "inbox", "s1", 8 * DAY)])
    assert next_nudge(signals=told_in_the_app, rule=Rule(), now=NOW) is not None


def test_the_neutral_reason_comes_at_most_once_in_fourteen_days() -> None:
    again = replace(SILENT, sent=[sent("lessons-wait", "trainer-list", "x", 13 * DAY)])
    assert next_nudge(signals=again, rule=Rule(), now=NOW) is None
    later = replace(SILENT, sent=[sent("lessons-wait", "trainer-list", "x", 14 * DAY)])
    assert next_nudge(signals=later, rule=Rule(), now=NOW) is not None


def test_no_more_than_the_centre_allows_in_a_week() -> None:
    full = replace(STOPPED, sent=[sent(period="a", ago=2 * DAY), sent(period="b", ago=6 * DAY)])
    assert next_nudge(signals=full, rule=Rule(), now=NOW) is None
    assert next_nudge(signals=full, rule=Rule(per_week=3), now=NOW) is not None


@pytest.mark.parametrize(
    ("local", "goes_out"),
    [
        ("12:00", "12:00"),
        ("20:29", "20:29"),
        ("20:30", "08:00"),
        ("23:59", "08:00"),
        ("00:00", "08:00"),
        ("08:00", "08:00"),
    ],
)
def test_quiet_hours_are_the_centres_own(local: str, goes_out: str) -> None:
    hour, minute = map(int, local.split(":"))
    moment = datetime(2026, 11, 21, hour, minute, tzinfo=UTC) - timedelta(hours=8)
    out = after_quiet_hours(moment=moment, rule=Rule()) + timedelta(hours=8)
    assert f"{out:%H:%M}" == goes_out
    assert out >= moment


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1), timezones=st.just(UTC)),
    st.times(),
    st.times(),
)
def test_nothing_ever_goes_out_in_quiet_hours(moment: datetime, quiet_from: time, quiet_until: time) -> None:
    rule = Rule(
        quiet_from=quiet_from.replace(microsecond=0, second=0), quiet_until=quiet_until.replace(microsecond=0, second=0)
    )
    out = after_quiet_hours(moment=moment, rule=rule)
    assert timedelta(0) <= out - moment <= DAY
    assert after_quiet_hours(moment=out, rule=rule) == out


def test_a_reminder_is_dropped_when_it_is_no_longer_true() -> None:
    nudge = next_nudge(signals=STOPPED, rule=Rule(), now=NOW)
    assert nudge is not None
    assert is_still_true(nudge=nudge, signals=STOPPED, now=NOW)
    assert not is_still_true(nudge=nudge, signals=replace(STOPPED, open_sitting=None), now=NOW)
    neutral = next_nudge(signals=SILENT, rule=Rule(), now=NOW)
    assert neutral is not None
    assert not is_still_true(nudge=neutral, signals=replace(SILENT, heard_at=NOW), now=NOW)
