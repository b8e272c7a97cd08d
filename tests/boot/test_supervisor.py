"""The supervisor with small real processes: nothing stays, nothing is forgotten, all in order."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.boot.processes import eventually, is_alive
from trainingsite.bootstrap import ROOT
from trainingsite.supervisor import restart_delay_seconds

# A supervisor of its own process, so that a test can kill it. It writes its services' ids after every change.
_SCRIPT = """
import json, sys
from pathlib import Path
from trainingsite.supervisor import Service, Supervisor

folder = Path(sys.argv[1])
supervisor = Supervisor(logs=folder, tell=lambda line: (folder / "told").open("a").write(line + "\\n"))
for name, command in json.loads(sys.argv[2]).items():
    supervisor.start(Service(name=name, command=command, patience_seconds=float(sys.argv[3])))
known = None
while not supervisor.wait(0.05):
    if supervisor.pids() != known:
        known = supervisor.pids()
        (folder / "pids.new").write_text(json.dumps(known | {"keeper": supervisor.keeper_pid()}))
        (folder / "pids.new").rename(folder / "pids")
supervisor.stop()
"""
_SLEEP = [sys.executable, "-S", "-c", "import signal; signal.pause()"]
# Says its name when asked to end, as a service would that has work to finish.
_LAST_WORDS = """
import signal, sys
def end(*_):
    open(sys.argv[1], "a").write(sys.argv[2] + "\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("up", flush=True)
while True:
    signal.pause()
"""
# A main process with a child that does not hear its end, like a web server's worker.
_WITH_CHILD = """
import os, signal, sys
child = os.fork()
if child:
    open(sys.argv[1], "w").write(str(child))
signal.signal(signal.SIGTERM, signal.SIG_IGN if not child else signal.SIG_DFL)
while True:
    signal.pause()
"""

Start = Callable[..., "Supervised"]


class Supervised:
    """A running supervisor and the folder into which it reports."""

    def __init__(self, folder: Path, process: "subprocess.Popen[bytes]") -> None:
        self.folder = folder
        self.process = process

    def pids(self) -> dict[str, int]:
        try:
            return dict(json.loads((self.folder / "pids").read_text()))
        except FileNotFoundError:
            return {}

    def wait_for(self, *names: str) -> dict[str, int]:
        eventually(lambda: set(names) <= set(self.pids()), what=f"{names} are up")
        return self.pids()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[bytes]] = []

    def run(*, patience_seconds: float = 20.0, **commands: list[str]) -> Supervised:
        arguments = [str(tmp_path), json.dumps(commands), str(patience_seconds)]
        process = subprocess.Popen([sys.executable, "-c", _SCRIPT, *arguments], cwd=ROOT, start_new_session=True)
        started.append(process)
        return Supervised(tmp_path, process)

    yield run
    for process in started:
        process.kill()
        process.wait()


def test_a_killed_service_is_started_again(start: Start) -> None:
    supervised = start(one=_SLEEP)
    first = supervised.wait_for("one")["one"]

    os.kill(first, signal.SIGKILL)

    eventually(lambda: supervised.pids().get("one") not in {None, first}, what="one has a new process")
    assert not is_alive(first)
    assert "one ended (-9)" in (supervised.folder / "told").read_text()
    assert supervised.end() == 0


def test_before_a_restart_the_whole_group_of_the_killed_service_goes(start: Start, tmp_path: Path) -> None:
    note = tmp_path / "child"
    supervised = start(web=[sys.executable, "-S", "-c", _WITH_CHILD, str(note)])
    main = supervised.wait_for("web")["web"]
    eventually(lambda: note.exists() and note.read_text() != "", what="the child is there")
    child = int(note.read_text())

    os.kill(main, signal.SIGKILL)

    eventually(lambda: not is_alive(child), what="the orphan is gone")
    supervised.end()


def test_a_killed_supervisor_leaves_no_process(start: Start, tmp_path: Path) -> None:
    note = tmp_path / "child"
    supervised = start(web=[sys.executable, "-S", "-c", _WITH_CHILD, str(note)], other=_SLEEP)
    pids = supervised.wait_for("web", "other", "keeper")
    eventually(lambda: note.exists() and note.read_text() != "", what="the child is there")
    everything = {*pids.values(), int(note.read_text())}

    supervised.process.kill()

    eventually(lambda: not any(map(is_alive, everything)), what="all are gone")


def test_a_killed_keeper_is_replaced_and_knows_what_runs(start: Start, tmp_path: Path) -> None:
    note = tmp_path / "child"
    supervised = start(web=[sys.executable, "-S", "-c", _WITH_CHILD, str(note)], other=_SLEEP)
    pids = supervised.wait_for("web", "other", "keeper")
    eventually(lambda: note.exists() and note.read_text() != "", what="the child is there")
    os.kill(pids["keeper"], signal.SIGKILL)
    os.kill(pids["other"], signal.SIGKILL)  # its restart makes the report name the new keeper
    eventually(lambda: supervised.pids()["keeper"] != pids["keeper"], what="there is a new keeper")

    supervised.process.kill()

    eventually(lambda: not is_alive(int(note.read_text())), what="the child of web is gone")


def test_services_stop_in_the_reverse_order_of_their_start(start: Start, tmp_path: Path) -> None:
    words = tmp_path / "words"
    commands = {
        name: [sys.executable, "-S", "-c", _LAST_WORDS, str(words), name] for name in ("broker", "worker", "web")
    }
    supervised = start(**commands)
    pids = supervised.wait_for(*commands)
    for name in commands:
        log = tmp_path / f"{name}.log"
        eventually(lambda log=log: "up" in log.read_text(), what="it listens")  # type: ignore[misc]

    assert supervised.end() == 0

    assert words.read_text().split() == ["web", "worker", "broker"]
    assert not any(map(is_alive, pids.values()))


def test_a_service_that_does_not_hear_is_killed_when_its_time_is_over(start: Start, tmp_path: Path) -> None:
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()"
    supervised = start(patience_seconds=0.3, deaf=[sys.executable, "-S", "-c", deaf])
    pid = supervised.wait_for("deaf")["deaf"]
    eventually(lambda: "up" in (tmp_path / "deaf.log").read_text(), what="it ignores")

    assert supervised.end() == 0

    assert not is_alive(pid)


def test_a_command_that_cannot_start_is_told_and_tried_again(start: Start, tmp_path: Path) -> None:
    supervised = start(ghost=[str(tmp_path / "no-such-program")], other=_SLEEP)
    supervised.wait_for("other")

    told = tmp_path / "told"
    eventually(lambda: told.exists() and told.read_text().count("ghost ended") >= 2, what="it was tried twice")
    assert "No such file" in told.read_text()
    supervised.end()


def test_the_pause_before_a_restart_doubles_up_to_ten_seconds() -> None:
    assert [restart_delay_seconds(failures) for failures in (1, 2, 3, 4)] == [0.2, 0.4, 0.8, 1.6]
    assert restart_delay_seconds(7) == restart_delay_seconds(10_000) == 10.0
