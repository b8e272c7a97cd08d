"""What the office may say of a phone."""

from datetime import UTC, datetime, timedelta

from courses.engine.devices import clock_error, is_clock_right, tier, urgency

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_clock_is_wrong_by_what_it_was_ahead_when_both_met() -> None:
    assert clock_error(device_at=NOON + timedelta(hours=3), server_at=NOON) == timedelta(hours=3)
    assert clock_error(device_at=NOON - timedelta(days=2), server_at=NOON) == timedelta(days=-2)
    assert clock_error(device_at=None, server_at=NOON) is None


def test_a_clock_that_is_off_by_two_minutes_at_most_is_right() -> None:
    assert is_clock_right(timedelta(minutes=-2))
    assert not is_clock_right(timedelta(minutes=2, seconds=1))


def test_the_tier_follows_from_what_the_browser_can() -> None:
    assert tier(app="abc", abilities=["worker", "gzip"]) == 1
    assert tier(app="abc", abilities=["gzip"]) == 2
    assert tier(app="form", abilities=[]) == 3
    assert tier(app="abc", abilities=[]) is None


def test_phones_with_something_parked_come_first_then_the_longest_silent() -> None:
    phones = [(0, NOON), (0, NOON - timedelta(days=9)), (2, NOON)]

    ordered = sorted(phones, key=lambda phone: urgency(parked=phone[0], heard_at=phone[1]))

    assert ordered == [(2, NOON), (0, NOON - timedelta(days=9)), (0, NOON)]
