"""How fast the rules are: answers graded, paths found and events folded a second, and what one more event costs.

    python -m bench.engine [--rounds 7]

The rules alone run over the case files in tests/vectors. One more event is taken into the progress of a learner who
has 10², 10³ and 10⁴ events behind her, by the rules alone and by the whole fold task with its rows (SQLite): it must
stay flat. Medians; the ratios are to 10², of one and the same run.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from courses.engine import progress
from courses.engine.format import Exercise
from courses.engine.format.plain import lesson_from_json
from courses.engine.grading import grade
from courses.engine.path import OutlineLesson, path
from tests.engine.vectors import vectors
from trainingsite.bootstrap import ROOT

TYPES = ("choice", "true-false", "numeric", "order", "match", "text-entry")
BEHIND = (100, 1_000, 10_000)
EXERCISES = 5
COUNTED = {"release": frozenset(f"q{n}@1" for n in range(EXERCISES))}
MONDAY = datetime(2026, 11, 16, 8, tzinfo=UTC)


def answers() -> list[tuple[Exercise, Any]]:
    """Every exercise of the case files with a response that can be graded."""
    found = []
    for kind in TYPES:
        for case in vectors(f"grading/{kind}.json")["cases"]:
            if not case.get("unusable"):
                found.append((_exercise(kind, case), case["response"]))
    return found


def _exercise(kind: str, case: dict[str, Any]) -> Exercise:
    value = {"id": "q1", "type": kind, "edition": 1, "prompt": "", "why": None, "fact": None, **case}
    card = {"heading": "", "picture": None, "sound": None, "text": "", "exercise": value, "tool": None}
    lesson = {"id": "l", "title": "", "minutes": 5, "can": "", "needs": [], "helps": [], "digcomp": [], "cards": [card]}
    return lesson_from_json(lesson).exercises[0]


def facts(count: int, *, after: int = 0) -> list[progress.Fact]:
    """What she did in one lesson, a minute apart: every third answer is wrong."""
    return [
        progress.Answered(
            at=MONDAY + timedelta(minutes=n),
            release="release",
            key=f"q{n % EXERCISES}@1",
            attempt=n % 3 + 1,
            is_full=n % 3 > 0,
        )
        for n in range(after, after + count)
    ]


def seconds(work: Callable[[], object], *, rounds: int) -> float:
    """Median of so many rounds."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def rates(*, rounds: int) -> None:
    given = answers()
    file = vectors("path.json")
    outline = [OutlineLesson(name=name, needs=tuple(needs)) for name, needs in file["outline"]]
    people = [case["answers"] for case in file["people"]]
    many = facts(10_000)
    works: Sequence[tuple[str, int, Callable[[], object]]] = (
        ("answers graded", 20 * len(given), lambda: [grade(exercise=e, response=r) for e, r in 20 * given]),
        ("paths found", len(people), lambda: [path(each, outline=outline) for each in people]),
        ("events folded", len(many), lambda: progress.settled(progress.fold(many), counted=COUNTED)),
    )
    for name, count, work in works:
        print(f"{name:<28}{count / seconds(work, rounds=rounds):>12,.0f} a second")


def by_rules(*, rounds: int) -> list[float]:
    """Seconds for one more event, after each of BEHIND."""
    times = []
    for count in BEHIND:
        before = progress.settled(progress.fold(facts(count)), counted=COUNTED)
        [more] = facts(1, after=count)
        times.append(seconds(partial(_one_more, before, more), rounds=200 * rounds))
    return times


def _one_more(before: progress.Progress, more: progress.Fact) -> progress.Progress:
    return progress.settled(progress.join(before, progress.fold([more])), counted=COUNTED)


def with_rows(*, rounds: int) -> list[float]:
    """The same by the fold task, in a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _django("migrate", "--verbosity=0", "--skip-checks", folder=Path(folder))
        code = f"from bench.one_more import tell; tell({BEHIND}, rounds={rounds})"
        told = _django("shell", "--verbosity=0", "--command", code, folder=Path(folder))
    found: list[float] = json.loads(told.splitlines()[-1])
    return found


def _django(*command: str, folder: Path) -> str:
    ours = {"XIANGKE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "trainingsite.settings", "PYTHONPATH": str(ROOT)}
    run = [sys.executable, "-m", "django", *command]
    return subprocess.run(
        run, env={**os.environ, **ours}, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    rates(rounds=rounds)
    print(f"\n{'one more event after':<28}" + "".join(f"{count:>18,}" for count in BEHIND))
    for name, times in (("by the rules", by_rules(rounds=rounds)), ("with its rows", with_rows(rounds=5 * rounds))):
        cells = (f"{1e6 * each:>9,.0f} µs ×{each / times[0]:.2f}" for each in times)
        print(f"{name:<28}" + "".join(f"{cell:>18}" for cell in cells))


if __name__ == "__main__":
    main()
