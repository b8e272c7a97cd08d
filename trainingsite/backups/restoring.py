"""`manage.py restore FILE [--check] [--replace]`: a site from its backup.

The new site is built beside the old one and put in its place at the end (`switching`). Before that nothing of the
old one is touched; afterwards a new epoch lets every phone bring back what the backup did not have yet.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import django
from django.db import Error, connection

from courses.privacy import erased_list
from trainingsite import datafolder
from trainingsite.backups import building, occupied, server, switching, telling
from trainingsite.backups.archive import MEDIA, SECRET, Manifest, Reader
from trainingsite.backups.rows import are_known
from trainingsite.bootstrap import ROOT
from trainingsite.terminal import CannotGoOn, say, say_stop, step


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code: 1 after a clear sentence."""
    given = _parse(arguments)
    data = Path(os.environ.get("XIANGKE_DATA") or ROOT / "var").resolve()
    try:
        _set_up_django_for(data / switching.BEGUN)
        with Reader(given.file) as backup:
            check(backup)
            _say_what_it_holds(backup.manifest)
            if not given.check:
                restore(backup, data=data, replace=given.replace, now=datetime.now(UTC))
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    return 0


def check(backup: Reader) -> None:
    """Every byte of it compared with its manifest, and that with this version. Raises CannotGoOn; touches nothing."""
    with step(en="Checking every file of the backup", zh="正在检查备份"):
        if not are_known(backup.manifest.migrations):
            raise telling.newer(backup.path)
        backup.check()
    say("  It is whole. 备份是完整的。")


def _set_up_django_for(begun: Path) -> None:
    """Django works on the new site from the beginning, so nothing here can write into the old one by mistake."""
    own = {"XIANGKE_DATA": str(begun), "XIANGKE_SECRET": "not needed while restoring"}
    own["DJANGO_SETTINGS_MODULE"] = "trainingsite.settings"
    if url := server.address_of_server():
        own["DATABASE_URL"] = f"{url}{'&' if '?' in url else '?'}options=-c%20search_path%3D{server.SCHEMA}"
    with _environment(own):
        django.setup()


@contextmanager
def _environment(own: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(own)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def restore(backup: Reader, *, data: Path, replace: bool, now: datetime) -> None:
    keep_as = f"replaced_{now:%Y%m%d_%H%M%S}"
    try:
        datafolder.make_usable(data)
        with datafolder.held(data):
            switching.finish(data)
            occupied.may_be_replaced(data, replace=replace)
            with _nothing_left_of_a_failure(data):
                erased = erased_list.read(backup.path.resolve().parent, data / "backups")
                _build(backup, begun=data / switching.BEGUN, erased=erased)
                occupied.is_idle(data)
                on_server = server.address_of_server() is not None
                switching.decide(data, keep_as=keep_as, on_server=on_server)
            switching.finish(data)
    except OSError as error:
        raise telling.cannot_write(error, place=data) from error
    _say_how_to_go_on(data, kept=data / keep_as)


def _say_how_to_go_on(data: Path, *, kept: Path) -> None:
    say("Restored. Start with `up`; phones bring back by themselves what they did since.")
    say("已恢复。用 up 启动，手机会自己把备份以后的学习记录传回来。")
    if kept.exists():
        say(f"The old site is kept in {kept.name}. 旧站点留在 {kept.name} 里。")
    if os.environ.get("XIANGKE_SECRET") not in {None, (data / SECRET).read_text()}:
        say(telling.another_secret())


def _build(backup: Reader, *, begun: Path, erased: Collection[UUID]) -> None:
    """The new site, whole, in a folder (and a schema) of its own. Raises CannotGoOn where that is impossible."""
    with step(en="Bringing back pictures and the key", zh="正在放回图片和密钥"):
        _write_files(backup, begun=begun)
    try:
        with step(en="Bringing back the database", zh="正在放回数据库"):
            building.bring_back(backup, erased=erased)
    except Error as error:
        raise telling.database_refuses(error) from error


def _write_files(backup: Reader, *, begun: Path) -> None:
    (begun / "media").mkdir(mode=0o700, parents=True)
    for file in backup.manifest.files:
        if file.name == SECRET or file.name.startswith(MEDIA):
            path = begun / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600 if file.name == SECRET else 0o644)
            with path.open("wb") as content:
                content.writelines(backup.content(file))


@contextmanager
def _nothing_left_of_a_failure(data: Path) -> Iterator[None]:
    """Also what an earlier restore left, that was killed before it was decided."""
    _tidy(data)
    try:
        yield
    except BaseException:
        with suppress(Exception):
            _tidy(data)
        raise


def _tidy(data: Path) -> None:
    shutil.rmtree(data / switching.BEGUN, ignore_errors=True)
    if connection.vendor == "postgresql":
        building.close()
        building.new_schema(make=False)


def _say_what_it_holds(manifest: Manifest) -> None:
    made = f"{manifest.made_at:%Y-%m-%d %H:%M} UTC"
    say(f"Made {made}: {manifest.learners} learners, {manifest.events} events.")
    say(f"备份时间 {made}：学员 {manifest.learners} 人，学习记录 {manifest.events} 条。")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py restore", description="A site from its backup.")
    parser.add_argument("file", type=Path, help="a file that `backup` made")
    parser.add_argument("--check", action="store_true", help="only look whether the file is whole and fits")
    parser.add_argument("--replace", action="store_true", help="put it in the place of a site that has learners")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
