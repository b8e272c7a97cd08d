"""Charts as values for a template: positions in percent, so that marks stretch and text does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

HEIGHT = 100


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One column: `x`, `middle` and `width` in percent of the chart, `y` and `height` in pixels of 100."""

    x: float
    middle: float
    width: float
    y: float
    height: float
    label: str
    day_date: date
    value: int


@dataclass(frozen=True, kw_only=True)
class ColumnsChart:
    """Columns from zero. The last and the highest carry their figure; the ends of the time axis their date."""

    title: str
    bars: Sequence[Bar]
    highest: int

    @property
    def is_empty(self) -> bool:
        return self.highest == 0


def columns_chart(values: Sequence[tuple[date, int]], *, title: str) -> ColumnsChart:
    """Columns for (day, count) pairs in order of time."""
    highest = max((value for _, value in values), default=0)
    step = 100 / max(1, len(values))
    peak = next((at for at, (_, value) in enumerate(values) if value == highest), -1)
    bars = []
    for at, (day_date, value) in enumerate(values):
        height = HEIGHT * value / highest if highest else 0
        is_named = value > 0 and at in (peak, len(values) - 1)
        bars.append(
            Bar(
                x=at * step + step * 0.1,
                middle=at * step + step * 0.5,
                width=step * 0.8,
                y=HEIGHT - height,
                height=height,
                label=str(value) if is_named else "",
                day_date=day_date,
                value=value,
            )
        )
    return ColumnsChart(title=title, bars=bars, highest=highest)
