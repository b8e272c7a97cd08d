"""Fingerprints of files, by which a start knows what it need not do again. Standard library only."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_NEVER = {"node_modules", "dist", "__pycache__", ".venv", ".git", "var"}


def of_files(paths: Iterable[Path], *, extra: str = "") -> str:
    """SHA-256 (hex) over names and contents of the files, and of all files under the folders, in `paths`.

    What a build or Python makes by itself (`node_modules`, `dist`, `__pycache__`) does not count;
    a path that does not exist counts as nothing. Names count from each path on, so a moved project stays the same.
    `extra` is mixed in as it is.
    """
    whole = hashlib.sha256(extra.encode())
    for path in paths:
        for file in sorted(_files(path)):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            whole.update(f"{file.relative_to(path.parent)}\0{content}\n".encode())
    return whole.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        if path.suffix not in {".pyc", ".mo"}:
            yield path
    elif path.is_dir() and path.name not in _NEVER:
        for inner in path.iterdir():
            yield from _files(inner)


def is_current(marker: Path, value: str) -> bool:
    """Whether the marker file says that the work was done for exactly this fingerprint."""
    try:
        return marker.read_text() == value
    except OSError:
        return False
