"""What is published: immutable releases, immutable files, and which release is the newest of each thing."""

from typing import ClassVar

from django.db import models


class PackFile(models.Model):
    """One immutable file on the wire, named by the SHA-256 (hex) of its plain bytes."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    content_type = models.CharField(max_length=60)
    plain = models.BinaryField()
    brotli = models.BinaryField(null=True)
    gzip = models.BinaryField(null=True)
    created_at = models.DateTimeField()


class Release(models.Model):
    """An immutable published version of one module or of a course's outline, in one language.

    `sha256` is the hash of `body`, the canonical JSON (UTF-8, sorted keys, no spaces). `manifest` lists the files
    of its pack. `pack_bytes` is what a phone downloads for all of them, with brotli.
    """

    class Kind(models.TextChoices):
        MODULE = "module"
        OUTLINE = "outline"

    sha256 = models.CharField(primary_key=True, max_length=64)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    key = models.CharField(max_length=60)
    language = models.CharField(max_length=8)
    format = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    manifest = models.ForeignKey(PackFile, on_delete=models.PROTECT, related_name="+")
    pack_bytes = models.PositiveIntegerField()
    created_at = models.DateTimeField()


class CurrentRelease(models.Model):
    """Which release of a module or outline phones are offered now. No row: nothing is offered."""

    kind = models.CharField(max_length=8, choices=Release.Kind.choices)
    key = models.CharField(max_length=60)
    language = models.CharField(max_length=8)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    centre = models.ForeignKey("courses.Centre", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    since_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="currentrelease_once")
        ]


class AssessmentRelease(models.Model):
    """An immutable published version of a module's assessment, in all its languages, with its keys.

    It stays on the server: no address serves this table, and nothing here is a file of a pack. `sha256` is the hash
    of `body`, canonical JSON (courses/README.md, "Release body").
    """

    sha256 = models.CharField(primary_key=True, max_length=64)
    module = models.CharField(max_length=60)
    body = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["module", "created_at"], name="assessmentrelease_module")]


class CurrentAssessment(models.Model):
    """From which release learners are asked now. No row: there is no assessment of this module."""

    module = models.CharField(primary_key=True, max_length=60)
    release = models.ForeignKey(AssessmentRelease, on_delete=models.PROTECT, related_name="+")
    since_at = models.DateTimeField()
