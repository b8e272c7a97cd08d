"""The course format: what a lesson is, and its two written forms.

`types` holds the frozen values, `plain` their JSON inside releases; authors' Markdown is read and written here too.
It knows no pages, releases or files on disk: text and plain values in, values out.
"""

from courses.engine.format.plain import answer_from_json, answer_json, lesson_from_json, lesson_json
from courses.engine.format.types import (
    EXERCISE_TYPES,
    Answer,
    Card,
    Exercise,
    ExerciseType,
    Lesson,
    MatchOptions,
    Option,
    Picture,
    Tool,
)

__all__ = [
    "EXERCISE_TYPES",
    "Answer",
    "Card",
    "Exercise",
    "ExerciseType",
    "Lesson",
    "MatchOptions",
    "Option",
    "Picture",
    "Tool",
    "answer_from_json",
    "answer_json",
    "lesson_from_json",
    "lesson_json",
]
