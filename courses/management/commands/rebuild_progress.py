"""`manage.py rebuild_progress`: all answers and progress again from the record."""

from django.core.management.base import BaseCommand

from courses.learning import actions


class Command(BaseCommand):
    help = "Work out every answer and all progress again from the learning record. Changes nothing where all is well."

    def handle(self, *args: object, **options: object) -> None:
        done = actions.rebuild_progress()
        self.stdout.write(
            f"{done.learners} learners, {done.answers} answers, {done.lessons} lessons worked out again; "
            f"{done.changed} differed."
        )
