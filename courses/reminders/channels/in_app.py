"""The inbox of the app: always there, seen when the app is opened."""

from datetime import datetime

from courses.inbox import actions as inbox
from courses.reminders.channels.shape import DeliveryReport, Outgoing
from courses.reminders.models import ChannelKey, Reminder


class InApp:
    """Writes the message into the learner's inbox, in the caller's transaction."""

    key = ChannelKey.INBOX.value

    def send(self, *, message: Outgoing, now: datetime) -> DeliveryReport:
        """The message stands in the inbox once the transaction commits."""
        inbox.put_message(
            learner=message.learner,
            kind="reminder",
            language=message.language,
            title=message.title,
            text=message.text,
            link=message.link,
            now=now,
        )
        return DeliveryReport(state=Reminder.State.SENT)
