"""The world of the state machine: phones, letters on their way, one server, and what is promised of them.

After each step nothing may be lost and no progress may go back; after the last fault phones and server have three
rounds to agree on every event (OFFLINE.md, "Properties to test").
"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from hypothesis.stateful import RuleBasedStateMachine, invariant

from courses.asking.models import Attachment
from courses.engine.progress import LAST_TRY_THAT_COUNTS, Progress, needed_right, progress_json
from courses.learning import actions as learning
from courses.learning import queries
from courses.learning.models import Event
from courses.people.models import Learner, Staff
from courses.syncing import actions as syncing
from courses.syncing.models import Admission, Device, Erased, Merged, Parked
from tests.syncing.faults import Backup
from tests.syncing.hanging import Hanging
from tests.syncing.installation import Installation, Writes, finish
from tests.syncing.phone import Json
from tests.syncing.releases import LESSON, MODULE, Releases

ROUNDS_AFTER_THE_LAST_FAULT = 3
_NONE: Any = object()


class Letter(NamedTuple):
    """A request on its way, or, with `reply`, the way back."""

    phone: Installation
    token: str
    request: Json
    reply: Json | None = None


class World(RuleBasedStateMachine):
    """`written`: the learner of every event that was saved, `hung`: of every attachment. `may_be_gone`: those of both
    whose last copy went with a machine.

    `erased` are the learners who ever were; `brought`: whom a pass or a merge brought to more phones.
    """

    kind: type[Installation] = Installation
    releases: Releases
    operator: Staff
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        cache.clear()  # limits of tries count over all worlds of a quarter of an hour
        self._undo = transaction.atomic()
        self._undo.__enter__()
        self.phones: list[Installation] = []
        self.written: dict[str, str] = {}
        self.hung: dict[str, str] = {}
        self.may_be_gone: set[str] = set()
        self.in_one_place: set[str] = set()
        self.poison: set[str] = set()
        self.erased: set[str] = set()
        self.brought: set[str] = set()
        self.letters: list[Letter] = []
        self.backup: Backup | None = None
        self.reached: dict[uuid.UUID, dict[Any, Progress]] = {}

    def teardown(self) -> None:
        try:
            if self.phones:
                self._everybody_agrees()
        finally:
            transaction.set_rollback(True)
            self._undo.__exit__(None, None, None)

    # -- what holds at every moment ------------------------------------------------------------------------------

    @invariant()
    def nothing_is_lost(self) -> None:
        World.steps += 1
        lost = self._must_be_there() - self._copies()
        assert not lost, f"nobody has {sorted(lost)} any more"

    @invariant()
    def progress_never_goes_back(self) -> None:
        now = queries.progress_of(list(Learner.objects.values_list("pk", flat=True)))
        for learner, places in self.reached.items():
            for place, before in places.items():
                assert _is_within(before, now[learner][place])
        self.reached = {learner: dict(places) for learner, places in now.items()}

    def _must_be_there(self) -> set[str]:
        saved = self.written | self.hung
        return {id for id, learner in saved.items() if learner not in self.erased} - self.may_be_gone

    def _copies(self) -> set[str]:
        """The ids of all that somebody still has, be it in a mirror or among what is parked."""
        on_phones = {id for phone in self.phones for id in (*phone.held(), *phone.database.attachments)}
        stored = Attachment.objects.exclude(original=None).values_list("pk", flat=True)
        return on_phones | self._server() | {str(id) for id in stored}

    def _server(self) -> set[str]:
        parked = Parked.objects.exclude(event_id=None).values_list("event_id", flat=True)
        return {str(id) for ids in (Event.objects.values_list("pk", flat=True), parked) for id in ids}

    # -- after the last fault ------------------------------------------------------------------------------------

    def _everybody_agrees(self) -> None:
        self._lost_phones_are_found()
        for _ in range(ROUNDS_AFTER_THE_LAST_FAULT):
            for phone in self.phones:
                phone.talk()
        self._who_was_brought_shows_her_pass_again()
        for phone in self.phones:
            assert not phone.database.waiting
            assert self._answered(self._asks(phone, 1))["digest"] == "same"
        self._parked_is_tried_again()
        self._every_event_counts_once()
        self._every_attachment_is_there()
        self._progress_is_what_the_set_adds_up_to()
        self._every_phone_shows_her_own()

    def _who_was_brought_shows_her_pass_again(self) -> None:
        """A server that came back from a backup knows passes that were shown after it only by the phone's proof."""
        for phone in self.phones:
            stamps = {event["learner"]: "" for event in phone.held().values()}
            for learner, read in (stamps | phone.database.people).items():
                if learner not in self.brought or learner in phone.database.proofs:
                    continue
                device = uuid.UUID(phone.database.device)
                is_let_in = Admission.objects.filter(device_id=device, learner=learner).exists()
                if not is_let_in and Learner.objects.filter(pk=learner).exists():
                    assert self._admitted(phone, learner, read=read or uuid.uuid4().hex)

    def _every_event_counts_once(self) -> None:
        stored = {str(id): str(learner) for id, learner in Event.objects.values_list("pk", "learner")}
        merged = {str(old): str(now) for old, now in Merged.objects.values_list("pk", "learner")}
        assert stored.items() <= {id: merged.get(of, of) for id, of in self.written.items()}.items()
        assert self._must_be_there() - self.poison - self.hung.keys() <= stored.keys()
        assert not self.poison & stored.keys()
        erased = {str(learner) for learner in Erased.objects.values_list("pk", flat=True)}
        assert not erased & set(stored.values())
        for phone in self.phones:
            assert not erased & {event["learner"] for event in phone.held().values()}
            assert not erased & phone.database.people.keys()

    def _every_attachment_is_there(self) -> None:
        """Said in questions.py."""

    def _progress_is_what_the_set_adds_up_to(self) -> None:
        learners = list(Learner.objects.values_list("pk", flat=True))
        read = queries.progress_of(learners)
        self._fold()
        folded = queries.progress_of(learners)
        for learner in learners:
            assert _plain(read[learner]) == _plain(folded[learner])
            assert {place: _reached(each) for place, each in folded[learner].items()} == self._expected(learner)
        assert learning.rebuild_progress().changed == 0

    def _expected(self, learner: uuid.UUID) -> dict[Any, Any]:
        """What she reached by the words of DESIGN.md, from the events alone: no clock is asked."""
        rows = Event.objects.filter(learner=learner).values_list("kind", "release", "item", "body")
        rows = rows.exclude(kind="asked")
        events: list[Json] = [dict(zip(("kind", "release", "item", "body"), row, strict=True)) for row in rows]
        if not events:
            return {}
        right, kinds = self._right(events), {event["kind"] for event in events}
        answered_in = {event["release"] for event in events if event["kind"] == "answered"}
        counted = [{key for key, _ in self.releases.right[release].values()} for release in answered_in]
        is_mastered = any(len(keys & right) >= needed_right(len(keys)) for keys in counted)
        return {(MODULE, LESSON): ("lesson_opened" in kinds, "lesson_finished" in kinds, is_mastered, right)}

    def _right(self, events: Iterable[Json]) -> set[str]:
        answers = [event for event in events if event["kind"] == "answered"]
        found = set()
        for event in answers:
            key, is_right = self.releases.right[event["release"]][event["item"].partition("/")[2]]
            if event["body"]["response"] == is_right and event["body"]["try"] <= LAST_TRY_THAT_COUNTS:
                found.add(key)
        return found

    def _every_phone_shows_her_own(self) -> None:
        """All the server knows of her, and nothing of anybody else. More only where the server lost something."""
        for phone in self.phones:
            phone.talk()
            for learner in phone.database.people:
                known = queries.progress_of([uuid.UUID(learner)])[uuid.UUID(learner)]
                knows = {key for progress in known.values() for key in progress.right}
                shown = self._shown(phone, learner)
                assert knows <= shown
                if not self.may_be_gone and not self.erased and not self.brought:
                    assert shown <= knows

    def _shown(self, phone: Installation, learner: str) -> set[str]:
        """What the screens say is right: by the events of this phone, and by what the server told of the others."""
        own = [event for id, event in phone.database.events.items() if id not in self.poison]
        told = phone.database.shown.get(learner, {}).values()
        return self._right([event for event in own if phone.who_is(event["learner"]) == learner]).union(
            *(row["right"] for row in told)
        )

    # -- hands ---------------------------------------------------------------------------------------------------

    def _lost_phones_are_found(self) -> None:
        for device in Device.objects.exclude(revoked_at=None):
            syncing.let_in_again(device, by=self.operator, now=timezone.now())

    def _parked_is_tried_again(self) -> None:
        """What lost phones sent; whatever else was parked was judged again by itself as soon as it could count."""
        waiting = Parked.objects.filter(settled_at=None, code="revoked-device").values_list("pk", flat=True)
        syncing.replay(list(waiting), by=self.operator, now=timezone.now())

    def _fold(self) -> None:
        for learner in list(queries.learners_ahead()):
            learning.fold_learner(learner)

    def _phone(self, number: int) -> Installation:
        return self.phones[number % len(self.phones)]

    def _writes(
        self, phone: Installation, event: Json, *, hanging: Hanging | None = None, dies: int | None = None
    ) -> None:
        """It counts as written from the moment on at which it is in the database."""
        if not _runs(phone, phone.write(event, hanging), dies=dies):
            return
        if hanging:
            self.hung[hanging.id] = event["learner"]
        self.written[event["id"]] = event["learner"]
        if dies in (1, 2):
            self.in_one_place.add(event["id"])

    def _admitted(self, there: Installation, learner: str, *, read: str, twice: bool = False) -> bool:
        self.brought.add(learner)
        code = syncing.print_pass(Learner.objects.get(pk=learner), by=self.operator, now=timezone.now())
        body = {"code": code, "device": there.database.device, "read": read, "language": "en"}
        answers = [there.post("/api/v1/admissions", body, token=there.database.token) for _ in range(1 + twice)]
        assert len({(each.status_code, each.content) for each in answers}) == 1
        return bool(answers[0].status_code == 200)

    @contextmanager
    def _all_or_nothing(self, letter: Letter) -> Iterator[None]:
        before = self._server()
        yield
        gone = {str(id) for id in Erased.objects.values_list("pk", flat=True)}
        sent = {event["id"] for event in letter.request["events"] if event["learner"] not in gone}
        assert self._server() in (before, before | sent), "half of a batch was kept"

    def _asks(self, phone: Installation, part: int) -> Letter:
        return Letter(phone, phone.database.token, phone.request(most=part))

    def _takes(self, letter: Letter, reply: Json, *, dies: int | None) -> None:
        _runs(letter.phone, letter.phone.take(letter.request, reply), dies=dies)

    def _answered(self, letter: Letter) -> Json:
        """The server's reply; each verdict is the one that the promises ask for, whatever stands beside it."""
        device = Device.objects.filter(pk=letter.request["device"]).first()
        erased = {str(id) for id in Erased.objects.values_list("pk", flat=True)}
        sent = Event.objects.filter(pk__in=[event["id"] for event in letter.request["events"]])
        counted = {str(id) for id in sent.values_list("pk", flat=True)}
        response = letter.phone.post("/api/v1/sync", letter.request, token=letter.token)
        if response.status_code == 401:
            assert device
            assert self.backup, "it forgot a token without having been set back"
            return {"refused": 401}
        assert response.status_code == 200, response.content
        reply: Json = response.json()
        if "rekey" in reply.get("device", {}) and not reply["verdicts"]:
            return reply  # its token is long over, or it has none that is known
        assert reply["changes"].keys() <= {learner["id"] for learner in letter.request["learners"]}
        learners = {event["id"]: event["learner"] for event in letter.request["events"]}
        for id, verdict, code in reply["verdicts"]:
            if learners[id] in erased:
                assert verdict == "gone"
            elif device and device.revoked_at and id in counted:
                assert (verdict, code) == ("known", None)
            elif device and device.revoked_at:
                assert (verdict, code) == ("parked", "revoked-device")
            elif id in self.poison:
                assert (verdict, code) == ("parked", "bad-body")
            elif verdict == "parked":
                assert code == "not-your-learner"
                assert self.backup
                assert learners[id] in self.brought
            else:
                assert verdict in ("stored", "known")
        assert len(reply["verdicts"]) == len(learners)
        return reply


def chosen(phone: Installation, who: int) -> str:
    people = sorted(phone.database.people)
    return people[who % len(people)]


def _runs(phone: Installation, writes: Writes, *, dies: int | None) -> bool:
    """Let a phone write; it dies after so many writes and is started again. False where nothing was written."""
    if dies is None:
        finish(writes)
        return True
    _some(writes, dies)
    phone.start()
    return dies > 0


def _some(writes: Iterator[None], count: int) -> None:
    for _ in range(count):
        if next(writes, _NONE) is _NONE:
            return


def _times(progress: Progress) -> dict[str, Any]:
    return {
        "opened_at": progress.opened_at,
        "finished_at": progress.finished_at,
        "mastered_at": progress.mastered_at,
        "checked_at": progress.checked_at,
    }


def _is_within(before: Progress, after: Progress) -> bool:
    """Whether nothing of it was taken back."""
    is_flagged = all(_times(after)[name] for name, at in _times(before).items() if at)
    return is_flagged and set(before.right) <= set(after.right)


def _reached(progress: Progress) -> tuple[bool, bool, bool, set[str]]:
    times = (progress.opened_at, progress.finished_at, progress.mastered_at)
    opened, finished, mastered = (at is not None for at in times)
    return opened, finished, mastered, set(progress.right)


def _plain(progress: Any) -> dict[Any, Any]:
    return {place: progress_json(each) for place, each in progress.items()}
