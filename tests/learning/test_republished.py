"""A lesson published again with an exercise removed, added or re-keyed: what she reached stays, old grades stay."""

from datetime import UTC, datetime, timedelta

import pytest

from courses.catalog import actions as catalog
from courses.engine.format import lesson_json
from courses.engine.format.lessons import parse_lesson
from courses.learning import actions, queries
from courses.learning.models import Answer, LessonProgress
from courses.learning.tasks import fold_all_ahead
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
_LESSON = (
    "---\nid: ra1\ntitle: T\nminutes: 5\nneeds: []\nhelps: []\ndigcomp: []\ncan: I can.\n---\n# It begins\n\nRead.\n"
)
_EXERCISE = """
# Question {item}

```exercise
id: {item}
type: true-false
edition: {edition}
prompt: Is it so?
answer: {answer}
why: Because.
```
"""


def published_again(*exercises: tuple[str, int, bool]) -> str:
    """The module `ra` with these exercises (id, edition, answer) in `ra1`, on offer now. Returns its release."""
    items = "".join(
        _EXERCISE.format(item=item, edition=edition, answer=str(answer).lower()) for item, edition, answer in exercises
    )
    body = {
        "format": 1,
        "kind": "module",
        "course": "village-ecommerce",
        "id": "ra",
        "language": "en",
        "title": "Again",
        "about": "Again.",
        "level": "core",
        "lessons": [lesson_json(parse_lesson(_LESSON + items, path="ra1.md"))],
    }
    built = catalog.build_module(body)
    catalog.publish(built, now=TUESDAY)
    return built.sha256


def a_mastered_lesson() -> Record:
    record = Record(learner=a_learner(), release=a_module(lessons=["ra1"], exercises=5))
    record.whole_lesson(at=MONDAY, exercises=5)
    fold_all_ahead()
    return record


def standing() -> tuple[object, ...]:
    row = LessonProgress.objects.get()
    return row.finished_at, row.mastered_at, row.right


SAME = [(f"q{n}", 1, True) for n in range(1, 6)]


@pytest.mark.parametrize(
    "exercises",
    [
        pytest.param(SAME[:2], id="three removed"),
        pytest.param([*SAME, *[(f"new{n}", 1, True) for n in range(9)]], id="nine added"),
        pytest.param([(f"k{n}", 1, True) for n in range(1, 6)], id="all re-keyed"),
        pytest.param([(item, 2, True) for item, _, _ in SAME], id="all changed"),
        pytest.param([(item, 1, False) for item, _, _ in SAME], id="other answers under the old edition"),
    ],
)
def test_what_she_reached_stays_and_old_answers_keep_their_grade(exercises: list[tuple[str, int, bool]]) -> None:
    a_mastered_lesson()
    before, credits = standing(), sorted(Answer.objects.values_list("item", "edition", "credit"))
    published_again(*exercises)
    fold_all_ahead()
    assert (standing(), sorted(Answer.objects.values_list("item", "edition", "credit"))) == (before, credits)
    assert actions.rebuild_progress().changed == 0
    assert standing() == before


def test_an_answer_sent_late_is_graded_by_the_release_she_saw() -> None:
    record = Record(learner=a_learner(), release=a_module(lessons=["ra1"], exercises=2))
    published_again(("q1", 1, False), ("q2", 1, False))
    record.whole_lesson(at=MONDAY)
    fold_all_ahead()
    assert set(Answer.objects.values_list("release", "credit")) == {(record.release, 1.0)}
    assert LessonProgress.objects.get().mastered_at is not None


def test_answers_of_both_releases_count_together_where_key_and_edition_are_the_same() -> None:
    record = Record(learner=a_learner(), release=a_module(lessons=["ra1"], exercises=5))
    sitting = record.opened(at=MONDAY)
    for item in ("q1", "q2", "q3"):
        record.answered(at=MONDAY, sitting=sitting, item=f"ra1/{item}")
    record.release = published_again(*SAME[:3], ("q4", 2, True), ("q5", 1, True))
    sitting = record.opened(at=TUESDAY)
    record.answered(at=TUESDAY, sitting=sitting, item="ra1/q4")
    fold_all_ahead()
    progress = queries.progress_of([record.learner.pk])[record.learner.pk]["ra", "ra1"]
    assert sorted(progress.right) == ["q1@1", "q2@1", "q3@1", "q4@2"]
    assert progress.mastered_at == TUESDAY
