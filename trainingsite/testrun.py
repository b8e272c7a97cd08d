"""`manage.py test`: runs every part once, stops at none, ends with one line that counts what passed and failed."""

import argparse
import os
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainingsite import frontend, parts, translations
from trainingsite.bootstrap import ROOT, one_at_a_time
from trainingsite.parts import Count, Part
from trainingsite.terminal import CannotGoOn, say, say_stop

FOLDER_OF_THE_RUN = "XIANGKE_TEST_RUN"
"""Names the folder that all test processes of one run share."""


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
    with tempfile.TemporaryDirectory(prefix="xiangke-test-") as folder:
        os.environ |= {"XIANGKE_DATA": folder, FOLDER_OF_THE_RUN: folder}
        outcomes = [_run(part, reports=Path(folder), with_long=given.long) for part in chosen]
    return _sum_up(outcomes)


def _run(part: Part, *, reports: Path, with_long: bool) -> Outcome:
    say(f"\n=== {part.name}: {part.about}")
    began = time.monotonic()
    if (missing := part.missing()) is not None:
        say(missing)
        count = Count(not_run=1)
    else:
        count = part.run(reports, with_long)
    return Outcome(part=part, count=count, seconds=time.monotonic() - began)


def _sum_up(outcomes: Iterable[Outcome]) -> int:
    """Print the table and the last line; returns the exit code."""
    total, seconds = Count(), 0.0
    say(f"\n{'part':<14}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for outcome in outcomes:
        count = outcome.count
        mark = "  not run" if count.not_run else ""
        line = f"{outcome.part.name:<14}{count.passed:>8}{count.failed:>8}{count.skipped:>9}{outcome.seconds:>9.1f}"
        say(line + mark)
        total, seconds = total + count, seconds + outcome.seconds
    say(f"{'all':<14}{'':>25}{seconds:>9.1f}")
    left_out = total.skipped + total.not_run
    say(f"{total.passed} passed, {total.failed} failed" + (f", {left_out} skipped" if left_out else ""))
    must_run_all = os.environ.get("CI") == "true"
    return 1 if total.failed or (must_run_all and left_out) else 0
