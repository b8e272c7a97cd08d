"""Every sentence that staff read exists in Chinese, and ours do not bend Wagtail's."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.utils.translation import gettext, override, template

from trainingsite.translations import messages

COURSES = Path(settings.BASE_DIR) / "courses"
CHINESE = COURSES / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
CALLS = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy"}
QUOTED = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(rf"\b(n?gettext|pgettext)\({QUOTED}(?:,\s*{QUOTED})?")
FROM_DJANGO = {"Back"}
WAGTAIL = Path(wagtail.__file__).parent / "admin"
EDITOR = ("shared/side_panels", "shared/page_status_tag_new.html", "panels/publishing", "pages/action_menu")
"""What stands around a lesson in the editor; below it, Wagtail's own Chinese has gaps."""


def _in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if name in CALLS and texts:
            yield "\x04".join(texts[:2]) if name.startswith("p") else texts[0]


def _in_template(path: Path) -> Iterator[str]:
    for name, first, second in IN_TEMPLATE.findall(template.templatize(path.read_text(encoding="utf-8"))):
        one = str(ast.literal_eval(first))
        yield f"{one}\x04{ast.literal_eval(second)}" if name == "pgettext" else one


def _all_sentences() -> dict[str, str]:
    """Each sentence with one file that says it."""
    python = (path for path in COURSES.rglob("*.py") if "migrations" not in path.parts)
    found = {sentence: path.name for path in python for sentence in _in_python(path)}
    return found | {s: path.name for path in (COURSES / "templates").rglob("*.html") for s in _in_template(path)}


def test_every_sentence_of_the_office_has_chinese() -> None:
    chinese = {key.partition("\0")[0] for key, _ in messages(CHINESE.read_text(encoding="utf-8"))}

    missing = {s: file for s, file in _all_sentences().items() if s not in chinese | FROM_DJANGO}

    assert missing == {}


def test_the_panels_beside_a_lesson_speak_chinese_where_wagtail_does_not() -> None:
    folder = WAGTAIL / "templates" / "wagtailadmin"
    files = [path for part in EDITOR for path in [folder / part, *(folder / part).rglob("*.html")] if path.is_file()]
    said = {sentence for path in files for sentence in _in_template(path)}
    said |= set(_in_python(WAGTAIL / "ui" / "side_panels.py"))
    with override("zh-hans"):
        english = {sentence for sentence in said if gettext(sentence) == sentence}
        status = gettext("Live")

    assert english == set()
    assert len(said) > 50 and status == "已发布"


@pytest.mark.parametrize("pattern", [r"%\(\w+\)\w", r"</?\w+"])
def test_chinese_keeps_every_placeholder_and_every_tag(pattern: str) -> None:
    wrong = {
        key: text
        for key, text in messages(CHINESE.read_text(encoding="utf-8"))
        if key
        and "\0" not in key
        and sorted(re.findall(pattern, key)) != sorted(re.findall(pattern, text))
        and "enable-javascript" not in key
    }

    assert wrong == {}
