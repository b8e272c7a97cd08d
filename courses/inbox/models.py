"""What waits for a learner in the app."""

import uuid
from typing import ClassVar

from django.db import models


class Message(models.Model):
    """One row of a learner's inbox, in her language. `record_seq` is its place in her own sequence."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="messages")
    record_seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=24)
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=120)
    text = models.TextField()
    link = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "record_seq"], name="message_record_seq")]
