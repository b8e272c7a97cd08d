"""Phones in the office: each phone's state, what is parked and why, and kept copies that are handed in.

`part` is what `courses.wagtail_hooks` gathers.
"""

from django.urls import path

from courses.people.office.parts import OfficePart
from courses.syncing.actions import AUDIT_WORDS
from courses.syncing.office import parked, phones, taking_copies

__all__ = ["part"]

part = OfficePart(
    urls=[
        path("phones/", phones.PhoneList.as_view(), name="syncing_phones"),
        path("phones/copy/", taking_copies.TakeCopy.as_view(), name="syncing_take_copy"),
        path("phones/parked/", parked.ParkedList.as_view(), name="syncing_parked"),
        path("phones/parked/again/", parked.ReplayAll.as_view(), name="syncing_replay_all"),
        path("phones/parked/<int:parked>/again/", parked.Replay.as_view(), name="syncing_replay"),
        path("phones/parked/<int:parked>/aside/", parked.PutAside.as_view(), name="syncing_put_aside"),
        path("phones/parked/<int:parked>/back/", parked.BringBack.as_view(), name="syncing_bring_back"),
        path("phones/<uuid:device>/", phones.PhonePage.as_view(), name="syncing_phone"),
    ],
    menu_items=[phones.menu_item],
    panels=[parked.parked_panel],
    learner_panels=[phones.her_phones],
    log_actions=AUDIT_WORDS,
)
