"""What is known of devices, and what a phone may read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max

from courses.catalog import queries as catalog
from courses.engine.events import REASSIGNED
from courses.engine.progress import Progress, progress_json
from courses.inbox import queries as inbox
from courses.inbox.models import Message
from courses.learning import queries as learning
from courses.learning.facts import Place
from courses.learning.models import Event
from courses.people import queries as people
from courses.syncing.models import Admission, Epoch
from courses.syncing.queries.everything import erased, everything_of, is_erased, merged_into
from courses.syncing.queries.passes import learner_with_pass, open_code, open_passes
from courses.syncing.queries.remembered import faces, in_same_browser
from courses.syncing.queries.seen import (
    Phone,
    may_settle,
    parked_seen_by,
    phones,
    phones_found,
    phones_of,
    phones_of_centre,
    phones_seen_by,
    waiting_parked,
)

__all__ = [
    "Contact",
    "Offered",
    "Phone",
    "catalogue",
    "changes",
    "epoch",
    "erased",
    "everything_of",
    "faces",
    "heard_and_waiting",
    "held",
    "in_same_browser",
    "is_erased",
    "last_heard",
    "learner_with_pass",
    "may_settle",
    "merged_into",
    "open_code",
    "open_passes",
    "parked_seen_by",
    "phones",
    "phones_found",
    "phones_of",
    "phones_of_centre",
    "phones_seen_by",
    "waiting_parked",
]


def last_heard(learners: Collection[UUID]) -> dict[UUID, datetime]:
    """When any device that holds the learner was last in contact; who was never heard from is missing."""
    rows = Admission.objects.filter(learner__in=learners).values_list("learner_id")
    return dict(rows.annotate(at=Max("device__last_heard_at")))


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One device's last contact, and how many events it said it had left to send (None: it never said)."""

    heard_at: datetime
    waiting: int | None


def heard_and_waiting(learners: Collection[UUID]) -> dict[UUID, list[Contact]]:
    """The last contact of each device that may write for the learner, newest first."""
    rows = Admission.objects.filter(learner__in=learners, device__revoked_at=None).order_by("-device__last_heard_at")
    found: dict[UUID, list[Contact]] = {learner: [] for learner in learners}
    for learner, heard_at, waiting in rows.values_list("learner_id", "device__last_heard_at", "device__waiting"):
        found[learner].append(Contact(heard_at=heard_at, waiting=waiting))
    return found


def held(*, device: UUID, token_hash: str, learner: UUID) -> UUID | None:
    """The learner for whom this device, with this token, may write under that id: then a page may show her answers."""
    whose = merged_into(learner) or learner
    admitted = Admission.objects.filter(
        device=device, device__token_hash=token_hash, device__revoked_at=None, learner=whose
    )
    return whose if admitted.exists() else None


def epoch() -> UUID:
    """The name of this history of the database."""
    row, _ = Epoch.objects.get_or_create(pk=1, defaults={"value": uuid4()})
    return row.value


@dataclass(frozen=True, kw_only=True)
class Offered:
    """The state of what is published: another text, another offer. `is_limited`: some is for some centres only."""

    state: str
    is_limited: bool


def catalogue(*, language: str, learners: Collection[UUID], offered: Offered) -> dict[str, Any]:
    """What these learners may see together: the library and the modules of their centres."""
    centres: frozenset[int] = frozenset()
    if offered.is_limited:
        centres = frozenset(place.centre_id for place in people.current_memberships(learners).values())
    return _catalogue(_spoken(language), centres, offered.state)


def library(*, language: str) -> dict[str, Any]:
    """What everybody may see."""
    return catalog.catalogue(language=_spoken(language))


def _spoken(language: str) -> str:
    return "en" if language.lower().startswith("en") else "zh-hans"


@lru_cache(maxsize=32)
def _catalogue(language: str, centres: frozenset[int], state: str) -> dict[str, Any]:
    return catalog.catalogue(language=language, centres=centres)


def changes(*, learner: UUID, after: int) -> dict[str, list[Any]]:
    """What a phone lacks that read a learner's record up to `after`: progress, inbox and proofs, as they stand now."""
    places = learning.places_after(learner=learner, record_seq=after)
    progress = learning.progress_of([learner])[learner]
    rows = [_lesson(place, progress[place]) for place in sorted(places & progress.keys())]
    said = _said(learner=learner, after=after)
    found = {"progress": rows, "inbox": [_message(row) for row in _messages(learner=learner, after=after, said=said)]}
    if away := [id for kind, body in said if kind == REASSIGNED and body["way"] == "away" for id in body["events"]]:
        found["reassigned"] = away
    proofs = learning.proofs_after(learner=learner, record_seq=after)
    return found | {"proofs": proofs} if proofs else found  # mostly there are none, and every byte is paid for


def _lesson(place: Place, progress: Progress) -> dict[str, Any]:
    """Without the times of single right answers: a phone needs none, and they would cost more than all the rest."""
    plain = progress_json(progress)
    return {
        "module": place[0],
        "lesson": place[1],
        "opened_at": plain["opened"],
        "finished_at": plain["finished"],
        "mastered_at": plain["mastered"],
        "checked_at": plain["checked"],
        "last_at": plain["last"],
        "right": sorted(progress.right),
    }


def _said(*, learner: UUID, after: int) -> list[tuple[str, Any]]:
    """Kind and body of events that say something of other rows: which message was read, what is not hers."""
    events = Event.objects.filter(learner=learner, record_seq__gt=after, kind__in=("message_read", REASSIGNED))
    return list(events.order_by("record_seq").values_list("kind", "body"))


def _messages(*, learner: UUID, after: int, said: Iterable[tuple[str, Any]]) -> Iterable[Message]:
    """New messages, and those that were read on some phone meanwhile."""
    ids = [UUID(body["message"]) for kind, body in said if kind == "message_read"]
    new = {row.pk: row for row in inbox.messages_after(learner=learner, record_seq=after)}
    return [*new.values(), *Message.objects.filter(learner=learner, pk__in=set(ids) - new.keys())]


def _message(row: Message) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "language": row.language,
        "title": row.title,
        "text": row.text,
        "link": row.link,
        "created_at": row.created_at,
        "read_at": row.read_at,
    }
