"""Questions, what hangs on them, and what was answered."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from courses.engine.asking import MOST_OF_A_NOTE


class Question(models.Model):
    """What an `asked` event says. `id` is the event's; `asked_at` and `sureness` are its corrected time.

    `lesson` is empty where she asked from nowhere. A question that nobody answered has no row among the answers.
    """

    id = models.UUIDField(primary_key=True)
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="questions")
    device = models.UUIDField()
    asked_at = models.DateTimeField()
    sureness = models.PositiveSmallIntegerField()
    module = models.CharField(max_length=60, blank=True)
    lesson = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["learner", "asked_at"], name="question_learner")]


class Attachment(models.Model):
    """A photo or a spoken note, known by its hash from the moment its question was delivered.

    `event` is the question's id, `learner` who asked, `device` which phone named it: plain columns, since the question
    may be parked still, and its learner unknown. `original` are the bytes as they came, which go to nobody's browser;
    `shown` is what we made of them.
    """

    class State(models.TextChoices):
        WAITS = "waits", "on the phone still, were it in parts"
        CAME = "came", "all of it is here; not looked at yet"
        READY = "ready", "made anew, to be shown"
        UNREADABLE = "unreadable", "neither picture nor sound that we can read; kept"

    id = models.UUIDField(primary_key=True)
    event = models.UUIDField(db_index=True)
    learner = models.UUIDField(db_index=True)
    device = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveIntegerField()
    type = models.CharField(max_length=16)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITS)
    named_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, help_text="when its first part came")
    stored_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often making it anew was broken off")
    original = models.BinaryField(null=True)
    shown = models.BinaryField(null=True)
    shown_type = models.CharField(max_length=16, blank=True)
    seconds = models.PositiveSmallIntegerField(null=True, help_text="of a note")
    width = models.PositiveSmallIntegerField(null=True, help_text="of a photo")
    height = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="attachment_state",
                condition=Q(state="waits", original=None, shown=None, stored_at=None)
                | Q(state="ready", original__isnull=False, shown__isnull=False, stored_at__isnull=False)
                | Q(state__in=["came", "unreadable"], original__isnull=False, shown=None, stored_at__isnull=False),
            ),
            models.CheckConstraint(name="attachment_bytes", condition=Q(bytes__gte=1, bytes__lte=MOST_OF_A_NOTE)),
        ]
        indexes: ClassVar = [
            models.Index(fields=["stored_at"], condition=Q(state="came"), name="attachment_came"),
            models.Index(fields=["device", "begun_at"], name="attachment_begun"),
        ]


class AttachmentPart(models.Model):
    """A part that came, until all of them did."""

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["attachment", "number"], name="attachmentpart_once")]


class TrainersAnswer(models.Model):
    """What somebody of the staff answered. `id` is made with the form: sent twice, it is one answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    by = models.ForeignKey("courses.Staff", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()
    message = models.OneToOneField("courses.Message", null=True, on_delete=models.SET_NULL, related_name="+")
