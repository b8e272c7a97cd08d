"""`check_content [DIR] [--fix]`: says what is wrong with content files, and where. Needs no database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.authoring.importers.checking import mend, not_canonical
from courses.authoring.importers.folder import BrokenContent, read_library


class Command(BaseCommand):
    help = "Check content files; with --fix, write them in canonical form."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument("--fix", action="store_true", help="write files in canonical form")

    def handle(self, *args: Any, folder: Path, fix: bool, **options: Any) -> None:
        try:
            courses = read_library(folder)
        except BrokenContent as broken:
            raise CommandError("\n".join(str(error) for error in broken.errors)) from None
        for path in mend(folder) if fix else []:
            self.stdout.write(f"{path}: written in canonical form")
        if loose := not_canonical(folder):
            raise CommandError("\n".join(str(error) for error in loose))
        lessons = sum(len(lesson.texts) for course in courses for module in course.modules for lesson in module.lessons)
        self.stdout.write(f"{lessons} lesson files are right.")
