"""Is this the learner herself? For what a phone asks on her behalf, beside events."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.refusals import NotAllowed
from courses.syncing import wire
from courses.syncing.actions.standing import stand


class WrongRead(NotAllowed):
    """This device may not read for her: another key than hers, a revoked device, or she was erased."""

    code = "wrong-read"


@transaction.atomic
def recognise(request: wire.DrawRequest | wire.ClaimRequest | wire.PassRequest, *, token: str, now: datetime) -> UUID:
    """The device may write for the learner it names, and knows her key. Named first here, both are kept, as in a sync.

    Gives the id under which she is known: another one where two profiles were merged. Raises WrongToken, WrongRead.
    """
    standing = stand(
        device=request.device,
        token=token,
        learners=[request.learner],
        reads={request.learner: request.read},
        language=request.language,
        now=now,
    )
    known = standing.learners.get(request.learner)
    if known is None or not known.may_read or not known.may_write or standing.is_revoked:
        raise WrongRead
    return standing.whose(request.learner)
