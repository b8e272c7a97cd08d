"""Lessons as plain JSON values and back, as they stand inside releases (shapes: courses/README.md)."""

from collections.abc import Mapping
from typing import Any

from courses.engine.format.types import Answer, Card, Exercise, Json, Lesson, MatchOptions, Option, Picture, Tool


def lesson_json(lesson: Lesson) -> Json:
    """`lesson_from_json` gives the same lesson back."""
    return {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "needs": list(lesson.needs),
        "helps": list(lesson.helps),
        "digcomp": list(lesson.digcomp),
        "can": lesson.can,
        **({"country": lesson.country} if lesson.country else {}),
        "cards": [_card_json(card) for card in lesson.cards],
    }


def lesson_from_json(value: Json) -> Lesson:
    """From a release, which was checked when it was made: a missing key is a bug and raises KeyError."""
    return Lesson(
        id=value["id"],
        title=value["title"],
        minutes=value["minutes"],
        needs=tuple(value["needs"]),
        helps=tuple(value["helps"]),
        digcomp=tuple(value["digcomp"]),
        can=value["can"],
        country=value.get("country"),
        cards=tuple(_card_from(card) for card in value["cards"]),
    )


def _card_json(card: Card) -> Json:
    tool = card.tool
    return {
        "heading": card.heading,
        "picture": _picture_json(card.picture) if card.picture else None,
        "sound": card.sound,
        "text": card.text,
        "exercise": exercise_json(card.exercise) if card.exercise else None,
        "tool": {"id": tool.id, "name": tool.name, "goal": tool.goal} if tool else None,
    }


def _card_from(value: Json) -> Card:
    return Card(
        heading=value["heading"],
        picture=Picture(**value["picture"]) if value["picture"] else None,
        sound=value["sound"],
        text=value["text"],
        exercise=exercise_from_json(value["exercise"]) if value["exercise"] else None,
        tool=Tool(**value["tool"]) if value["tool"] else None,
    )


def _picture_json(picture: Picture) -> Json:
    size = {"width": picture.width, "height": picture.height} if picture.width else {}
    return {"alt": picture.alt, "file": picture.file, **size}


def exercise_json(exercise: Exercise) -> Json:
    """`exercise_from_json` gives the same exercise back."""
    numeric = {"tolerance": exercise.tolerance, "unit": exercise.unit} if exercise.type == "numeric" else {}
    return {
        "id": exercise.id,
        "type": exercise.type,
        "edition": exercise.edition,
        "prompt": exercise.prompt,
        "options": _options_json(exercise.options),
        "answer": answer_json(exercise.answer),
        "why": exercise.why,
        "fact": exercise.fact,
        **numeric,
    }


def exercise_from_json(value: Json) -> Exercise:
    """From a release, like `lesson_from_json`."""
    return Exercise(
        id=value["id"],
        type=value["type"],
        edition=value["edition"],
        prompt=value["prompt"],
        options=_options_from(value["options"]),
        answer=answer_from_json(value["answer"]),
        tolerance=value.get("tolerance"),
        unit=value.get("unit"),
        why=value["why"],
        fact=value["fact"],
    )


def answer_json(answer: Answer) -> Any:
    """Tuples become lists, mappings objects."""
    if isinstance(answer, tuple):
        return list(answer)
    return dict(answer) if isinstance(answer, Mapping) else answer


def answer_from_json(value: Any) -> Answer:
    """The other way round."""
    answer: Answer = tuple(value) if isinstance(value, list) else value
    return answer


def _options_json(options: tuple[Option, ...] | MatchOptions) -> Any:
    if isinstance(options, MatchOptions):
        return {"left": _options_json(options.left), "right": _options_json(options.right)}
    return [{"id": option.id, "text": option.text, "why": option.why} for option in options]


def _options_from(value: Any) -> tuple[Option, ...] | MatchOptions:
    if isinstance(value, dict):
        return MatchOptions(left=_column(value["left"]), right=_column(value["right"]))
    return _column(value)


def _column(value: list[Json]) -> tuple[Option, ...]:
    return tuple(Option(**option) for option in value)
