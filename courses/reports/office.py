"""The manager's page at /office/: who is learning what, and from how many this is known; and its CSV."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from courses.catalog import queries as catalog
from courses.documents import csv
from courses.people import queries as people
from courses.people.models import Staff
from courses.refusals import NotFound
from courses.reports import queries
from courses.reports.charts import columns_chart

STATES = {"mastered": _("mastered"), "finished": _("finished"), "opened": _("opened"), "": ""}


class UnknownScope(NotFound):
    code = "unknown-scope"


def _language() -> str:
    return "zh-hans" if (get_language() or "").startswith("zh") else "en"


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None


def _scope(request: HttpRequest, staff: Staff) -> queries.Scope:
    """The scope that the address names, within what this person may see. Raises UnknownScope."""
    centres, groups = queries.scopes_seen_by(staff)
    group_id, centre_id = _number(request.GET.get("group")), _number(request.GET.get("centre"))
    if group_id is not None:
        group = next((group for group in groups if group.pk == group_id), None)
        if group is None:
            raise UnknownScope
        return queries.Scope(centres=[group.centre], group=group)
    if centre_id is not None:
        centres = [centre for centre in centres if centre.pk == centre_id]
        if not centres:
            raise UnknownScope
    unassigned = centre_id is None and people.sees_unassigned(staff)
    return queries.Scope(centres=centres, group=None, unassigned=unassigned)


def _module(request: HttpRequest) -> str:
    """The module that the address names where it is on offer, else the first on offer; empty where there is none."""
    offered = [module.id for module in catalog.modules_offered(language=_language())]
    asked = request.GET.get("module", "")
    return asked if asked in offered else next(iter(offered), "")


def _report(request: HttpRequest) -> tuple[queries.Report, str]:
    staff = request.user
    assert isinstance(staff, Staff), "Wagtail's admin lets only staff in"
    module = _module(request)
    scope = _scope(request, staff)
    now = timezone.now()
    return queries.report(staff=staff, scope=scope, module=module, language=_language(), now=now), module


class ProgressPage(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]  # Wagtail comes without types
    """Learners by lessons, what is known and since when, for a centre, a group and a module."""

    template_name = "courses/reports/progress.html"
    page_title = _("Overview")
    header_icon = "view"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [{"url": "", "label": gettext("Overview")}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                gettext("Download as CSV"),
                url=f"{reverse('office_progress_csv')}?{self.request.GET.urlencode()}",
                icon_name="download",
            )
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        report, module = _report(self.request)
        staff = self.request.user
        assert isinstance(staff, Staff)
        centres, groups = queries.scopes_seen_by(staff)
        page = Paginator(report.rows, queries.PAGE).get_page(self.request.GET.get("page"))
        chosen = self.request.GET.copy()
        chosen.pop("page", None)
        return context | {
            "report": report,
            "stages": _stages(report.totals),
            "chart": columns_chart(
                [(week.monday_date, week.finished) for week in report.weeks],
                title=gettext("Lessons finished a week"),
            ),
            "page": page,
            "centres": centres,
            "groups": groups,
            "modules": catalog.modules_offered(language=_language()),
            "module": module,
            "centre": _number(self.request.GET.get("centre")),
            "group": _number(self.request.GET.get("group")),
            "address": urlencode(chosen),
            "states": STATES,
        }


def _stages(totals: queries.Totals) -> list[dict[str, Any]]:
    """Each stage with its figure, what it may rise to, and shares of all who joined (percent, for the bars)."""
    figures = [
        (gettext("Joined"), totals.joined),
        (gettext("Started a lesson"), totals.started),
        (gettext("Finished a lesson"), totals.finished),
        (gettext("Mastered the module"), totals.mastered),
    ]
    stages: list[dict[str, Any]] = []
    for label, reached in figures:
        before = stages[-1] if stages else None
        up_to = totals.up_to(reached, before["up_to"]) if before else reached
        stages.append(
            {
                "label": label,
                "people": reached,
                "up_to": up_to,
                "share": _percent(reached, totals.joined),
                "share_up_to": _percent(up_to, totals.joined),
                "of_before": _percent(reached, before["people"]) if before and before["people"] else None,
            }
        )
    return stages


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def progress_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The whole table of the page as CSV, one row a learner."""
    report, module = _report(request)
    return csv.stream(filename=f"xiangke-{module or 'progress'}.csv", rows=_csv_rows(report))


def _csv_rows(report: queries.Report) -> Iterator[list[str]]:
    yield [
        gettext("Learner"),
        gettext("Id"),
        gettext("Group"),
        gettext("Village"),
        *(column.title for column in report.columns),
        gettext("Last learned"),
        gettext("Last heard from"),
    ]
    for row in report.rows:
        yield [
            row.learner.nickname or gettext("No name yet"),
            str(row.learner.pk),
            row.group,
            row.village,
            *(str(STATES[cell.state]) for cell in row.cells),
            row.last_learned_at.isoformat(timespec="minutes") if row.last_learned_at else "",
            row.last_heard_at.isoformat(timespec="minutes") if row.last_heard_at else gettext("not heard from"),
        ]


def menu_items() -> list[MenuItem]:
    """What this feature adds to the office's menu."""
    return [MenuItem(_("Overview"), reverse("office_progress"), icon_name="view", order=10)]


urlpatterns: list[URLPattern] = [
    path("", require_admin_access(ProgressPage.as_view()), name="office_progress"),
    path("progress.csv", require_admin_access(progress_csv), name="office_progress_csv"),
]
