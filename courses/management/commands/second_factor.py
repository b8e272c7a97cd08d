"""`second_factor --off USER`: an operator has lost her phone and her recovery codes."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from courses.people import actions
from courses.people.actions.second_factor import SecondFactorIsOff, UnknownStaff


class Command(BaseCommand):
    help = "Turn off the second sign-in step of one member of staff; the password stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--off", metavar="USER", required=True, help="the sign-in name")

    def handle(self, *_: object, off: str, **__: object) -> None:
        try:
            actions.second_factor_off_from_terminal(off, now=timezone.now())
        except UnknownStaff:
            raise CommandError(f"Nobody signs in as {off}. 没有叫 {off} 的人。") from None
        except SecondFactorIsOff:
            raise CommandError(f"Two-step sign-in of {off} is off already. {off} 没有开两步验证。") from None
        self.stdout.write(f"{off} signs in with the password alone now. {off} 现在只用密码登录。")
