"""`demo`: a county with two centres and eight weeks of believable learning. A second run changes nothing."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from courses.demo import actions


class Command(BaseCommand):
    help = "Make the demo county with its people and their learning, and print the accounts to try it with, once."

    def handle(self, *_: object, **__: object) -> None:
        try:
            made = actions.make_demo(now=timezone.now())
        except actions.NothingToLearn:
            raise CommandError(
                "No lesson is on offer yet. Run load_content first. 还没有课程，请先运行 load_content。"
            ) from None
        except actions.NobodyInCharge:
            raise CommandError(
                "There is no operator yet. Run first_operator first. 请先运行 first_operator。"
            ) from None
        if made is None:
            self.stdout.write(
                "The demo county is there already; nothing was changed. 演示县已经有了，没有改动。\n"
                "Passwords lost? The operator gives new ones under Staff. 密码忘了？管理员可以在“工作人员”里换新的。"
            )
            return
        self.stdout.write(
            f"{made.learners} learners, {made.events} events. 学员 {made.learners} 人，记录 {made.events} 条。"
        )
        self.stdout.write("Sign in at /office/ as 登录 /office/ 可用（只显示这一次, shown only now）：")
        for account in made.sign_ins:
            self.stdout.write(f"  {account.username:<16} {account.password}   {account.role}, {account.place}")
