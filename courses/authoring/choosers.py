"""How a trainer picks a drawing or a sound of the library: Wagtail's own chooser, showing what it lists."""

from typing import Any

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock


class _Looks(Column):
    """The drawing itself, small."""

    def get_value(self, instance: Any) -> SafeString:
        if not instance.is_picture:
            return format_html("{}", "♪")
        return format_html('<img src="/packs/{}" alt="" width="90" height="75">', instance.content_id)


class _Drawings:
    @property
    def columns(self) -> list[Column]:
        return [*super().columns, _Looks("looks", label="")]  # type: ignore[misc]  # of the view mixed in


class _ChooseView(_Drawings, ChooseView):
    pass


class _ChooseResultsView(_Drawings, ChooseResultsView):
    pass


class LibraryFileChooser(ChooserViewSet):
    """Lists the files that came with the library of lessons; new ones come with the files of `content/`."""

    model = "courses.LibraryFile"
    icon = "image"
    choose_one_text = _("Choose from the library")
    choose_another_text = _("Choose another")
    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    register_widget = False


library_file_chooser = LibraryFileChooser("library_file_chooser", url_prefix="library-file-chooser")


class LibraryFileBlock(ChooserBlock):
    """A file of the library, kept as its row's number."""

    @cached_property
    def target_model(self) -> Any:
        return apps.get_model(LibraryFileChooser.model)

    @cached_property
    def widget(self) -> Any:
        return library_file_chooser.widget_class()
