"""What the benchmarks say on an environment that has only what serving needs."""

import subprocess
import sys

from trainingsite.bootstrap import ROOT


def test_without_the_packages_of_the_tests_a_benchmark_says_what_to_run_first() -> None:
    without_packages = [sys.executable, "-S", "-m", "bench.sync"]
    ended = subprocess.run(without_packages, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "manage.py test --only ruff" in ended.stderr
    assert "Traceback" not in ended.stderr
