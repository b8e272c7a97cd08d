"""Links that leave the office: on a poster, in an invitation. They must open on another phone."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def phone_address(request: HttpRequest) -> str:
    """The address phones reach, without a last slash: what the site was told, else the one this page was opened at."""
    chosen = str(settings.WAGTAILADMIN_BASE_URL)
    if urlsplit(chosen).hostname == "localhost":
        return request.build_absolute_uri("/").rstrip("/")
    return chosen.rstrip("/")
