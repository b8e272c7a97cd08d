"""Proof of what somebody can: assessments drawn and handed in, trainers' signatures, certificates."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.learning.models.record import Event


class Way(models.TextChoices):
    """How it was found out that she can."""

    ASSESSMENT = "assessment", _("assessment")
    TRAINER = "trainer", _("trainer")


class Draw(models.Model):
    """The exercises one learner is asked, drawn from a release of the module's assessment.

    `nth` counts her draws of the module from 0. `id` and `items` follow from learner, release and `nth`, so that a
    draw that a restored server has lost can be made again. `items` are the exercises' ids in the order asked.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="draws")
    module = models.CharField(max_length=60)
    release = models.ForeignKey("courses.AssessmentRelease", on_delete=models.PROTECT, related_name="+")
    nth = models.PositiveIntegerField()
    items = models.JSONField()
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "module", "nth"], name="draw_nth_once")]


class HandedIn(models.Model):
    """What a draw was worth when it was handed in first, graded by the draw's release.

    `credits` is 0 to 1 by exercise. `again_at`: not passed, and from then on another draw may be asked for.
    """

    draw = models.OneToOneField(Draw, primary_key=True, on_delete=models.CASCADE, related_name="handed_in")
    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    credits = models.JSONField()
    right = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    at = models.DateTimeField()
    again_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(right__lte=F("of")), name="handedin_right_of"),
            models.CheckConstraint(condition=Q(passed=Q(again_at__isnull=True)), name="handedin_again_if_not_passed"),
        ]


class Signature(models.Model):
    """A trainer's word that she saw the learner do what the module teaches. May be taken back."""

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="signatures")
    module = models.CharField(max_length=60)
    seen_date = models.DateField()
    by = models.ForeignKey("courses.Staff", on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["learner", "module"], condition=Q(taken_back_at__isnull=True), name="signature_one_stands"
            )
        ]


class Certificate(models.Model):
    """What may be shown to others. The name stands here and nowhere else; it is empty until she claims it.

    `says` is what she can, as it stood when she earned it: by language `{"title": …, "can": [sentence…]}`.
    Of the certificates of a learner and module at most one is not revoked and stands by itself. `beside` is that one
    where two profiles of one person had a certificate each: this one was on paper already, and holds as long as that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True)
    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="certificates")
    module = models.CharField(max_length=60)
    way = models.CharField(max_length=10, choices=Way.choices)
    says = models.JSONField()
    earned_at = models.DateTimeField()
    name = models.CharField(max_length=80, blank=True)
    show_name = models.BooleanField(default=False)
    language = models.CharField(max_length=8, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    beside = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="twins")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["learner", "module"],
                condition=Q(revoked_at__isnull=True, beside__isnull=True),
                name="certificate_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(claimed_at__isnull=False) | Q(name="", show_name=False), name="certificate_name_if_claimed"
            ),
        ]

    def __str__(self) -> str:
        """Without her name: this is what stands in audit lines."""
        return f"certificate {self.code}"

    @property
    def state(self) -> str:
        """`open` until she claims it, `claimed`, `revoked`."""
        if self.revoked_at:
            return "revoked"
        return "claimed" if self.claimed_at else "open"


class Proof(models.Model):
    """How a learner stands in a module by one way, as her phone is told. `record_seq` is its place in her sequence.

    Follows from the other tables here. `right` and `of` are null for a trainer's signature.
    """

    learner = models.ForeignKey("courses.Learner", on_delete=models.CASCADE, related_name="proofs")
    module = models.CharField(max_length=60)
    way = models.CharField(max_length=10, choices=Way.choices)
    passed = models.BooleanField()
    right = models.PositiveSmallIntegerField(null=True)
    of = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()
    again_at = models.DateTimeField(null=True)
    record_seq = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["learner", "module", "way"], name="proof_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["learner", "record_seq"], name="proof_record_seq")]
