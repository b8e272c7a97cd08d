"""What is kept of an uploaded photo: the picture alone, upright. Where and with what it was taken is dropped."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

KEPT_FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def without_its_past(file: UploadedFile) -> UploadedFile:  # type: ignore[type-arg] # not subscriptable at run time
    """The same picture drawn anew: turned upright, no EXIF, XMP or comment in it. An unusual format becomes PNG."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = picture.format if picture.format in KEPT_FORMATS else "PNG"
        upright = ImageOps.exif_transpose(picture)
        clean = Image.frombytes(upright.mode, upright.size, upright.tobytes())
        if upright.mode == "P":
            clean = upright.convert("RGBA")
            clean.info.clear()
    out = io.BytesIO()
    clean.save(out, kind, quality=88)
    stem = (file.name or "photo").rpartition(".")[0] or "photo"
    ending = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[kind]
    return SimpleUploadedFile(f"{stem}.{ending}", out.getvalue(), content_type=KEPT_FORMATS[kind])


class PhotoForm(BaseImageForm):  # type: ignore[misc] # wagtail comes without types
    """Wagtail's form for every way of uploading a picture."""

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        return without_its_past(file) if isinstance(file, UploadedFile) else file
