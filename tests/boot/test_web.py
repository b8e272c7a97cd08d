"""What the processes of the web server are copied from: the whole site, and nothing that must not be shared."""

import os
import subprocess
import sys

from trainingsite.bootstrap import ROOT

_LOAD = """
import threading
import granian.cli
granian.cli.cli = lambda: None
from trainingsite import web
web.main()
import sys
from django.db import connection
print(connection.connection, threading.active_count(), "courses.reports.office" in sys.modules)
"""


def test_a_process_begins_with_every_view_loaded_and_neither_connection_nor_thread_shared() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}

    result = subprocess.run(
        [sys.executable, "-c", _LOAD], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert result.stdout == "None 1 True\n", result.stderr
