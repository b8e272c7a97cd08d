"""The learning record, and what is derived from it."""

from typing import ClassVar

from django.db import models


class Event(models.Model):
    """One thing a learner did, written on the phone (or by the server for pages without script), never changed.

    `at` is the device's own clock; `corrected_at` the server's best knowledge of the true time, and `sureness` how it
    was found. `record_seq` is the place in the learner's sequence. `fingerprint` is the first 8 bytes (signed) of the
    SHA-256 of the event's fields as received, to find the same id with another content. The ids of learner, device and
    session are plain columns: foreign keys would cost two look-ups an event, and intake has just locked the learner.
    """

    class Sureness(models.IntegerChoices):
        SAME_SESSION = 1
        NEAREST_SYNC = 2
        AS_SENT = 3

    id = models.UUIDField(primary_key=True)
    v = models.PositiveSmallIntegerField()
    device = models.UUIDField()
    seq = models.PositiveBigIntegerField()
    learner = models.UUIDField()
    record_seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=24)
    at = models.DateTimeField()
    corrected_at = models.DateTimeField()
    sureness = models.PositiveSmallIntegerField(choices=Sureness.choices)
    received_at = models.DateTimeField()
    session = models.UUIDField(null=True)
    mono = models.BigIntegerField(null=True)
    module = models.CharField(max_length=60, blank=True)
    release = models.CharField(max_length=64, blank=True)
    item = models.CharField(max_length=120, blank=True)
    body = models.JSONField()
    fingerprint = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "record_seq"], name="event_record_seq")]
        indexes: ClassVar = [models.Index(fields=["device", "seq"], name="event_device_seq")]


class Answer(models.Model):
    """One answer as the server graded it, by the release the learner saw. `credit` is 0 to 1."""

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="answer")
    learner = models.UUIDField()
    module = models.CharField(max_length=60)
    lesson = models.CharField(max_length=60)
    item = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    release = models.CharField(max_length=64)
    sitting = models.UUIDField()
    attempt = models.PositiveSmallIntegerField()
    credit = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["learner", "module", "lesson"], name="answer_learner_lesson")]


class Ungraded(models.Model):
    """An answer or a check set that names a release the server does not know (yet). A sweep grades it once it does."""

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="ungraded")
    learner = models.UUIDField(db_index=True)
    """The event's own, so that hers are found without her whole record."""
    release = models.CharField(max_length=64, db_index=True)


class LessonProgress(models.Model):
    """What a learner's record adds up to for one lesson: `engine.progress.Progress` as a row.

    Times are corrected times; null: not yet. `right` and `releases` are the engine's maps with times in ISO 8601.
    """

    learner = models.UUIDField()
    module = models.CharField(max_length=60)
    lesson = models.CharField(max_length=60)
    opened_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    mastered_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    right = models.JSONField(default=dict)
    releases = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["learner", "module", "lesson"], name="lessonprogress_once")
        ]
        indexes: ClassVar = [models.Index(fields=["module", "lesson"], name="lessonprogress_lesson")]


class Folded(models.Model):
    """How far a learner's record has been folded into progress."""

    learner = models.UUIDField(primary_key=True)
    record_seq = models.PositiveBigIntegerField(default=0)
