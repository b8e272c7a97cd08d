"""The bare ids of who was erased, in a file beside the backups: so a backup from before brings nobody back.

The database says it too, but a restore puts an older one in its place. One id a line; what is no id is passed over.
Knows files alone, no tables: the restore reads it before there is a database.
"""

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

NAME = "erased.txt"
log = logging.getLogger(__name__)


def read(*folders: Path) -> set[UUID]:
    """All ids in the lists of these folders. A list that cannot be read counts as empty, and the log says so."""
    found: set[UUID] = set()
    for folder in folders:
        try:
            lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").split()
        except FileNotFoundError:
            continue
        except OSError as error:
            log.warning("the list of the erased in %s cannot be read: %s", folder, error)
            continue
        found |= {id for line in lines if (id := _id(line))}
    return found


def add(ids: Iterable[UUID], *, folder: Path) -> None:
    """Add those that are not in the folder's list yet; the whole list is there or the old one. Raises OSError."""
    known = read(folder)
    every = known | set(ids)
    if every == known:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = folder / f".{NAME}.{os.getpid()}"
    begun.write_text("".join(f"{id}\n" for id in sorted(every)), encoding="utf-8")
    begun.chmod(0o600)
    begun.replace(folder / NAME)


def _id(line: str) -> UUID | None:
    try:
        return UUID(line)
    except ValueError:
        return None
