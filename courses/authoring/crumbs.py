"""The way back from a lesson in the editor: Modules, its module, itself. Load it as `lesson_crumbs`."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/breadcrumbs.html")
def lesson_crumbs(page: Page, last: str = "") -> dict[str, Any]:
    """From the list of modules down to this page; `last` is the name of a page that is not there yet."""
    items: list[dict[str, str | Promise]] = [{"url": reverse("authoring_modules"), "label": _("Modules")}]
    for above in page.get_ancestors(inclusive=True).filter(depth__gt=2):
        items.append(
            {"url": reverse("wagtailadmin_explore", args=[above.pk]), "label": above.get_admin_display_title()}
        )
    if last:
        items.append({"label": last})
    return {"items": items, "is_expanded": len(items) == 1}
