"""Phones in the office: each phone's state, what is parked and why, kept copies that are handed in, lost phones, locks
and the ways to another phone.

`part` is what `courses.wagtail_hooks` gathers.
"""

from django.urls import path

from courses.people.office.parts import OfficePart
from courses.syncing.actions import AUDIT_WORDS
from courses.syncing.models import Device
from courses.syncing.office import household, parked, phones, taking_copies

__all__ = ["part"]

part = OfficePart(
    urls=[
        path("phones/", phones.PhoneList.as_view(), name="syncing_phones"),
        path("phones/copy/", taking_copies.TakeCopy.as_view(), name="syncing_take_copy"),
        path("phones/parked/", parked.ParkedList.as_view(), name="syncing_parked"),
        path("phones/parked/again/", parked.ReplayAll.as_view(), name="syncing_replay_all"),
        path("phones/parked/<int:parked>/again/", parked.Replay.as_view(), name="syncing_replay"),
        path("phones/parked/<int:parked>/count/", parked.CountIt.as_view(), name="syncing_count"),
        path("phones/parked/<int:parked>/aside/", parked.PutAside.as_view(), name="syncing_put_aside"),
        path("phones/parked/<int:parked>/back/", parked.BringBack.as_view(), name="syncing_bring_back"),
        path("phones/<uuid:device>/", phones.PhonePage.as_view(), name="syncing_phone"),
        path("phones/<uuid:device>/lost/", phones.PhoneIsLost.as_view(), name="syncing_lost"),
        path("phones/<uuid:device>/found/", phones.PhoneWasFound.as_view(), name="syncing_found"),
        path("phones/<uuid:device>/count/", phones.CountAll.as_view(), name="syncing_count_all"),
        path("people/<uuid:learner>/lock/", household.OpenLock.as_view(), name="syncing_open_lock"),
        path("people/<uuid:learner>/code/", household.GiveCode.as_view(), name="syncing_give_code"),
        path("people/<uuid:learner>/pass/", household.PrintPass.as_view(), name="syncing_print_pass"),
        path("people/<uuid:learner>/pass/end/", household.EndPasses.as_view(), name="syncing_end_passes"),
    ],
    menu_items=[phones.menu_item],
    panels=[parked.parked_panel],
    learner_panels=[phones.her_phones],
    pages={Device: "syncing_phone"},
    log_actions=AUDIT_WORDS,
)
