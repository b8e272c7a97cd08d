"""Who is due a nudge, for what reason, through which channel, and when. Rules of reminders, pure.

Three reasons so far. `stopped`: a sitting was begun and not finished, and nothing was learned for three days. It claims
something about learning, so it needs proof: a device of hers was heard from at least a day after her last recorded
event and had nothing left to send. `review-due` needs the same proof; it is a word in the app and no more, never in a
week in which she was told something else, and not again before she was heard from. `lessons-wait` claims nothing; it
is for devices that have been silent, and only goes through channels outside the app, at most once in fourteen days.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Reason = Literal["stopped", "review-due", "lessons-wait"]
Channel = Literal["inbox", "trainer-list"]

STOPPED_AFTER = timedelta(days=3)
PROOF_AFTER = timedelta(hours=24)
SILENT_AFTER = timedelta(days=7)
NEUTRAL_AT_MOST_EVERY = timedelta(days=14)
NEXT_CHANNEL_AFTER = timedelta(hours=48)
WEEK = timedelta(days=7)
FORGOTTEN_AFTER = timedelta(days=90)

IN_THE_APP: frozenset[Channel] = frozenset({"inbox"})
USUAL_ORDER: tuple[Channel, ...] = ("inbox", "trainer-list")


@dataclass(frozen=True, kw_only=True)
class OpenSitting:
    """A lesson begun and not finished; `sitting` is the id of the event that began it."""

    sitting: str
    lesson: str
    last_at: datetime


@dataclass(frozen=True, kw_only=True)
class Nudge:
    """A reminder that is due, or was sent at `at`. `period` names the occasion: each goes out once a channel."""

    reason: Reason
    channel: Channel
    period: str
    lesson: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Signals:
    """What is known of one learner.

    `last_learned_at` is the corrected time of her newest learning event; `heard_at` the newest contact of any device
    that holds her, and `waiting` how many events the device heard last said it still holds (None: it did not say).
    `lessons_left` says whether anything on offer is still to be finished, `has_review` whether anything she learned is
    due again on the local day. `sent` are earlier reminders of the last
    ninety days; one that still waits for a person stands at the present moment.
    """

    last_learned_at: datetime | None
    open_sitting: OpenSitting | None
    heard_at: datetime | None
    waiting: int | None
    lessons_left: bool = True
    has_review: bool = False
    sent: Sequence[Nudge] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a centre allows. Quiet hours are in its own time zone and may pass midnight."""

    per_week: int = 2
    quiet_from: time = time(20, 30)
    quiet_until: time = time(8, 0)
    time_zone: str = "Asia/Shanghai"
    channels: Sequence[Channel] = USUAL_ORDER


def next_nudge(*, signals: Signals, rule: Rule, now: datetime) -> Nudge | None:
    """The one reminder that is due to this learner, or None. `at` is when it may go out: never in quiet hours."""
    recent = [nudge for nudge in signals.sent if now - nudge.at < WEEK]
    if len(recent) >= rule.per_week:
        return None
    nudge = (
        _stopped(signals=signals, rule=rule, now=now)
        or _review_due(signals=signals, rule=rule, now=now, told_lately=bool(recent))
        or _lessons_wait(signals=signals, rule=rule, now=now)
    )
    return replace(nudge, at=after_quiet_hours(moment=now, rule=rule)) if nudge else None


def is_still_true(*, nudge: Nudge, signals: Signals, now: datetime) -> bool:
    """Whether a reminder decided earlier may still go out, seen with what is known now."""
    if nudge.reason == "stopped":
        sitting = signals.open_sitting
        return sitting is not None and sitting.sitting == nudge.period and _is_proven_stop(signals, now)
    if nudge.reason == "review-due":
        return signals.has_review and is_all_known(signals)
    return _is_silent(signals, now)


def after_quiet_hours(*, moment: datetime, rule: Rule) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into (aware; in the moment's own zone)."""
    local = moment.astimezone(ZoneInfo(rule.time_zone))
    clock = local.time()
    over_midnight = rule.quiet_from > rule.quiet_until
    if over_midnight:
        quiet = clock >= rule.quiet_from or clock < rule.quiet_until
    else:
        quiet = rule.quiet_from <= clock < rule.quiet_until
    if not quiet:
        return moment
    until = local.replace(hour=rule.quiet_until.hour, minute=rule.quiet_until.minute, second=0, microsecond=0, fold=0)
    if until <= local:
        until = (local + timedelta(days=1)).replace(
            hour=rule.quiet_until.hour, minute=rule.quiet_until.minute, second=0, microsecond=0
        )
    return until.astimezone(moment.tzinfo)


def is_all_known(signals: Signals) -> bool:
    """Whether anything may be claimed of her learning: a device was heard a day after it, with nothing left to send."""
    if signals.last_learned_at is None or signals.heard_at is None:
        return False
    return signals.heard_at - signals.last_learned_at >= PROOF_AFTER and signals.waiting == 0


def _is_proven_stop(signals: Signals, now: datetime) -> bool:
    """Stopped for three days, and a device was heard since that had nothing left to send."""
    if signals.last_learned_at is None:
        return False
    return STOPPED_AFTER <= now - signals.last_learned_at < FORGOTTEN_AFTER and is_all_known(signals)


def _is_silent(signals: Signals, now: datetime) -> bool:
    return signals.heard_at is not None and SILENT_AFTER <= now - signals.heard_at < FORGOTTEN_AFTER


def _stopped(*, signals: Signals, rule: Rule, now: datetime) -> Nudge | None:
    """The next channel for a proven stop: the first at once, each further one 48 h after the last without contact."""
    sitting = signals.open_sitting
    if sitting is None or not _is_proven_stop(signals, now):
        return None
    earlier = [nudge for nudge in signals.sent if nudge.reason == "stopped" and nudge.period == sitting.sitting]
    used = {nudge.channel for nudge in earlier}
    left = [channel for channel in rule.channels if channel not in used]
    if not left:
        return None
    if earlier:
        last = max(nudge.at for nudge in earlier)
        contact_since = signals.heard_at is not None and signals.heard_at > last
        if contact_since or now - last < NEXT_CHANNEL_AFTER:
            return None
    return Nudge(reason="stopped", channel=left[0], period=sitting.sitting, lesson=sitting.lesson, at=now)


def _review_due(*, signals: Signals, rule: Rule, now: datetime, told_lately: bool) -> Nudge | None:
    """A word in the app about today's review; the next one only in another week, once she has been heard from."""
    inside = [channel for channel in rule.channels if channel in IN_THE_APP]
    if not inside or told_lately or not signals.has_review or not is_all_known(signals):
        return None
    earlier = [nudge.at for nudge in signals.sent if nudge.reason == "review-due"]
    if earlier and signals.heard_at is not None and signals.heard_at <= max(earlier):
        return None
    on = after_quiet_hours(moment=now, rule=rule).astimezone(ZoneInfo(rule.time_zone)).date()
    return Nudge(reason="review-due", channel=inside[0], period=on.isoformat(), lesson="", at=now)


def _lessons_wait(*, signals: Signals, rule: Rule, now: datetime) -> Nudge | None:
    """The neutral nudge, through the first channel outside the app, unless somebody was asked about her lately."""
    outside = [channel for channel in rule.channels if channel not in IN_THE_APP]
    if not outside or not signals.lessons_left or signals.heard_at is None or not _is_silent(signals, now):
        return None
    earlier = [nudge.at for nudge in signals.sent if nudge.channel not in IN_THE_APP]
    if earlier and now - max(earlier) < NEUTRAL_AT_MOST_EVERY:
        return None
    fortnight = (now - signals.heard_at - SILENT_AFTER) // NEUTRAL_AT_MOST_EVERY
    return Nudge(
        reason="lessons-wait",
        channel=outside[0],
        period=f"{signals.heard_at.date().isoformat()}+{fortnight}",
        lesson="",
        at=now,
    )
