"""What cards name of their course: words of its glossary, dated facts. A stranger is refused wherever it is written."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from courses.engine.format.countries import is_named, name_of
from courses.engine.format.sayings import Complaint, Value
from courses.engine.format.types import Card, Lesson

_NAMED = re.compile(r"\]\((term|fact):([^()\s]*)\)")
_UNKNOWN = {"term": "no-such-term", "fact": "no-such-fact"}


@dataclass(frozen=True, kw_only=True)
class Named:
    """`kind` is term or fact, `written` how the lesson's file writes it, `card` counts from 0.

    `field`: the card's text, or the fact under its exercise.
    """

    kind: str
    name: str
    written: str
    card: int
    field: str


def named_in(cards: Sequence[Card]) -> Iterator[Named]:
    """In the sentences and, for facts, under the exercises that rest on one."""
    for place, card in enumerate(cards):
        for kind, name in _NAMED.findall(card.text):
            yield Named(kind=kind, name=name, written=f"({kind}:{name})", card=place, field="text")
        if card.exercise and (fact := card.exercise.fact):
            yield Named(kind="fact", name=fact, written=f"fact: {fact}", card=place, field="fact")


def strangers(
    cards: Sequence[Card], *, terms: Collection[str], facts: Collection[str]
) -> Iterator[tuple[Named, Complaint]]:
    """What no glossary and no facts of the course know."""
    known = {"term": terms, "fact": facts}
    for named in named_in(cards):
        if named.name not in known[named.kind]:
            yield named, Complaint(_UNKNOWN[named.kind], {named.kind: named.name})


def unmarked(
    lesson: Lesson, *, language: str, countries: Mapping[str, str | None]
) -> Iterator[tuple[Named, Complaint]]:
    """Facts that hold in one country while neither their card names it nor the lesson is marked.

    `countries`: of each fact its country, if it has one.
    """
    for named in named_in(lesson.cards):
        country = countries.get(named.name) if named.kind == "fact" else None
        if country is None or country == lesson.country:
            continue
        if not is_named(country, text=_read_first(lesson.cards[named.card]), language=language):
            values: dict[str, Value] = {"fact": named.name, "country": name_of(country), "code": country}
            yield named, Complaint("fact-of-a-country", values)


def _read_first(card: Card) -> str:
    """What a learner reads on the card before she answers."""
    return " ".join([card.heading, card.text, card.exercise.prompt if card.exercise else ""])
