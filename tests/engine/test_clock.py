from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from courses.engine.clock import EARLIEST, Heard, Meeting, Sureness, corrected
from courses.learning.models import Event

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, BEFORE = UUID(int=1), UUID(int=2)
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """An event's word about its time."""

    seq: int
    at: datetime
    session: UUID | None = HERE
    mono: int | None = 0


def heard(*, device_at: datetime | None = NOW, session: UUID | None = HERE, mono: int | None = 600_000) -> Heard:
    return Heard(received_at=NOW, device_at=device_at, session=session, mono=mono)


def only(event: Stamp, request: Heard, **rest: object) -> tuple[datetime, Sureness]:
    [result] = corrected(events=[event], heard=request, **rest)  # type: ignore[arg-type]  # cases pass what they need
    return result


def test_in_the_same_session_the_milliseconds_count_whatever_the_clock_says() -> None:
    for wrong in (NOW - 20_000 * DAY, NOW, NOW + 26_000 * DAY):
        event = Stamp(seq=1, at=wrong, mono=480_000)
        assert only(event, heard(device_at=wrong)) == (NOW - timedelta(minutes=2), Sureness.SAME_SESSION)


def test_from_an_earlier_session_the_difference_of_the_clocks_counts() -> None:
    slow = NOW - 3 * DAY
    event = Stamp(seq=1, at=slow - timedelta(hours=1), session=BEFORE)
    assert only(event, heard(device_at=slow)) == (NOW - timedelta(hours=1), Sureness.NEAREST_SYNC)


def test_the_nearest_sync_counts_not_the_newest() -> None:
    then = Meeting(device_at=NOW - 40 * DAY, server_at=NOW - 10 * DAY)
    event = Stamp(seq=1, at=NOW - 41 * DAY, session=BEFORE)
    assert only(event, heard(), earlier=[then]) == (NOW - 11 * DAY, Sureness.NEAREST_SYNC)


def test_without_any_clock_to_compare_it_is_taken_as_sent() -> None:
    event = Stamp(seq=1, at=NOW - DAY, session=None, mono=None)
    nothing_said = heard(device_at=None, session=None, mono=None)
    assert only(event, nothing_said) == (NOW - DAY, Sureness.AS_SENT)


def test_nothing_happens_after_it_was_received() -> None:
    event = Stamp(seq=1, at=NOW + DAY, session=BEFORE)
    assert only(event, heard())[0] == NOW
    assert only(Stamp(seq=1, at=NOW, mono=700_000), heard())[0] == NOW


def test_a_later_event_is_never_earlier() -> None:
    first = Stamp(seq=1, at=NOW - timedelta(hours=2), session=BEFORE)
    second = Stamp(seq=2, at=NOW - timedelta(hours=3), session=BEFORE)
    assert [at for at, _ in corrected(events=[first, second], heard=heard())] == [NOW - timedelta(hours=2)] * 2


def test_a_guess_gives_way_to_a_sure_time_that_follows_it() -> None:
    guess = Stamp(seq=1, at=NOW + DAY, session=BEFORE)
    sure = Stamp(seq=2, at=NOW, mono=0)
    assert [at for at, _ in corrected(events=[guess, sure], heard=heard())] == [NOW - timedelta(minutes=10)] * 2


def test_the_last_known_event_of_the_device_comes_before() -> None:
    event = Stamp(seq=9, at=NOW - DAY, session=BEFORE)
    assert only(event, heard(), after=NOW - timedelta(hours=5))[0] == NOW - timedelta(hours=5)


def test_phones_that_live_in_1970_and_2099_are_heard_too() -> None:
    for wrong in (EARLIEST, datetime(2099, 12, 31, 23, 59, tzinfo=UTC)):
        event = Stamp(seq=1, at=wrong, session=BEFORE)
        assert only(event, heard(device_at=wrong + DAY)) == (NOW - DAY, Sureness.NEAREST_SYNC)


def test_sureness_is_stored_as_it_is_found() -> None:
    assert {each.name: each.value for each in Sureness} == {each.name: each.value for each in Event.Sureness}


moments = st.datetimes(timezones=st.just(UTC))
monos = st.one_of(st.none(), st.integers(-(10**18), 10**18))
stamps = st.lists(
    st.builds(Stamp, seq=st.integers(0, 50), at=moments, session=st.sampled_from([HERE, BEFORE, None]), mono=monos),
    max_size=8,
)
requests = st.builds(
    Heard,
    received_at=st.datetimes(datetime(2026, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)),
    device_at=st.one_of(st.none(), moments),
    session=st.sampled_from([HERE, None]),
    mono=monos,
)
meetings = st.lists(st.builds(Meeting, device_at=moments, server_at=moments), max_size=3)


@given(stamps, requests, meetings, moments)
def test_never_refuses_never_after_receipt_never_out_of_order(
    events: list[Stamp], request: Heard, earlier: list[Meeting], after: datetime
) -> None:
    result = corrected(events=events, heard=request, earlier=earlier, after=after)
    assert all(EARLIEST <= at <= request.received_at for at, _ in result)
    by_seq = sorted(zip(events, result, strict=True), key=lambda pair: pair[0].seq)
    assert all(one[1][0] <= next_[1][0] for one, next_ in pairwise(by_seq))


near = st.integers(0, 30 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))
sessions = st.sampled_from([HERE, BEFORE, None])
honest = st.lists(
    st.builds(Stamp, seq=st.integers(0, 50), at=near, session=sessions, mono=st.integers(0, 600_000)), max_size=8
)


@given(honest, st.lists(near, max_size=3), st.integers(-18_000, 25_000))
def test_a_wrong_clock_changes_neither_time_nor_order(events: list[Stamp], syncs: list[datetime], days: int) -> None:
    wrong = timedelta(days=days)
    right_clock = corrected(events=events, heard=heard(), earlier=[Meeting(device_at=at, server_at=at) for at in syncs])
    wrong_clock = corrected(
        events=[replace(event, at=event.at + wrong) for event in events],
        heard=heard(device_at=NOW + wrong),
        earlier=[Meeting(device_at=at + wrong, server_at=at) for at in syncs],
    )
    assert wrong_clock == right_clock
