"""Two lines of places become one."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from courses.engine.belonging import Stay, joined

LIUHE, DONGLING = 1, 2
SPRING, AUTUMN = 11, 12
XIAOHE = 21


def day(number: int) -> datetime:
    return datetime(2026, 1, number, tzinfo=UTC)


def a_stay(
    *,
    start: int = 1,
    end: int | None = None,
    centre: int = LIUHE,
    group: int | None = None,
    village: int | None = None,
    is_chosen: bool = True,
) -> Stay:
    return Stay(
        centre=centre,
        group=group,
        village=village,
        from_at=day(start),
        until_at=day(end) if end else None,
        is_chosen=is_chosen,
    )


def test_her_own_place_counts_and_the_other_s_where_she_had_none() -> None:
    hers = [a_stay(start=10, group=SPRING)]
    others = [a_stay(start=1, group=AUTUMN)]

    assert joined(hers, others) == [a_stay(start=1, end=10, group=AUTUMN), a_stay(start=10, group=SPRING)]


def test_a_place_that_somebody_chose_comes_before_one_that_came_by_itself() -> None:
    by_itself = [a_stay(is_chosen=False)]
    chosen = [a_stay(centre=DONGLING, start=5)]

    assert joined(by_itself, chosen) == [a_stay(end=5, is_chosen=False), a_stay(centre=DONGLING, start=5)]


def test_the_village_of_the_one_is_kept_beside_the_group_of_the_other() -> None:
    assert joined([a_stay(group=SPRING)], [a_stay(village=XIAOHE)]) == [a_stay(group=SPRING, village=XIAOHE)]


def test_a_village_of_another_centre_is_not_filled_in() -> None:
    hers = a_stay(group=SPRING)

    assert joined([hers], [a_stay(centre=DONGLING, village=99)]) == [hers]


def test_nothing_and_nothing_is_nothing_and_one_alone_stays_as_it_is() -> None:
    line = [a_stay(start=1, end=4), a_stay(start=6, group=AUTUMN)]

    assert joined([], []) == []
    assert joined(line, []) == joined([], line) == joined(line, line) == line


@st.composite
def lines(draw: st.DrawFn) -> list[Stay]:
    days = sorted(draw(st.sets(st.integers(1, 28), min_size=2, max_size=6)))
    gone = draw(st.booleans())
    found = [
        a_stay(
            start=start,
            end=end,
            centre=draw(st.sampled_from([LIUHE, DONGLING])),
            group=draw(st.sampled_from([None, SPRING])),
            is_chosen=draw(st.booleans()),
        )
        for start, end in zip(days, [*days[1:], None], strict=True)
        if draw(st.booleans()) or end is None
    ]
    return found[:-1] if gone else found


@given(hers=lines(), others=lines())
def test_it_is_one_line_and_covers_exactly_the_moments_that_either_covered(
    hers: list[Stay], others: list[Stay]
) -> None:
    line = joined(hers, others)

    assert all(one.until_at and one.until_at <= two.from_at for one, two in pairwise(line))
    for number in range(1, 31):
        covered = [any(_covers(stay, day(number)) for stay in stays) for stays in (hers, others, line)]
        assert covered[2] == (covered[0] or covered[1])


def _covers(stay: Stay, at: datetime) -> bool:
    return stay.from_at <= at and (stay.until_at is None or at < stay.until_at)
