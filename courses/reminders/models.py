"""Reminders that are due, and what became of them; and each centre's rule."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    STOPPED = "stopped", _("stopped mid-lesson")
    REVIEW_DUE = "review-due", _("review is due")
    LESSONS_WAIT = "lessons-wait", _("lessons wait")


class ChannelKey(models.TextChoices):
    INBOX = "inbox", _("in the app")
    TRAINER_LIST = "trainer-list", _("trainer's list")


class Reminder(models.Model):
    """A nudge that is due to one learner for one reason. `period` names the occasion: each goes out once."""

    class State(models.TextChoices):
        DUE = "due", _("due")
        LISTED = "listed", _("waits for the trainer")
        SENT = "sent", _("sent")
        DROPPED = "dropped", _("no longer needed")

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="reminders")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    period = models.CharField(max_length=64)
    channel = models.CharField(max_length=20, choices=ChannelKey.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DUE)
    lesson = models.CharField(max_length=120, blank=True, help_text="`module/lesson` it is about")
    due_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey("courses.Staff", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["learner", "reason", "period", "channel"], name="reminder_once")
        ]
        indexes: ClassVar = [models.Index(fields=["state", "due_at"], name="reminder_state_due")]


class ReminderRule(models.Model):
    """What a centre allows: how many a week, and the quiet hours in its own time zone."""

    centre = models.OneToOneField("courses.Centre", on_delete=models.CASCADE, related_name="reminder_rule")
    per_week = models.PositiveSmallIntegerField(default=2)
    quiet_from = models.TimeField(default="20:30")
    quiet_until = models.TimeField(default="08:00")
    channels = models.JSONField(default=list, help_text="order of channels; empty: all, in the usual order")
