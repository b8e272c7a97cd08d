"""Addresses that face the world: health, the API, and the learner's pages."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
