"""`operator_password`: somebody who runs the machine has lost the operator's password."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from courses.people import actions
from courses.people.actions.staff import UnknownOperator


class Command(BaseCommand):
    help = "Print a new one-time password for an operator. The old one no longer works."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", nargs="?", default="operator", help="(default: operator)")

    def handle(self, *_: object, username: str, **__: object) -> None:
        try:
            password = actions.operator_password_from_terminal(username, now=timezone.now())
        except UnknownOperator as refusal:
            names = refusal.details["operators"]
            raise CommandError(
                f"No operator is called {username}. Operators: {names}. 没有叫 {username} 的管理员。现有：{names}。"
            ) from None
        self.stdout.write(
            f"Sign in at /office/   name 用户名: {username}   password 密码: {password}\n"
            "It is shown only now and asks for a new one. 只显示这一次，进去后请换一个新密码。"
        )
