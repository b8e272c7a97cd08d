"""The app's registration with Django."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = "Xiangke 乡课"
    default_auto_field = "django.db.models.BigAutoField"
