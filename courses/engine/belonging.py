"""Where somebody belonged over time, when two profiles turn out to be one person's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A place from `from_at` until just before `until_at` (None: still). `is_chosen`: somebody put her there.

    The ids are the caller's own; a group and a village belong to the centre.
    """

    centre: int
    group: int | None
    village: int | None
    from_at: datetime
    until_at: datetime | None
    is_chosen: bool


def joined(hers: Sequence[Stay], others: Sequence[Stay]) -> list[Stay]:
    """One line from two, oldest first: at each moment her own place counts, where she had none, the other's.

    A place that somebody chose comes before one that came by itself. What the one leaves open in the same centre, its
    group or village, the other fills in.
    """
    stays = [*hers, *others]
    ends = {stay.until_at for stay in stays if stay.until_at}
    moments: list[datetime | None] = [*sorted({stay.from_at for stay in stays} | ends), None]
    line: list[Stay] = []
    for start, end in pairwise(moments):
        assert start is not None, "only the last moment is open"
        stay = _both(_at(hers, start), _at(others, start))
        if stay is None:
            continue
        if line and _place(line[-1]) == _place(stay) and line[-1].until_at == start:
            line[-1] = replace(line[-1], until_at=end)
        else:
            line.append(replace(stay, from_at=start, until_at=end))
    return line


def _at(stays: Sequence[Stay], moment: datetime) -> Stay | None:
    return next(
        (stay for stay in stays if stay.from_at <= moment and (stay.until_at is None or moment < stay.until_at)), None
    )


def _both(mine: Stay | None, other: Stay | None) -> Stay | None:
    if mine is None or other is None:
        return mine or other
    if other.is_chosen and not mine.is_chosen:
        mine, other = other, mine
    if mine.centre != other.centre:
        return mine
    return replace(mine, group=mine.group or other.group, village=mine.village or other.village)


def _place(stay: Stay) -> tuple[int, int | None, int | None]:
    return stay.centre, stay.group, stay.village
