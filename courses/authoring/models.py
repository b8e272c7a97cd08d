"""Wagtail pages in which modules are written, the library's files, and what waits to be published.

`CoursePage > ModulePage > LessonPage`, one tree a language. The same module or lesson in two languages is linked by
`translation_key`, which follows from its name (`page_key`).
"""

import itertools
import re
import uuid
from pathlib import PurePosixPath
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import QuerySet
from django.forms import TextInput
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, Site

from courses.authoring.blocks import CardsBlock, CardsField, PoolBlock
from courses.authoring.forms import LessonForm
from courses.authoring.previewing import PREVIEW_MODES, preview_response
from courses.authoring.tidying import tidy_stream
from courses.catalog.models import PackFile, Release
from courses.engine.format.pools import POOL

_SPACE = uuid.UUID("b9b4f0f2-61a0-5a0e-8c1d-0d6f9f0e6a11")
ID_PATTERN = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
_ID = RegexValidator(r"^[a-z0-9][a-z0-9-]{0,39}$", _("Use small letters, digits and hyphens, at most 40."))
_NAMES = RegexValidator(
    r"^([a-z0-9-]+/[a-z0-9-]+(, ?[a-z0-9-]+/[a-z0-9-]+)*)?$", _("Write module/lesson, with commas between.")
)


def page_key(name: str) -> uuid.UUID:
    """The `translation_key` of `course`, `course:module` or `module/lesson`: the same in every language."""
    return uuid.uuid5(_SPACE, name)


def _refuse_taken_id(page: Page, *, field: str, among: QuerySet[Any]) -> None:
    """A module id is unique on the site in each language, a lesson id in its module."""
    if among.filter(**{field: getattr(page, field)}).exclude(pk=page.pk).exists():
        raise ValidationError({field: _("Another page has this id already.")})


def _free_id(*, wanted: str, old: str, taken: set[str]) -> str:
    """`wanted` if it can be an id and is free, else the old one with the next free number."""
    if ID_PATTERN.fullmatch(wanted) and wanted not in taken:
        return wanted
    return next(name for number in itertools.count(2) if (name := f"{old[:36]}-{number}") not in taken)


def _cards_panel() -> FieldPanel:
    return FieldPanel("body", help_text=_("One card is one screen of the phone. Tap + to add one."))


def _pool_panel() -> FieldPanel:
    help_text = _("Nobody sees these exercises before she is asked. Not the ones of the lessons; at least 15.")
    return FieldPanel("body", help_text=help_text)


def _title_panel() -> FieldPanel:
    """Wagtail's own fills the slug from the title, which stands on no form of ours."""
    widget = TextInput(attrs={"placeholder": _("Title")})
    return FieldPanel("title", help_text=_("As learners read it in their list."), classname="title", widget=widget)


class LibraryFile(models.Model):
    """A picture or sound that came with the files of a lesson. `file` is its path there, such as `media/a.svg`."""

    module = models.CharField(max_length=40)
    lesson = models.CharField(max_length=40)
    file = models.CharField(max_length=100)
    content = models.ForeignKey(PackFile, on_delete=models.PROTECT, related_name="+")
    content_type = models.CharField(max_length=60)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["module", "lesson", "file"]
        verbose_name = _("file of the library")
        verbose_name_plural = _("files of the library")
        constraints: ClassVar = [models.UniqueConstraint(fields=["module", "lesson", "file"], name="libraryfile_once")]

    def __str__(self) -> str:
        """As a trainer reads it beside the drawing, such as `not found · ra1`."""
        return f"{PurePosixPath(self.file).stem.replace('-', ' ')} · {self.lesson}"

    @property
    def is_picture(self) -> bool:
        return self.width > 0


class CoursePage(Page):
    """A course in one language. Outline, glossary and facts come from `course.yaml` and `facts.yaml`."""

    course_id = models.CharField(_("id of the course"), max_length=40, validators=[_ID])
    outline = models.JSONField(default=dict, editable=False)
    facts = models.JSONField(default=list, editable=False)

    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["courses.ModulePage"]
    edit_handler = TabbedInterface([ObjectList([_title_panel(), FieldPanel("course_id")], heading=_("Course"))])
    page_description = _("All modules in their order; lessons not written yet are planned.")

    preview_modes: ClassVar[list[tuple[str, str]]] = []

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """Only lessons have an address of their own."""


class ModulePage(Page):
    """What a phone downloads and a manager reports on. Its lessons are its pages, in their order."""

    class Level(models.TextChoices):
        START = "start", _("for the start")
        CORE = "core", _("core")
        ADVANCED = "advanced", _("advanced")

    module_id = models.CharField(_("id of the module"), max_length=40, validators=[_ID])
    level = models.CharField(_("level"), max_length=8, choices=Level.choices, default=Level.CORE)
    about = models.CharField(_("about"), max_length=300, help_text=_("One sentence: what it is good for."))
    copied_from = models.CharField(max_length=40, blank=True, editable=False)

    parent_page_types: ClassVar = ["courses.CoursePage"]
    subpage_types: ClassVar = ["courses.LessonPage", "courses.AssessmentPage"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [_title_panel(), FieldPanel("about"), FieldPanel("level"), FieldPanel("module_id")], heading=_("Module")
            )
        ]
    )
    page_description = _("A set of lessons that is downloaded and mastered together.")

    preview_modes: ClassVar[list[tuple[str, str]]] = []

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def clean(self) -> None:
        super().clean()
        _refuse_taken_id(self, field="module_id", among=ModulePage.objects.filter(locale=self.locale))

    def copy(self, *args: Any, update_attrs: dict[str, Any] | None = None, **kwargs: Any) -> "ModulePage":
        """A copy is another module: its own id, and where it came from."""
        taken = set(ModulePage.objects.filter(locale=self.locale).values_list("module_id", flat=True))
        attrs = dict(update_attrs or {})
        new_id = _free_id(wanted=attrs.get("slug", ""), old=self.module_id, taken=taken)
        own = {"module_id": new_id, "copied_from": self.module_id}
        return super().copy(*args, update_attrs=own | attrs, **kwargs)  # type: ignore[no-any-return]

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """Only lessons have an address of their own."""


class LessonPage(Page):
    """5 to 8 minutes. `needs`, `helps` and `digcomp` are names with commas between."""

    lesson_id = models.CharField(
        _("id of the lesson"),
        max_length=40,
        validators=[_ID],
        help_text=_("The same in every language, such as ra1. It never changes once learners have seen it."),
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=6, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    can = models.CharField(
        _("afterwards I can …"), max_length=300, help_text=_("One sentence that begins with “I can” (我能…).")
    )
    needs = models.CharField(
        _("lessons needed before"),
        max_length=300,
        blank=True,
        validators=[_NAMES],
        help_text=_("As module/lesson, with commas between: pc/pc4, pc/pc7."),
    )
    helps = models.CharField(_("lessons that help"), max_length=300, blank=True, validators=[_NAMES])
    digcomp = models.CharField(_("competences (DigComp)"), max_length=100, blank=True, help_text=_("Such as 5.2, 1.3."))
    country = models.CharField(
        _("holds in one country only"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[a-z]{2}$", _("Write the two small letters of the country, such as cn."))],
        help_text=_(
            "Two letters, such as cn, where the lesson speaks of one country’s rules. Learners read it at the start."
        ),
    )
    body = CardsField(CardsBlock(), verbose_name=_("cards"), blank=True, use_json_field=True)

    parent_page_types: ClassVar = ["courses.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = LessonForm
    edit_handler = TabbedInterface(
        [
            ObjectList([_title_panel(), FieldPanel("can"), FieldPanel("minutes"), _cards_panel()], heading=_("Lesson")),
            ObjectList(
                [
                    *(FieldPanel(name) for name in ("lesson_id", "needs", "helps", "digcomp", "country")),
                    *Page.settings_panels,
                ],
                heading=_("Place in the course"),
            ),
        ],
        base_form_class=LessonForm,
    )
    page_description = _("Five to eight minutes: a list of cards with a few exercises.")

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def clean(self) -> None:
        """Letters and keys left empty are filled, keys of duplicated blocks are made new."""
        super().clean()
        if parent := self.get_parent():
            _refuse_taken_id(self, field="lesson_id", among=LessonPage.objects.child_of(parent))
        self.body = tidy_stream(self.body, lesson=f"{self.module_id}/{self.lesson_id}")

    def copy(self, *args: Any, update_attrs: dict[str, Any] | None = None, **kwargs: Any) -> "LessonPage":
        """A copy is another lesson with its own id."""
        parent = kwargs.get("to") or self.get_parent()
        taken = set(LessonPage.objects.child_of(parent).values_list("lesson_id", flat=True))
        attrs = dict(update_attrs or {})
        new_id = _free_id(wanted=attrs.get("slug", ""), old=self.lesson_id, taken=taken)
        return super().copy(*args, update_attrs={"lesson_id": new_id} | attrs, **kwargs)  # type: ignore[no-any-return]

    @property
    def module_id(self) -> str:
        parent = self.get_parent()
        return str(parent.specific.module_id) if parent else ""

    def library_files(self) -> dict[int, LibraryFile]:
        """The library's files that the cards use, by their row."""
        rows: set[int] = set()
        for block in self.body.get_prep_value():
            pictures = block["value"].get("picture") or []
            rows |= {picture["value"].get("file") for picture in pictures if picture["type"] == "drawing"}
            rows.add(block["value"].get("sound"))
        return LibraryFile.objects.in_bulk([row for row in rows if row])

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The learner's own address of this lesson, for "view live"."""
        site = Site.find_for_request(request) if request else Site.objects.filter(is_default_site=True).first()
        if site is None or self.get_parent() is None:
            return None
        return site.pk, site.root_url, f"/{self.locale.language_code}/{self.module_id}/{self.lesson_id}/"

    preview_modes = PREVIEW_MODES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return preview_response(self, request=request, mode=mode_name)


class AssessmentPage(Page):
    """The exercises from which learners are asked when they want proof of the module. Phones never get its keys."""

    body = CardsField(PoolBlock(), verbose_name=_("exercises"), blank=True, use_json_field=True)

    parent_page_types: ClassVar = ["courses.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    edit_handler = TabbedInterface(
        [
            ObjectList([_title_panel(), _pool_panel()], heading=_("Assessment")),
            ObjectList(Page.settings_panels, heading=_("When to publish")),
        ]
    )
    page_description = _("At least 15 exercises; each learner is asked five of them.")

    preview_modes: ClassVar[list[tuple[str, str]]] = []

    class Meta:
        verbose_name = _("module's assessment")
        verbose_name_plural = _("modules' assessments")

    def clean(self) -> None:
        """Letters and keys left empty are filled, keys of duplicated blocks are made new."""
        super().clean()
        self.body = tidy_stream(self.body, lesson=f"{self.module_id}/{POOL}")

    @property
    def module_id(self) -> str:
        parent = self.get_parent()
        return str(parent.specific.module_id) if parent else ""

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """Nobody reads it at an address of its own."""


class FactCheck(models.Model):
    """Somebody looked a dated fact up and found that it still holds. `value` is what she confirmed, as in the files."""

    course = models.CharField(max_length=40)
    fact = models.CharField(max_length=40)
    value = models.JSONField(null=True)
    checked_date = models.DateField()
    by = models.ForeignKey("courses.Staff", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("dated fact")
        verbose_name_plural = _("dated facts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["course", "fact", "checked_date"], name="factcheck_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.course}: {self.fact}"


class LoadedText(models.Model):
    """What stood in the files when a page was last loaded, as the hash of its canonical export.

    `lesson` is empty for a module and `assessment` for its assessment; both are empty for a course. The row outlives
    its page: it is how the loader knows that a trainer deleted a lesson.
    """

    course = models.CharField(max_length=40)
    module = models.CharField(max_length=40, blank=True)
    lesson = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["course", "module", "lesson", "language"], name="loadedtext_once")
        ]


class LoadedLibrary(models.Model):
    """The fingerprint of a content folder as it was last loaded, so that an unchanged one is not read again."""

    folder = models.CharField(max_length=250, unique=True)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()


class CompileRequest(models.Model):
    """A module or an outline waits to become a release. Written with what was published, removed by the compiler."""

    kind = models.CharField(max_length=8, choices=Release.Kind.choices)
    key = models.CharField(max_length=60)
    asked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "key"], name="compilerequest_once")]


class CompileReport(models.Model):
    """How the last compile of a module or an outline ended. `problems` kept the old release, `advice` did not.

    Both are lists of `{"lesson", "language", "card", "item", "en", "zh-hans"}`: where, as in `checks.Remark`, and what
    is said about it in both languages.
    """

    kind = models.CharField(max_length=8, choices=Release.Kind.choices)
    key = models.CharField(max_length=60)
    compiled_at = models.DateTimeField()
    problems = models.JSONField(default=list)
    advice = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "key"], name="compilereport_once")]
