"""In which of the two languages of lessons a page is read."""

from django.utils.translation import get_language


def reading_language() -> str:
    return "zh-hans" if (get_language() or "").startswith("zh") else "en"
