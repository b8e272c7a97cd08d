"""The parts of `manage.py test`: what each one runs, and how its passes and failures are counted."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from trainingsite import frontend
from trainingsite.bootstrap import ROOT, VENV

_BIN = VENV / "bin"
# First the one that draws for no screen: the same Chromium, at two thirds of the work.
_CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many checks passed, failed, were skipped; `not_run`: whole parts left out for want of a program."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    not_run: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            passed=self.passed + other.passed,
            failed=self.failed + other.failed,
            skipped=self.skipped + other.skipped,
            not_run=self.not_run + other.not_run,
        )


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a part is told: a folder for reports, whether long runs are wanted, and where to its commands speak; None:
    to the terminal.
    """

    reports: Path
    with_long: bool = False
    output: IO[str] | None = None

    def code_of(self, command: Sequence[str], *, folder: Path = ROOT, environment: Mapping[str, str]) -> int:
        """The exit code of a command, once it has ended."""
        return subprocess.run(
            command, cwd=folder, env=environment, stdout=self.output, stderr=self.output, check=False
        ).returncode


@dataclass(frozen=True, kw_only=True)
class Part:
    """`missing` says what stops it from running. It `is_single` where it keeps one processor busy, so that another
    such part can run beside it."""

    name: str
    about: str
    run: Callable[[Run], Count]
    missing: Callable[[], str | None] = lambda: None
    is_single: bool = False


def chromium() -> str | None:
    """Where this machine's Chromium is, or None. XIANGKE_CHROMIUM names another one."""
    names = (os.environ["XIANGKE_CHROMIUM"],) if "XIANGKE_CHROMIUM" in os.environ else _CHROMIUM
    return next((path for path in map(shutil.which, names) if path), None)


def junit(report: Path) -> Count:
    """Count a JUnit report, the form that pytest and Node's test runner both write; none written is one failure."""
    try:
        root = ElementTree.parse(report).getroot()
    except (OSError, ElementTree.ParseError):
        return Count(failed=1)
    passed = failed = skipped = 0
    for case in root.iter("testcase"):
        inside = {child.tag for child in case}
        if inside & {"failure", "error"}:
            failed += 1
        elif "skipped" in inside:
            skipped += 1
        else:
            passed += 1
    return Count(passed=passed, failed=failed, skipped=skipped)


def _ends_well(*commands: Sequence[str], folder: Path = ROOT) -> Callable[[Run], Count]:
    """A part of commands that each count as one check: it passes where the command ends with 0."""

    def count(run: Run) -> Count:
        codes = [run.code_of(command, folder=folder, environment=frontend.environment()) for command in commands]
        return Count(passed=codes.count(0), failed=len(codes) - codes.count(0))

    return count


def _pytest(name: str, *arguments: str, on_servers: bool = False, processes: int = 2) -> Callable[[Run], Count]:
    """A run of pytest in so many processes, which `tests/sharing.py` gives their tests."""

    def count(run: Run) -> Count:
        report = run.reports / f"{name}.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
        command += ["-n", str(processes), "--dist", "loadscope"]
        command += ["--long"] if run.with_long else []
        command = [sys.executable, "-m", "tests.servers", *command] if on_servers else command
        code = run.code_of(command, environment=_environment())
        return _checked(junit(report), code=code)

    return count


def _checked(count: Count, *, code: int) -> Count:
    """A run that ended badly without a failure in its report has failed all the same."""
    return count + Count(failed=1) if code != 0 and count.failed == 0 else count


def _environment() -> dict[str, str]:
    """Without this machine's servers; and what is compiled is kept, for some hundred processes read the same files."""
    left_out = {"DATABASE_URL", "REDIS_URL", "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def _node_tests(run: Run) -> Count:
    report = run.reports / "node.xml"
    command = [
        str(frontend.NODE),
        "--test",
        "--test-reporter=dot",
        "--test-reporter-destination=stdout",
        "--test-reporter=junit",
        f"--test-reporter-destination={report}",
        "tests/**/*.test.ts",
    ]
    code = run.code_of(command, folder=frontend.STATIC, environment=frontend.environment())
    return _checked(junit(report), code=code)


def _types(run: Run) -> Count:
    """TypeScript, strict: one tsconfig for each realm that the code runs in."""
    configs = sorted(frontend.STATIC.glob("tsconfig.*.json"))
    compiler = str(frontend.STATIC / "node_modules" / "typescript" / "bin" / "tsc")
    chosen = [config for config in configs if config.name != "tsconfig.base.json"]
    commands = [[str(frontend.NODE), compiler, "--noEmit", "-p", str(config)] for config in chosen]
    return _ends_well(*commands, folder=frontend.STATIC)(run)


def _needs_chromium() -> str | None:
    if chromium() is None:
        return "Not run: the browser tests need Chromium (Debian: apt-get install chromium-headless-shell)."
    return None


_PRETTIER = str(frontend.STATIC / "node_modules" / "prettier" / "bin" / "prettier.cjs")
_RUFF, _LINT_IMPORTS = str(_BIN / "ruff"), str(_BIN / "lint-imports")
_NOT_IN_UNIT = "not browser"

ALL: Sequence[Part] = (
    Part(
        name="ruff",
        about="style and format of the Python code",
        run=_ends_well([_RUFF, "check", "--quiet"], [_RUFF, "format", "--check", "--quiet"]),
        is_single=True,
    ),
    Part(
        name="mypy",
        about="types of the Python code, strict",
        run=_ends_well([sys.executable, "-m", "mypy"]),
        is_single=True,
    ),
    Part(
        name="imports",
        about="who may import whom",
        run=_ends_well([_LINT_IMPORTS, "--no-cache", "--no-logo"]),
        is_single=True,
    ),
    Part(name="tsc", about="types of the phone app, strict, one realm at a time", run=_types, is_single=True),
    Part(
        name="prettier",
        about="format of the phone app",
        run=_ends_well([str(frontend.NODE), _PRETTIER, "--check", "--log-level=warn", "."], folder=frontend.STATIC),
        is_single=True,
    ),
    Part(name="node", about="the tests of the phone app", run=_node_tests, is_single=True),
    Part(
        name="unit",
        about="the Python tests on SQLite",
        run=_pytest("unit", "-m", _NOT_IN_UNIT, "tests"),
    ),
    Part(
        name="integration",
        about="what hangs on the database once more, on a real PostgreSQL and Valkey",
        run=_pytest("integration", "-m", _NOT_IN_UNIT, "tests", on_servers=True),
    ),
    Part(
        name="browser",
        about="the promises made to people, in a real Chromium",
        run=_pytest("browser", "-m", "browser", "tests", processes=3),  # they wait much
        missing=_needs_chromium,
    ),
)
