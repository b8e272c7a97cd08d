"""Fingerprints of files, by which a start knows what it need not do again. Standard library only."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_NEVER = {"node_modules", "dist", "__pycache__", ".venv", ".git", "var"}


def of_files(paths: Iterable[Path], *, extra: str = "") -> str:
    """SHA-256 (hex) over names and contents of the files, and of all files under the folders, in `paths`.

    What a build or Python makes by itself (`node_modules`, `dist`, `__pycache__`) does not count;
    a path that does not exist counts as nothing. `extra` is mixed in as it is.
    """
    whole = hashlib.sha256(extra.encode())
    for path in sorted(_files(paths)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path}\0{content}\n".encode())
    return whole.hexdigest()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_file():
            if path.suffix not in {".pyc", ".mo"}:
                yield path
        elif path.is_dir() and path.name not in _NEVER:
            yield from _files(path.iterdir())


def is_current(marker: Path, value: str) -> bool:
    """Whether the marker file says that the work was done for exactly this fingerprint."""
    try:
        return marker.read_text() == value
    except OSError:
        return False
