"""Paths of generated people: what no answer may do, and that the phone's own code finds the same."""

import json
import random
import subprocess
import sys
from pathlib import Path as File
from typing import Any

from courses.engine.path import OutlineLesson, Path, path
from courses.engine.path_rules import OPEN_A_SHOP, PHISHING
from tests.engine.vectors import vectors

ROOT = File(__file__).parents[2]
NODE = File(sys.executable).parent / "node"
SCRIPT = """
import { readFileSync } from "node:fs";
import { path } from "./static/app/engine/path.ts";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(path)));
"""
OUTLINE: list[tuple[str, list[str]]] = [(name, needs) for name, needs in vectors("path.json")["outline"]]
NAMES = [name for name, _ in OUTLINE]
PEOPLE = 400

SCALES = [
    *(f"use-{use}" for use in ("text", "image", "search", "finance", "shopping", "messages", "social", "news")),
    *(f"use-{use}" for use in ("maps", "books", "games")),
    *(f"feel-{feeling}" for feeling in ("unfamiliar", "confident", "lost", "needs-help", "helps-others")),
]
YES_NO = ["selling", "computer", "computer-plan", "mobile-internet", "phone-only"]
WANTS = ["computer", "internet", "online-business", "management", "team", "ideas", "other", "unheard-of"]
WORDS = ["", "bees", "怕被骗", "How to PAY", "ranking", "ｆｏｏｄ safety", "delivery", "直播卖货，快递太贵", "İstanbul"]
RUBBISH: list[Any] = [None, True, "3", 0, 9, 2.5, [], ["x", 1], {"a": 1}]
ABOUT_HER: dict[str, list[Any]] = {
    "gender": ["woman", "man", "other", None, 5],
    "birth-year": [1931, 1958, 1975, 2004, "1980", None],
    "education": ["none", "primary", "university", None, ["x"]],
}


def someone(dice: random.Random) -> dict[str, Any]:
    """What one learner might have answered, rubbish of an old phone among it. About a third of it is skipped."""
    answers: dict[str, Any] = {question: dice.randint(1, 4) for question in SCALES}
    answers |= {question: dice.random() < 0.5 for question in YES_NO}
    answers["selling-years"] = dice.choice(["under-1", "1-3", "3-5", "over-5"])
    answers["wants"] = dice.sample(WANTS, dice.randint(0, 3))
    answers["wants-other"] = dice.choice(WORDS)
    answers["platform"] = dice.sample(["taobao", "wechat", "jd", "other"], dice.randint(0, 2))
    answers["devices"] = dice.sample(["phone", "tablet", "computer"], dice.randint(0, 2))
    answers["hours"] = dice.choice(["under-1", "1-3", "3-5", "over-5"])
    answers["role"] = dice.choice(["learner", "trainer", "volunteer"])
    answers |= {question: dice.choice(values) for question, values in ABOUT_HER.items()}
    answers |= {question: dice.choice(RUBBISH) for question in dice.sample(list(answers), 2)}
    skipped = dice.random() * 0.6
    return {question: answer for question, answer in answers.items() if dice.random() >= skipped}


def requests(*, seed: int) -> list[dict[str, Any]]:
    """As the phone's function takes them."""
    dice = random.Random(seed)
    found = []
    for _ in range(PEOPLE):
        planned = set(dice.sample(NAMES, dice.choice([0, 0, 5, 40])))
        found.append(
            {
                "answers": someone(dice),
                "outline": [{"name": n, "needs": needs, "planned": n in planned} for n, needs in OUTLINE],
                "kept": dice.sample([*NAMES, "gone/gone1"], dice.choice([0, 0, 3, 10])),
                "failed": dice.sample(NAMES, dice.choice([0, 0, 2])),
            }
        )
    return found


def outline_of(request: dict[str, Any]) -> list[OutlineLesson]:
    return [
        OutlineLesson(name=one["name"], needs=tuple(one["needs"]), is_planned=one["planned"])
        for one in request["outline"]
    ]


def path_of(request: dict[str, Any]) -> Path:
    return path(request["answers"], outline=outline_of(request), kept=request["kept"], failed_checks=request["failed"])


def test_phone_and_server_find_the_same_path() -> None:
    asked = requests(seed=7)
    command = [str(NODE), "--no-warnings", "--input-type=module-typescript", "--eval", SCRIPT]
    run = subprocess.run(
        command, cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8", check=True
    )
    for request, on_phone in zip(asked, json.loads(run.stdout), strict=True):
        here = path_of(request)
        assert on_phone == {
            "lessons": list(here.lessons),
            "checks": list(here.checks),
            "hints": list(here.hints),
            "levels": [here.computer_level, here.internet_level],
        }, request


def test_age_gender_and_education_change_nothing() -> None:
    dice = random.Random(1)
    for request in requests(seed=1):
        before = path_of(request)
        others = {question: dice.choice(values) for question, values in ABOUT_HER.items()}
        assert path_of({**request, "answers": {**request["answers"], **others}}) == before
        silent = {question: answer for question, answer in request["answers"].items() if question not in ABOUT_HER}
        assert path_of({**request, "answers": silent}) == before


def test_what_a_lesson_needs_stands_before_it() -> None:
    for request in requests(seed=2):
        everything = [{**one, "planned": False} for one in request["outline"]]
        found = path_of({**request, "outline": everything})
        before = {*request["kept"], *found.checks}
        for name in found.lessons:
            needs = next(needs for other, needs in OUTLINE if other == name)
            assert name in request["kept"] or before.issuperset(needs), (name, request)
            before.add(name)


def test_phishing_comes_before_the_shop_unless_she_went_there_first() -> None:
    for request in requests(seed=3):
        lessons = path_of(request).lessons
        if {PHISHING, OPEN_A_SHOP} <= set(lessons) and OPEN_A_SHOP not in request["kept"]:
            assert lessons.index(PHISHING) < lessons.index(OPEN_A_SHOP)


def test_what_she_began_stays_in_front_as_it_was() -> None:
    for request in requests(seed=4):
        written = {one["name"] for one in request["outline"] if not one["planned"]}
        kept = [name for name in request["kept"] if name in written]
        assert list(path_of(request).lessons[: len(kept)]) == kept


def test_every_written_lesson_stands_once_in_the_path_or_among_the_checks() -> None:
    for request in requests(seed=5):
        found = path_of(request)
        written = sorted(one["name"] for one in request["outline"] if not one["planned"])
        assert sorted([*found.lessons, *found.checks]) == written


def test_a_planned_lesson_moves_no_other() -> None:
    for request in requests(seed=6):
        planned = {one["name"] for one in request["outline"] if one["planned"]}
        whole = path_of({**request, "outline": [{**one, "planned": False} for one in request["outline"]]})
        assert path_of(request).lessons == tuple(name for name in whole.lessons if name not in planned)


def test_lessons_that_need_each_other_end_all_the_same() -> None:
    round_trip = [OutlineLesson(name="aa/a1", needs=("bb/b1",)), OutlineLesson(name="bb/b1", needs=("aa/a1",))]
    assert set(path({}, outline=round_trip).lessons) == {"aa/a1", "bb/b1"}


def test_a_module_that_no_rule_knows_comes_after_the_others() -> None:
    outline = [OutlineLesson(name="bees/b1"), *(OutlineLesson(name=name, needs=tuple(n)) for name, n in OUTLINE)]
    assert path({}, outline=outline).lessons[-1] == "bees/b1"
