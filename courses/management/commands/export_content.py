"""`export_content DIR`: the published library as files, the same bytes that were loaded where nobody edited."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from courses.authoring.exporters.folder import write_folder


class Command(BaseCommand):
    help = "Write the published lessons as content files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        self.stdout.write(f"{write_folder(folder)} files written to {folder}")
