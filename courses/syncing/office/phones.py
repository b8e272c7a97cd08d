"""Phones in the office: when each was heard from, what waits on it, how its clock and its browser are."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from courses.people import queries as people
from courses.people.models import Centre, Learner, Staff
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, OfficeAct, OfficeForm, OfficePage, StaffView
from courses.people.office.times import ago
from courses.syncing import actions, queries
from courses.syncing.office import words
from courses.syncing.office.parked import MOST_AT_ONCE, ReplayAll, spoken_rows

PAGE = 50
SHOWN = 20


def spoken(phone: queries.Phone, *, now: datetime) -> dict[str, Any]:
    """A phone with its times and its state in words."""
    return {
        "phone": phone,
        "sign": phone.device.sign,
        "learners": [{"learner": learner, "name": shown_name(learner)} for learner in phone.learners],
        "heard": ago(phone.device.last_heard_at, now=now) if phone.was_heard else "",
        "clock": words.clock(phone),
    }


class PhoneList(OfficePage):
    """All phones that hold somebody this person sees."""

    template_name = "courses/syncing/phones.html"
    page_title = gettext_lazy("Phones")
    header_icon = "mobile-alt"

    @cached_property
    def centre(self) -> Centre | None:
        """The one asked for; what she does not see is not there."""
        asked = self.request.GET.get("centre", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > 18:
            raise Http404
        return get_object_or_404(people.centres_seen_by(self.staff), pk=int(asked))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        centre, asked = self.centre, "".join(filter(str.isprintable, self.request.GET.get("q", ""))).strip()
        among = queries.phones_seen_by(self.staff)
        if centre:
            among &= queries.phones_of_centre(centre, staff=self.staff)
        if asked:
            among &= queries.phones_found(asked, staff=self.staff)
        page = Paginator(queries.phones(self.staff, among=among), PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "now": self.now,
            "asked": asked,
            "centre": centre,
            "centres": list(people.centres_seen_by(self.staff).order_by("name")),
            "page": page,
            "rows": [spoken(phone, now=self.now) for phone in page.object_list],
        }


class OfOnePhone(StaffView):
    """About one phone that this member of staff sees."""

    @cached_property
    def phone(self) -> queries.Phone:
        found = queries.phones_seen_by(self.staff).filter(pk=cast(UUID, self.kwargs["device"]))
        for phone in queries.phones(self.staff, among=found):
            return phone
        raise Http404

    def address(self) -> str:
        return reverse("syncing_phone", args=[self.phone.device.pk])

    def same(self) -> list[dict[str, Any]]:
        """Other phones of the list that are very likely this one, in words."""
        among = queries.in_same_browser(self.phone.device.pk) & queries.phones_seen_by(self.staff)
        return [spoken(phone, now=self.now) for phone in queries.phones(self.staff, among=among)]


class PhonePage(OfOnePhone, OfficePage):
    """One phone."""

    template_name = "courses/syncing/phone.html"
    header_icon = "mobile-alt"

    def get_page_title(self) -> str:
        return _("Phone %(sign)s") % {"sign": self.phone.device.sign}

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Phones"), reverse("syncing_phones"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        parked = queries.waiting_parked(self.staff).filter(device=self.phone.device).order_by("-received_at", "-pk")
        return super().get_context_data(**kwargs) | {
            "now": self.now,
            **spoken(self.phone, now=self.now),
            "tier": words.TIERS[self.phone.tier],
            "abilities": [
                {"words": said, "has": name in self.phone.abilities} for name, said in words.ABILITIES.items()
            ],
            "parked": spoken_rows(parked[:SHOWN], staff=self.staff),
            "may_settle": queries.may_settle(self.staff),
            "of_blocked": parked.filter(code="revoked-device").count() if self.phone.device.revoked_at else 0,
            "same": self.same() if self.phone.device.revoked_at else [],
            "here": self.request.path,
        }


class PhoneIsLost(OfOnePhone, OfficeForm):
    """What happens, and one button."""

    form_class = forms.Form
    template_name = "courses/syncing/lost.html"
    header_icon = "lock"
    submit_label = gettext_lazy("Yes, it is lost")

    def get_page_title(self) -> str:
        return _("Phone %(sign)s is lost") % {"sign": self.phone.device.sign}

    def crumbs(self) -> Sequence[Crumb]:
        name = _("Phone %(sign)s") % {"sign": self.phone.device.sign}
        return [(_("Phones"), reverse("syncing_phones")), (name, self.address())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"back": self.address(), "same": self.same()}
        return super().get_context_data(**kwargs) | spoken(self.phone, now=self.now) | more

    def get_success_url(self) -> str:
        return self.address()

    def act(self, form: forms.Form) -> str:
        actions.block(self.phone.device, by=self.staff, now=self.now)
        return _("This phone is blocked. For each who learns on it: print a pass or give a one-time code.")


class CountAll(OfOnePhone, ReplayAll):
    """All that a blocked phone sent counts after all: somebody knows that it was she."""

    def judged(self) -> list[actions.Replayed]:
        waiting = queries.waiting_parked(self.staff).filter(device=self.phone.device, code="revoked-device")
        judged = [
            actions.count_although_blocked(row, by=self.staff, now=self.now)
            for row in waiting.order_by("received_at", "pk")[:MOST_AT_ONCE]
        ]
        return list(chain.from_iterable(judged))

    def back(self) -> str:
        return self.address()


class PhoneWasFound(OfOnePhone, OfficeAct):
    """It counts again; what it sent meanwhile waits for somebody to try it again."""

    def act(self) -> str:
        actions.let_in_again(self.phone.device, by=self.staff, now=self.now)
        if not self.phone.parked:
            return _("This phone counts again.")
        if queries.may_settle(self.staff):
            return _("This phone counts again. What it sent meanwhile is among the parked records: try them again.")
        return _(
            "This phone counts again. What it sent meanwhile counts when a manager or the operator tries it again."
        )

    def back(self) -> str:
        return self.address()


class HerPhones(Component):  # type: ignore[misc] # wagtail is untyped
    """On the page of one learner: the phones that hold her, and the ways to another."""

    template_name = "courses/syncing/her_phones.html"

    def __init__(self, *, staff: Staff, learner: Learner) -> None:
        self.staff, self.learner = staff, learner

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        now = timezone.now()
        return {
            "rows": [spoken(phone, now=now) for phone in queries.phones_of(self.learner, staff=self.staff)],
            "learner": self.learner,
            "passes": queries.open_passes(self.learner.pk),
            "code": queries.open_code(self.learner.pk, now=now),
            "csrf_token": parent_context["csrf_token"],
        }


def her_phones(request: HttpRequest, learner: Learner) -> Component:
    assert isinstance(request.user, Staff)  # the office's addresses are for signed-in staff only
    return HerPhones(staff=request.user, learner=learner)


def menu_item() -> MenuItem:
    return MenuItem(gettext_lazy("Phones"), reverse("syncing_phones"), name="phones", icon_name="mobile-alt", order=130)
