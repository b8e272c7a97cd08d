"""A phone as the server meets it: its own clock, its outbox, its digest. It hands over through the real intake."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from courses.demo.cast import Clock
from courses.syncing import actions as syncing
from courses.syncing import wire

MOST_AT_ONCE = 100
RESET_AT = datetime(1970, 1, 3, tzinfo=UTC)
DRIFT_A_DAY = timedelta(minutes=4)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Inhabitant:
    """A learner as her phone knows her: ids minted there before any contact."""

    learner: uuid.UUID
    read: str


@dataclass(kw_only=True)
class Phone:
    """One browser installation. `began_at` is when its wrong clock, if it has one, was last right (or was reset)."""

    random: Random
    clock: Clock
    began_at: datetime
    language: str
    inhabitants: list[Inhabitant] = field(default_factory=list)
    free_at: datetime = LONG_AGO
    device: uuid.UUID = field(init=False)
    token: str = field(init=False)
    unread: dict[uuid.UUID, list[str]] = field(default_factory=dict)
    _waiting: list[dict[str, object]] = field(default_factory=list)
    _cursors: dict[uuid.UUID, dict[str, object]] = field(default_factory=dict)
    _seq: int = 0
    _n: int = 0
    _x: int = 0
    _session: uuid.UUID | None = None
    _session_at: datetime | None = None

    def __post_init__(self) -> None:
        self.device, self.token = self.an_id(), f"{self.random.getrandbits(128):032x}"

    def an_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)

    def shows(self, at: datetime) -> datetime:
        """What its clock says at a moment."""
        since = at - self.began_at
        match self.clock:
            case "since 1970":
                return RESET_AT + since
            case "a year ahead":
                return at + timedelta(days=365)
            case "drifting":
                return at + DRIFT_A_DAY * (since / timedelta(days=1))
        return at

    def switch_on(self, at: datetime) -> None:
        """A new page session begins."""
        self._session, self._session_at = self.an_id(), at

    def write(
        self, kind: str, *, learner: uuid.UUID, at: datetime, body: dict[str, object], module: str = "",
        release: str = "", item: str = "",
    ) -> str:  # fmt: skip
        """One event into the outbox; returns its id."""
        assert self._session_at is not None, "switched on before"
        self._seq += 1
        event_id = self._uuid7(self.shows(at))
        self._waiting.append(
            {
                "id": str(event_id),
                "v": 1,
                "device": str(self.device),
                "seq": self._seq,
                "learner": str(learner),
                "kind": kind,
                "at": _iso(self.shows(at)),
                "session": str(self._session),
                "mono": _milliseconds(at - self._session_at),
                "module": module or None,
                "release": release or None,
                "item": item or None,
                "body": body,
            }
        )
        return str(event_id)

    def sync(self, at: datetime, *, reply_is_lost: bool = False) -> None:
        """Hand over what waits. Where the reply is lost on the way, the same goes out once more."""
        if reply_is_lost:
            self._request(at, self._waiting[:MOST_AT_ONCE])
        while True:
            batch, rest = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            self._take(self._request(at, batch))
            self._waiting = rest
            if not rest:
                return

    def join(self, code: str, *, who: Inhabitant, at: datetime) -> None:
        request = wire.JoinRequest(
            code=code, device=self.device, learner=who.learner, read=who.read, language=self.language
        )
        syncing.join_group(request, token=self.token, now=at)

    def _request(self, at: datetime, batch: Sequence[dict[str, object]]) -> syncing.Reply:
        readers = [
            {"id": str(who.learner), "read": who.read, "cursor": self._cursors.get(who.learner)}
            for who in self.inhabitants
        ]
        raw = {
            "device": str(self.device),
            "app": "demo",
            "now": _iso(self.shows(at)),
            "session": str(self._session),
            "mono": _milliseconds(at - self._session_at) if self._session_at else None,
            "waiting": len(self._waiting) - len(batch),
            "digest": {"n": self._n, "x": f"{self._x:032x}"},
            "events": list(batch),
            "learners": readers,
            "catalogue": None,
            "language": self.language,
        }
        request, unreadable = wire.read_request(json.dumps(raw).encode())
        return syncing.take_batch(request, unreadable, token=self.token, now=at)[0]

    def _take(self, reply: syncing.Reply) -> None:
        for event_id, verdict, _ in reply.verdicts:
            if event_id is None or verdict not in ("stored", "known"):
                raise AssertionError(f"the demo wrote something that was not taken: {verdict}")
            self._n, self._x = self._n + 1, self._x ^ event_id.int
        for learner, changes in reply.changes.items():
            cursor = changes["cursor"]
            self._cursors[learner] = {"epoch": str(cursor["epoch"]), "record_seq": cursor["record_seq"]}
            new = [str(row["id"]) for row in changes["inbox"] if row["read_at"] is None]
            self.unread.setdefault(learner, []).extend(new)

    def read_messages(self, *, learner: uuid.UUID, at: datetime) -> None:
        for message in self.unread.pop(learner, []):
            self.write("message_read", learner=learner, at=at, body={"message": message})

    def _uuid7(self, at: datetime) -> uuid.UUID:
        value = (int(at.timestamp() * 1000) & (2**48 - 1)) << 80 | self.random.getrandbits(80)
        value = value & ~(0xF << 76) | 0x7 << 76
        return uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _milliseconds(span: timedelta) -> int:
    return round(span / timedelta(milliseconds=1))


def inhabitant(random: Random) -> Inhabitant:
    """A learner is minted."""
    return Inhabitant(learner=uuid.UUID(int=random.getrandbits(128), version=4), read=f"{random.getrandbits(128):032x}")
