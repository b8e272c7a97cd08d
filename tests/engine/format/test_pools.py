"""An assessment's file: read and written back the same, told by line what is wrong, held back where it is unfair."""

from dataclasses import replace

import pytest

from courses.engine.format.errors import FormatError
from courses.engine.format.pools import Pool, parse_pool, pool_from_json, pool_json, pool_problems, write_pool

FRONT = "---\nmodule: ra\ntitle: What you know\n---\n"


def a_question(item: str, *, answer: str = "true") -> str:
    return (
        f"\n```exercise\nid: {item}\ntype: true-false\nprompt: Is it so? {item}\nanswer: {answer}\nwhy: It is.\n```\n"
    )


def a_file(*, items: int = 15, answer: str = "true", front: str = FRONT) -> str:
    half = items // 2
    first = "".join(a_question(f"p{number}", answer=answer) for number in range(half))
    rest = "".join(a_question(f"p{number}", answer=answer) for number in range(half, items))
    return f"{front}# ra1\n{first}\n# ra2\n{rest}"


def a_pool(*, items: int = 15, answer: str = "true") -> Pool:
    return parse_pool(a_file(items=items, answer=answer), path="assessment.en.md")


def codes(pools: dict[str, Pool], lessons: tuple[str, ...] = ("ra1", "ra2")) -> set[str]:
    return {remark.complaint.code for remark in pool_problems(pools, lessons=lessons)}


def test_a_file_comes_back_as_the_same_bytes() -> None:
    text = a_file()

    assert write_pool(parse_pool(text, path="assessment.en.md")) == text


def test_a_release_gives_the_same_pool_back() -> None:
    assert pool_from_json(pool_json(a_pool())) == a_pool()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# ra1\n", 1, "no-front-matter"),
        (f"{FRONT}A sentence.\n", 5, "not-in-a-pool"),
        (f"{FRONT}{a_question('p1')}", 6, "not-in-a-pool"),
        (f"{FRONT}# ra1\n{a_question('p1')}{a_question('p1')}", 16, "item-twice"),
        (f"{FRONT}# ra1\n\n```exercise\nid: p1\n", 7, "open-block"),
        (f"{FRONT}# ra1\n\n```exercise\nid: p1\ntype: riddle\n```\n", 9, "not-one-of"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_pool(text, path="assessment.en.md")

    assert (caught.value.line, caught.value.complaint.code) == (line, code)


def test_a_sound_pool_in_both_languages_is_held_back_by_nothing() -> None:
    assert codes({"en": a_pool(), "zh-hans": a_pool()}) == set()


def test_a_small_pool_is_held_back() -> None:
    assert codes({"en": a_pool(items=14)}) == {"pool-too-small"}


def test_an_exercise_about_a_lesson_that_is_not_there_is_held_back() -> None:
    assert codes({"en": a_pool()}, lessons=("ra1",)) == {"pool-other-lesson"}


def test_an_exercise_that_rests_on_a_dated_fact_is_held_back() -> None:
    pool = a_pool()
    first = replace(pool.items[0], exercise=replace(pool.items[0].exercise, fact="V02"))

    assert codes({"en": replace(pool, items=(first, *pool.items[1:]))}) == {"pool-rests-on-fact"}


def test_languages_that_differ_in_an_answer_or_an_exercise_are_held_back() -> None:
    assert codes({"en": a_pool(), "zh-hans": a_pool(answer="false")}) == {"pool-answers-differ"}
    assert codes({"en": a_pool(items=16), "zh-hans": a_pool()}) == {"item-missing"}
