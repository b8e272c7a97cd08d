"""One whole sync request: events in, verdicts out, and what the phone lacks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from courses.learning.actions import LearnerGone
from courses.people.models import Learner
from courses.syncing import queries, wire
from courses.syncing.actions.intake import Taken, take_events
from courses.syncing.actions.locking import lock_key
from courses.syncing.actions.presenting import introduction
from courses.syncing.actions.proving import proof, take_proofs
from courses.syncing.actions.standing import EndedToken, WrongToken
from courses.syncing.actions.steady import take_new
from courses.syncing.actions.tokens import asks_to_renew, name_of_copy
from courses.syncing.models import Device, Erased


class Reply(msgspec.Struct, omit_defaults=True, kw_only=True):
    """What `POST /api/v1/sync` answers. `changed` are the learners with new events; it does not travel."""

    now: datetime
    verdicts: list[wire.Verdict]
    digest: str
    changes: dict[UUID, dict[str, Any]]
    retry_after: int | None
    device: dict[str, UUID | bool] | msgspec.UnsetType = msgspec.UNSET
    catalogue: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET


def take_batch(
    request: wire.Request, unreadable: Sequence[wire.Unreadable], *, token: str, now: datetime
) -> tuple[Reply, list[UUID]]:
    """The reply, and the learners whose record grew. Raises WrongToken."""
    if not unreadable and _is_only_looking(request):
        return _greeting(request, now=now), []
    try:
        taken = _taken(request, unreadable, token=token, now=now)
    except WrongToken as error:
        if not request.last and not isinstance(error, EndedToken):
            raise
        return _to_a_copy(request, token=token, now=now), []
    reply = Reply(
        now=now,
        verdicts=taken.verdicts,
        digest="same" if taken.is_same else "differs",
        changes=_changes(request.learners, taken=taken, now=now),
        retry_after=None,
    )
    if taken.standing.is_revoked:
        reply.device = {"revoked": True}
    elif taken.rekey:
        reply.device = {"rekey": taken.rekey}
    elif asks_to_renew(taken.standing, now=now):
        reply.device = {"renew": True}
    learners = [taken.standing.whose(each) for each in reply.changes]
    offered = queries.catalogue(language=request.language, learners=learners, offered=taken.standing.offered)
    if offered["hash"] != request.catalogue:
        reply.catalogue = offered
    return reply, list(taken.after)


def _is_only_looking(request: wire.Request) -> bool:
    """Nobody has learned on this phone yet, so it is not written down for a look at the site."""
    if request.events or request.digest.n or Device.objects.filter(pk=request.device).exists():
        return False
    learners = [reader.id for reader in request.learners]
    return not any(model.objects.filter(pk__in=learners).exists() for model in (Learner, Erased))


def _greeting(request: wire.Request, *, now: datetime) -> Reply:
    reply = Reply(now=now, verdicts=[], digest="same", changes={}, retry_after=None)
    library = queries.library(language=request.language)
    if library["hash"] != request.catalogue:
        reply.catalogue = library
    return reply


def _to_a_copy(request: wire.Request, *, token: str, now: datetime) -> Reply:
    name = name_of_copy(request, token=token, now=now)
    return Reply(now=now, verdicts=[], digest="differs", changes={}, retry_after=None, device={"rekey": name})


def _taken(request: wire.Request, unreadable: Sequence[wire.Unreadable], *, token: str, now: datetime) -> Taken:
    if any(reader.proof for reader in request.learners):
        take_proofs(request, token=token, now=now)
    taken = None if unreadable else take_new(request, token=token, now=now)
    return taken or _taken_whole(request, unreadable, token=token, now=now)


def _taken_whole(request: wire.Request, unreadable: Sequence[wire.Unreadable], *, token: str, now: datetime) -> Taken:
    """Whoever is erased at this very moment is known to be gone the second time."""
    try:
        return take_events(request, unreadable, token=token, now=now)
    except LearnerGone:
        return take_events(request, unreadable, token=token, now=now)


def _changes(readers: Sequence[wire.Reader], *, taken: Taken, now: datetime) -> dict[UUID, dict[str, Any]]:
    """Only for learners whose key was right; of who was erased, that alone. Who had read everything before this batch
    needs nothing but the cursor; a phone without one has lost what it knew of her, or had nothing yet."""
    standing = taken.standing
    if not readers or standing.is_revoked:
        return {}
    epoch = standing.epoch or queries.epoch()
    changes: dict[UUID, dict[str, Any]] = {}
    for reader in readers:
        known = standing.learners.get(reader.id)
        if reader.id in standing.erased:
            changes[reader.id] = {"gone": True}
        if known is None or not known.may_read:
            continue
        into = standing.merged.get(reader.id)
        learner = into or reader.id
        before = taken.before.get(learner, known.head)
        cursor = {"epoch": epoch, "record_seq": taken.after.get(learner, known.head)}
        follows = reader.cursor and reader.cursor.epoch == epoch and not into
        read = reader.cursor.record_seq if reader.cursor and follows else 0
        rows = queries.changes(learner=learner, after=read) if read != before else {"progress": [], "inbox": []}
        changes[reader.id] = {"cursor": cursor, **rows}
        if into:
            changes[reader.id]["merged"] = into
        if not reader.cursor and before:
            changes[reader.id]["about"] = introduction(Learner.objects.get(pk=learner))
        if reader.lock:
            changes[reader.id]["lock"] = lock_key(learner, now=now)
            if known.may_write:
                changes[reader.id]["proof"] = proof(standing.device, learner=reader.id, read=reader.read)
    return changes
