"""What is said about content is said in both languages, and every sentence of the table is used."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import courses
from courses.engine.format.sayings import LANGUAGE_NAMES, NAMES, SAYINGS, Complaint, exercise_of

COURSES = Path(courses.__file__).parent
HAN = re.compile(r"[\u3400-\u9fff]")


def holes(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", SAYINGS)
def test_a_saying_tells_the_same_values_in_both_languages(code: str) -> None:
    saying = SAYINGS[code]

    assert holes(saying.problem.en) | holes(saying.mend.en) == holes(saying.problem.zh) | holes(saying.mend.zh)


@pytest.mark.parametrize("code", SAYINGS)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_saying_is_a_problem_and_a_mend_in_whole_sentences(code: str, language: str) -> None:
    saying = SAYINGS[code]
    sentences = [saying.problem.in_language(language), saying.mend.in_language(language)]
    values = dict.fromkeys(holes("".join(sentences)), "x")

    said = Complaint(code, values).said(language)

    assert all(sentence.endswith((".", "?") if language == "en" else ("。", "？")) for sentence in sentences)
    assert bool(HAN.search(said)) == (language == "zh-hans")
    assert "{" not in said


@pytest.mark.parametrize("words", [*NAMES.values(), *LANGUAGE_NAMES.values(), exercise_of("choice")])
def test_a_name_exists_in_both_languages(words: tuple[str, str]) -> None:
    english, chinese = words

    assert english and not HAN.search(english)
    assert chinese


def words_of_the_code() -> set[str]:
    """Every string that stands in the app's code, outside the tables."""
    found: set[str] = set()
    for path in COURSES.rglob("*.py"):
        if path.parent.name != "sayings":
            nodes = ast.walk(ast.parse(path.read_text()))
            found |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found


def test_no_saying_is_left_that_nobody_says() -> None:
    assert set(SAYINGS) - words_of_the_code() == set()


def complaints_in_the_code() -> list[tuple[str, str, set[str] | None]]:
    """(file, code, names of the values) wherever a complaint is made of a code; None for values made elsewhere."""
    calls = [
        (path.name, node.args)
        for path in COURSES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Complaint"
    ]
    return [
        (file, str(code.value), names_of(rest[0]) if rest else set())
        for file, (code, *rest) in calls
        if isinstance(code, ast.Constant)
    ]


def names_of(values: ast.expr) -> set[str] | None:
    if not isinstance(values, ast.Dict):
        return None
    return {str(key.value) for key in values.keys if isinstance(key, ast.Constant)}


def test_every_complaint_has_its_saying_and_all_its_values() -> None:
    made = complaints_in_the_code()

    assert len(made) > 40
    for file, code, names in made:
        assert code in SAYINGS, file
        if names is not None:
            saying = SAYINGS[code]
            assert names == holes(saying.problem.en) | holes(saying.mend.en), f"{file}: {code}"


def test_a_value_that_is_a_name_is_said_in_the_language_of_the_reader() -> None:
    complaint = Complaint("missing-key", {"key": "why", "what": exercise_of("order")})

    assert complaint.said("en") == "“why” is missing in an exercise of type order. Add a line “why: …”."
    assert complaint.said("zh-hans") == "order 类型的题缺少“why”。请加一行“why: …”。"
