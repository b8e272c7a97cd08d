"""Dated facts: numbers that change, and what may still be said of them after a while (CURRICULUM.md, section 4).

Twin: `static/app/engine/dated.ts`; both pass `tests/vectors/dated.json`.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

MAY_HAVE_CHANGED_AFTER_MONTHS = 6
OLD_AFTER_MONTHS = 12


class Freshness(StrEnum):
    """FRESH up to six months after somebody looked it up, AGEING ("may have changed") up to twelve, OLD then."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "value": "{}.",
        "as_of": "As of {}.",
        "source": "Source: {}.",
        "ageing": "This may have changed.",
        "old": "This number is old.",
        "none": "There is no sure number.",
        "look_up": "Look it up: {}.",
        "differs": "If you find something else there, that counts.",
    },
    "zh-hans": {
        "value": "{}。",
        "as_of": "时间：{}。",
        "source": "来源：{}。",
        "ageing": "可能已经变了。",
        "old": "这个数旧了。",
        "none": "没有查到可靠的数。",
        "look_up": "到这里查：{}。",
        "differs": "查到的不一样，按查到的算。",
    },
}


def freshness(checked: str, *, today: date) -> Freshness:
    """`checked` is the day of the last look, as ISO text; one after `today` is fresh.

    A month ends on the same day of the next one; where that has none (31 August and six months), after its last.
    """
    age = _place(today) - _place(date.fromisoformat(checked))
    if age > OLD_AFTER_MONTHS * _MOST_DAYS:
        return Freshness.OLD
    return Freshness.AGEING if age > MAY_HAVE_CHANGED_AFTER_MONTHS * _MOST_DAYS else Freshness.FRESH


def due_date(checked: str, *, months: int) -> date:
    """The day on which the next look is due; the month's last one where it has no such day."""
    day = date.fromisoformat(checked)
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


_MOST_DAYS = 32  # more than any month has, so that a day never reaches into the next one


def _place(day: date) -> int:
    return (day.year * 12 + day.month) * _MOST_DAYS + day.day


def told(fact: Mapping[str, Any], *, language: str, age: Freshness) -> list[str]:
    """What a learner is told of a fact (in one language, as it stands in an outline): one entry a line.

    Without a reliable value, or where it is old, no number: only where to look it up.
    """
    words = _WORDS[language]
    look_up = words["look_up"].format(fact["look_up"])
    if not fact.get("value"):
        return [words["none"], look_up]
    if age is Freshness.OLD:
        return [words["old"], look_up]
    origin = [words[key].format(fact[key]) for key in ("as_of", "source") if fact.get(key)]
    between = "" if language == "zh-hans" else " "
    changed = [words["ageing"]] if age is Freshness.AGEING else []
    return [words["value"].format(fact["value"]), *changed, between.join(origin), look_up, words["differs"]]
