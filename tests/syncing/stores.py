"""What a phone of the tests keeps in its two stores, and how what it shows of a lesson only ever grows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.syncing.hanging import Hanging
from tests.syncing.phone import Json


@dataclass(kw_only=True)
class Database:
    """What IndexedDB keeps. `people`: her `read` by learner; `shown`: rows by learner and place; `bare`: ids, also
    those of attachments that are on the server.

    `was`: under which id somebody learned here before two profiles of hers were joined, and who she is now.
    `proofs`: by learner, what shows that this device was let in for her. `tokens`: newest first, `token` among them.
    """

    device: str
    token: str
    tokens: list[str]
    people: dict[str, str]
    was: dict[str, str] = field(default_factory=dict)
    seq: int = 0
    events: dict[str, Json] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    attachments: dict[str, Hanging] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    cursors: dict[str, Json] = field(default_factory=dict)
    shown: dict[str, dict[str, Json]] = field(default_factory=dict)
    catalogue: str | None = None
    release: str = ""
    is_revoked: bool = False
    proofs: dict[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Mirror:
    """What localStorage keeps: who this is, and what waits."""

    device: str
    token: str
    tokens: list[str]
    people: dict[str, str]
    was: dict[str, str] = field(default_factory=dict)
    seq: int = 0
    queue: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sitting:
    learner: str
    id: str
    release: str


def joined(before: Json | None, row: Json) -> Json:
    """What a screen shows never goes back: the earliest time of each kind, every exercise that was ever right."""
    if before is None:
        return row
    times = ("opened_at", "finished_at", "mastered_at", "checked_at")
    return {
        **row,
        **{name: _earliest([before[name], row[name]]) for name in times},
        "right": sorted({*before["right"], *row["right"]}),
    }


def _earliest(times: Iterable[str | None]) -> str | None:
    return min((each for each in times if each), default=None)
