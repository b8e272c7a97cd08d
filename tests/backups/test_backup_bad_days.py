"""What a disk, a cut file or a wrong moment does to a backup: one clear sentence, and nothing half done."""

import errno
import io
import os
import resource
import tarfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from trainingsite.backups import archive, making, restoring, switching, telling
from trainingsite.backups.archive import Reader, Writer
from trainingsite.terminal import CannotGoOn

ANY_TIME = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
KNOWN = [("courses", "0001_people_and_records")]


def _a_backup(
    file: Path, *, migrations: list[tuple[str, str]] | None = None, format: int = 1, name: str = "media/a.jpg"
) -> Path:
    """A small one: one table of two rows, one picture, the key."""
    with file.open("wb") as content, pytest.MonkeyPatch.context() as patched:
        patched.setattr(archive, "FORMAT", format)
        backup = Writer(content, made_at=ANY_TIME)
        backup.add_table("courses_learner", columns=[("id", "number")], rows=[[1], [2]])
        backup.add(name, b"picture" * 1000)
        backup.add("secret.key", b"key")
        backup.end(database="sqlite", migrations=migrations or KNOWN)
    return file


def _refusal_of(file: Path) -> CannotGoOn:
    with pytest.raises(CannotGoOn) as refused, Reader(file) as backup:
        restoring.check(backup)
    assert str(file) in refused.value.en
    assert str(file) in refused.value.zh
    return refused.value


def test_a_whole_backup_is_whole(tmp_path: Path) -> None:
    with Reader(_a_backup(tmp_path / "good.tar")) as backup:
        restoring.check(backup)
        (table,) = backup.manifest.tables
        assert list(backup.rows(table)) == [[1], [2]]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_is_never_taken_for_whole(share: float, tmp_path: Path) -> None:
    whole = _a_backup(tmp_path / "cut.tar").read_bytes().rstrip(b"\0")
    (tmp_path / "cut.tar").write_bytes(whole[: int(len(whole) * share)])
    assert "no whole backup" in _refusal_of(tmp_path / "cut.tar").en


def test_one_changed_byte_anywhere_is_noticed(tmp_path: Path) -> None:
    file = _a_backup(tmp_path / "changed.tar")
    good = file.read_bytes()
    with tarfile.open(file) as inside:
        places = [(entry.offset_data, entry.size) for entry in inside.getmembers()]
    for start, size in places:
        bad = bytearray(good)
        bad[start + size // 2] ^= 0x10
        file.write_bytes(bad)
        _refusal_of(file)


def test_a_file_put_in_or_taken_out_is_noticed(tmp_path: Path) -> None:
    file = _a_backup(tmp_path / "more.tar")
    with tarfile.open(file, "a") as inside:
        more = tarfile.TarInfo("media/more.jpg")
        more.size = 1
        inside.addfile(more, io.BytesIO(b"x"))
    assert "media/more.jpg" in _refusal_of(file).en


@pytest.mark.parametrize("name", ["media/../../evil", "/etc/evil", "media/./a"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    assert "was changed" in _refusal_of(_a_backup(tmp_path / "evil.tar", name=name)).en


def test_another_kind_of_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Mei, …" * 1000)
    assert "no whole backup" in _refusal_of(tmp_path / "letter.txt").en


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "cannot be read" in _refusal_of(tmp_path / "nowhere.tar").en


def test_a_backup_of_a_newer_version_asks_for_an_update(tmp_path: Path) -> None:
    of_tomorrow = [*KNOWN, ("courses", "9999_of_tomorrow")]
    assert "newer Xiangke" in _refusal_of(_a_backup(tmp_path / "tables.tar", migrations=of_tomorrow)).en
    assert "newer Xiangke" in _refusal_of(_a_backup(tmp_path / "format.tar", format=2)).en


def test_a_manifest_says_the_hash_of_every_other_file(tmp_path: Path) -> None:
    with tarfile.open(_a_backup(tmp_path / "good.tar")) as inside:
        content = inside.extractfile("manifest.json")
        assert content is not None
        manifest = msgspec.json.decode(content.read())
        assert {file["name"] for file in manifest["files"]} == set(inside.getnames()[:-2])
    assert manifest["format"] == 1
    assert all(len(file["sha256"]) == 64 for file in manifest["files"])


def test_many_rows_come_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_PART_BYTES", 1)
    rows = ([number, os.urandom(200).hex()] for number in range(2000))
    with (tmp_path / "parts.tar").open("wb") as content:
        backup = Writer(content, made_at=ANY_TIME)
        backup.add_table("t", columns=[("id", "number"), ("text", "text")], rows=rows)
        backup.end(database="sqlite", migrations=KNOWN)
    with Reader(tmp_path / "parts.tar") as read:
        assert len(read.manifest.files) > 2
        assert [row[0] for row in read.rows(read.manifest.tables[0])] == list(range(2000))


def test_a_large_table_is_never_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_PART_BYTES", 100_000)
    rows = ([number, os.urandom(500).hex()] for number in range(20_000))  # 20 MB, and hardly smaller when packed
    tracemalloc.start()
    try:
        with (tmp_path / "large.tar").open("wb") as content:
            backup = Writer(content, made_at=ANY_TIME)
            backup.add_table("t", columns=[("id", "number"), ("text", "text")], rows=rows)
            backup.end(database="sqlite", migrations=KNOWN)
        with Reader(tmp_path / "large.tar") as read:
            assert sum(1 for _ in read.rows(read.manifest.tables[0])) == 20_000
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3_000_000


def test_of_backups_named_by_their_time_the_newest_stay(tmp_path: Path) -> None:
    for day in (20, 21, 22):
        (tmp_path / f"xiangke-2026-11-{day}-023000.tar").touch()
    (tmp_path / "xiangke-before-the-move.tar").touch()
    making.keep_newest(2, beside=tmp_path / "xiangke-2026-11-22-023000.tar")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "xiangke-2026-11-21-023000.tar",
        "xiangke-2026-11-22-023000.tar",
        "xiangke-before-the-move.tar",
    ]


@contextmanager
def _a_disk_with_room_for(number: int) -> Iterator[None]:
    """No file of this process may grow past so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_folder_that_is_not_there_is_never_taken_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    assert making.place_of(tmp_path / "usb", now=ANY_TIME).parent == tmp_path / "usb"
    assert making.place_of(tmp_path / "site.tar", now=ANY_TIME) == tmp_path / "site.tar"
    with pytest.raises(CannotGoOn, match="no folder") as refused:
        making.place_of(tmp_path / "not connected", now=ANY_TIME)
    assert "没有" in refused.value.zh


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_full_disk_leaves_nothing_under_any_name(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="no room") as refused, _a_disk_with_room_for(20_000):
        making.make(tmp_path / "site.tar", now=ANY_TIME)
    assert "空间不够" in refused.value.zh
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_while_restoring_leaves_the_old_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    _a_site(tmp_path / "site", of="old")
    refused = pytest.raises(CannotGoOn, match="no room")
    with Reader(_a_backup(tmp_path / "good.tar")) as backup, refused, _a_disk_with_room_for(5000):
        restoring.restore(backup, data=tmp_path / "site", replace=True, now=ANY_TIME)
    assert _is_all(tmp_path / "site", "old")
    assert not [path for path in (tmp_path / "site").iterdir() if path.name.startswith("re")]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_backup_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "site.tar").write_text("yesterday's")
    with pytest.raises(CannotGoOn, match="is there already"):
        making.make(tmp_path / "site.tar", now=ANY_TIME)
    assert (tmp_path / "site.tar").read_text() == "yesterday's"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="cannot be written"):
        making.make(tmp_path / "no such folder" / "site.tar", now=ANY_TIME)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_backup_is_read_by_its_owner_alone_and_holds_pictures_and_key(tmp_path: Path) -> None:
    from_trainers = tmp_path / "media" / "original_images" / "瓶子.jpg"
    from_trainers.parent.mkdir(parents=True)
    from_trainers.write_bytes(b"a picture")
    making.make(tmp_path / "site.tar", now=ANY_TIME)
    assert (tmp_path / "site.tar").stat().st_mode & 0o777 == 0o600
    with Reader(tmp_path / "site.tar") as backup:
        inside = {file.name: b"".join(backup.content(file)) for file in backup.manifest.files if file.table is None}
    assert inside["media/original_images/瓶子.jpg"] == b"a picture"
    assert set(inside) == {"media/original_images/瓶子.jpg", "secret.key"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS])
def test_every_refusal_of_the_disk_is_two_sentences(number: int) -> None:
    refusal = telling.cannot_write(OSError(number, os.strerror(number)), place=Path("/mnt/usb"))
    assert "/mnt/usb" in refusal.en
    assert "/mnt/usb" in refusal.zh


# -- killed on the last step -----------------------------------------------------------------------------------------

_SITE = ("xiangke.sqlite3", "secret.key", "media/a.jpg")


def _a_site(folder: Path, *, of: str) -> None:
    (folder / "media").mkdir(parents=True)
    for name in _SITE:
        (folder / name).write_text(of)


def _is_all(folder: Path, of: str) -> bool:
    return all((folder / name).read_text() == of for name in _SITE)


def _killed_at(step: int, *, in_: type[Path] = Path) -> Callable[[Path, Path], Path]:
    """A rename that works so many times, then never comes back."""
    done = iter(range(step))
    rename = in_.rename

    def killed(self: Path, target: Path) -> Path:
        if next(done, None) is None:
            raise SystemExit
        return rename(self, target)

    return killed


def _switch(data: Path) -> None:
    switching.decide(data, keep_as="replaced", on_server=False)
    switching.finish(data)


@pytest.mark.parametrize("step", range(9))
def test_killed_anywhere_the_site_is_the_old_one_or_the_next_start_makes_it_the_new(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _a_site(tmp_path, of="old")
    (tmp_path / "xiangke.sqlite3-wal").write_text("old")
    _a_site(tmp_path / switching.BEGUN, of="new")
    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(Path, "rename", _killed_at(step))
        _switch(tmp_path)

    switching.finish(tmp_path)

    assert _is_all(tmp_path, "old" if step == 0 else "new")
    assert (tmp_path / "xiangke.sqlite3-wal").exists() == (step == 0)
    assert not (tmp_path / switching.READY).exists()
    if step > 0:
        assert _is_all(tmp_path / "replaced", "old")
        assert (tmp_path / "replaced" / "xiangke.sqlite3-wal").exists()


def test_a_last_step_that_fails_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    _a_site(tmp_path, of="old")
    _a_site(tmp_path / switching.BEGUN, of="new")
    switching.decide(tmp_path, keep_as="replaced", on_server=False)
    with monkeypatch.context() as patched, pytest.raises(CannotGoOn, match="not finished"):
        patched.setattr(Path, "rename", refuses)
        switching.finish(tmp_path)
    switching.finish(tmp_path)
    assert _is_all(tmp_path, "new")


def test_on_a_new_machine_nothing_is_kept_beside(tmp_path: Path) -> None:
    _a_site(tmp_path / switching.BEGUN, of="new")
    (tmp_path / "media").mkdir()
    _switch(tmp_path)
    assert _is_all(tmp_path, "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["media", "secret.key", "xiangke.sqlite3"]


def test_a_restore_begun_on_a_server_waits_for_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    _a_site(tmp_path / switching.BEGUN, of="new")
    switching.decide(tmp_path, keep_as="replaced", on_server=True)
    with pytest.raises(CannotGoOn, match="Set DATABASE_URL"):
        switching.finish(tmp_path)
    assert (tmp_path / switching.READY).exists()
