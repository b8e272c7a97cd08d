"""An assessment's file: the pool of exercises from which each learner is asked a few. Keys never leave the server.

Front matter, then `# ra1` begins the exercises about that lesson, each in a fenced block as in a lesson's file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from courses.engine.format.checks import Remark, language_problems, lesson_problems
from courses.engine.format.errors import FormatError
from courses.engine.format.items import read_exercise, write_exercise
from courses.engine.format.plain import exercise_from_json, exercise_json
from courses.engine.format.records import Key, Record
from courses.engine.format.sayings import NAMES, Complaint
from courses.engine.format.shapes import ID, Id, Text
from courses.engine.format.types import Card, Exercise, Json, Lesson
from courses.engine.format.yaml_text import Place, compose

POOL = "assessment"
"""What the pool is called where lessons are called by their ids; no lesson may have this id."""
FEWEST_ITEMS = 15

_FRONT = Record(NAMES["front-matter"], {"module": Key(shape=Id()), "title": Key(shape=Text())})
_HEADING = re.compile(rf"# +({ID.pattern})")


@dataclass(frozen=True, kw_only=True)
class PoolItem:
    """An exercise and the lesson of the same module that it is about."""

    lesson: str
    exercise: Exercise


@dataclass(frozen=True, kw_only=True)
class Pool:
    """All that may be asked in a module's assessment, in one language."""

    module: str
    title: str
    items: tuple[PoolItem, ...] = ()


def parse_pool(text: str, *, path: str) -> Pool:
    """The pool in `text`; `path` is only for messages. Raises FormatError with the line in that file."""
    lines = [line.rstrip() for line in text.removeprefix("\ufeff").split("\n")]
    ends = [number for number, line in enumerate(lines) if line == "---"]
    if len(ends) < 2 or ends[0] != 0:
        raise FormatError(path=path, line=1, complaint=Complaint("no-front-matter"))
    place = Place(path=path, first_line=2)
    front = _FRONT.read(node=compose("\n".join(lines[1 : ends[1]]), place=place), place=place, key="")
    found = tuple(_items(lines, start=ends[1] + 1, path=path))
    return Pool(module=front["module"], title=front["title"], items=found)


def _items(lines: Sequence[str], *, start: int, path: str) -> Iterator[PoolItem]:
    lesson, seen = "", set[str]()
    rest = iter(enumerate(lines[start:], start=start + 1))
    for number, line in rest:
        if heading := _HEADING.fullmatch(line):
            lesson = heading.group(1)
        elif line == "```exercise" and lesson:
            inside = _block(rest, opened=number, path=path)
            exercise = read_exercise(inside, place=Place(path=path, first_line=number + 1))
            if exercise.id in seen:
                complaint = Complaint("item-twice", {"item": exercise.id})
                raise FormatError(path=path, line=number + 1, complaint=complaint)
            seen.add(exercise.id)
            yield PoolItem(lesson=lesson, exercise=exercise)
        elif line:
            raise FormatError(path=path, line=number, complaint=Complaint("not-in-a-pool"))


def _block(rest: Iterator[tuple[int, str]], *, opened: int, path: str) -> str:
    inside: list[str] = []
    for _, line in rest:
        if line == "```":
            return "\n".join(inside)
        inside.append(line)
    raise FormatError(path=path, line=opened, complaint=Complaint("open-block"))


def write_pool(pool: Pool) -> str:
    """The canonical file: what `parse_pool` reads back as the same pool, byte for byte."""
    lines = ["---", *(_FRONT.block({"module": pool.module, "title": pool.title}) or []), "---"]
    lesson = ""
    for item in pool.items:
        if item.lesson != lesson:
            lines += [*([""] if lesson else []), f"# {item.lesson}"]
            lesson = item.lesson
        lines += ["", "```exercise", *write_exercise(item.exercise), "```"]
    return "\n".join(lines) + "\n"


def pool_json(pool: Pool) -> Json:
    """What stands in a release for one language; `pool_from_json` gives the same pool back."""
    items = [{"lesson": item.lesson, "exercise": exercise_json(item.exercise)} for item in pool.items]
    return {"module": pool.module, "title": pool.title, "items": items}


def pool_from_json(value: Json) -> Pool:
    items = tuple(
        PoolItem(lesson=item["lesson"], exercise=exercise_from_json(item["exercise"])) for item in value["items"]
    )
    return Pool(module=value["module"], title=value["title"], items=items)


def as_lesson(pool: Pool) -> Lesson:
    """The pool as a lesson of questions: what checks, advice and the editor's blocks know how to read."""
    cards = tuple(Card(heading=item.lesson, exercise=item.exercise) for item in pool.items)
    return Lesson(id=POOL, title=pool.title, minutes=1, can=pool.title, cards=cards)


def pool_problems(pools: Mapping[str, Pool], *, lessons: Sequence[str]) -> list[Remark]:
    """What keeps the assessment from being offered. `pools` by language; `lessons` are those of the module."""
    found: list[Remark] = []
    for language, pool in pools.items():
        if pool.items:
            found += lesson_problems(as_lesson(pool), language=language)
        complaints = list(_own_problems(pool, lessons=lessons))
        found += [Remark(complaint=one, lesson=POOL, language=language) for one in complaints]
    found += language_problems({language: as_lesson(pool) for language, pool in pools.items()})
    found += _unlike_answers(pools)
    return found


def _own_problems(pool: Pool, *, lessons: Sequence[str]) -> Iterator[Complaint]:
    if len(pool.items) < FEWEST_ITEMS:
        yield Complaint("pool-too-small", {"count": len(pool.items), "least": FEWEST_ITEMS})
    for item in pool.items:
        if item.lesson not in lessons:
            yield Complaint("pool-other-lesson", {"item": item.exercise.id, "lesson": item.lesson})
        if item.exercise.fact:
            yield Complaint("pool-rests-on-fact", {"item": item.exercise.id})


def _unlike_answers(pools: Mapping[str, Pool]) -> list[Remark]:
    """A learner may change her language before she hands in: what is right must be right in both."""
    versions: dict[str, list[Exercise]] = {}
    for pool in pools.values():
        for item in pool.items:
            versions.setdefault(item.exercise.id, []).append(item.exercise)
    unlike = [name for name, several in versions.items() if not _agree(several)]
    return [
        Remark(complaint=Complaint("pool-answers-differ", {"item": name}), lesson=POOL, item=name) for name in unlike
    ]


def _agree(versions: Sequence[Exercise]) -> bool:
    """Accepted texts may differ: each language has its own words."""
    return all(one.type == "text-entry" or one.answer == versions[0].answer for one in versions)
