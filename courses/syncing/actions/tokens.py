"""Upload tokens change now and then, and the older one stays good for a while: a phone may miss the moment.

The phone mints each token and keeps it before it asks, so a lost reply costs nothing. A token that a phone had before
says one more thing: whoever shows it and wants another one than the phone has now is a copy of that phone. So is
whoever still shows it when its time is over, or says that it has no token that this server knows (it came back from a
backup, and met another phone of that name first). All are given a name of their own; these last two may write only for
those whom they can read for, because a token may have been found by somebody.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from courses.syncing import wire
from courses.syncing.actions.standing import RevokedDevice, Standing, stand
from courses.syncing.hashing import hashed
from courses.syncing.models import Admission, Device, FormerToken

TOKEN_LASTS = timedelta(days=180)
OVERLAP = timedelta(days=90)
"""How long the older one is good after that."""


def asks_to_renew(standing: Standing, *, now: datetime) -> bool:
    """Whether the phone should take a new token: this one is old, or is not its newest."""
    return standing.has_newer_token or standing.token_at + TOKEN_LASTS <= now


def renew_token(request: wire.TokenRequest, *, token: str, now: datetime) -> UUID | None:
    """From now on `next` is this device's token. A new name instead, where whoever asks is a copy. Safe to repeat.

    Raises WrongToken, RevokedDevice.
    """
    next_hash = hashed(request.next)
    with transaction.atomic():
        standing = stand(device=request.device, token=token, learners=[], reads={}, language="", now=now)
        if standing.is_revoked:
            raise RevokedDevice
        device = Device.objects.get(pk=request.device)
        if device.token_hash == next_hash:
            return None
        if standing.has_newer_token:
            return _named_like(standing, learners=_admitted(device), now=now)
        FormerToken.objects.create(device=device, token_hash=device.token_hash, until=now + OVERLAP)
        FormerToken.objects.filter(device=device, token_hash=next_hash).delete()
        device.token_hash, device.token_at = next_hash, now
        device.save(update_fields=["token_hash", "token_at"])
        return None


def name_of_copy(request: wire.Request, *, token: str, now: datetime) -> UUID:
    """The name that a phone gets whose token has ended, or is not known. Raises WrongToken where it is blocked."""
    reads = {reader.id: reader.read for reader in request.learners}
    with transaction.atomic():
        standing = stand(
            device=request.device,
            token=token,
            learners=[],
            reads=reads,
            language=request.language,
            takes_any=True,
            now=now,
        )
        hers = [standing.whose(id) for id, known in standing.learners.items() if known.may_read and known.may_write]
        return _named_like(standing, learners=hers, now=now)


def renew_all() -> int:
    """Every phone is asked for a new token at its next contact; how many there are."""
    return (
        Device.objects.filter(revoked_at=None).exclude(token_hash="").update(token_at=datetime.min.replace(tzinfo=UTC))
    )


def end_former_tokens(*, now: datetime) -> int:
    """Tokens that were replaced are good no longer; how many they were."""
    return FormerToken.objects.filter(until__gt=now).update(until=now)


def _admitted(device: Device) -> list[UUID]:
    return list(device.admissions.values_list("learner_id", flat=True))


def _named_like(standing: Standing, *, learners: Iterable[UUID], now: datetime) -> UUID:
    """The same name whenever the same token asks for it."""
    name = uuid5(standing.device, standing.token_hash)
    name_copy(name, standing=standing, learners=learners, now=now)
    return name


def name_copy(name: UUID, *, standing: Standing, learners: Iterable[UUID], now: datetime) -> None:
    """A device of its own for a copy, with the token that it shows, which may write for these learners."""
    original = Device.objects.get(pk=standing.device)
    Device.objects.get_or_create(
        pk=name,
        defaults={
            "token_hash": standing.token_hash,
            "app": original.app,
            "x": UUID(int=0),
            "created_at": now,
            "last_heard_at": now,
        },
    )
    for learner in learners:
        Admission.objects.get_or_create(device_id=name, learner_id=learner, defaults={"via": "rekey", "at": now})
