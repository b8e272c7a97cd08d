"""`new_epoch`: after the database came back from another day. `restore` calls it; call it after any other way."""

from django.core.management.base import BaseCommand

from courses.syncing import actions


class Command(BaseCommand):
    help = "After the database was put back by other means than `restore`: let every phone read all of it again."

    def handle(self, *_: object, verbosity: int, **__: object) -> None:
        actions.begin_new_epoch()
        if verbosity:
            self.stdout.write(
                "At its next contact every phone compares all it holds with this site.\n"
                "每部手机下次联网时，会把自己的全部记录和这里核对一遍。"
            )
