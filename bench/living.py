"""Phones that go on and on: each writes a little, sends it, and sends it again where the server did not answer.

They speak the protocol of docs/events.md over real connections, many in one process, and forget nothing.
"""

import asyncio
import itertools
import json
import random
import re
import time
import urllib.request
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import xor
from typing import Any

import uuid_utils

Json = dict[str, Any]
PATIENCE_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What the phones answer: an exercise that is on offer, and the response that is right."""

    module: str
    release: str
    item: str
    response: Any


def lesson_on_offer(address: str) -> Lesson:
    def get(path: str) -> Any:
        with urllib.request.urlopen(address + path, timeout=30) as answer:
            return json.loads(answer.read())

    module = get("/api/v1/catalogue?language=en")["modules"][0]
    lesson = get(f"/packs/{module['manifest']}")["lessons"][0]
    items = get(f"/packs/{lesson['file']}")["items"]
    item, about = next(iter(items.items()))
    return Lesson(
        module=module["id"], release=module["release"], item=f"{lesson['id']}/{item}", response=about["answer"]
    )


def digest(ids: Iterable[uuid.UUID]) -> Json:
    numbers = [id.int for id in ids]
    return {"n": len(numbers), "x": f"{reduce(xor, numbers, 0):032x}"}


@dataclass(kw_only=True)
class Phone:
    """`events` are all it wrote, with the moment (monotonic); `sent` how often each went out."""

    port: int
    lesson: Lesson
    pause: Callable[[], float] = lambda: random.uniform(0.5, 1.5)
    device: str = field(default_factory=lambda: str(uuid_utils.uuid7()))
    learner: str = field(default_factory=lambda: str(uuid_utils.uuid7()))
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    read: str = field(default_factory=lambda: uuid.uuid4().hex)
    events: dict[uuid.UUID, tuple[float, Json]] = field(default_factory=dict)
    delivered: set[uuid.UUID] = field(default_factory=set)
    sent: dict[uuid.UUID, list[float]] = field(default_factory=lambda: defaultdict(list))
    accepted: list[tuple[float, float]] = field(default_factory=list)
    cursor: Json | None = None
    catalogue: str | None = None
    odd: list[Any] = field(default_factory=list)

    def write(self) -> None:
        """She answers once."""
        id = uuid.UUID(bytes=uuid_utils.uuid7().bytes)
        now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
        body = {"sitting": self.device, "try": 1, "response": self.lesson.response, "credit": 1}
        event = {"id": str(id), "v": 1, "device": self.device, "seq": len(self.events) + 1, "learner": self.learner}
        event |= {"kind": "answered", "at": now, "session": None, "mono": None, "module": self.lesson.module}
        event |= {"release": self.lesson.release, "item": self.lesson.item, "body": body}
        self.events[id] = (time.monotonic(), event)

    def waiting(self) -> list[uuid.UUID]:
        return [id for id in self.events if id not in self.delivered]

    async def live(self, *, until: float, writes: int = 3) -> None:
        """Learns and syncs; where no good answer comes, it waits a little and sends the same again."""
        await asyncio.sleep(random.random() * self.pause())
        for _ in itertools.count():
            if time.monotonic() >= until:
                return
            for _ in range(random.randint(1, writes)):
                self.write()
            await self.sync()
            await asyncio.sleep(self.pause())

    async def sync(self) -> bool:
        """One talk; whether the server took everything and agrees."""
        ids, began = self.waiting()[:100], time.monotonic()
        for id in ids:
            self.sent[id].append(began)
        reply = await self._ask("/api/v1/sync", self._request(ids))
        if reply is None:
            return False
        self.accepted.append((began, time.monotonic()))
        self.odd += [verdict for verdict in reply["verdicts"] if verdict[1] not in ("stored", "known")]
        self.delivered |= {uuid.UUID(id) for id, _, _ in reply["verdicts"]}
        self.cursor = reply["changes"].get(self.learner, {}).get("cursor", self.cursor)
        self.catalogue = reply.get("catalogue", {}).get("hash", self.catalogue)
        if reply["digest"] == "differs":
            await self._agree()
            return False
        return not self.waiting()

    def _request(self, ids: list[uuid.UUID]) -> Json:
        now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
        learners = [{"id": self.learner, "read": self.read, "cursor": self.cursor}]
        events = [self.events[id][1] for id in ids]
        envelope: Json = {"device": self.device, "app": "bench", "now": now, "session": None, "mono": None}
        envelope |= {"waiting": len(self.waiting()) - len(ids), "digest": digest(self.delivered), "events": events}
        return envelope | {"learners": learners, "catalogue": self.catalogue, "language": "en"}

    async def _agree(self) -> None:
        days: dict[str, list[uuid.UUID]] = defaultdict(list)
        for id in self.delivered:
            days[time.strftime("%Y-%m-%d", time.gmtime((id.int >> 80) / 1000))].append(id)
        claimed = {day: digest(ids) for day, ids in days.items()}
        reply = await self._ask("/api/v1/sync/have", {"device": self.device, "days": claimed})
        for day, ids in (reply or {"days": {}})["days"].items():
            self.delivered = (self.delivered - set(days.get(day, []))) | {uuid.UUID(id) for id in ids}

    async def _ask(self, path: str, body: Json) -> Json | None:
        try:
            return await asyncio.wait_for(self._answer(path, json.dumps(body).encode()), PATIENCE_SECONDS)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            return None

    async def _answer(self, path: str, body: bytes) -> Json | None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            head += f"Authorization: Bearer {self.token}\r\n"
            writer.write(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            said = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", said)
            if length is None:
                return None
            answer = await reader.readexactly(int(length[1]))
        finally:
            writer.close()
        if said.startswith(b"HTTP/1.1 200"):
            reply: Json = json.loads(answer)
            return reply
        if not said.startswith(b"HTTP/1.1 5"):
            self.odd.append((said[:15], answer[:200]))
        return None
