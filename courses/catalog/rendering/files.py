"""The one text file of a lesson in a pack: its HTML, and beside it what instant feedback needs."""

from typing import Any

from courses.engine.format import Answer, Exercise, Lesson, MatchOptions, answer_json
from courses.engine.numerals import with_unit


def lesson_file(*, lesson: Lesson, module: str, language: str, html: str) -> dict[str, Any]:
    """Plain JSON values, in the shape that courses/README.md gives under "Pack"."""
    return {
        "format": 1,
        "module": module,
        "lesson": lesson.id,
        "language": language,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "can": lesson.can,
        "html": html,
        "items": {exercise.id: _item(exercise) for exercise in lesson.exercises},
        "tools": {card.tool.id: {"name": card.tool.name, "goal": card.tool.goal} for card in lesson.cards if card.tool},
    }


def _item(exercise: Exercise) -> dict[str, Any]:
    options = () if isinstance(exercise.options, MatchOptions) else exercise.options
    return {
        "type": exercise.type,
        "edition": exercise.edition,
        "answer": answer_json(exercise.answer),
        "why": exercise.why,
        "whys": {option.id: option.why for option in options if option.why},
        "fact": exercise.fact,
        **(_numeric(exercise, exercise.answer) if exercise.type == "numeric" else {}),
    }


def _numeric(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """`told` is the answer with its unit, as a reason would say it."""
    assert isinstance(answer, int | float)
    return {
        "tolerance": exercise.tolerance,
        "unit": exercise.unit,
        "told": with_unit(answer, unit=exercise.unit),
    }
