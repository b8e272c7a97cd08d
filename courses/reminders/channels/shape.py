"""What every channel has in common."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from courses.reminders.models import Reminder


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One message to one learner, in her language. `link` is an address of ours, without the host."""

    learner: uuid.UUID
    language: str
    title: str
    text: str
    link: str


@dataclass(frozen=True, kw_only=True)
class DeliveryReport:
    """What became of a message: `state` is where its reminder stands now."""

    state: Reminder.State


class Channel(Protocol):
    """A way to reach a learner."""

    @property
    def key(self) -> str: ...

    def send(self, *, message: Outgoing, now: datetime) -> DeliveryReport: ...
