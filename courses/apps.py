"""The app's registration with Django."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = "Xiangke 乡课"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from courses.authoring import listening  # noqa: PLC0415 - models exist only now

        listening.start()
