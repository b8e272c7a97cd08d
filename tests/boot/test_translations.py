"""Our `.mo` files are what gettext itself reads."""

import gettext
import io
import os
from pathlib import Path

from trainingsite import translations

_PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

#: somewhere.py:1
msgid "Lesson"
msgstr "课"

msgctxt "a month"
msgid "May"
msgstr "五月"

msgid "%(n)d learner"
msgid_plural "%(n)d learners"
msgstr[0] "%(n)d 位学员"

msgid ""
"Two lines,\n"
"one \"sentence\""
msgstr "两行\n一句"

#, fuzzy
msgid "Perhaps"
msgstr "也许"

msgid "Empty"
msgstr ""

#~ msgid "Gone"
#~ msgstr "没了"
"""


def _catalog() -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(translations.to_mo(dict(translations.messages(_PO)))))


def test_plain_context_plural_and_long_messages_are_found() -> None:
    catalog = _catalog()

    assert catalog.gettext("Lesson") == "课"
    assert catalog.pgettext("a month", "May") == "五月"
    assert catalog.ngettext("%(n)d learner", "%(n)d learners", 3) == "%(n)d 位学员"
    assert catalog.gettext('Two lines,\none "sentence"') == "两行\n一句"
    assert catalog.info()["content-type"] == "text/plain; charset=UTF-8"


def test_fuzzy_empty_and_old_messages_stay_in_the_source_language() -> None:
    catalog = _catalog()

    assert [catalog.gettext(words) for words in ("Perhaps", "Empty", "Gone")] == ["Perhaps", "Empty", "Gone"]


def test_only_changed_sources_are_written_again(tmp_path: Path) -> None:
    source = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(_PO, encoding="utf-8")

    assert translations.compile_changed([tmp_path]) == 1
    assert translations.compile_changed([tmp_path]) == 0
    newer = source.with_suffix(".mo").stat().st_mtime + 10
    os.utime(source, (newer, newer))
    assert translations.compile_changed([tmp_path]) == 1
