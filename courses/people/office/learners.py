"""The list of learners in the office, with its filters, and the same as CSV."""

from collections.abc import Mapping, Sequence
from typing import cast

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from courses.documents.csv import Cell, csv_response
from courses.people import queries
from courses.people.models import Centre, Group, Learner, Membership, Village
from courses.people.office.pages import StaffView, Titled, add_button


def shown_name(learner: Learner) -> str:
    """Her nickname, or four characters of her id to tell her from the others until she gives one."""
    return learner.nickname or _("no name yet · %(sign)s") % {"sign": learner.sign}


class LearnerFilters(WagtailFilterSet):  # type: ignore[misc]
    """Centre, group, village; or those who have no centre yet."""

    centre = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Centre"), queryset=lambda request: queries.centres_seen_by(request.user), method="in_centre"
    )
    group = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Group"), queryset=lambda request: queries.groups_seen_by(request.user), method="in_group"
    )
    village = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Village"),
        queryset=lambda request: queries.villages_seen_by(request.user),
        method="in_village",
    )
    unplaced = django_filters.ChoiceFilter(
        label=gettext_lazy("Placed"),
        choices=[("no", gettext_lazy("no centre yet"))],
        method="without_centre",
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Learner
        fields: Sequence[str] = []

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not queries.sees_unassigned(self.request.user):
            del self.filters["unplaced"]
        if queries.centres_seen_by(self.request.user).count() < 2:
            del self.filters["centre"]

    def in_centre(self, found: QuerySet[Learner], _name: str, centre: Centre) -> QuerySet[Learner]:
        return found.filter(_belongs(centre=centre))

    def in_group(self, found: QuerySet[Learner], _name: str, group: Group) -> QuerySet[Learner]:
        return found.filter(_belongs(group=group))

    def in_village(self, found: QuerySet[Learner], _name: str, village: Village) -> QuerySet[Learner]:
        return found.filter(_belongs(village=village))

    def without_centre(self, found: QuerySet[Learner], _name: str, _wanted: str) -> QuerySet[Learner]:
        return found.filter(~_belongs())


def _belongs(**places: Centre | Group | Village) -> Exists:
    """Has an open membership there."""
    return Exists(Membership.objects.filter(learner=OuterRef("pk"), until_at__isnull=True, **places))


class LearnerList(Titled, StaffView, BaseListingView):  # type: ignore[misc]
    """Everybody this member of staff may see, newest first."""

    page_title = gettext_lazy("People")
    header_icon = "group"
    results_template_name = "courses/people/learners_results.html"
    filterset_class = LearnerFilters
    index_url_name = "people_learners"
    index_results_url_name = "people_learners_results"
    default_ordering = ["-created_at", "pk"]
    is_searchable = True
    paginate_by = 50
    columns: Sequence[object] = []

    def get_base_queryset(self) -> QuerySet[Learner]:
        return queries.learners_seen_by(self.staff)

    def get_ordering(self) -> list[str]:
        return self.default_ordering

    def search_queryset(self, queryset: QuerySet[Learner]) -> QuerySet[Learner]:
        """By nickname or village."""
        if not self.is_searching:
            return queryset
        lives_there = Membership.objects.filter(
            learner=OuterRef("pk"), until_at__isnull=True, village__name__icontains=self.search_query
        )
        return queryset.filter(Q(nickname__icontains=self.search_query) | Exists(lives_there))

    def buttons(self) -> Sequence[HeaderButton]:
        query = self.request.GET.urlencode()
        return [
            add_button(_("Export"), url=reverse("people_learners_export") + f"?{query}", icon="download"),
        ]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context: dict[str, object] = super().get_context_data(**kwargs)
        context["rows"] = rows_of(cast(Sequence[Learner], context["object_list"]))
        return context


def rows_of(learners: Sequence[Learner]) -> list[Mapping[str, object]]:
    """Each learner with her name as shown and where she belongs now."""
    places = queries.current_memberships(learner.pk for learner in learners)
    return [{"learner": learner, "name": shown_name(learner), "place": places.get(learner.pk)} for learner in learners]


class LearnerExport(LearnerList):
    """The filtered list as CSV."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> StreamingHttpResponse:
        heads = [_("Name"), _("Centre"), _("Group"), _("Village"), _("Language"), _("Known since")]
        return csv_response(name=_("People"), heads=heads, rows=self.rows())

    def rows(self) -> Sequence[Sequence[Cell]]:
        return [export_row(row) for row in rows_of(list(self.get_queryset()))]


def export_row(row: Mapping[str, object]) -> Sequence[Cell]:
    """One line of the export."""
    learner, place = cast(Learner, row["learner"]), cast(Membership | None, row["place"])
    names = (
        [(thing.name if thing else "") for thing in (place.centre, place.group, place.village)] if place else [""] * 3
    )
    return [str(row["name"]), *names, learner.get_language_display(), learner.created_at]
