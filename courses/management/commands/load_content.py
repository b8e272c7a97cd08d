"""`load_content [DIR] [--restore] [--language en|zh-hans]`: the library's files into pages and releases.

Safe to repeat.
"""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from courses.authoring import actions
from courses.authoring.importers.folder import BrokenContent
from courses.authoring.listening import without_tasks
from courses.authoring.telling import languages_to_speak
from courses.engine.format.sayings import Words
from courses.engine.format.types import LANGUAGES

NOTHING_LOADED = Words("Nothing was loaded. Please mend:", "什么都没有载入。请先改好：")
COMPILED = Words("{count} made ready for phones", "{count} 份准备好了，手机可以下载")


class Command(BaseCommand):
    help = "Load content files into pages and publish them. What was edited at the office is never overwritten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument("--restore", action="store_true", help="bring back lessons that were deleted at the office")
        parser.add_argument("--language", choices=LANGUAGES, help="of what is said; else the terminal's, else both")

    def handle(self, *args: Any, folder: Path, restore: bool, language: str | None, **options: Any) -> None:
        spoken = languages_to_speak(asked=language, environment=os.environ)
        now = timezone.now()
        try:
            with without_tasks():
                notes = actions.load_library(folder.resolve(), now=now, restore=restore)
        except BrokenContent as broken:
            head = "\n".join(NOTHING_LOADED.in_language(one) for one in spoken)
            raise CommandError(f"{head}\n{broken.told(spoken)}") from None
        for one in spoken:
            for line in actions.told(notes, language=one):
                self.stdout.write(line)
        if compiled := actions.compile_waiting(now=now):
            self.stdout.write("\n".join(COMPILED.in_language(one).format(count=compiled) for one in spoken))
