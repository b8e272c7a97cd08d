"""The file of a backup: a plain tar that any tar program opens, with a manifest as its last words.

    tables/<table>.<part>.jsonl.gz   rows, one JSON list a line, in parts of a few megabytes
    media/<path>                     files as they were uploaded
    secret.key                       the key that signs sessions: whoever has the file has the key
    manifest.json, manifest.sha256   what is inside, with the SHA-256 of every file; and its own

Written and read in one pass with a few megabytes of memory, however large the site is.
"""

import gzip
import hashlib
import io
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any, Self

import msgspec

from trainingsite.backups import telling

FORMAT = 1
SECRET = "secret.key"
MEDIA = "media/"
_MANIFEST, _MANIFEST_HASH = "manifest.json", "manifest.sha256"
_PART_BYTES = 4_000_000
_BLOCK_BYTES = 1 << 20
_LONGEST_MANIFEST_BYTES = 100_000_000


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table: `columns` are (name, kind) in the order of each row; kinds are those of `rows`."""

    name: str
    columns: list[tuple[str, str]]
    rows: int


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file inside; `table` names the table whose rows it holds."""

    name: str
    bytes: int
    sha256: str
    table: str | None = None
    rows: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`app` is the SHA-256 over `migrations`, (app, name) of all that the database had; `made_at` in UTC."""

    format: int
    made_at: datetime
    app: str
    database: str
    migrations: list[tuple[str, str]]
    tables: list[Table]
    files: list[File]

    @property
    def learners(self) -> int:
        return self._rows_of("courses_learner")

    @property
    def events(self) -> int:
        return self._rows_of("courses_event")

    def _rows_of(self, table: str) -> int:
        return sum(each.rows for each in self.tables if each.name == table)


def app_of(migrations: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256(msgspec.json.encode(sorted(migrations))).hexdigest()


class Writer:
    """Adds one file after the other; what it added stands in `files` and `tables`."""

    def __init__(self, file: IO[bytes], *, made_at: datetime) -> None:
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - ended by `end`
        self._made_at = made_at
        self.files: list[File] = []
        self.tables: list[Table] = []

    def add(self, name: str, content: bytes, *, table: str | None = None, rows: int = 0) -> None:
        self._tar.addfile(self._entry(name, size=len(content)), io.BytesIO(content))
        sha256 = hashlib.sha256(content).hexdigest()
        self.files.append(File(name=name, bytes=len(content), sha256=sha256, table=table, rows=rows))

    def add_file(self, name: str, path: Path) -> None:
        """A file of the disk. One that a trainer deletes meanwhile is left out; the rows may still name it."""
        try:
            source = path.open("rb")
        except FileNotFoundError:
            return
        with source:
            size = source.seek(0, io.SEEK_END)
            source.seek(0)
            hashed = _Hashed(source)
            self._tar.addfile(self._entry(name, size=size), hashed)
        self.files.append(File(name=name, bytes=size, sha256=hashed.sha256.hexdigest()))

    def add_table(self, name: str, *, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
        """All rows of a table, in as many parts as it takes."""
        total = 0
        for part, (content, count) in enumerate(_parts(rows), start=1):
            self.add(f"tables/{name}.{part:05}.jsonl.gz", content, table=name, rows=count)
            total += count
        self.tables.append(Table(name=name, columns=list(columns), rows=total))

    def end(self, *, database: str, migrations: Sequence[tuple[str, str]]) -> Manifest:
        """Writes the manifest; the file is whole from here on."""
        manifest = Manifest(
            format=FORMAT,
            made_at=self._made_at,
            app=app_of(migrations),
            database=database,
            migrations=sorted(migrations),
            tables=self.tables,
            files=list(self.files),
        )
        content = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        self.add(_MANIFEST, content)
        self.add(_MANIFEST_HASH, hashlib.sha256(content).hexdigest().encode())
        self._tar.close()
        return manifest

    def _entry(self, name: str, *, size: int) -> tarfile.TarInfo:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode, entry.mtime = size, 0o600, int(self._made_at.timestamp())
        return entry


class Reader:
    """A backup whose manifest is whole; `content` and `rows` check every file against it as they read."""

    def __init__(self, path: Path) -> None:
        """Raises CannotGoOn where the file cannot be read, is cut, was changed, or is of a newer format."""
        self.path = path
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise telling.cannot_read(error, place=path) from error
        try:
            self._look_inside()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _look_inside(self) -> None:
        try:
            self._tar = tarfile.open(fileobj=self._file, mode="r:")  # noqa: SIM115 - the file is what must be closed
            self._inside = {entry.name: entry for entry in self._tar.getmembers()}
            self.manifest = self._read_manifest()
        except tarfile.TarError as error:
            raise telling.not_a_backup(self.path) from error
        except OSError as error:
            raise telling.cannot_read(error, place=self.path) from error
        self._compare_names()

    def check(self) -> None:
        """Reads all of it once: every hash, every row counted."""
        for file in self.manifest.files:
            for _ in self.content(file) if file.table is None else self._lines(file):
                pass

    def content(self, file: File) -> Iterator[bytes]:
        """The file's bytes, block by block; raises CannotGoOn at its end where they are not those of the manifest."""
        entry = self._inside[file.name]
        source = self._tar.extractfile(entry)
        if source is None or entry.size != file.bytes:
            raise telling.changed(self.path, inside=file.name)
        hashed = _Hashed(source)
        try:
            while block := hashed.read(_BLOCK_BYTES):
                yield block
        except tarfile.TarError as error:
            raise telling.not_a_backup(self.path) from error
        except OSError as error:
            raise telling.cannot_read(error, place=self.path) from error
        if hashed.sha256.hexdigest() != file.sha256:
            raise telling.changed(self.path, inside=file.name)

    def rows(self, table: Table) -> Iterator[list[Any]]:
        for file in self.manifest.files:
            if file.table == table.name:
                for line in self._lines(file):
                    yield msgspec.json.decode(line)

    def _lines(self, file: File) -> Iterator[bytes]:
        content = b"".join(self.content(file))
        count = 0
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as lines:
            for line in lines:
                count += 1
                yield line
        if count != file.rows:
            raise telling.changed(self.path, inside=file.name)

    def _read_manifest(self) -> Manifest:
        content, told = self._small(_MANIFEST), self._small(_MANIFEST_HASH)
        if hashlib.sha256(content).hexdigest().encode() != told:
            raise telling.changed(self.path, inside=_MANIFEST)
        try:
            head = msgspec.json.decode(content)
            if head["format"] > FORMAT:
                raise telling.newer(self.path)
            return msgspec.convert(head, Manifest)
        except (msgspec.MsgspecError, KeyError, TypeError) as error:
            raise telling.not_a_backup(self.path) from error

    def _small(self, name: str) -> bytes:
        entry = self._inside.get(name)
        source = self._tar.extractfile(entry) if entry is not None else None
        if entry is None or source is None or entry.size > _LONGEST_MANIFEST_BYTES:
            raise telling.not_a_backup(self.path)
        return source.read()

    def _compare_names(self) -> None:
        """What the manifest names is there, as a plain file with a plain name, and nothing else is."""
        named = {file.name for file in self.manifest.files} | {_MANIFEST, _MANIFEST_HASH}
        for name in named ^ set(self._inside):
            raise telling.changed(self.path, inside=name)
        counted = {table.name: table.rows for table in self.manifest.tables}
        for file in self.manifest.files:
            if not self._inside[file.name].isreg() or not _is_plain(file.name):
                raise telling.changed(self.path, inside=file.name)
            if file.table is not None:
                counted[file.table] = counted.get(file.table, 0) - file.rows
        for name in (name for name, left in counted.items() if left != 0):
            raise telling.changed(self.path, inside=name)


class _Hashed(io.RawIOBase):
    """Passes on what it reads and keeps its hash."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        block = self._source.read(size)
        self.sha256.update(block)
        return block


def _parts(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[bytes, int]]:
    """Rows as gzip files of a few megabytes each, with the number of rows in each."""
    encoder = msgspec.json.Encoder()
    whole, packed, count = io.BytesIO(), None, 0
    for row in rows:
        if packed is None:
            whole, count = io.BytesIO(), 0
            packed = gzip.GzipFile(fileobj=whole, mode="wb", compresslevel=5, mtime=0)
        packed.write(encoder.encode(row) + b"\n")
        count += 1
        if whole.tell() >= _PART_BYTES:
            packed.close()
            packed = None
            yield whole.getvalue(), count
    if packed is not None:
        packed.close()
        yield whole.getvalue(), count


def _is_plain(name: str) -> bool:
    """A name that stays inside the folder it is written into."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name and str(path) == name
