"""What a feature gives to the office: its addresses, its menu items, its panels, its audit words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.functional import Promise
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet

from courses.people.models import Learner

LEARNER_PANELS = "construct_learner_panels"
"""The hook by which other features add to the page of one learner."""

SELDOM = 500
"""A learner's panel with this `order` or a higher one stands at the end of her page."""


@dataclass(frozen=True)
class OfficePart:
    """One feature's share of `/office/`. Everything is optional.

    `urls`: addresses below /office/, for signed-in staff only; each view starts from a `…_seen_by` query.
    `menu_items`: functions that make the items of the main menu (an item's `is_shown` says for whom).
    `panels`: functions of the request that give a panel of the start page, or None where it is not for this person.
    `learner_panels`: the same for the page of one learner; whoever opens that page may see her.
    `viewsets`: Wagtail viewsets.
    `log_actions`: code of an audit line → the words shown for it.
    `pages`: model → name of the address of one such thing, by its key; the site history leads there.
    `hooks`: any other Wagtail hook, by name.
    """

    urls: Sequence[URLPattern | URLResolver] = ()
    menu_items: Sequence[Callable[[], MenuItem]] = ()
    panels: Sequence[Callable[[HttpRequest], Component | None]] = ()
    learner_panels: Sequence[Callable[[HttpRequest, Learner], Component | None]] = ()
    viewsets: Sequence[ViewSet] = ()
    log_actions: Mapping[str, str | Promise] = field(default_factory=dict)
    pages: Mapping[type[Model], str] = field(default_factory=dict)
    hooks: Sequence[tuple[str, Callable[..., object]]] = ()
