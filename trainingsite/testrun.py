"""`manage.py test`: runs every part once, stops at none, ends with one line that counts what passed and failed."""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from trainingsite import frontend, parts, translations
from trainingsite.bootstrap import ROOT, one_at_a_time
from trainingsite.parts import Count, Part, Run
from trainingsite.terminal import CannotGoOn, say, say_stop

FOLDER_OF_THE_RUN = "XIANGKE_TEST_RUN"
"""Names the folder that all test processes of one run share."""
_IN_MEMORY = Path("/dev/shm")
_ROOM_ENOUGH = 4 * 1024**3


def quick_folder() -> Path:
    """Where tests keep their files: in memory, if it has room; thousands of small files make a slow disk wait.

    Its path is short, for a socket's may have 107 bytes.
    """
    has_room = _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free >= _ROOM_ENOUGH
    return _IN_MEMORY if has_room else Path("/tmp")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    part: Part
    count: Count
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Run the parts asked for; 0 only if nothing failed and, under CI, nothing was left out."""
    known = {part.name: part for part in parts.ALL}
    parser = argparse.ArgumentParser(prog="manage.py test", description="Check everything once.")
    parser.add_argument("--only", action="append", choices=known, metavar="PART", help=f"one of: {', '.join(known)}")
    parser.add_argument("--long", action="store_true", help="also the long runs")
    given = parser.parse_args(arguments)
    chosen = [part for part in parts.ALL if not given.only or part.name in given.only]
    try:
        with one_at_a_time():
            frontend.build_if_changed()
            frontend.install_packages_if_changed()
            translations.compile_changed([ROOT / "courses"])
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    with tempfile.TemporaryDirectory(prefix="xiangke-test-", dir=quick_folder()) as folder:
        os.environ |= {"XIANGKE_DATA": folder, FOLDER_OF_THE_RUN: folder, "TMPDIR": folder}
        run, began = Run(reports=Path(folder), with_long=given.long), time.monotonic()
        outcomes = _run_two_at_a_time([part for part in chosen if part.is_single], run)
        for part in [part for part in chosen if not part.is_single]:
            _announce(part)
            outcomes.append(_run(part, run))
        seconds = time.monotonic() - began
    return _sum_up(outcomes, seconds=seconds)


def _announce(part: Part) -> None:
    say(f"\n=== {part.name}: {part.about}")


def _run(part: Part, run: Run) -> Outcome:
    began = time.monotonic()
    if (missing := part.missing()) is not None:
        say(missing)
        count = Count(not_run=1)
    else:
        count = part.run(run)
    return Outcome(part=part, count=count, seconds=time.monotonic() - began)


def _run_two_at_a_time(parts: Sequence[Part], run: Run) -> list[Outcome]:
    """Each keeps one processor busy, of two. What one said stands together, once it has ended."""
    outcomes = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for part, running in [(part, pool.submit(_run_quietly, part, run)) for part in parts]:
            outcome, said = running.result()
            _announce(part)
            say(said)
            outcomes.append(outcome)
    return outcomes


def _run_quietly(part: Part, run: Run) -> tuple[Outcome, str]:
    """What became of it, and what it said."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        outcome = _run(part, replace(run, output=output))
        output.seek(0)
        return outcome, output.read().rstrip()


def _sum_up(outcomes: Iterable[Outcome], *, seconds: float) -> int:
    """Print the table and the last line; returns the exit code. `seconds`: what all took, some beside each other."""
    total = Count()
    say(f"\n{'part':<14}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for outcome in outcomes:
        count = outcome.count
        mark = "  not run" if count.not_run else ""
        line = f"{outcome.part.name:<14}{count.passed:>8}{count.failed:>8}{count.skipped:>9}{outcome.seconds:>9.1f}"
        say(line + mark)
        total += count
    say(f"{'all':<14}{'':>25}{seconds:>9.1f}")
    left_out = total.skipped + total.not_run
    say(f"{total.passed} passed, {total.failed} failed" + (f", {left_out} skipped" if left_out else ""))
    must_run_all = os.environ.get("CI") == "true"
    return 1 if total.failed or (must_run_all and left_out) else 0
