"""Generated answers, graded by Python and by the phone's own code in one Node process."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.engine.format import answer_json
from courses.engine.grading import UnusableResponse, grade
from tests.engine.test_grading import exercise_of

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).parent / "node"
SCRIPT = """
import { createInterface } from "node:readline";
import { grade } from "./static/app/engine/grading.ts";
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(JSON.parse(line).map(([item, response]) => grade(item, response))));
"""

IDS = ["a", "b", "c", "d"]
# Characters that this Python's Unicode tables know: a newer Node knows more.
texts = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=12)
words = st.one_of(texts, st.sampled_from(["排序。", "Ranking!", " the queue", "０．６ ％", "“ok”", "ΑΣ", "İ", "ﬁ"]))
id_lists = st.lists(st.sampled_from([*IDS, "z"]), max_size=5)
numbers = st.one_of(st.integers(-50, 50), st.floats(-50, 50, allow_nan=False), st.sampled_from([0.1 + 0.2, 5.77, 1e20]))


def column(ids: list[str]) -> list[dict[str, Any]]:
    return [{"id": id_, "text": "", "why": None} for id_ in ids]


def _case(type_: str, answers: st.SearchStrategy[Any], responses: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    anything = st.one_of(st.none(), st.booleans(), numbers, words, id_lists, st.dictionaries(texts, texts, max_size=3))
    options = {"left": column(IDS), "right": column(IDS)} if type_ == "match" else column(IDS)
    return st.tuples(
        st.builds(
            lambda answer, tolerance: exercise_of(
                type_, {"options": options, "answer": answer, "tolerance": tolerance}
            ),
            answers,
            st.sampled_from([0, 0.01, 2.5]) if type_ == "numeric" else st.none(),
        ),
        st.one_of(responses, responses, anything),
    )


matches = st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS), min_size=1)
cases = st.one_of(
    _case("choice", st.sampled_from(IDS), st.sampled_from([*IDS, "z"])),
    _case("choice", st.lists(st.sampled_from(IDS), min_size=1, unique=True), id_lists),
    _case("true-false", st.booleans(), st.booleans()),
    _case("order", st.permutations(IDS), st.permutations(IDS)),
    _case("order", st.permutations(IDS), id_lists),
    _case("match", matches, matches),
    _case("text-entry", st.lists(words, min_size=1, max_size=3), words),
    _case("numeric", numbers.filter(lambda answer: abs(answer) < 1e12), numbers),
)


class PhoneGrader:
    """One Node process: a list of (item, response) in, a list of credits out."""

    def __init__(self) -> None:
        command = [str(NODE), "--no-warnings", "--input-type=module-typescript", "--eval", SCRIPT]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def credits(self, pairs: list[tuple[Any, Any]]) -> list[float]:
        assert self.process.stdin and self.process.stdout
        items = [
            [{"type": exercise.type, "answer": answer_json(exercise.answer), "tolerance": exercise.tolerance}, response]
            for exercise, response in pairs
        ]
        self.process.stdin.write(json.dumps(items) + "\n")
        self.process.stdin.flush()
        credits: list[float] = json.loads(self.process.stdout.readline())
        return credits

    def close(self) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(10)


@pytest.fixture(scope="module")
def phone() -> Iterator[PhoneGrader]:
    grader = PhoneGrader()
    yield grader
    grader.close()


def test_phone_and_server_give_the_same_credit(phone: PhoneGrader) -> None:
    @settings(max_examples=100)
    @given(st.lists(cases, min_size=20, max_size=40))
    def agree(pairs: list[tuple[Any, Any]]) -> None:
        for (exercise, response), on_phone in zip(pairs, phone.credits(pairs), strict=True):
            try:
                assert grade(exercise=exercise, response=response).credit == on_phone, (exercise, response)
            except UnusableResponse:
                assert on_phone < 1, (exercise, response)

    agree()
