"""`manage.py test` counts honestly: nothing that did not run looks as if it passed."""

import threading
from pathlib import Path

import pytest

from trainingsite import parts, testrun
from trainingsite.parts import Count, Part, Run


def _part(name: str, count: Count, *, missing: str | None = None) -> Part:
    return Part(name=name, about="a part", run=lambda run: count, missing=lambda: missing)


def _outcome(name: str, count: Count) -> testrun.Outcome:
    return testrun.Outcome(part=_part(name, count), count=count, seconds=1.0)


def test_the_last_line_counts_all_parts(capsys: pytest.CaptureFixture[str]) -> None:
    code = testrun._sum_up([_outcome("ruff", Count(passed=2)), _outcome("unit", Count(passed=40))], seconds=2.0)

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == "42 passed, 0 failed"


def test_one_failure_in_any_part_is_a_failure_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    code = testrun._sum_up(
        [_outcome("ruff", Count(failed=1)), _outcome("unit", Count(passed=40, skipped=2))], seconds=2.0
    )

    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "40 passed, 1 failed, 2 skipped"


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_part_that_could_not_run_fails_only_where_all_must_run(
    ci: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", ci)
    part = _part("browser", Count(passed=5), missing="Not run: no Chromium.")

    outcome = testrun._run(part, Run(reports=tmp_path))

    assert testrun._sum_up([outcome], seconds=2.0) == code
    assert "Not run: no Chromium." in capsys.readouterr().out


def test_a_report_is_counted_case_by_case(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        "<testsuites><testsuite><testcase/><testcase><failure/></testcase><testcase><error/></testcase>"
        "<testcase><skipped/></testcase></testsuite></testsuites>"
    )

    assert parts.junit(report) == Count(passed=1, failed=2, skipped=1)


def test_a_run_that_wrote_no_report_has_failed(tmp_path: Path) -> None:
    assert parts.junit(tmp_path / "nothing.xml") == Count(failed=1)


def test_a_run_that_ended_badly_without_a_failed_case_has_failed() -> None:
    assert parts._checked(Count(passed=3), code=2) == Count(passed=3, failed=1)
    assert parts._checked(Count(passed=3), code=0) == Count(passed=3)
    assert parts._checked(Count(passed=3, failed=1), code=1) == Count(passed=3, failed=1)


def test_what_runs_beside_each_other_speaks_one_after_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both_run = threading.Barrier(2)

    def part(name: str) -> Part:
        def count(run: Run) -> Count:
            for word in ("begins", "ends"):
                both_run.wait()
                assert run.code_of(["echo", name, word], environment={}) == 0
            return Count(passed=1)

        return Part(name=name, about="a part", run=count, is_single=True)

    outcomes = testrun._run_two_at_a_time([part("mypy"), part("node")], Run(reports=tmp_path))

    assert [outcome.part.name for outcome in outcomes] == ["mypy", "node"]
    said = ["=== mypy: a part", "mypy begins", "mypy ends", "=== node: a part", "node begins", "node ends"]
    assert [line for line in capsys.readouterr().out.splitlines() if line] == said
