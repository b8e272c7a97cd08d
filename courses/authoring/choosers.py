"""How a trainer picks a drawing or a sound of the library: Wagtail's own chooser, showing what it lists."""

from typing import Any

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import ChooserBlock
from wagtail.images.widgets import AdminImageChooser

PREVIEW_PIXELS = 165
"""The longer side of a chosen drawing in the editor, as of a chosen photo."""


def preview_of(drawing: Any) -> dict[str, Any]:
    """The drawing of a LibraryFile as Wagtail's chooser of pictures wants it: address, width and height in pixels."""
    scale = PREVIEW_PIXELS / max(drawing.width, drawing.height, 1)
    width, height = round(drawing.width * scale), round(drawing.height * scale)
    preview = {"url": f"/packs/{drawing.content_id}", "width": width, "height": height}
    return {"preview": preview, "default_alt_text": ""}


class _DrawingWidget(AdminImageChooser):
    """Wagtail's own field for a picture, over the files of the library."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.model = LibraryChooser.model

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        return {**BaseChooser.get_value_data_from_instance(self, instance), **preview_of(instance)}


class _Looks(Column):
    """The drawing itself, small."""

    def get_value(self, instance: Any) -> SafeString:
        if not instance.is_picture:
            return format_html("{}", "♪")
        return format_html('<img src="/packs/{}" alt="" width="90" height="75">', instance.content_id)


class _OfOneKind:
    """Lists the files whose content type begins with `kind`."""

    kind = ""

    def get_object_list(self) -> Any:
        return super().get_object_list().filter(content_type__startswith=self.kind)  # type: ignore[misc]  # of the view

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, _Looks("looks", label="")]  # type: ignore[misc]  # of the view mixed in


class _Drawings(_OfOneKind):
    kind = "image/"


class _Sounds(_OfOneKind):
    kind = "audio/"


class _ChooseDrawing(_Drawings, ChooseView):
    pass


class _DrawingResults(_Drawings, ChooseResultsView):
    pass


class _ChosenDrawing(ChosenView):
    def get_chosen_response_data(self, item: Any) -> dict[str, Any]:
        return {**super().get_chosen_response_data(item), **preview_of(item)}


class _ChooseSound(_Sounds, ChooseView):
    pass


class _SoundResults(_Sounds, ChooseResultsView):
    pass


class LibraryChooser(ChooserViewSet):
    """Lists files that came with the library of lessons; new ones come with the files of `content/`."""

    model = "courses.LibraryFile"
    register_widget = False


class DrawingChooser(LibraryChooser):
    icon = "image"
    choose_one_text = _("Choose a drawing")
    choose_another_text = _("Choose another drawing")
    choose_view_class = _ChooseDrawing
    choose_results_view_class = _DrawingResults
    chosen_view_class = _ChosenDrawing
    base_widget_class = _DrawingWidget


class SoundChooser(LibraryChooser):
    icon = "media"
    choose_one_text = _("Choose a sound")
    choose_another_text = _("Choose another sound")
    choose_view_class = _ChooseSound
    choose_results_view_class = _SoundResults


drawing_chooser = DrawingChooser("library_drawing_chooser", url_prefix="library-drawings")
sound_chooser = SoundChooser("library_sound_chooser", url_prefix="library-sounds")


class LibraryFileBlock(ChooserBlock):
    """A file of the library, kept as its row's number."""

    def __init__(self, *, chooser: LibraryChooser, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.chooser = chooser

    @cached_property
    def target_model(self) -> Any:
        return apps.get_model(LibraryChooser.model)

    @cached_property
    def widget(self) -> Any:
        return self.chooser.widget_class()
