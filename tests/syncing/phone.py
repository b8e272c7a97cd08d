"""A fake phone: writes events down, sends what waits, believes what the server says, forgets nothing.

It follows docs/events.md as the app does, small enough to read. Requests go through Django's test client.
"""

import gzip
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import xor
from typing import Any

import uuid_utils
from django.test import Client

from courses.syncing.actions.reconciling import day_of
from tests.learned import a_module
from tests.syncing.hanging import Hanging, put, uploaded

Json = dict[str, Any]
ANY_TIME = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def a_uuid7() -> uuid.UUID:
    return uuid.UUID(bytes=uuid_utils.uuid7().bytes)


def as_text(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def digest(ids: Iterable[str]) -> Json:
    numbers = [uuid.UUID(id).int for id in ids]
    return {"n": len(numbers), "x": f"{reduce(xor, numbers, 0):032x}"}


@dataclass(kw_only=True)
class Phone:
    """`held` are all events it wrote, by id, `hanging` its photos and notes; `delivered` the ids it believes the server
    has, of both."""

    client: Client = field(default_factory=Client)
    device: str = field(default_factory=lambda: str(a_uuid7()))
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    learner: str = field(default_factory=lambda: str(a_uuid7()))
    read: str = field(default_factory=lambda: uuid.uuid4().hex)
    module: str = "ra"
    release: str = ""
    clock: datetime = ANY_TIME
    session: str = field(default_factory=lambda: str(uuid.uuid4()))
    mono: int = 0
    seq: int = 0
    held: dict[str, Json] = field(default_factory=dict)
    hanging: dict[str, Hanging] = field(default_factory=dict)
    delivered: set[str] = field(default_factory=set)
    cursor: Json | None = None
    catalogue: str | None = None
    progress: dict[str, Json] = field(default_factory=dict)
    inbox: dict[str, Json] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    is_revoked: bool = False

    # -- learning ------------------------------------------------------------------------------------------------

    def write(self, kind: str, *, item: str = "", body: Json | None = None, learner: str | None = None) -> Json:
        """One event, saved before anything is shown."""
        self.seq += 1
        self.mono += 1000
        self.clock += timedelta(seconds=1)
        id = str(a_uuid7())
        event: Json = {
            "id": id,
            "v": 1,
            "device": self.device,
            "seq": self.seq,
            "learner": learner or self.learner,
            "kind": kind,
            "at": as_text(self.clock),
            "session": self.session,
            "mono": self.mono,
            "module": self.module if item else None,
            "release": self.release if item else None,
            "item": item or None,
            "body": body or {},
        }
        self.held[id] = event
        return event

    def open(self, lesson: str = "ra1") -> str:
        """Opens a lesson; gives the sitting's id."""
        sitting: str = self.write("lesson_opened", item=lesson, body={"language": "en"})["id"]
        return sitting

    def answer(self, sitting: str, *, item: str = "ra1/q1", right: bool = True, attempt: int = 1) -> Json:
        body = {"sitting": sitting, "try": attempt, "response": right, "credit": float(right)}
        return self.write("answered", item=item, body=body)

    def finish(self, sitting: str, *, lesson: str = "ra1") -> Json:
        return self.write("lesson_finished", item=lesson, body={"sitting": sitting})

    def ask(
        self, text: str = "", *, photo: bytes = b"", note: bytes = b"", lesson: str = "", note_type: str = "audio/webm"
    ) -> Json:
        """A question with what hangs on it, saved in one go."""
        data = {"image/jpeg": photo, note_type: note}
        ids = {type: str(a_uuid7()) for type, each in data.items() if each}
        named = [Hanging(id=id, event="", type=type, data=data[type]).named for type, id in ids.items()]
        event = self.write("asked", item=lesson, body={"text": text, "attachments": named})
        for type, id in ids.items():
            self.hanging[id] = Hanging(id=id, event=event["id"], type=type, data=data[type])
        return event

    # -- talking -------------------------------------------------------------------------------------------------

    def waiting(self) -> list[Json]:
        return [event for id, event in self.held.items() if id not in self.delivered | self.gone]

    def waiting_attachments(self) -> list[Hanging]:
        """Those whose question was delivered."""
        return [each for id, each in self.hanging.items() if id not in self.delivered and each.event in self.delivered]

    def put(
        self,
        hanging: Hanging,
        *,
        part: int | None = None,
        data: bytes | None = None,
        changed: Mapping[str, str] | None = None,
    ) -> Any:
        """The bare answer to one part of an attachment, or, without `part`, to what is lacking."""
        return put(
            hanging, client=self.client, device=self.device, token=self.token, part=part, data=data, changed=changed
        )

    def upload(self, hanging: Hanging) -> None:
        """Asks what is lacking and sends it."""
        if any(uploaded(hanging, client=self.client, device=self.device, token=self.token)):
            self.delivered.add(hanging.id)

    def request(self, events: Sequence[Json], *, most: int = 100) -> Json:
        sent = list(events)[:most]
        return {
            "device": self.device,
            "app": "test",
            "now": as_text(self.clock),
            "session": self.session,
            "mono": self.mono,
            "waiting": len(self.waiting()) - len(sent),
            "digest": digest(self.delivered),
            "events": sent,
            "learners": [{"id": self.learner, "read": self.read, "cursor": self.cursor}],
            "catalogue": self.catalogue,
            "language": "en",
        }

    def post(self, path: str, body: Json, *, packed: bool = False) -> Any:
        """The bare answer of the server."""
        data = json.dumps(body).encode()
        headers = {"authorization": f"Bearer {self.token}"}
        if packed:
            data, headers["content-encoding"] = gzip.compress(data), "gzip"
        return self.client.post(path, data, content_type="application/json", headers=headers)

    def send(self, request: Json) -> Json:
        """The server's reply, not yet believed."""
        response = self.post("/api/v1/sync", request)
        assert response.status_code == 200, response.content
        reply: Json = response.json()
        return reply

    def believe(self, reply: Json) -> None:
        """Takes one reply in, late or twice as it may come."""
        if "rekey" in reply.get("device", {}):
            self.device, self.seq, self.delivered = reply["device"]["rekey"], 0, set()
            return
        self.is_revoked = "revoked" in reply.get("device", {})
        self.delivered |= {id for id, verdict, _ in reply["verdicts"] if id and verdict != "gone"}
        self.gone |= {id for id, verdict, _ in reply["verdicts"] if verdict == "gone"}
        for changes in reply["changes"].values():
            if "gone" in changes:
                continue
            self.cursor = changes["cursor"]
            self.progress |= {f"{row['module']}/{row['lesson']}": row for row in changes["progress"]}
            self.inbox |= {row["id"]: row for row in changes["inbox"]}
        if "catalogue" in reply:
            self.catalogue = reply["catalogue"]["hash"]

    def reconcile(self) -> None:
        """Asks by id, day by day, what the server holds; what it lacks waits again."""
        days: dict[str, set[str]] = {}
        for id in self.delivered:
            days.setdefault(day_of(uuid.UUID(id)), set()).add(id)
        body = {"device": self.device, "days": {day: digest(ids) for day, ids in days.items()}}
        response = self.post("/api/v1/sync/have", body)
        assert response.status_code == 200, response.content
        for day, ids in response.json()["days"].items():
            self.delivered = (self.delivered - days.get(day, set())) | set(ids)

    def sync(self, *, rounds: int = 20) -> int:
        """Talks until nothing waits and both agree. How many times it had to ask for differences."""
        asked = 0
        for _ in range(rounds):
            reply = self.send(self.request(self.waiting()))
            self.believe(reply)
            if reply["digest"] == "same" and not self.waiting():
                if not self.waiting_attachments():
                    return asked
                for hanging in self.waiting_attachments():
                    self.upload(hanging)
            if reply["digest"] == "differs" and "rekey" not in reply.get("device", {}):
                self.reconcile()
                asked += 1
        raise AssertionError("phone and server never agreed")


def a_phone_that_learned(answers: int = 2) -> Phone:
    """One whose learner opened a lesson and answered in it, and that has sent nothing yet."""
    phone = Phone(release=a_module())
    sitting = phone.open()
    for attempt in range(answers):
        phone.answer(sitting, attempt=attempt + 1)
    return phone
