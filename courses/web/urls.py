"""Addresses that face the world: health, the API, packs, and the learner's pages."""

from django.urls import URLPattern, URLResolver, path

from courses.web import app_pages, certificate_pages, health, packs, pages, pass_pages
from courses.web.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("api/v1/", api.urls),
    path("packs/<str:sha256>", packs.pack, name="pack"),
    path("verify/", certificate_pages.verify, name="verify"),
    path("verify/<str:code>", certificate_pages.verify),
    path("verify/<str:code>/", certificate_pages.verify),
    path("certificates/<str:code>/<str:key>.pdf", certificate_pages.document),
    path("pass/<str:code>", pass_pages.pass_page),
    path("pass/<str:code>/", pass_pages.pass_page),
    path("app", app_pages.shell),
    *(path(screen, app_pages.shell) for screen in ("today", "path", "library", "me")),
    path("worker.js", app_pages.worker),
    path("static/<path:name>", app_pages.late_file),
    path("app.webmanifest", app_pages.web_manifest),
    path("manifest.webmanifest", app_pages.web_manifest),
    path("favicon.svg", app_pages.icon),
    path("favicon.ico", app_pages.icon),
    path("", pages.start, name="start"),
    path("begin", pages.begin, name="begin"),
    path("join/", pages.join, name="join"),
    path("join/<str:code>", pages.join),
    path("joined/", pages.joined),
    *(path(f"{language}/-/<str:room>/", app_pages.shell) for language in ("en", "zh-hans")),
    path("<str:language>/<str:module>/<str:lesson>/", pages.lesson, name="lesson"),
]
