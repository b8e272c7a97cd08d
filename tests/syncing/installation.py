"""A household's phone with its two stores, written step by step, so that it can die between any two writes.

It does what static/app/storage and static/app/syncing/sync.ts do: an event first goes into the database, then into the
mirror; nothing is deleted because of a verdict, but for `gone`. Each method that writes is an iterator that stops after
every write that lasts; whoever runs it on decides whether the next one comes.
"""

import copy
import json
import uuid
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from courses.syncing.actions.reconciling import day_of
from tests.syncing.hanging import Hanging, uploaded
from tests.syncing.phone import ANY_TIME, Json, a_uuid7, as_text, digest
from tests.syncing.stores import Database, Mirror, Sitting, joined

Writes = Iterator[None]
TIMES_TO_ASK = 3
NETWORK = Client()
"""One for all phones: each new one would load all middleware anew."""


def finish(writes: Writes) -> None:
    for _ in writes:
        pass


class Installation:
    """One phone with everybody who learns on it."""

    def __init__(self, *, release: str, people: int = 1) -> None:
        self.clock: datetime = ANY_TIME
        self._begin_anew(release=release, people=people)
        self.start()

    def _begin_anew(self, *, release: str, people: int) -> None:
        names = {str(a_uuid7()): uuid.uuid4().hex for _ in range(people)}
        device, token = str(a_uuid7()), uuid.uuid4().hex
        self.database = Database(device=device, token=token, tokens=[token], people=names, release=release)
        self.mirror = Mirror(device=device, token=token, tokens=[token], people=dict(names))
        self.was_renamed = False

    def start(self) -> None:
        """The app is opened: a new session, and what only the mirror holds comes back."""
        self.session, self.mono = str(uuid.uuid4()), 0
        self.sittings: list[Sitting] = []
        self.shows = self.is_last = False
        for id, event in self.mirror.queue.items():
            if id not in self.database.events:
                self.database.events[id] = event
                self.database.waiting.add(id)
        self.database.seq = max(self.database.seq, self.mirror.seq)

    def copied(self) -> "Installation":
        """What a backup tool makes of it on another phone."""
        twin = copy.copy(self)
        twin.database, twin.mirror = copy.deepcopy(self.database), copy.deepcopy(self.mirror)
        twin.start()
        return twin

    def evict(self) -> None:
        """The browser throws the database away; the mirror stays."""
        kept, release = self.mirror, self.database.release
        self.database = Database(
            device=kept.device,
            token=kept.token,
            tokens=list(kept.tokens),
            people=dict(kept.people),
            release=release,
        )
        self.database.was = dict(kept.was)
        self.start()

    def held(self) -> dict[str, Json]:
        return self.mirror.queue | self.database.events

    # -- learning ------------------------------------------------------------------------------------------------

    def add_somebody(self, learner: str | None = None, *, read: str | None = None) -> None:
        learner, read = learner or str(a_uuid7()), read or uuid.uuid4().hex
        self.database.people[learner] = self.mirror.people[learner] = read

    def who_is(self, learner: str) -> str:
        """Whom this phone shows what is stamped with that id."""
        while learner in self.database.was:
            learner = self.database.was[learner]
        return learner

    def sitting_of(self, learner: str) -> Sitting | None:
        return next((each for each in self.sittings if each.learner == learner), None)

    def event(self, kind: str, *, learner: str, release: str, item: str, body: Json) -> Json:
        """The next event; nothing of it is kept yet."""
        self.mono += 1000
        self.clock += timedelta(seconds=1)
        return {
            "id": str(a_uuid7()),
            "v": 1,
            "device": self.database.device,
            "seq": max(self.database.seq, self.mirror.seq) + 1,
            "learner": learner,
            "kind": kind,
            "at": as_text(self.clock),
            "session": self.session,
            "mono": self.mono,
            "module": "ra",
            "release": release,
            "item": item,
            "body": body,
        }

    def write(self, event: Json, hanging: Hanging | None = None) -> Writes:
        """Saved first, in one transaction; what comes after it is for the day on which the database is gone."""
        self.database.seq = event["seq"]
        if hanging:
            self.database.attachments[hanging.id] = hanging
        self.database.events[event["id"]] = event
        self.database.waiting.add(event["id"])
        yield
        self.mirror.seq = event["seq"]
        yield
        self.mirror.queue[event["id"]] = event
        yield

    # -- talking -------------------------------------------------------------------------------------------------

    def believed(self) -> set[str]:
        return (self.database.events.keys() - self.database.waiting) | self.database.bare

    def waiting(self) -> list[Json]:
        return [self.database.events[id] for id in sorted(self.database.waiting)]

    def waiting_attachments(self) -> list[Hanging]:
        kept = self.database
        return [each for id, each in sorted(kept.attachments.items()) if id not in kept.bare]

    def upload(self) -> None:
        """What hangs on questions, after them."""
        kept = self.database
        for hanging in self.waiting_attachments():
            if any(uploaded(hanging, client=NETWORK, device=kept.device, token=kept.token)):
                kept.bare.add(hanging.id)

    def request(self, *, most: int) -> Json:
        events = self.waiting()[:most]
        kept = self.database
        return {
            "device": kept.device,
            "app": "test",
            "now": as_text(self.clock),
            "session": self.session,
            "mono": self.mono,
            "waiting": len(kept.waiting) - len(events),
            "digest": digest(self.believed()),
            "events": events,
            "learners": [self._reader(learner) for learner in kept.people],
            "catalogue": kept.catalogue,
            "language": "en",
            "last": self.is_last,
        }

    def _reader(self, learner: str) -> Json:
        kept = self.database
        reader: Json = {"id": learner, "read": kept.people[learner], "cursor": kept.cursors.get(learner)}
        if learner not in kept.proofs:
            reader["lock"] = True
        elif self.shows:
            reader["proof"] = kept.proofs[learner]
        return reader

    def post(self, path: str, body: Json, *, token: str) -> Any:
        headers = {"authorization": f"Bearer {token}"}
        return NETWORK.post(path, json.dumps(body), content_type="application/json", headers=headers)

    def take(self, request: Json, reply: Json) -> Writes:
        """Keep what a reply brought, in the order of sync.ts. It may come late, or twice."""
        if "refused" in reply:
            yield from self._step_back()
            return
        self.is_last = False
        yield from self._take_changes(request, reply)
        told = reply.get("device", {})
        name = told.get("rekey")
        if told.get("renew") and request["device"] == self.database.device:
            name = yield from self._renew_token()
        if name:
            yield from self._take_new_name(name)
            return
        if not self.shows and any(code == "not-your-learner" for _, _, code in reply["verdicts"]):
            self.shows = True  # the same once more, with the proofs
            return
        self.shows = False
        self.database.is_revoked = told.get("revoked", False)
        delivered = {id for id, _, _ in reply["verdicts"] if id}
        gone = {id for id, verdict, _ in reply["verdicts"] if verdict == "gone"}
        erased = {event["learner"] for event in request["events"] if event["id"] in gone}
        for learner in sorted(erased | {learner for learner, changes in reply["changes"].items() if "gone" in changes}):
            yield from self._erase(learner)
        yield from self._mark_delivered(delivered)
        waits = self.database.waiting or self.waiting_attachments()
        if self.database.is_revoked and not waits and reply["digest"] == "same":
            self._begin_anew(release=self.database.release, people=1)
            self.start()
            yield

    def _take_changes(self, request: Json, reply: Json) -> Writes:
        for learner, changes in reply["changes"].items():
            if learner not in self.database.people or "gone" in changes:
                continue
            if "merged" in changes:
                self._join(learner, into=changes["merged"])
            elif "proof" in changes and request["device"] == self.database.device:
                self.database.proofs[learner] = changes["proof"]
            now = self.who_is(learner)
            rows = self.database.shown.setdefault(now, {})
            for row in changes["progress"]:
                place = f"{row['module']}/{row['lesson']}"
                rows[place] = joined(rows.get(place), row)
            self.database.cursors[now] = changes["cursor"]
            yield
            self.mirror.people, self.mirror.was = dict(self.database.people), dict(self.database.was)
            yield
        if "catalogue" in reply:
            self.database.catalogue = reply["catalogue"]["hash"]
            self.database.release = reply["catalogue"]["modules"][0]["release"]
            yield

    def _join(self, learner: str, *, into: str) -> None:
        """Two profiles were one person. Her events keep their stamp."""
        kept = self.database
        kept.people.setdefault(into, kept.people.pop(learner))
        kept.was = {old: now for old, now in kept.was.items() if old != into} | {learner: into}
        kept.cursors.pop(learner, None)
        kept.proofs.pop(learner, None)
        rows = kept.shown.setdefault(into, {})
        for place, row in kept.shown.pop(learner, {}).items():
            rows[place] = joined(rows.get(place), row)
        self.sittings = [replace(each, learner=self.who_is(each.learner)) for each in self.sittings]

    def _mark_delivered(self, ids: set[str]) -> Writes:
        self.database.waiting -= ids
        yield
        for id in ids & self.mirror.queue.keys():
            del self.mirror.queue[id]
        yield

    def _take_new_name(self, device: str) -> Writes:
        """It is a copy: a device of its own from now on, and everything waits again."""
        self.was_renamed = True
        self.database.device = device
        self.database.proofs.clear()
        self.database.bare.clear()
        self.database.waiting = set(self.database.events)
        yield
        self.mirror.device = device
        yield

    def _renew_token(self) -> Generator[None, None, str | None]:
        """The newest of its tokens is kept before the server hears of it. A new name, if it is a copy."""
        kept = self.database
        if kept.token == kept.tokens[0]:
            kept.tokens = [uuid.uuid4().hex, *kept.tokens]
            yield
            self.mirror.tokens = list(kept.tokens)
            yield
        body = {"device": kept.device, "next": kept.tokens[0]}
        response = self.post("/api/v1/tokens", body, token=kept.token)
        assert response.status_code == 200, response.content
        yield
        if name := response.json().get("rekey"):
            return str(name)
        yield from self._show(kept.tokens[0])
        return None

    def _step_back(self) -> Writes:
        """A server that came back from a backup knows an older token. Knows it none, the newest asks for a name."""
        tokens = self.database.tokens
        older = tokens[tokens.index(self.database.token) + 1 :]
        self.is_last = not older
        yield from self._show((older or tokens)[0])

    def _show(self, token: str) -> Writes:
        self.database.token = token
        yield
        self.mirror.token = token
        yield

    def _erase(self, learner: str) -> Writes:
        kept, her = self.database, self.who_is(learner)
        hers = {id for id, event in kept.events.items() if self.who_is(event["learner"]) == her}
        mirrored = {id for id, event in self.mirror.queue.items() if self.who_is(event["learner"]) == her}
        kept.bare |= hers - kept.waiting
        kept.attachments = {id: each for id, each in kept.attachments.items() if each.event not in hers}
        kept.waiting -= hers
        kept.events = {id: event for id, event in kept.events.items() if id not in hers}
        for by_learner in (kept.people, kept.shown, kept.cursors, kept.proofs):
            by_learner.pop(her, None)
        if not kept.people:
            kept.people[str(a_uuid7())] = uuid.uuid4().hex
        self.sittings = [each for each in self.sittings if each.learner != her]
        yield
        self.mirror.people = dict(kept.people)
        self.mirror.queue = {id: event for id, event in self.mirror.queue.items() if id not in mirrored}
        yield

    def days(self) -> Json:
        days: dict[str, set[str]] = {}
        for id in self.believed():
            days.setdefault(day_of(uuid.UUID(id)), set()).add(id)
        return {day: digest(ids) for day, ids in days.items()}

    def reconcile(self, days: dict[str, list[str]]) -> Writes:
        """The marks of these days become what the server says it holds."""
        kept, there = self.database, {id for ids in days.values() for id in ids}
        kept.waiting -= there
        again = {id for id in kept.events.keys() - there if day_of(uuid.UUID(id)) in days}
        kept.waiting |= again
        kept.bare = {id for id in kept.bare if id in there or day_of(uuid.UUID(id)) not in days}
        kept.bare |= there - kept.events.keys()
        yield
        for id in again:
            self.mirror.queue[id] = kept.events[id]
        yield

    def agree(self) -> None:
        """Ask by id, day by day, what the server holds; what it lacks waits again."""
        body = {"device": self.database.device, "days": self.days()}
        response = self.post("/api/v1/sync/have", body, token=self.database.token)
        assert response.status_code == 200, response.content
        finish(self.reconcile(response.json()["days"]))

    def talk(self, *, most: int = 100) -> Json:
        """All that one talk does while the network is good; the last reply."""
        reply: Json = {}
        asks = TIMES_TO_ASK
        while not reply or self.database.waiting:
            request = self.request(most=most)
            response = self.post("/api/v1/sync", request, token=self.database.token)
            if response.status_code == 401:
                assert not self.is_last, "none of its tokens is known, and it is given no name"
                finish(self._step_back())
                continue
            assert response.status_code == 200, response.content
            reply = response.json()
            finish(self.take(request, reply))
            if request["device"] != self.database.device and "rekey" not in reply.get("device", {}):
                break  # it was stopped, handed everything over, and is a new phone now
            if reply["digest"] == "differs" and "rekey" not in reply.get("device", {}) and asks:
                self.agree()
                asks -= 1
            self.upload()
        return reply
