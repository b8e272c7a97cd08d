"""`erase_again ID…`: who was erased after a backup was made is taken out of it again. `restore` calls it."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from courses.privacy import actions


class Command(BaseCommand):
    help = "Erase these learners, by their bare ids, from a database that came back from before. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("learners", nargs="+", type=UUID)

    def handle(self, *_: object, learners: list[UUID], **__: Any) -> None:
        there = sum(actions.erase_again(learner, now=timezone.now()) for learner in learners)
        if there:
            self.stdout.write(
                f"  Erased after the backup was made, and so not brought back: {there}.\n"
                f"  备份以后删除的{there}人，没有再放回来。"
            )
