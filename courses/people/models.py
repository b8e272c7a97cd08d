"""Who there is: staff, places, learners, and who belonged where at which time."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    ENGLISH = "en", "English"
    CHINESE = "zh-hans", "简体中文"


class Gender(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("other")


class Role(models.TextChoices):
    TRAINER = "trainer", _("trainer")
    MANAGER = "manager", _("manager")
    OPERATOR = "operator", _("operator")


class Staff(AbstractUser):
    """Someone who signs in at the office. The user name is the e-mail address or a short name.

    `password_once`: somebody else knows the password (it was printed or read out); the first page asks for a new one.
    """

    language = models.CharField(max_length=8, choices=Language.choices, default=Language.CHINESE)
    password_once = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()


class County(models.Model):
    """The office over several centres."""

    name = models.CharField(max_length=120, unique=True)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Centre(models.Model):
    """An incubator: its own people, its own data."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="centres")
    name = models.CharField(max_length=120)
    time_zone = models.CharField(max_length=64, default="Asia/Shanghai")
    is_default = models.BooleanField(default=False, help_text=_("Learners who join no group come here."))

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        ordering = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "name"], name="centre_name_unique_in_county"),
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="centre_one_default"),
        ]

    def __str__(self) -> str:
        return self.name


class StaffRole(models.Model):
    """What a member of staff is, and where: in one centre, in one county, or (operators) on the whole site."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=10, choices=Role.choices)
    centre = models.ForeignKey(Centre, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(centre__isnull=True) | Q(county__isnull=True), name="staffrole_one_place"
            ),
            models.CheckConstraint(
                condition=Q(role="operator") | Q(centre__isnull=False) | Q(county__isnull=False),
                name="staffrole_only_operators_everywhere",
            ),
            # One for each kind of place: SQLite has no "nulls not distinct".
            models.UniqueConstraint(
                fields=["staff", "role", "centre"], condition=Q(centre__isnull=False), name="staffrole_once_in_centre"
            ),
            models.UniqueConstraint(
                fields=["staff", "role", "county"], condition=Q(county__isnull=False), name="staffrole_once_in_county"
            ),
            models.UniqueConstraint(
                fields=["staff", "role"],
                condition=Q(centre__isnull=True, county__isnull=True),
                name="staffrole_once_everywhere",
            ),
        ]


class Invitation(models.Model):
    """A link that lets one person become staff. Only the hash of its token is kept."""

    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=10, choices=Role.choices)
    centre = models.ForeignKey(Centre, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=8, choices=Language.choices, default=Language.CHINESE)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)


class Village(models.Model):
    """Where people live, as one centre sees it."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="villages")
    name = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "name"], name="village_name_unique_in_centre")
        ]

    def __str__(self) -> str:
        return self.name


class Group(models.Model):
    """A class of a centre."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=120)
    trainers = models.ManyToManyField(Staff, blank=True, related_name="teaches")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["centre", "name"], name="group_name_unique_in_centre")]

    def __str__(self) -> str:
        return self.name


class JoinCode(models.Model):
    """Eight characters that seat learners in a group: one (`seats` 1) or many (`seats` null)."""

    code = models.CharField(max_length=8, unique=True)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="join_codes")
    seats = models.PositiveIntegerField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(used__lte=F("seats")), name="joincode_not_overbooked"
            )
        ]


class Learner(models.Model):
    """A person who learns. The id is minted on the phone, before any contact.

    `record_seq` is the last place given in this learner's own sequence of events and inbox rows; it is advanced
    under a lock of this row, so that a cursor over it never skips.
    Year of birth and gender come from a consented answer or from staff; the one with the newest `…_at` counts.
    They are never shown to others and never choose anything.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nickname = models.CharField(max_length=40, blank=True)
    picture = models.CharField(max_length=20, blank=True)
    profile_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, choices=Language.choices, default=Language.CHINESE)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    birth_year_at = models.DateTimeField(null=True, blank=True)
    gender = models.CharField(max_length=8, choices=Gender.choices, blank=True)
    gender_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    record_seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")

    @property
    def sign(self) -> str:
        """Four characters of her id, to tell people without a name apart."""
        return str(self.pk)[-4:]

    def __str__(self) -> str:
        """Without her name: this is what stands in audit lines, which outlive an erased learner."""
        return self.sign


class Consent(models.Model):
    """One line of the consent ledger: what a learner agreed to or took back, and when. Lines are only added."""

    class Purpose(models.TextChoices):
        NEEDS = "needs", _("centre sees what she needs")
        CONTACT = "contact", _("centre may write or call")

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    given = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "purpose", "at"], name="consent_line_once")]


class Membership(models.Model):
    """Where a learner belonged from `from_at` until `until_at` (null: still). At most one is open."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="memberships")
    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="memberships")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    village = models.ForeignKey(Village, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["learner"], condition=Q(until_at__isnull=True), name="membership_one_open"),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")), name="membership_forward"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "group"], name="membership_centre_group")]


class Contact(models.Model):
    """A way to reach a learner outside the app. Kept on the server only; several learners may share a value."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("phone")
        WECHAT = "wechat", "WeChat"
        EMAIL = "email", _("e-mail")

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    value = models.CharField(max_length=120)
    consent_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["learner", "kind", "value"], name="contact_once")]
