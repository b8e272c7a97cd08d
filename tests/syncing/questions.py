"""The state machine's questions: what hangs on them travels in parts, in any order, and none of it may be lost."""

import random
from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from courses.asking.models import Attachment, Question
from courses.learning.models import Event
from courses.syncing.models import Erased
from tests.syncing.faults import Killed, is_killed
from tests.syncing.hanging import Hanging, put
from tests.syncing.installation import NETWORK, Installation
from tests.syncing.phone import a_uuid7
from tests.syncing.world import World, chosen

_SOME = st.integers(0, 11)
_SIZES = st.sampled_from([1, 32_768, 40_000, 70_001])


class Questions(World):
    @rule(phone=_SOME, who=_SOME, size=_SIZES, dies=st.none() | st.integers(0, 3))
    def she_asks(self, phone: int, who: int, size: int, dies: int | None) -> None:
        """The question and what hangs on it are saved in one go, or neither."""
        at = self._phone(phone)
        learner, id = chosen(at, who), str(a_uuid7())
        data = random.Random(len(self.hung)).randbytes(size)
        named = Hanging(id=id, event="", type="audio/webm", data=data).named
        body = {"text": "", "attachments": [named]}
        event = at.event("asked", learner=learner, release="", item="", body=body)
        self._writes(at, event, hanging=Hanging(id=id, event=event["id"], type="audio/webm", data=data), dies=dies)

    @precondition(lambda self: self.hung)
    @rule(phone=_SOME, which=_SOME, part=st.integers(0, 2), reply_is_lost=st.booleans(), is_other=st.booleans())
    def a_part_travels(self, phone: int, which: int, part: int, reply_is_lost: bool, is_other: bool) -> None:
        """Whether its question came first or not; were it damaged on the way."""
        at = self._phone(phone)
        hanging = _one_of(at, which)
        if hanging is None:
            return
        number = part % len(hanging.parts)
        data = bytes(len(hanging.parts[number])) if is_other else None
        kept = at.database
        response = put(hanging, client=NETWORK, device=kept.device, token=kept.token, part=number, data=data)
        assert response.status_code in (200, 404, 409, 410)
        if not reply_is_lost and response.json().get("stored"):
            kept.bare.add(hanging.id)

    @precondition(lambda self: self.hung)
    @rule(phone=_SOME, which=_SOME, part=st.integers(0, 2), at=st.integers(0, 12))
    def the_server_is_killed_while_a_part_comes(self, phone: int, which: int, part: int, at: int) -> None:
        there = self._phone(phone)
        hanging = _one_of(there, which)
        if hanging is not None:
            kept, number = there.database, part % len(hanging.parts)
            with is_killed(at=at), suppress(Killed):
                put(hanging, client=NETWORK, device=kept.device, token=kept.token, part=number)

    def _attachments_must_be_there(self) -> set[str]:
        erased = {id for id, learner in self.hung.items() if learner in self.erased}
        return self.hung.keys() - erased - self.may_be_gone

    def _every_attachment_is_there(self) -> None:
        """After the last fault: each one that was not lost with a machine is on the server, byte for byte."""
        stored = {str(row.pk): bytes(row.original or b"") for row in Attachment.objects.exclude(original=None)}
        for phone in self.phones:
            for id, hanging in phone.database.attachments.items():
                assert stored.get(id) == hanging.data
        assert self._attachments_must_be_there() <= stored.keys()
        asked = set(Event.objects.filter(kind="asked").values_list("pk", flat=True))
        assert set(Question.objects.values_list("pk", flat=True)) == asked
        learners = dict(Event.objects.filter(kind="asked").values_list("pk", "learner"))
        assert dict(Question.objects.values_list("pk", "learner")) == learners
        erased = Erased.objects.values_list("pk", flat=True)  # a server set back to before knows nothing of it
        assert set(Attachment.objects.values_list("learner", flat=True)).isdisjoint(erased)


def _one_of(phone: Installation, which: int) -> Hanging | None:
    every = sorted(phone.database.attachments.items())
    return every[which % len(every)][1] if every else None
