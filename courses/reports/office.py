"""The manager's page at /office/: who is learning what, and from how many this is known; and its CSV.

The page takes the place of Wagtail's home, so the site's own addresses name it before Wagtail's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, TypeAlias

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.defaults import page_not_found
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import HeaderButton

from courses.catalog import queries as catalog
from courses.documents.csv import Cell, csv_response
from courses.people import queries as people
from courses.people.language import reading_language
from courses.people.models import Learner, Staff
from courses.people.office.first_steps import first_steps
from courses.people.office.learners import shown_name
from courses.people.office.pages import OfficePage
from courses.people.office.parts import OfficePart
from courses.people.office.times import ago
from courses.reports import bars, queries
from courses.reports.charts import columns_chart

View: TypeAlias = Callable[[HttpRequest], HttpResponseBase]
PAGE = 50
STATES: dict[str, str | Promise] = {"mastered": _("mastered"), "finished": _("finished"), "opened": _("opened"), "": ""}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the address asks for: `whom` is "", `centre-3` or `group-7`."""

    whom: str
    scope: queries.Scope
    module: str


def _asked(request: HttpRequest) -> Asked:
    """Raises UnknownScope. Without a module that is on offer it is about the one where most learners are, or none."""
    assert isinstance(request.user, Staff)  # the office's addresses are for signed-in staff only
    whom = request.GET.get("whom", "")
    kind, _dash, number = whom.partition("-")
    if whom and (kind not in ("centre", "group") or not number.isdecimal() or len(number) > 18):
        raise queries.UnknownScope
    scope = queries.scope_of(
        staff=request.user,
        centre=int(number) if kind == "centre" else None,
        group=int(number) if kind == "group" else None,
    )
    offered = [module.id for module in catalog.modules_offered(language=reading_language())]
    module = request.GET.get("module", "")
    if module not in offered:
        module = queries.busiest_module(queries.learners_in(staff=request.user, scope=scope), modules=offered)
    return Asked(whom=whom, scope=scope, module=module)


def _report(request: HttpRequest, asked: Asked, *, now: datetime) -> queries.Report:
    assert isinstance(request.user, Staff)
    return queries.report(
        staff=request.user, scope=asked.scope, module=asked.module, language=reading_language(), now=now
    )


class Overview(OfficePage):
    """Learners by lessons, what is known and since when, for a centre, a group and a module."""

    template_name = "courses/reports/overview.html"
    page_title = _("Overview")
    header_icon = "view"

    def get_breadcrumbs_items(self) -> list[dict[str, str | Promise]]:
        return [{"url": "", "label": _("Overview")}]

    @cached_property
    def asked(self) -> Asked:
        return _asked(self.request)

    @cached_property
    def report(self) -> queries.Report:
        return _report(self.request, self.asked, now=self.now)

    def buttons(self) -> Sequence[HeaderButton]:
        if not self.report.people:
            return []
        address = f"{reverse('office_progress_csv')}?{self.request.GET.urlencode()}"
        return [HeaderButton(gettext("Download as CSV"), url=address, icon_name="download")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now, report = self.now, self.report
        page = Paginator(report.people, PAGE).get_page(self.request.GET.get("page"))
        chosen = self.request.GET.copy()
        chosen.pop("page", None)
        weeks = [(week.monday_date, week.finished) for week in report.weeks]
        shown = queries.rows(known=list(page.object_list), shown=report.columns, now=now)
        modules = catalog.modules_offered(language=reading_language())
        return super().get_context_data(**kwargs) | {
            "asked": self.asked,
            "report": report,
            "panels": _panels(self.request),
            "first_steps": first_steps(self.staff),
            "second_factor_is_missing": people.should_have_second_factor(self.staff),
            "heard_share": bars.spoken_share(report.totals.heard, report.totals.joined),
            "stages": bars.stages(report.totals),
            "centres": [bars.beside(one) for one in report.centres],
            "chart": columns_chart(weeks, title=gettext("Lessons finished a week")),
            "rows": [_spoken(row, now=now) for row in shown],
            "page": page,
            "address": chosen.urlencode(),
            "choices": _choices(self.staff),
            "modules": modules,
            "module_title": next((module.title for module in modules if module.id == self.asked.module), ""),
        }


def _panels(request: HttpRequest) -> list[Component]:
    """What the features put on the start page, which is this one."""
    panels: list[Component] = []
    for add in hooks.get_hooks("construct_homepage_panels"):
        add(request, panels)
    return panels


def _choices(staff: Staff) -> list[dict[str, Any]]:
    """Each centre with its groups, for one list to choose from."""
    centres, groups = queries.scopes_seen_by(staff)
    return [
        {"centre": centre, "groups": [group for group in groups if group.centre_id == centre.pk]} for centre in centres
    ]


def _spoken(row: queries.Row, *, now: datetime) -> dict[str, Any]:
    """A row with its times in words."""
    return {
        "row": row,
        "name": shown_name(row.learner),
        "learned": ago(row.last_learned_at, now=now) if row.last_learned_at else "",
        "heard": ago(row.last_heard_at, now=now) if row.last_heard_at else "",
    }


def _unknown_is_not_there(view: View) -> View:
    """What is not hers to see is answered as if it were not there."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        try:
            return view(request)
        except queries.UnknownScope as refusal:
            return page_not_found(request, refusal, template_name="wagtailadmin/404.html")

    return answer


@_unknown_is_not_there
def progress_csv(request: HttpRequest) -> HttpResponseBase:
    """The whole table of the page as CSV, one row a learner, streamed."""
    now = timezone.now()
    asked = _asked(request)
    report = _report(request, asked, now=now)
    heads = [
        gettext("Learner"),
        gettext("Id"),
        gettext("Centre"),
        gettext("Group"),
        gettext("Village"),
        *(column.title for column in report.columns),
        gettext("Last learned"),
        gettext("Last heard from"),
        gettext("As of"),
    ]
    return csv_response(
        name=f"xiangke-{asked.module or 'learners'}-{timezone.localdate(now).isoformat()}",
        heads=heads,
        rows=_csv_rows(report, now=now),
    )


def _csv_rows(report: queries.Report, *, now: datetime) -> Iterator[list[Cell]]:
    """Rows are made while they are sent, when the reader's language is no longer set: each sets it again."""
    language = get_language()

    def cells(row: queries.Row) -> list[Cell]:
        with override(language):
            return [
                shown_name(row.learner),
                str(row.learner.pk),
                row.centre,
                row.group,
                row.village,
                *(str(STATES[cell.state]) for cell in row.cells),
                row.last_learned_at,
                row.last_heard_at or gettext("unknown"),
                report.as_of,
            ]

    return (cells(row) for row in queries.rows(known=report.people, shown=report.columns, now=now))


@_unknown_is_not_there
def _overview(request: HttpRequest) -> HttpResponseBase:
    response = Overview.as_view()(request)
    return response.render() if isinstance(response, TemplateResponse) else response


overview: View = never_cache(require_admin_access(_overview))
"""The page at /office/."""


def _menu_item() -> MenuItem:
    return MenuItem(_("Overview"), reverse("wagtailadmin_home"), icon_name="view", name="overview", order=10)


class LearnedPanel(Component):  # type: ignore[misc] # wagtail is untyped
    """On the page of one learner: what she reached, and when she was last heard from."""

    template_name = "courses/reports/learned.html"

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        now, learned = timezone.now(), queries.learned_by(self.learner.pk, language=reading_language())
        return {
            "learned": learned,
            "last_learned": ago(learned.last_learned_at, now=now) if learned.last_learned_at else "",
            "last_heard": ago(learned.last_heard_at, now=now) if learned.last_heard_at else "",
        }


def _learned_panel(_request: HttpRequest, learner: Learner) -> Component:
    return LearnedPanel(learner)


part = OfficePart(
    urls=[path("progress.csv", progress_csv, name="office_progress_csv")],
    menu_items=[_menu_item],
    learner_panels=[_learned_panel],
)
