"""Who is asking: the device, its token, the learners it may write for and read of. First naming happens here."""

import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import reduce
from operator import xor
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from courses import database
from courses.learning.models import Event
from courses.people import actions as people
from courses.refusals import NotAllowed
from courses.syncing import queries
from courses.syncing.hashing import hashed
from courses.syncing.models import Admission, Device, Erased, FormerToken, Merged, ReadKey

UNCLAIMED = ""
"""The token's hash of a device that never called: a kept copy told of it, and its first contact brings a token."""


class WrongToken(NotAllowed):
    """The upload token is missing, or not the one this device was named with. Nothing was written."""

    code = "wrong-token"


class EndedToken(WrongToken):
    """It was this device's token once, and the time in which it was still good is over."""


class RevokedDevice(NotAllowed):
    """This phone was blocked; it has to begin as a new one."""

    code = "revoked-device"


@dataclass(slots=True, kw_only=True)
class Known:
    """A learner as this device finds her. `head` is her last place; `may_read`: it showed a right key."""

    head: int
    may_write: bool
    may_read: bool


@dataclass(slots=True, kw_only=True)
class Standing:
    """A device, locked for this transaction, and the learners it named.

    `merged`: those it named by an id that counts for another one now. `token_hash` is of the token it showed, the
    device's own since `token_at`, or one it had before.
    """

    device: UUID
    n: int
    x: int
    next_seq: int
    latest_at: datetime | None
    met_device_at: datetime | None
    met_server_at: datetime | None
    is_revoked: bool
    has_bare_ids: bool
    epoch: UUID | None
    offered: queries.Offered
    token_at: datetime
    token_hash: str = ""
    has_newer_token: bool = False
    learners: dict[UUID, Known] = field(default_factory=dict)
    erased: Collection[UUID] = ()
    merged: Mapping[UUID, UUID] = field(default_factory=dict)

    def whose(self, learner: UUID) -> UUID:
        """For whom it counts what is stamped with this id."""
        return self.merged.get(learner, learner) if self.merged else learner


def stand(
    *,
    device: UUID,
    token: str,
    learners: Iterable[UUID],
    reads: Mapping[UUID, str],
    language: str,
    takes_any: bool = False,
    now: datetime,
) -> Standing:
    """Lock the device, or name it and those learners nobody named before. Raises WrongToken, EndedToken.

    `learners`: those who did something here. `reads`: the keys of those whose record is asked for; who is only asked
    for is not named. `takes_any`: also with a token that it had long ago, or that nobody knows; then no key is kept.
    """
    token_hash = hashed(token)
    doers = set(learners)
    wanted = {*doers, *reads}
    keys = {learner: hashed(read) for learner, read in reads.items()}
    rows = _look_up(device, wanted=wanted, keys=keys, locks=True)
    if not rows:
        _name_device(device, token_hash=token_hash, now=now)
        _admit_like_its_copies(device, token_hash=token_hash, learners=wanted, now=now)
        rows = _look_up(device, wanted=wanted, keys=keys, locks=True)
    if rows[0][0] == UNCLAIMED:
        Device.objects.filter(pk=device).update(token_hash=token_hash)
    standing = _standing(device, rows, keys=keys)
    standing.token_hash = token_hash
    if rows[0][0] != UNCLAIMED and not hmac.compare_digest(rows[0][0], token_hash):
        _look_among_former(standing, takes_any=takes_any, now=now)
    if unnamed := wanted - standing.learners.keys():
        _meet(standing, unnamed, doers=doers, keys=keys, language=language, now=now)
    if not takes_any:
        _keep_first_keys(standing, keys, now=now)
    return standing


def _look_among_former(standing: Standing, *, takes_any: bool, now: datetime) -> None:
    """A blocked phone may hand over what it holds, however old its token: all of it is parked."""
    former = FormerToken.objects.filter(device=standing.device, token_hash=standing.token_hash).first()
    if former is None and (standing.is_revoked or not takes_any):
        raise WrongToken
    if former and former.until <= now and not standing.is_revoked and not takes_any:
        raise EndedToken
    standing.has_newer_token = True


def stand_in_for(
    device: UUID, *, learners: Iterable[UUID], language: str, is_trusted: bool = False, now: datetime
) -> Standing:
    """The same for staff who hand over what this device wrote. A device that is new has no token until it calls.

    `is_trusted`: as if it were not blocked.
    """
    wanted = set(learners)
    rows = _look_up(device, wanted=wanted, keys={}, locks=True)
    if not rows:
        _name_device(device, token_hash=UNCLAIMED, now=now)
        rows = _look_up(device, wanted=wanted, keys={}, locks=True)
    standing = _standing(device, rows, keys={})
    standing.is_revoked = standing.is_revoked and not is_trusted
    if unnamed := wanted - standing.learners.keys():
        _meet(standing, unnamed, doers=wanted, keys={}, language=language, now=now)
    return standing


def glance(*, device: UUID, token: str, learners: Iterable[UUID], reads: Mapping[UUID, str]) -> Standing | None:
    """The same without a lock; None where anything is yet to be named, and where the token is wrong."""
    wanted = {*learners, *reads}
    keys = {learner: hashed(read) for learner, read in reads.items()}
    rows = _look_up(device, wanted=wanted, keys=keys, locks=False)
    if not rows or not hmac.compare_digest(rows[0][0], hashed(token)):
        return None
    standing = _standing(device, rows, keys=keys)
    is_all_named = wanted == standing.learners.keys() and all(standing.learners[each].may_read for each in keys)
    return standing if is_all_named else None


_LOOK_UP = """
SELECT device.token_hash, device.n, device.x, device.next_seq, device.latest_at, device.met_device_at,
  device.met_server_at, device.token_at, device.created_at, device.revoked_at IS NOT NULL,
  EXISTS (SELECT 1 FROM courses_delivered WHERE courses_delivered.device_id = device.id),
  (SELECT value FROM courses_epoch), (SELECT count(*) || '/' || max(since_at) || min(release_id) || max(release_id)
    FROM courses_currentrelease) || (SELECT count(*) || coalesce(min(module) || max(module), '')
    FROM courses_currentassessment), EXISTS (SELECT 1 FROM courses_currentrelease WHERE centre_id IS NOT NULL),
  learner.id, learner.record_seq, admission.id IS NOT NULL, readkey.key_hash
FROM courses_device device
LEFT JOIN courses_learner learner ON learner.id {is_one_of_ids}
LEFT JOIN courses_admission admission ON admission.device_id = device.id AND admission.learner_id = learner.id
LEFT JOIN courses_readkey readkey ON readkey.learner_id = learner.id AND readkey.key_hash {is_one_of_texts}
  AND readkey.ended_at IS NULL
WHERE device.id = %s
"""
_OF_DEVICE = 14
"""How many columns come before those of a learner."""
_IN_JSON = "IN (SELECT value FROM json_each(%s))"
_ON_SQLITE = _LOOK_UP.format(is_one_of_ids=_IN_JSON, is_one_of_texts=_IN_JSON)
_ON_POSTGRESQL = _LOOK_UP.format(is_one_of_ids="= ANY(%s::uuid[])", is_one_of_texts="= ANY(%s::text[])")
_ON_POSTGRESQL_LOCKED = f"{_ON_POSTGRESQL} FOR NO KEY UPDATE OF device"


def _look_up(
    device: UUID, *, wanted: Collection[UUID], keys: Mapping[UUID, str], locks: bool
) -> Sequence[tuple[Any, ...]]:
    """One statement for all of it: a sync in steady state asks the database only this before it writes."""
    ids, hashes = ",".join(f'"{id.hex}"' for id in wanted), ",".join(f'"{key}"' for key in keys.values())
    if connection.vendor == "postgresql":
        statement = _ON_POSTGRESQL_LOCKED if locks else _ON_POSTGRESQL
        return database.rows(statement, [f"{{{ids}}}", f"{{{hashes}}}", device])
    return [_from_sqlite(row) for row in database.rows(_ON_SQLITE, [f"[{ids}]", f"[{hashes}]", device])]


def _from_sqlite(row: Sequence[Any]) -> tuple[Any, ...]:
    token_hash, n, x, next_seq, *times, revoked, bare, epoch, state, limited, learner, record_seq, admitted, key = row
    moments = [at.replace(tzinfo=UTC) if at else None for at in times]
    uuids = [UUID(text) if text else None for text in (epoch, learner)]
    return (token_hash, n, UUID(x), next_seq, *moments, revoked, bare, uuids[0], state, limited, uuids[1], record_seq,
            admitted, key)  # fmt: skip


def _standing(device: UUID, rows: Sequence[tuple[Any, ...]], *, keys: Mapping[UUID, str]) -> Standing:
    _, n, x, next_seq, *times, revoked, bare, epoch, state, limited = rows[0][:_OF_DEVICE]
    latest_at, met_device_at, met_server_at, token_at, created_at = times
    learners = {
        learner: Known(head=head, may_write=bool(admitted), may_read=key is not None and key == keys.get(learner))
        for *_, learner, head, admitted, key in rows
        if learner is not None
    }
    return Standing(
        device=device,
        n=n,
        x=x.int,
        next_seq=next_seq,
        latest_at=latest_at,
        met_device_at=met_device_at,
        met_server_at=met_server_at,
        is_revoked=bool(revoked),
        has_bare_ids=bool(bare),
        token_at=token_at or created_at,
        epoch=epoch,
        offered=queries.Offered(state=state or "", is_limited=bool(limited)),
        learners=learners,
    )


def _name_device(device: UUID, *, token_hash: str, now: datetime) -> None:
    """Events that carry it may be here already, handed over by its copy; they count from the beginning."""
    ids = list(Event.objects.filter(device=device).values_list("pk", flat=True))
    new = Device(
        id=device,
        token_hash=token_hash,
        n=len(ids),
        x=UUID(int=reduce(xor, (id.int for id in ids), 0)),
        created_at=now,
        last_heard_at=now,
    )
    Device.objects.bulk_create([new], ignore_conflicts=True)  # the same phone in two tabs: one of them was first


def _admit_like_its_copies(device: UUID, *, token_hash: str, learners: Collection[UUID], now: datetime) -> None:
    """A copy that was given a name of its own carries the same token. After a restore its name may be new here."""
    whose = {*learners, *Merged.objects.filter(pk__in=learners).values_list("learner", flat=True)}
    former = FormerToken.objects.filter(token_hash=token_hash, until__gt=now)
    carries = Q(device__token_hash=token_hash) | Q(device__in=former.values("device"))
    same = Admission.objects.filter(carries, learner__in=whose, device__revoked_at=None)
    hers = sorted(set(same.values_list("learner_id", flat=True)))
    rows = [Admission(device_id=device, learner_id=learner, via="rekey", at=now) for learner in hers]
    Admission.objects.bulk_create(rows, ignore_conflicts=True)  # two tabs again


def _meet(
    standing: Standing,
    unknown: Collection[UUID],
    *,
    doers: Collection[UUID],
    keys: Mapping[UUID, str],
    language: str,
    now: datetime,
) -> None:
    """Ids under which there is no learner: erased, merged into another, or named here for the first time.

    `doers`: whose events these are. Of who did nothing yet nothing is written down.
    """
    standing.erased = frozenset(Erased.objects.filter(pk__in=unknown).values_list("pk", flat=True))
    standing.merged = dict(Merged.objects.filter(pk__in=unknown).values_list("pk", "learner"))
    if standing.merged:
        _find_merged(standing, keys=keys)
    if not standing.is_revoked:
        _name_learners(
            standing, {*doers} & {*unknown} - standing.erased - standing.merged.keys(), language=language, now=now
        )


def _find_merged(standing: Standing, *, keys: Mapping[UUID, str]) -> None:
    """Each old id gets the standing of whom it counts for; a key made with the old id opens the same record."""
    old_keys = {old: keys[old] for old in standing.merged if old in keys}
    rows = _look_up(standing.device, wanted=set(standing.merged.values()), keys=old_keys, locks=False)
    for old, learner in standing.merged.items():
        hers = [row for row in rows if row[-4] == learner]
        may_read = old in old_keys and any(key == old_keys[old] for *_, key in hers)
        *_, head, admitted, _key = hers[0]
        standing.learners[old] = Known(head=head, may_write=bool(admitted), may_read=may_read)


def _name_learners(standing: Standing, unnamed: Iterable[UUID], *, language: str, now: datetime) -> None:
    for learner in sorted(unnamed):
        is_first = people.learner_named(learner, now=now, language=language)
        if is_first:
            Admission.objects.create(device_id=standing.device, learner_id=learner, via="first", at=now)
        standing.learners[learner] = Known(head=0, may_write=is_first, may_read=False)


def _keep_first_keys(standing: Standing, keys: Mapping[UUID, str], *, now: datetime) -> None:
    """The first read key from a device that may write for her counts; later ones need a pass or a code."""
    for learner, key in keys.items():
        known = standing.learners.get(learner)
        if known is None or known.may_read or not known.may_write or standing.is_revoked or learner in standing.merged:
            continue
        if not ReadKey.objects.filter(learner=learner).exists():
            ReadKey.objects.create(learner_id=learner, key_hash=key, at=now, device_id=standing.device)
            known.may_read = True
