"""A lesson's cards as the raw blocks of its page: the way in. `exporters.cards` is the way out."""

import uuid
from collections.abc import Mapping
from typing import Any

from courses.engine.format import Card, Exercise, Lesson, MatchOptions, Option
from courses.engine.format.pools import POOL, Pool, as_lesson

Raw = dict[str, Any]
_SPACE = uuid.UUID("6f0d3f4e-8a1c-5d7b-9d3a-2b6f5c1e7a90")


def blocks_of(lesson: Lesson, *, name: str, files: Mapping[str, int]) -> list[Raw]:
    """The raw stream of `LessonPage.body`. `name` is `module/lesson`, `files` the library's row by path.

    Block ids follow from the names, so that loading twice gives the same blocks in every language.
    """
    return [
        {"type": "card", "id": _id(f"{name}#{place}"), "value": _card(card, name=f"{name}#{place}", files=files)}
        for place, card in enumerate(lesson.cards, start=1)
    ]


def pool_blocks_of(pool: Pool) -> list[Raw]:
    """The raw stream of `AssessmentPage.body`."""
    name = f"{pool.module}/{POOL}"
    return [
        {
            "type": "item",
            "id": _id(f"{name}#{place}"),
            "value": {"heading": card.heading, "activity": _activity(card, lesson=name)},
        }
        for place, card in enumerate(as_lesson(pool).cards, start=1)
    ]


def exercise_block_id(*, lesson: str, item: str) -> str:
    """The id of the block that holds this exercise or tool, where it came from a file."""
    return _id(f"{lesson}/{item}")


def _id(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name))


def _card(card: Card, *, name: str, files: Mapping[str, int]) -> Raw:
    picture = []
    if card.picture:
        value = {"file": files[card.picture.file], "alt": card.picture.alt}
        picture = [{"type": "drawing", "id": _id(f"{name}:picture"), "value": value}]
    return {
        "heading": card.heading,
        "picture": picture,
        "sound": files[card.sound] if card.sound else None,
        "text": card.text,
        "activity": _activity(card, lesson=name.split("#")[0]),
    }


def _activity(card: Card, *, lesson: str) -> list[Raw]:
    if card.exercise:
        block_id = exercise_block_id(lesson=lesson, item=card.exercise.id)
        kind = card.exercise.type.replace("-", "_")
        return [{"type": kind, "id": block_id, "value": _exercise(card.exercise, block_id=block_id)}]
    if card.tool:
        block_id = exercise_block_id(lesson=lesson, item=card.tool.id)
        value = {"key": card.tool.id, "name": card.tool.name, "goal": card.tool.goal}
        return [{"type": "tool", "id": block_id, "value": value}]
    return []


def _exercise(exercise: Exercise, *, block_id: str) -> Raw:
    own = {
        "choice": _choice,
        "true-false": _true_false,
        "numeric": _numeric,
        "order": _order,
        "match": _match,
        "text-entry": _text_entry,
    }[exercise.type]
    return {
        "key": exercise.id,
        "prompt": exercise.prompt,
        **own(exercise, block_id=block_id),
        "why": exercise.why or "",
        "edition": exercise.edition,
        "fact": exercise.fact or "",
    }


def _items(values: list[Any], *, name: str) -> list[Raw]:
    return [
        {"type": "item", "id": _id(f"{name}:{place}"), "value": value} for place, value in enumerate(values, start=1)
    ]


def _listed(exercise: Exercise) -> tuple[Option, ...]:
    return () if isinstance(exercise.options, MatchOptions) else exercise.options


def _choice(exercise: Exercise, *, block_id: str) -> Raw:
    several = isinstance(exercise.answer, tuple)
    right = exercise.answer if isinstance(exercise.answer, tuple) else (exercise.answer,)
    options = [
        {"letter": option.id, "text": option.text, "right": option.id in right, "why": option.why or ""}
        for option in _listed(exercise)
    ]
    return {"options": _items(options, name=block_id), "several": several}


def _true_false(exercise: Exercise, *, block_id: str) -> Raw:
    whys = {option.id: option.why or "" for option in _listed(exercise)}
    answer = "true" if exercise.answer else "false"
    return {"answer": answer, "why_true": whys.get("true", ""), "why_false": whys.get("false", "")}


def _numeric(exercise: Exercise, *, block_id: str) -> Raw:
    return {"answer": exercise.answer, "tolerance": exercise.tolerance, "unit": exercise.unit or ""}


def _order(exercise: Exercise, *, block_id: str) -> Raw:
    right = exercise.answer if isinstance(exercise.answer, tuple) else ()
    steps = [
        {"letter": option.id, "text": option.text, "place": right.index(option.id) + 1, "why": option.why or ""}
        for option in _listed(exercise)
    ]
    return {"steps": _items(steps, name=block_id)}


def _match(exercise: Exercise, *, block_id: str) -> Raw:
    assert isinstance(exercise.options, MatchOptions) and isinstance(exercise.answer, Mapping)
    left = [{"letter": o.id, "text": o.text, "partner": exercise.answer[o.id]} for o in exercise.options.left]
    right = [{"letter": o.id, "text": o.text} for o in exercise.options.right]
    return {
        "left": _items(left, name=f"{block_id}:left"),
        "right": _items(right, name=f"{block_id}:right"),
    }


def _text_entry(exercise: Exercise, *, block_id: str) -> Raw:
    answers = exercise.answer if isinstance(exercise.answer, tuple) else ()
    return {"answers": _items(list(answers), name=block_id)}
