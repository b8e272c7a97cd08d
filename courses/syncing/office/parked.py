"""Parked records in the office: what could not be taken, why, and having it judged again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.components import Component

from courses.catalog import queries as catalog
from courses.people.language import reading_language
from courses.people.models import Learner, Staff
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, OfficeAct, OfficePage, StaffView, led_back
from courses.syncing import actions, queries, wire
from courses.syncing.models import Device, Parked
from courses.syncing.office import words

PAGE = 50
MOST_AT_ONCE = 500

OUTCOMES = {
    Parked.Outcome.STORED: gettext_lazy("counted"),
    Parked.Outcome.KNOWN: gettext_lazy("was counted already"),
    Parked.Outcome.GONE: gettext_lazy("its learner was erased"),
    Parked.Outcome.ASIDE: gettext_lazy("put aside"),
}


def spoken_rows(rows: Iterable[Parked], *, staff: Staff) -> list[dict[str, Any]]:
    """Each record with what it says, its reason, its learner and its phone in words."""
    rows = list(rows)
    events = {row.pk: wire.read_event(row.raw.encode()) for row in rows}
    known = Learner.objects.in_bulk([row.learner for row in rows if row.learner])
    seen = set(
        queries.phones_seen_by(staff).filter(pk__in=[row.device_id for row in rows]).values_list("pk", flat=True)
    )
    devices = Device.objects.in_bulk([row.device_id for row in rows])
    blocked = {pk for pk, device in devices.items() if device.revoked_at}
    return [
        {
            "row": row,
            "kind": _kind_of(events[row.pk]),
            "lesson": _lesson_of(events[row.pk]),
            "done_at": _done_at(events[row.pk]),
            "reason": words.reason(row.code, is_blocked=row.device_id in blocked),
            "learner": known.get(row.learner) if row.learner else None,
            "name": shown_name(known[row.learner]) if row.learner in known else "",
            "sign": devices[row.device_id].sign,
            "sees_phone": row.device_id in seen,
            "is_of_blocked": row.code == "revoked-device" and row.device_id in blocked,
            "outcome": OUTCOMES.get(Parked.Outcome(row.outcome)) if row.outcome else "",
        }
        for row in rows
    ]


Read = wire.Event | wire.Unreadable


def _kind_of(event: Read) -> str:
    return words.kind(event.kind if isinstance(event, wire.Event) else "unreadable")


def _lesson_of(event: Read) -> str:
    """Its lesson's title, where it has one."""
    if not isinstance(event, wire.Event) or not event.module or not event.item:
        return ""
    language = reading_language()
    return catalog.lesson_title(module=event.module, lesson=event.item.split("/")[0], language=language)


def _done_at(event: Read) -> datetime | None:
    """By the clock of the phone, which may be wrong."""
    return event.at if isinstance(event, wire.Event) else None


class ParkedList(OfficePage):
    """What waits for somebody; or, where asked, what is settled."""

    template_name = "courses/syncing/parked.html"
    page_title = gettext_lazy("Parked records")
    header_icon = "lock"

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Phones"), reverse("syncing_phones"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_settled = self.request.GET.get("settled") == "yes"
        waiting = queries.waiting_parked(self.staff)
        settled = queries.parked_seen_by(self.staff).exclude(settled_at=None)
        shown = settled.order_by("-settled_at", "-pk") if is_settled else waiting.order_by("-received_at", "-pk")
        page = Paginator(shown, PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "now": self.now,
            "is_settled": is_settled,
            "waiting": waiting.count(),
            "settled": settled.count(),
            "page": page,
            "rows": spoken_rows(page.object_list, staff=self.staff),
            "may_settle": queries.may_settle(self.staff),
            "here": self.request.path,
        }


class _Settling(StaffView):
    """For managers and operators, and led back to the page the button stands on."""

    def is_allowed(self) -> bool:
        return queries.may_settle(self.staff)

    def back(self) -> str:
        return led_back(self.request.POST.get("back", ""), otherwise=reverse("syncing_parked"))


class ReplayAll(_Settling):
    """Everything this person sees that waits, or what waits of one phone, is judged again."""

    http_method_names = ["post"]

    def rows(self) -> list[int]:
        rows = queries.waiting_parked(self.staff).order_by("received_at", "pk")
        return list(rows.values_list("pk", flat=True)[:MOST_AT_ONCE])

    def judged(self) -> list[actions.Replayed]:
        return actions.replay(self.rows(), by=self.staff, now=self.now)

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        replayed = self.judged()
        say = messages.success if any(each.verdict != "parked" for each in replayed) else messages.warning
        say(request, _said(replayed))
        return HttpResponseRedirect(self.back())


class Replay(ReplayAll):
    """One record is judged again."""

    def rows(self) -> list[int]:
        return [_one(self).pk]


class CountIt(Replay):
    """One record of a blocked phone counts after all."""

    def judged(self) -> list[actions.Replayed]:
        return actions.count_although_blocked(_one(self), by=self.staff, now=self.now)


def _one(view: StaffView) -> Parked:
    return get_object_or_404(queries.parked_seen_by(view.staff), pk=view.kwargs["parked"])


def _said(replayed: Sequence[actions.Replayed]) -> str:
    """What became of them, in one breath; with the reasons of those that stay."""
    many = actions.counted(replayed)
    said = []
    if many["stored"]:
        said.append(
            ngettext("%(n)s record counts now.", "%(n)s records count now.", many["stored"]) % {"n": many["stored"]}
        )
    if many["known"]:
        said.append(
            ngettext("%(n)s was counted already.", "%(n)s were counted already.", many["known"]) % {"n": many["known"]}
        )
    if many["gone"]:
        said.append(
            ngettext("%(n)s is of a learner who was erased.", "%(n)s are of learners who were erased.", many["gone"])
            % {"n": many["gone"]}
        )
    if many["parked"]:
        said.append(ngettext("%(n)s stays parked.", "%(n)s stay parked.", many["parked"]) % {"n": many["parked"]})
        said += sorted({str(words.reason(each.code or "").why) for each in replayed if each.verdict == "parked"})
    return " ".join(said) or _("Nothing waits here any more.")


class PutAside(_Settling, OfficeAct):
    """Somebody looked and leaves it so."""

    def act(self) -> str:
        actions.put_aside(_one(self), by=self.staff, now=self.now)
        return _("Put aside. It is kept, under “settled”.")


class BringBack(_Settling, OfficeAct):
    """What was put aside waits again."""

    def act(self) -> str:
        actions.bring_back(_one(self), by=self.staff, now=self.now)
        return _("It waits again.")


class ParkedPanel(Component):  # type: ignore[misc] # wagtail is untyped
    """On the start page while something is parked."""

    template_name = "courses/syncing/parked_panel.html"

    def __init__(self, waiting: int) -> None:
        self.waiting = waiting

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"waiting": self.waiting}


def parked_panel(request: HttpRequest) -> Component | None:
    assert isinstance(request.user, Staff)  # the office's addresses are for signed-in staff only
    waiting = queries.waiting_parked(request.user).count()
    return ParkedPanel(waiting) if waiting else None
