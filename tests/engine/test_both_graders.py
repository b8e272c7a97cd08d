"""Generated answers, read and graded by Python and by the phone's own code in one Node process."""

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
from courses.engine.numerals import number_in
from tests.engine.test_grading import exercise_of

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).parent / "node"
SCRIPT = """
import { createInterface } from "node:readline";
import { grade } from "./static/app/engine/grading.ts";
import { numberIn } from "./static/app/engine/numerals.ts";
const work = { grade, numberIn };
for await (const line of createInterface({ input: process.stdin })) {
  const [name, given] = JSON.parse(line);
  console.log(JSON.stringify(given.map((each) => work[name](...each))));
}
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


# What a hand types where a number is asked: signs that belong to numbers in any order, and anything at all.
marks = st.sampled_from(
    [*"0123456789０５９.,。，-−+ 　¥￥元斤克%", *"零〇一二两三五九十百千万亿点半负壹佰萬", "kg", "百分之", "公斤"]
)
typed = st.tuples(
    st.one_of(st.lists(marks, max_size=8).map("".join), st.integers(0, 10**16).map("{:,}".format), words),
    st.sampled_from([None, "¥", "kg", "g", "%", "斤", "boxes"]),
)


class PhoneGrader:
    """One Node process: a list in, of (item, response) or of (text, unit), and a list of what the phone makes of it."""

    def __init__(self) -> None:
        command = [str(NODE), "--no-warnings", "--input-type=module-typescript", "--eval", SCRIPT]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def credits(self, pairs: list[tuple[Any, Any]]) -> list[float]:
        items = [
            [{"type": exercise.type, "answer": answer_json(exercise.answer), "tolerance": exercise.tolerance}, response]
            for exercise, response in pairs
        ]
        credits: list[float] = self._ask("grade", items)
        return credits

    def numbers(self, typed: list[tuple[str, str | None]]) -> list[float | None]:
        numbers: list[float | None] = self._ask("numberIn", typed)
        return numbers

    def _ask(self, name: str, given: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([name, given]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

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


def test_phone_and_server_read_the_same_number(phone: PhoneGrader) -> None:
    @settings(max_examples=100)
    @given(st.lists(typed, min_size=20, max_size=40))
    def agree(texts: list[tuple[str, str | None]]) -> None:
        for (text, unit), on_phone in zip(texts, phone.numbers(texts), strict=True):
            assert number_in(text, unit=unit) == on_phone, (text, unit)

    agree()
