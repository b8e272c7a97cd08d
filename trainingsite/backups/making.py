"""`manage.py backup [WHERE] [--keep N]`: the whole site into one file, while it runs."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from uuid import UUID

import django
from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader

from courses.privacy import erased_list
from trainingsite.backups import rows, server, telling
from trainingsite.backups.archive import MEDIA, SECRET, Manifest, Writer
from trainingsite.backups.switching import sync
from trainingsite.terminal import CannotGoOn, say, say_stop

_SUFFIX = ".tar"
_NAME = f"xiangke-%Y-%m-%d-%H%M%S{_SUFFIX}"


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code: 1 after a clear sentence."""
    given = _parse(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")
    django.setup()
    now = datetime.now(UTC)
    try:
        if server.address_of_server():
            server.connect().close()  # Django would ask a server that is away for 20 seconds
        file = place_of(given.where or settings.DATA_DIR / "backups", now=now)
        manifest = make(file, now=now)
        note_erased(beside=file)
        keep_newest(given.keep, beside=file)
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    size, learners, events = file.stat().st_size / 1e6, manifest.learners, manifest.events
    say(f"{file}: {learners} learners, {events} events, {size:.1f} MB. 学员 {learners} 人，记录 {events} 条。")
    say("It holds the site's secret key: keep it where only you can read it.")
    say("里面有站点的密钥，请放在别人看不到的地方。")
    return 0


def make(file: Path, *, now: datetime) -> Manifest:
    """Write the backup; its name is there only once it is whole and on the disk. Raises CannotGoOn."""
    try:
        with _whole_or_nothing(file) as begun, rows.one_moment():
            return _write(Writer(begun, made_at=now))
    except OSError as error:
        raise telling.cannot_write(error, place=file.parent) from error
    except Error as error:
        raise telling.database_refuses(error) from error


def _write(backup: Writer) -> Manifest:
    """Rows first, then the files they name: a picture uploaded meanwhile is one too many, never one too few."""
    applied = list(MigrationLoader(connection).applied_migrations)
    if not rows.are_known(applied):
        raise telling.newer_tables()
    for model in rows.historic_models(applied):
        name = model._meta.db_table
        if name not in rows.NOT_KEPT:
            columns = rows.columns_of(model)
            backup.add_table(name, columns=columns, rows=rows.read(name, columns=columns))
    media = Path(settings.MEDIA_ROOT)
    for path in sorted(path for path in media.rglob("*") if path.is_file() and not path.is_symlink()):
        backup.add_file(MEDIA + path.relative_to(media).as_posix(), path)
    backup.add(SECRET, settings.SECRET_KEY.encode())
    return backup.end(database=connection.vendor, migrations=applied)


@contextmanager
def _whole_or_nothing(file: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner reads, under another name until it is whole; nothing stays where it is not."""
    if file.exists():
        raise telling.already_there(file)
    begun = file.with_name(f".{file.name}.part")
    try:
        begun.unlink(missing_ok=True)  # one that was killed may have left it
        begun.touch(mode=0o600)
        with begun.open("wb") as content:
            yield content
            content.flush()
            os.fsync(content.fileno())
        begun.rename(file)
        sync(file.parent)
    finally:
        with suppress(OSError):
            begun.unlink(missing_ok=True)


def place_of(where: Path, *, now: datetime) -> Path:
    """The file to write: in a folder it is named by the time. Raises CannotGoOn where it is no folder and no .tar."""
    try:
        if where == settings.DATA_DIR / "backups":
            where.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise telling.cannot_write(error, place=where) from error
    if where.is_dir():
        return where / now.strftime(_NAME)
    if where.suffix != _SUFFIX and not where.exists():
        raise telling.no_folder(where)  # a disk that is not there today is no place on this one
    return where


def note_erased(*, beside: Path) -> None:
    """Who was erased until now stays so, also when one of the older backups in this folder is restored."""
    if "courses_erased" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT learner FROM courses_erased")
        ids = [id if isinstance(id, UUID) else UUID(id) for (id,) in cursor.fetchall()]
    try:
        erased_list.add(ids, folder=beside.parent)
    except OSError as error:
        raise telling.cannot_write(error, place=beside.parent) from error


def keep_newest(keep: int | None, *, beside: Path) -> None:
    """Of the backups in this folder that were named by their time, the newest stay."""
    older = sorted(beside.parent.glob("xiangke-????-??-??-??????.tar"), reverse=True)
    try:
        for file in older[keep:] if keep else []:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise telling.cannot_write(error, place=beside.parent) from error


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py backup", description="The whole site into one file.")
    parser.add_argument(
        "where", nargs="?", type=Path, help="a folder, or a new file that ends in .tar (default: backups/ in var/)"
    )
    parser.add_argument("--keep", type=_at_least_one, metavar="N", help="then delete all but the newest N there")
    return parser.parse_args(arguments)


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on")
    return int(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
