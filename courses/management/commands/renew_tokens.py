"""`renew_tokens`: where tokens of phones may have been seen by somebody, such as in a log that left the house."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from courses.syncing import actions


class Command(BaseCommand):
    help = "Let every phone take a new upload token at its next contact. The one before is good for 90 days more."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--end-older", action="store_true", help="tokens that have been replaced already are good for nothing now"
        )

    def handle(self, *_: object, end_older: bool, verbosity: int, **__: object) -> None:
        phones = actions.renew_all()
        ended = actions.end_former_tokens(now=timezone.now()) if end_older else 0
        if verbosity:
            self.stdout.write(f"{phones} phones take a new key for sending at their next contact.")
            self.stdout.write(f"{phones} 部手机下次联网时换新的上传密钥。")
        if verbosity and end_older:
            self.stdout.write(f"{ended} older keys have ended. 已作废 {ended} 个旧密钥。")
