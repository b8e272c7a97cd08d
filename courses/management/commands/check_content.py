"""`check_content [DIR] [--fix] [--language en|zh-hans]`: says what is wrong with content files, and where.

Then what could be better. Needs no database.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.authoring.importers.checking import advice_on, mend, not_canonical
from courses.authoring.importers.folder import BrokenContent, read_library
from courses.authoring.telling import languages_to_speak
from courses.engine.format.sayings import Words
from courses.engine.format.types import LANGUAGES

MENDED = Words("{path}: written in canonical form", "{path}：已写成统一格式")
RIGHT = Words("{count} lesson files are right.", "{count} 个课文文件没有问题。")


class Command(BaseCommand):
    help = "Check content files; with --fix, write them in canonical form."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument("--fix", action="store_true", help="write files in canonical form")
        parser.add_argument("--language", choices=LANGUAGES, help="of what is said; else the terminal's, else both")

    def handle(self, *args: Any, folder: Path, fix: bool, language: str | None, **options: Any) -> None:
        spoken = languages_to_speak(asked=language, environment=os.environ)
        try:
            courses = read_library(folder)
        except BrokenContent as broken:
            raise CommandError(broken.told(spoken)) from None
        for path in mend(folder) if fix else []:
            self._say(MENDED, {"path": str(path)}, spoken=spoken)
        if loose := not_canonical(folder):
            raise CommandError(BrokenContent(loose).told(spoken))
        for advice in advice_on(courses, folder=folder):
            self.stdout.write("\n".join(advice.told(one) for one in spoken))
        lessons = sum(len(lesson.texts) for course in courses for module in course.modules for lesson in module.lessons)
        self._say(RIGHT, {"count": str(lessons)}, spoken=spoken)

    def _say(self, words: Words, values: Mapping[str, str], *, spoken: Sequence[str]) -> None:
        for language in spoken:
            self.stdout.write(words.in_language(language).format_map(values))
