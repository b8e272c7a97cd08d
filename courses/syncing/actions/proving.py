"""Proofs: with one, a phone shows a server that came back from an older backup that it was let in once.

A proof is bound to the device, the learner and the key to read that the device made for her, and signed with the site's
secret key, which a backup holds too. So it needs no table, and is worth nothing to anybody else's device.
"""

import hmac
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from courses.syncing import wire
from courses.syncing.actions.admitting import let_in
from courses.syncing.actions.standing import stand

_SALT = "courses.syncing.proof"


def proof(device: UUID, *, learner: UUID, read: str) -> str:
    """32 hex digits: the first half of an HMAC-SHA-256."""
    return salted_hmac(_SALT, f"{device} {learner} {read}", algorithm="sha256").hexdigest()[:32]


@transaction.atomic
def take_proofs(request: wire.Request, *, token: str, now: datetime) -> None:
    """Let the device in again for each learner whose proof it shows and for whom it may not write. Safe to repeat.

    A proof that is wrong changes nothing: her events are judged as they would be without it. Raises WrongToken.
    """
    shown = {reader.id: reader for reader in request.learners if reader.proof}
    standing = stand(device=request.device, token=token, learners=shown, reads={}, language=request.language, now=now)
    for id, reader in shown.items():
        known = standing.learners.get(id)
        if known is None or known.may_write or standing.is_revoked:
            continue
        if hmac.compare_digest(reader.proof or "", proof(request.device, learner=id, read=reader.read)):
            let_in(request.device, learner=standing.whose(id), read=reader.read, via="proof", now=now)
