"""`first_operator`: the roles' groups as of this version; on a new site the operator, her password printed once."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from courses.people import actions


class Command(BaseCommand):
    help = "On a new site: make the first operator and print her one-time password, once."

    def handle(self, *_: object, **__: object) -> None:
        actions.ensure_staff_groups()
        password = actions.create_first_operator(now=timezone.now())
        if password:
            self.stdout.write(
                f"First sign-in at /office/   name 用户名: operator   password 密码: {password}\n"
                "It is shown only now and asks for a new one. 只显示这一次，进去后请换一个新密码。"
            )
