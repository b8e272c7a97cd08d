"""Phones that write, send, lose replies, repeat, copy themselves and meet a server from a backup, in any order.

Whatever happened: after the last fault at most three rounds bring phone and server to the same set, nothing is lost,
progress is what the set adds up to, nobody reads another's, and no verdict depends on a clock.
"""

import copy
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule, run_state_machine_as_test

from courses.engine.progress import progress_json
from courses.learning import actions as learning
from courses.learning import queries
from courses.learning.models import Event, Folded
from courses.people.models import Learner
from courses.syncing.models import Admission, Delivered, Device, Epoch, Parked, ReadKey
from tests.learned import a_module
from tests.syncing.phone import Json, Phone

_TABLES = (Learner, Device, Admission, ReadKey, Delivered, Parked, Event)
"""In the order in which they refer to each other."""

ROUNDS_AFTER_THE_LAST_FAULT = 3


class DeletesOnAck(Phone):
    """The classic outbox: what was acknowledged is thrown away. Kept here to show that our tests notice."""

    def believe(self, reply: Json) -> None:
        super().believe(reply)
        self.held = {id: event for id, event in self.held.items() if id not in self.delivered}

    def reconcile(self) -> None:
        super().reconcile()
        self.held = {id: event for id, event in self.held.items() if id not in self.delivered}


class Machine(RuleBasedStateMachine):
    """Two phones to begin with, of two learners; copies join them."""

    kind: type[Phone] = Phone
    phones = Bundle("phones")

    def __init__(self) -> None:
        super().__init__()
        self._undo = transaction.atomic()
        self._undo.__enter__()
        self.release = a_module()
        self.all: list[Phone] = []
        self.written: dict[str, str] = {}
        self.poison: set[str] = set()
        self.backup: dict[type[Any], list[Any]] | None = None

    def teardown(self) -> None:
        try:
            self._everybody_agrees()
        finally:
            transaction.set_rollback(True)
            self._undo.__exit__(None, None, None)

    @rule(target=phones)
    def somebody_starts(self) -> Phone:
        phone = self.kind(release=self.release)
        self.all.append(phone)
        return phone

    @rule(phone=phones, attempt=st.integers(1, 3), right=st.booleans(), item=st.sampled_from(["ra1/q1", "ra1/q2"]))
    def she_learns(self, phone: Phone, attempt: int, right: bool, item: str) -> None:
        sitting = phone.open()
        self._wrote(phone, sitting)
        self._wrote(phone, phone.answer(sitting, item=item, right=right, attempt=attempt)["id"])

    @rule(phone=phones)
    def something_unreadable_is_written(self, phone: Phone) -> None:
        event = phone.write("lesson_opened", item="ra1", body={"language": 7})
        self.poison.add(event["id"])

    @rule(phone=phones, days=st.integers(-3000, 3000), minutes=st.integers(0, 900))
    def her_clock_is_set(self, phone: Phone, days: int, minutes: int) -> None:
        phone.clock += timedelta(days=days)
        phone.mono += minutes * 60_000

    @rule(phone=phones, part=st.integers(1, 5))
    def it_talks(self, phone: Phone, part: int) -> None:
        phone.believe(self._sent(phone, part))

    @rule(phone=phones, part=st.integers(1, 5))
    def the_reply_is_lost(self, phone: Phone, part: int) -> None:
        self._sent(phone, part)

    @rule(phone=phones, part=st.integers(1, 5))
    def the_request_arrives_twice(self, phone: Phone, part: int) -> None:
        request = phone.request(phone.waiting()[:part])
        phone.send(request)
        phone.believe(phone.send(request))

    @rule(phone=phones, part=st.integers(1, 5))
    def the_reply_comes_after_that_to_the_next_request(self, phone: Phone, part: int) -> None:
        late = self._sent(phone, part)
        self.she_learns(phone, attempt=1, right=True, item="ra1/q1")
        phone.believe(self._sent(phone, part + 2))
        phone.believe(late)

    @rule(target=phones, phone=phones)
    def it_is_copied(self, phone: Phone) -> Phone:
        twin = copy.copy(phone)
        twin.held, twin.delivered = dict(phone.held), set(phone.delivered)
        twin.progress, twin.inbox = dict(phone.progress), dict(phone.inbox)
        self.all.append(twin)
        return twin

    @rule()
    def the_worker_folds(self) -> None:
        for learner in list(queries.learners_ahead()):
            learning.fold_learner(learner)

    @rule()
    def the_server_is_backed_up(self) -> None:
        self.backup = {table: list(table.objects.all()) for table in _TABLES}

    @rule()
    def the_server_comes_back_from_the_backup(self) -> None:
        if self.backup is None:
            return
        Folded.objects.all().delete()
        Epoch.objects.update(value=uuid.uuid4())
        for table in reversed(_TABLES):
            table.objects.all().delete()
        for table in _TABLES:
            table.objects.bulk_create([copy.copy(row) for row in self.backup[table]])

    @rule(phone=phones)
    def a_stranger_asks(self, phone: Phone) -> None:
        """Whoever knows a learner's id, but not her key, reads nothing."""
        stranger = Phone(learner=phone.learner)
        if Learner.objects.filter(pk=phone.learner).exists():
            assert stranger.send(stranger.request([]))["changes"] == {}

    def _wrote(self, phone: Phone, id: str) -> None:
        self.written[id] = phone.learner

    def _sent(self, phone: Phone, part: int) -> Json:
        reply = phone.send(phone.request(phone.waiting()[:part]))
        assert set(reply["changes"]) <= {phone.learner}
        for id, verdict, code in reply["verdicts"]:
            assert verdict == "parked" if id in self.poison else verdict in ("stored", "known"), code
        return reply

    def _everybody_agrees(self) -> None:
        for _ in range(2):  # a copy may hand over what its original has to hear of
            for phone in self.all:
                phone.sync(rounds=len(phone.held) + 2 * ROUNDS_AFTER_THE_LAST_FAULT)
        for phone in self.all:
            assert phone.sync(rounds=ROUNDS_AFTER_THE_LAST_FAULT) == 0
        stored = {str(id): str(learner) for id, learner in Event.objects.values_list("pk", "learner")}
        assert stored == self.written
        assert self.poison <= {str(id) for id in Parked.objects.values_list("event_id", flat=True)}
        self._progress_is_what_the_set_adds_up_to()

    def _progress_is_what_the_set_adds_up_to(self) -> None:
        learners = list(Learner.objects.values_list("pk", flat=True))
        read = queries.progress_of(learners)
        self.the_worker_folds()
        folded = queries.progress_of(learners)
        for learner in learners:
            assert _plain(read[learner]) == _plain(folded[learner])
        assert learning.rebuild_progress().changed == 0


def _plain(progress: Any) -> dict[Any, Any]:
    return {place: progress_json(each) for place, each in progress.items()}


_SETTINGS = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@pytest.mark.django_db
def test_phones_and_server_agree_whatever_happened() -> None:
    run_state_machine_as_test(Machine, settings=_SETTINGS)


@pytest.mark.django_db
def test_deleting_on_an_acknowledgement_would_be_noticed() -> None:
    machine = Machine()
    machine.kind = DeletesOnAck
    phone = machine.somebody_starts()
    machine.the_server_is_backed_up()
    machine.she_learns(phone, attempt=1, right=True, item="ra1/q1")
    machine.it_talks(phone, part=5)
    machine.the_server_comes_back_from_the_backup()
    with pytest.raises(AssertionError):
        machine.teardown()
    assert connection.in_atomic_block
