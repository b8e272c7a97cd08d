import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engine.format import Card, Exercise, Lesson
from courses.engine.progress import (
    NOTHING,
    Answered,
    Checked,
    Fact,
    Finished,
    Opened,
    Progress,
    counted_keys,
    fold,
    join,
    needed_right,
    progress_from_json,
    progress_json,
    settled,
)
from tests.engine.vectors import vectors

START = datetime(2026, 11, 1, 8, tzinfo=UTC)
COUNTED = {"r1": frozenset({"q1@1", "q2@1", "q3@1", "q4@1", "q5@1"}), "r2": frozenset({"q1@1", "q2@2"})}

times = st.integers(0, 60).map(lambda minutes: START + timedelta(minutes=minutes))
answers = st.builds(
    Answered,
    at=times,
    release=st.sampled_from(["r1", "r2", "r3"]),
    key=st.sampled_from(["q1@1", "q2@1", "q2@2", "q3@1", "q4@1"]),
    attempt=st.integers(1, 3),
    is_full=st.booleans(),
)
checks = st.builds(Checked, at=times, right=st.integers(0, 5), of=st.integers(0, 5))
facts = st.lists(
    st.one_of(st.builds(Opened, at=times), st.builds(Finished, at=times), answers, answers, checks), max_size=12
)


def settle(progress: Progress) -> Progress:
    return settled(progress, counted=COUNTED)


def fact_of(value: dict[str, Any]) -> Fact:
    at = datetime.fromisoformat(value["at"])
    if value["kind"] == "answered":
        return Answered(
            at=at, release=value["release"], key=value["key"], attempt=value["attempt"], is_full=value["full"]
        )
    if value["kind"] == "checked":
        return Checked(at=at, right=value["right"], of=value["of"])
    return Opened(at=at) if value["kind"] == "opened" else Finished(at=at)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in vectors("progress.json")])
def test_every_case_adds_up(case: dict[str, Any]) -> None:
    counted = {release: frozenset(keys) for release, keys in case["counted"].items()}
    progress = settled(fold(map(fact_of, case["facts"])), counted=counted)
    assert progress_json(progress) == case["progress"]
    assert progress_from_json(case["progress"]) == progress


@given(facts, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter_nor_do_repetitions(given_: list[Fact], chance: random.Random) -> None:
    again = [*given_, *given_]
    chance.shuffle(again)
    assert settle(fold(again)) == settle(fold(given_))


@given(facts, facts)
def test_two_phones_that_settle_apart_and_then_join_have_what_one_would_have(
    one: list[Fact], other: list[Fact]
) -> None:
    joined = join(settle(fold(one)), settle(fold(other)))
    assert settle(joined) == settle(fold([*one, *other]))


@given(facts, facts, facts)
def test_join_is_a_join(first: list[Fact], second: list[Fact], third: list[Fact]) -> None:
    a, b, c = (settle(fold(each)) for each in (first, second, third))
    assert join(a, a) == a
    assert join(a, NOTHING) == a
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(a, join(b, c))


@given(facts, facts)
def test_more_events_never_take_anything_back(before: list[Fact], more: list[Fact]) -> None:
    was, now = settle(fold(before)), settle(fold([*before, *more]))
    for earlier, later in [
        (was.opened_at, now.opened_at),
        (was.finished_at, now.finished_at),
        (was.mastered_at, now.mastered_at),
        (was.checked_at, now.checked_at),
    ]:
        assert earlier is None or (later is not None and later <= earlier)
    assert was.right.keys() <= now.right.keys()


@given(facts)
def test_progress_survives_its_json(given_: list[Fact]) -> None:
    progress = settle(fold(given_))
    assert progress_from_json(progress_json(progress)) == progress


def test_eighty_percent_is_rounded_up() -> None:
    assert [needed_right(exercises) for exercises in range(1, 11)] == [1, 2, 3, 4, 4, 5, 6, 7, 8, 8]


def test_exercises_with_a_dated_fact_do_not_count() -> None:
    plain = Exercise(id="q1", type="true-false", prompt="", answer=True, edition=3)
    dated = Exercise(id="q2", type="true-false", prompt="", answer=True, fact="V01")
    lesson = Lesson(
        id="ra1",
        title="",
        minutes=6,
        can="",
        cards=(Card(heading="", exercise=plain), Card(heading="", exercise=dated)),
    )
    assert counted_keys(lesson) == {"q1@3"}
