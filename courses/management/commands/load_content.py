"""`load_content [DIR] [--restore]`: the library's files into pages and releases. Safe to repeat."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from courses.authoring import actions
from courses.authoring.importers.folder import BrokenContent
from courses.authoring.listening import without_tasks


class Command(BaseCommand):
    help = "Load content files into pages and publish them. What was edited at the office is never overwritten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument("--restore", action="store_true", help="bring back lessons that were deleted at the office")

    def handle(self, *args: Any, folder: Path, restore: bool, **options: Any) -> None:
        now = timezone.now()
        try:
            with without_tasks():
                notes = actions.load_library(folder.resolve(), now=now, restore=restore)
        except BrokenContent as broken:
            lines = "\n".join(str(error) for error in broken.errors)
            raise CommandError(f"Nothing was loaded. Please mend:\n{lines}") from None
        for note in notes:
            self.stdout.write(f"{note.name} {note.what}")
        compiled = actions.compile_waiting(now=now)
        if compiled:
            self.stdout.write(f"{compiled} compiled")
