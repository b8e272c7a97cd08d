"""A browser that threw everything away is known again by one cookie, and those who learned in it come back.

The cookie stands for the browser, not for a device: what was wiped begins as a new device. Each learner stands in it
because some device vouched for her with her key; where one of these devices was blocked, the cookie opens nobody any
more.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.people.models import Learner
from courses.refusals import NotAllowed, NotFound
from courses.syncing import wire_remembered as wire
from courses.syncing.actions.admitting import let_in
from courses.syncing.actions.standing import RevokedDevice, stand
from courses.syncing.hashing import hashed
from courses.syncing.models import Remembered, RememberedLearner
from courses.syncing.queries.remembered import remembered

COOKIE_BYTES = 32


class NotRemembered(NotFound):
    """There is no such cookie, or nobody of that sign in it: forgotten, blocked, erased, or never there."""

    code = "not-remembered"


class LockedThere(NotAllowed):
    """She had a lock on that phone. Her pass or a code of her trainer's brings her back."""

    code = "locked-there"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The cookie that the browser shall keep, and those of the request who are known by it."""

    cookie: str
    learners: list[UUID]


@transaction.atomic
def remember(request: wire.RememberRequest, *, token: str, cookie: str, now: datetime) -> Kept | None:
    """Know this browser again, and those of its learners whose key is right. Whom it knew before it still knows.

    A cookie that opens something stays; else there is a new one. None: nobody of the request may be remembered, and all
    stays as it was. Safe to repeat. Raises WrongToken, RevokedDevice.
    """
    reads = {each.id: each.read for each in request.learners}
    standing = stand(device=request.device, token=token, learners=[], reads=reads, language=request.language, now=now)
    if standing.is_revoked:
        raise RevokedDevice
    known = {id: each for id, each in standing.learners.items() if each.may_read and each.may_write}
    hers = {standing.whose(each.id): each.locked for each in request.learners if each.id in known}
    if not hers:
        return None
    browser, cookie = _browser(cookie, now=now)
    _vouch(browser, device=request.device, hers=hers, now=now)
    return Kept(cookie=cookie, learners=[each.id for each in request.learners if each.id in known])


def _browser(cookie: str, *, now: datetime) -> tuple[Remembered, str]:
    """The browser of this cookie if it opens something; else a new one: a blocked phone's is never filled again."""
    browser = Remembered.objects.select_for_update(no_key=True).filter(cookie_hash=hashed(cookie)).first()
    if browser and remembered(cookie, now=now).exists():
        browser.used_at = now
        browser.save(update_fields=["used_at"])
        return browser, cookie
    cookie = secrets.token_urlsafe(COOKIE_BYTES)
    return Remembered.objects.create(cookie_hash=hashed(cookie), at=now, used_at=now), cookie


def _vouch(browser: Remembered, *, device: UUID, hers: Mapping[UUID, bool], now: datetime) -> None:
    """This device says that they learn here. An earlier cookie in which it said so was lost, and is let go of."""
    for learner, is_locked in sorted(hers.items()):
        said = {"device_id": device, "is_locked": is_locked, "last_at": now}
        RememberedLearner.objects.update_or_create(
            browser=browser, learner_id=learner, defaults=said, create_defaults=said | {"at": now}
        )
    elsewhere = RememberedLearner.objects.filter(device=device, learner__in=hers).exclude(browser=browser)
    left = list(elsewhere.values_list("browser", flat=True))
    elsewhere.delete()
    Remembered.objects.filter(pk__in=left, learners=None).delete()


@transaction.atomic
def come_back(request: wire.ComeBackRequest, *, token: str, cookie: str, now: datetime) -> Learner:
    """She says that it is she: this device may write for her and read with its own key. Safe to repeat.

    Raises WrongToken, RevokedDevice, NotRemembered, LockedThere.
    """
    standing = stand(device=request.device, token=token, learners=[], reads={}, language=request.language, now=now)
    if standing.is_revoked:
        raise RevokedDevice
    found = remembered(cookie, now=now).filter(pk=request.which).first()
    if found is None:
        raise NotRemembered
    if found.is_locked:
        raise LockedThere
    Remembered.objects.filter(pk=found.browser_id).update(used_at=now)
    RememberedLearner.objects.filter(pk=found.pk).update(device=request.device)
    let_in(request.device, learner=found.learner_id, read=request.read, via="cookie", now=now)
    return found.learner


@transaction.atomic
def forget(cookie: str) -> None:
    """This browser is not known any more, and nobody comes back by it. Safe to repeat."""
    Remembered.objects.filter(cookie_hash=hashed(cookie)).delete()
