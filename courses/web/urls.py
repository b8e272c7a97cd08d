"""Addresses that face the world: health, the API, and the learner's pages."""

from django.urls import URLPattern, URLResolver, path

from courses.web import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
