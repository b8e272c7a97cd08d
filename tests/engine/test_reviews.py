import random
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from courses.engine.reviews import (
    LONGEST_DAYS,
    Answer,
    Grade,
    Memory,
    due_date,
    lesson_of,
    memories,
    recalled,
    retrievability,
    todays_review,
)
from tests.engine.vectors import vectors

FILE = vectors("reviews.json")
START = date(2026, 11, 1)
REFERENCE = Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False, desired_retention=0.9
)

History = list[tuple[int, int]]
"""Days since the start, never falling, with the grade given."""


def by_py_fsrs(history: History) -> Card:
    card = Card(card_id=1)
    for day, grade in history:
        card, _ = REFERENCE.review_card(card, Rating(grade), datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=day))
    return card


def by_us(history: History) -> Memory:
    memory = None
    for day, grade in history:
        memory = recalled(memory, grade=Grade(grade), on=START + timedelta(days=day))
    assert memory
    return memory


def a_history(dice: random.Random) -> History:
    """One to twelve recalls; one in three on the day of the one before, the others up to months later."""
    day, history = 0, list[tuple[int, int]]()
    for _ in range(dice.randint(1, 12)):
        history.append((day, dice.choice((1, 2, 3, 3, 3))))
        day += 0 if dice.random() < 1 / 3 else int(dice.lognormvariate(1.5, 1.5)) + 1
    return history


def test_a_thousand_histories_are_remembered_as_py_fsrs_does() -> None:
    dice = random.Random(6)
    for history in (a_history(dice) for _ in range(1000)):
        card, memory = by_py_fsrs(history), by_us(history)
        assert memory.stability == pytest.approx(card.stability, rel=1e-9, abs=1e-6)
        assert memory.difficulty == pytest.approx(card.difficulty, abs=1e-6)
        assert due_date(memory) == card.due.date()
        later = memory.last_date + timedelta(days=dice.randint(0, 400))
        at_noon = datetime(later.year, later.month, later.day, 12, tzinfo=UTC)
        assert retrievability(memory, on=later) == pytest.approx(REFERENCE.get_card_retrievability(card, at_noon))


def test_the_case_file_says_what_py_fsrs_says() -> None:
    assert len(FILE["histories"]) >= 100
    for case in FILE["histories"]:
        card = by_py_fsrs([(day, grade) for day, grade in case["recalls"]])
        assert (case["stability"], case["difficulty"]) == pytest.approx((card.stability, card.difficulty), rel=1e-9)
        assert case["due"] == (card.due.date() - START).days


def test_every_history_of_the_case_file() -> None:
    for case in FILE["histories"]:
        memory = by_us([(day, grade) for day, grade in case["recalls"]])
        assert memory.stability == pytest.approx(case["stability"], rel=1e-9, abs=1e-6)
        assert memory.difficulty == pytest.approx(case["difficulty"], abs=1e-6)
        assert due_date(memory) == START + timedelta(days=case["due"])


def an_answer(value: dict[str, Any]) -> Answer:
    return Answer(
        exercise=value["exercise"],
        sitting=value["sitting"],
        at=datetime.fromisoformat(value["at"]),
        attempt=value["attempt"],
        is_full=value["full"],
    )


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["memories"]])
def test_answers_become_recalls(case: dict[str, Any]) -> None:
    found = memories(
        [an_answer(value) for value in case["answers"]],
        utc_offset=timedelta(minutes=case["offset"]),
        today=date.fromisoformat(case["today"]),
    )
    as_if = {
        exercise: by_days([(date.fromisoformat(day), grade) for day, grade in recalls])
        for exercise, recalls in case["recalls"].items()
    }
    assert found == as_if


def by_days(recalls: list[tuple[date, int]]) -> Memory:
    memory = None
    for day, grade in recalls:
        memory = recalled(memory, grade=Grade(grade), on=day)
    assert memory
    return memory


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["todays"]])
def test_todays_review(case: dict[str, Any]) -> None:
    remembered = {
        exercise: Memory(stability=stability, difficulty=5, last_date=date.fromisoformat(last))
        for exercise, (stability, last) in case["remembered"].items()
    }
    today = date.fromisoformat(case["today"])
    assert todays_review(remembered, finished=case["finished"], today=today) == case["review"]


TODAY = date(2026, 11, 22)
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2070, 1, 1), timezones=st.just(UTC))
ANSWERS = st.lists(
    st.builds(
        Answer,
        exercise=st.sampled_from(["ra/ra1/q1@1", "ra/ra1/q2@1", "ra/ra1/q2@2", "ra/ra2/q1@1", "pc/pc1/q1@1"]),
        sitting=st.sampled_from(["a", "b", "c", "d"]),
        at=MOMENTS,
        attempt=st.integers(1, 4),
        is_full=st.booleans(),
    ),
    max_size=25,
)
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes))
TODAYS = st.dates(date(1970, 1, 1), date(2070, 1, 1))


@given(ANSWERS, st.randoms(use_true_random=False), OFFSETS, TODAYS)
def test_order_of_arrival_and_repetition_change_nothing(
    answers: list[Answer], dice: random.Random, utc_offset: timedelta, today: date
) -> None:
    again = answers + answers
    dice.shuffle(again)
    found = memories(again, utc_offset=utc_offset, today=today)
    assert found == memories(answers, utc_offset=utc_offset, today=today)


@given(ANSWERS, OFFSETS, TODAYS)
def test_whatever_the_clock_said_nothing_is_due_before_its_last_day_or_far_from_now(
    answers: list[Answer], utc_offset: timedelta, today: date
) -> None:
    for memory in memories(answers, utc_offset=utc_offset, today=today).values():
        assert memory.last_date <= today
        assert memory.last_date < due_date(memory) <= today + timedelta(days=LONGEST_DAYS)
        assert 0 < memory.stability < float("inf")
        assert 1 <= memory.difficulty <= 10
        assert 0 <= retrievability(memory, on=today) <= 1


@given(ANSWERS, TODAYS)
def test_a_review_is_short_and_only_of_what_is_due_in_finished_lessons(answers: list[Answer], today: date) -> None:
    remembered = memories(answers, utc_offset=timedelta(hours=8), today=today)
    review = todays_review(remembered, finished={"ra/ra1", "pc/pc1"}, today=today)
    assert len(set(review)) == len(review) <= 8
    for exercise in review:
        assert lesson_of(exercise) in {"ra/ra1", "pc/pc1"}
        assert due_date(remembered[exercise]) <= today


@given(st.lists(st.sampled_from(["a/1", "a/2", "b/1"]), min_size=1, max_size=8))
def test_neighbours_are_of_one_lesson_only_where_nothing_else_is_left(lessons: list[str]) -> None:
    remembered = {
        f"{lesson}/q{at}@1": Memory(stability=3, difficulty=5, last_date=date(2026, 1, 1 + at))
        for at, lesson in enumerate(lessons)
    }
    review = [lesson_of(each) for each in todays_review(remembered, finished=set(lessons), today=TODAY)]
    most = max(lessons.count(lesson) for lesson in lessons)
    others = len(lessons) - most
    touching = sum(one == other for one, other in pairwise(review))
    assert touching == max(0, most - others - 1)
