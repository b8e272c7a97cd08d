"""Channels through which a reminder reaches a learner, each a module of the same shape.

`key` names the channel; `send(message, now)` hands one message over and answers with a delivery report.
To add one, copy the module most like it and list it in CHANNELS.
"""

from courses.reminders.channels import in_app, trainer_list
from courses.reminders.channels.shape import Channel, DeliveryReport, Outgoing

CHANNELS: dict[str, Channel] = {channel.key: channel for channel in (in_app.InApp(), trainer_list.TrainerList())}

__all__ = ["CHANNELS", "Channel", "DeliveryReport", "Outgoing"]
