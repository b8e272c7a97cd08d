"""Addresses of the site."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from courses.people import office as people_office
from courses.reports import office as reports_office
from courses.web import urls as web_urls

urlpatterns = [
    path("office/", reports_office.overview),
    path("office/account/", people_office.account),
    path("office/", include(people_office.public_urls)),
    path("office/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include(web_urls)),
]

handler404 = "courses.web.pages.not_found"
