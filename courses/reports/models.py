"""Roll-ups: one row a learner and day, and how far each learner has been counted."""

from typing import ClassVar
from uuid import UUID

from django.db import models

NOBODY = UUID(int=0)
"""In place of a learner: what those who were erased did in a week together, by centre and group, without a village."""


class LearnerDay(models.Model):
    """What one learner did on one day of her centre's calendar, under the membership she had then."""

    learner = models.UUIDField()
    day_date = models.DateField()
    centre = models.ForeignKey("courses.Centre", null=True, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("courses.Group", null=True, on_delete=models.SET_NULL, related_name="+")
    village = models.ForeignKey("courses.Village", null=True, on_delete=models.SET_NULL, related_name="+")
    opened = models.PositiveIntegerField(default=0)
    finished = models.PositiveIntegerField(default=0)
    answers = models.PositiveIntegerField(default=0)
    right = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["learner", "day_date", "centre", "group", "village"],
                name="learnerday_once",
                nulls_distinct=False,
            )
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "day_date"], name="learnerday_centre_day")]


class Counted(models.Model):
    """How far a learner's record has been counted into the roll-ups, and what else the count stood on.

    `places` is a fingerprint of her memberships, `ungraded` how many answers could not be graded then: where either
    is different now, all her days are counted again.
    """

    learner = models.UUIDField(primary_key=True)
    record_seq = models.PositiveBigIntegerField(default=0)
    places = models.CharField(max_length=64, blank=True)
    ungraded = models.PositiveIntegerField(default=0)
