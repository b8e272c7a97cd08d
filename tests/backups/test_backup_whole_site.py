"""Real processes: backed up while phones sync, refused while it runs, put back, and phones bring the rest."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.backups.site import Site, a_site
from tests.syncing.phone import Phone
from trainingsite import datafolder


def _learns(phone: Phone, *, answers: int) -> None:
    """Opened, so many answers, finished."""
    sitting = phone.open()
    for attempt in range(1, answers + 1):
        phone.answer(sitting, attempt=attempt)
    phone.finish(sitting)


@contextmanager
def _syncing_all_the_time(phone: Phone) -> Iterator[None]:
    enough = threading.Event()

    def goes_on() -> None:
        while not enough.is_set():
            _learns(phone, answers=1)
            phone.sync()

    learning = threading.Thread(target=goes_on)
    learning.start()
    try:
        yield
    finally:
        enough.set()
        learning.join()


def _counted(folder: Path) -> list[tuple[int, int]]:
    """For each learner: how far her record counts, and how many events are there."""
    with closing(sqlite3.connect(folder / "xiangke.sqlite3")) as database:
        return database.execute(
            "SELECT record_seq, (SELECT count(*) FROM courses_event WHERE learner = courses_learner.id)"
            " FROM courses_learner ORDER BY 1"
        ).fetchall()


def _said(site: Site, *arguments: str) -> str:
    done = site.command(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _refused(site: Site, *arguments: str) -> str:
    """The English of the two lines with which the command ended."""
    refused = site.command(*arguments)
    assert refused.returncode == 1
    english, _chinese = refused.stderr.splitlines()
    return english


@pytest.mark.takes_long
def test_a_lost_server_comes_back_and_every_event_is_counted(tmp_path: Path) -> None:
    site, file = a_site(tmp_path / "site"), str(tmp_path / "site.tar")
    phone, neighbour = site.phone(), site.phone()
    with site.serves():
        _learns(phone, answers=8)
        phone.sync()
        with _syncing_all_the_time(neighbour):
            assert "2 learners" in _said(site, "backup", file)
        _learns(phone, answers=3)
        phone.sync()
        with datafolder.held(site.data):  # as `up` does
            assert "already runs" in _refused(site, "restore", file, "--replace")
    with closing(sqlite3.connect(site.data / "xiangke.sqlite3")) as other:
        other.execute("SELECT count(*) FROM courses_learner").fetchone()
        assert "Something still uses" in _refused(site, "restore", file, "--replace")
    before = _counted(site.data)
    assert "has 2 learners" in _refused(site, "restore", file)
    assert "It is whole" in _said(site, "restore", file, "--check")
    assert _counted(site.data) == before
    (site.data / "media" / "bottle.jpg").write_bytes(b"scratched")
    (site.data / "secret.key").write_text("another key")

    assert "The old site is kept in replaced_" in _said(site, "restore", file, "--replace")

    (kept,) = site.data.glob("replaced_*")
    assert _counted(kept) == before
    assert (kept / "media" / "bottle.jpg").read_bytes() == b"scratched"
    assert (site.data / "media" / "bottle.jpg").read_bytes() == b"a picture"
    assert (site.data / "secret.key").read_text() == "the key of the first site"
    assert all(told == there for told, there in _counted(site.data))  # of one moment, though others were writing
    assert len(phone.held) == 15
    with site.serves():
        phone.sync()
        neighbour.sync()
    assert _counted(site.data) == before == sorted((len(each.held),) * 2 for each in (phone, neighbour))


@pytest.mark.long
def test_a_backup_of_an_older_version_comes_back_and_is_brought_up_to_date(tmp_path: Path) -> None:
    """The older version is what these migrations made then; it was never brought up to date before its backup."""
    older, site = Site(data=tmp_path / "older"), Site(data=tmp_path / "site")
    older.data.mkdir()
    _said(older, "migrate", "courses", "0004_mastered_by_check_set")
    with closing(sqlite3.connect(older.data / "xiangke.sqlite3")) as database, database:
        database.execute("INSERT INTO courses_county (name) VALUES ('Shangri')")
    _said(older, "backup", str(tmp_path / "older.tar"))

    _said(site, "restore", str(tmp_path / "older.tar"))

    assert "[ ]" not in _said(site, "showmigrations", "--plan")
    with closing(sqlite3.connect(site.data / "xiangke.sqlite3")) as database:
        assert database.execute("SELECT name FROM courses_county").fetchall() == [("Shangri",)]
