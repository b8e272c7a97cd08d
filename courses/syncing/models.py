"""Devices, what each may write, what each has delivered, and what could not be taken as it was."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SIGN = 4  # characters of a phone's sign


class Device(models.Model):
    """One browser installation (or one cookie of a browser without script).

    The phone mints its own id and its upload token; the server keeps the token's hash from the first naming, so a
    lost reply costs nothing. `token_at`: since when it is this token; null: from the beginning. `n` and `x` are the
    digest (count and XOR) of every event id this device delivered: of the stored events that carry this device, and
    of the bare ids in Delivered.
    `met_device_at` and `met_server_at` are its clock and ours at the last sync; `latest_at` is the corrected time of
    its event with the highest `seq`. A device that only a kept copy told of has no token hash until it calls.
    `abilities` are words of `engine.devices.ABILITIES`, with blanks between; empty where the phone did not say.
    """

    id = models.UUIDField(primary_key=True)
    token_hash = models.CharField(max_length=64)
    token_at = models.DateTimeField(null=True)
    app = models.CharField(max_length=40, blank=True)
    abilities = models.CharField(max_length=200, blank=True, default="")
    n = models.PositiveBigIntegerField(default=0)
    x = models.UUIDField()
    next_seq = models.PositiveBigIntegerField(default=1, help_text="one above the highest `seq` it delivered")
    latest_at = models.DateTimeField(null=True)
    met_device_at = models.DateTimeField(null=True)
    met_server_at = models.DateTimeField(null=True)
    waiting = models.PositiveIntegerField(null=True, help_text="events not yet sent, as the phone last said")
    created_at = models.DateTimeField()
    last_heard_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("device", "phone")
        verbose_name_plural = pgettext_lazy("device", "phones")

    @property
    def sign(self) -> str:
        """The last characters of its id, to tell phones apart."""
        return str(self.pk)[-SIGN:]

    def __str__(self) -> str:
        return self.sign  # stands in audit lines, which are read in every language


class FormerToken(models.Model):
    """The hash of a token that this device had before. It is as good as the one that followed it, `until` then."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="former_tokens")
    token_hash = models.CharField(max_length=64)
    until = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["device", "token_hash"], name="formertoken_once")]


class Admission(models.Model):
    """A device may write for a learner: it named her first, or showed her pass or a code."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="admissions")
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="admissions")
    via = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["device", "learner"], name="admission_once")]


class ReadKey(models.Model):
    """The hash of a key with which a phone may read a learner's progress and inbox.

    `device` is the one it was made on. It opens nothing from `ended_at` on: that phone was lost.
    """

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="read_keys")
    key_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    device = models.ForeignKey(Device, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "key_hash"], name="readkey_once")]


class LockKey(models.Model):
    """16 random bytes as hex, known to a learner's phones and to us: an answer made with them opens her lock.

    Phones are given the current one. A phone that was not heard from since a merge may know another.
    """

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="lock_keys")
    key = models.CharField(max_length=32)
    is_current = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["learner"], condition=models.Q(is_current=True), name="lockkey_one_current"
            ),
        ]


class Pass(models.Model):
    """A learner's pass: whoever shows it on a phone may learn there as she. Good until it is ended."""

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="passes")
    code_hash = models.CharField(max_length=64, unique=True)
    device = models.ForeignKey(Device, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class OneTimeCode(models.Model):
    """What staff read out to bring a learner to one more phone, once. `used_read_hash` is of the key made there."""

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="one_time_codes")
    code_hash = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey("courses.Staff", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Device, null=True, on_delete=models.SET_NULL, related_name="+")
    used_read_hash = models.CharField(max_length=64, blank=True, default="")


class Remembered(models.Model):
    """A browser that is recognised by a cookie when it has thrown away all else. Only the cookie's hash is kept.

    `used_at`: when it was last told to remember, or somebody came back by it.
    """

    cookie_hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    used_at = models.DateTimeField()


class RememberedLearner(models.Model):
    """She learned in that browser, and can come back there. `device` is the one that said so last, at `last_at`.

    `is_locked`: she had set a lock, so the cookie alone does not open her lessons.
    """

    browser = models.ForeignKey(Remembered, on_delete=models.CASCADE, related_name="learners")
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="+")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="+")
    is_locked = models.BooleanField()
    at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["browser", "learner"], name="rememberedlearner_once"),
        ]


class Merged(models.Model):
    """Two profiles were one person's: what is stamped with `old` counts for `learner`, who is no `old` herself."""

    old = models.UUIDField(primary_key=True)
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="merged")
    at = models.DateTimeField()


class Delivered(models.Model):
    """A bare id that a device delivered although no event of its own is stored under it (known, parked, gone)."""

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="+")
    event_id = models.UUIDField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["device", "event_id"], name="delivered_once")]


class Parked(models.Model):
    """What a phone sent and the server could not take. The raw text is kept and can be replayed after a fix.

    `learner` is whom the text names, known to us or not. It waits for somebody until `settled_at`; the outcome is the
    verdict of a replay that took it, or `aside` where staff looked and left it so.
    """

    class Outcome(models.TextChoices):
        STORED = "stored"
        KNOWN = "known"
        GONE = "gone"
        ASIDE = "aside"

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="+")
    event_id = models.UUIDField(null=True)
    code = models.CharField(max_length=40)
    raw = models.TextField()
    raw_hash = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    learner = models.UUIDField(null=True)
    tried_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, blank=True, default="", choices=Outcome.choices)

    class Meta:
        verbose_name = _("parked record")
        verbose_name_plural = _("parked records")
        constraints: ClassVar = [models.UniqueConstraint(fields=["device", "raw_hash"], name="parked_once")]
        indexes: ClassVar = [
            models.Index(fields=["device"], condition=models.Q(settled_at=None), name="parked_waiting"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Erased(models.Model):
    """The bare id of a learner who was erased, so that a late event of hers is answered `gone` and not kept."""

    learner = models.UUIDField(primary_key=True)
    at = models.DateTimeField()


class Epoch(models.Model):
    """The one row that names this history of the database. A restore makes a new one; pull cursors start again."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.UUIDField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="epoch_one_row")]
