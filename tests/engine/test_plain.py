import json

from courses.engine.format import (
    Card,
    Exercise,
    Lesson,
    MatchOptions,
    Option,
    Picture,
    Tool,
    lesson_from_json,
    lesson_json,
)

OPTIONS = (Option(id="a", text="Price", why="Many think so."), Option(id="b", text="Words"))
EXERCISES = (
    Exercise(id="q1", type="choice", prompt="?", options=OPTIONS, answer="b", why="Words first."),
    Exercise(id="q2", type="choice", prompt="?", options=OPTIONS, answer=("a", "b"), edition=2),
    Exercise(id="q3", type="true-false", prompt="?", answer=False, fact="V01"),
    Exercise(id="q4", type="numeric", prompt="?", answer=5.76, tolerance=0.01, unit="¥"),
    Exercise(id="q5", type="order", prompt="?", options=OPTIONS, answer=("b", "a")),
    Exercise(
        id="q6",
        type="match",
        prompt="?",
        options=MatchOptions(left=OPTIONS, right=(Option(id="1", text="One"),)),
        answer={"a": "1", "b": "1"},
    ),
    Exercise(id="q7", type="text-entry", prompt="?", answer=("ranking", "排序")),
)
LESSON = Lesson(
    id="ra1",
    title="排序",
    minutes=6,
    can="I can …",
    needs=("ra/ra0",),
    digcomp=("1.1",),
    cards=(
        Card(heading="One", picture=Picture(alt="A sieve", file="ab" * 32, width=360, height=300), text="Words."),
        Card(heading="Two", picture=Picture(alt="A sieve", file="media/sieve.svg"), sound="media/two.ogg"),
        Card(heading="Three", tool=Tool(id="sieve", name="ranking-sieve", goal="Stay.")),
        *(Card(heading=exercise.id, exercise=exercise) for exercise in EXERCISES),
    ),
)


def test_a_lesson_comes_back_from_a_release_as_it_went_in() -> None:
    assert lesson_from_json(json.loads(json.dumps(lesson_json(LESSON)))) == LESSON


def test_the_keys_are_those_of_the_architecture_page() -> None:
    value = lesson_json(LESSON)
    assert list(value) == ["id", "title", "minutes", "needs", "helps", "digcomp", "can", "cards"]
    assert list(value["cards"][0]) == ["heading", "picture", "sound", "text", "exercise", "tool"]
    assert list(value["cards"][3]["exercise"]) == [
        *("id", "type", "edition", "prompt", "options", "answer", "why", "fact"),
    ]
