"""What must be there before the site serves: tables, the first operator, the library. One Django process for all.

Run as `python -m trainingsite.prepare [--demo]`; prints its steps and ends with 1 after a clear sentence.
"""

import os
import sys

import django
from django.core.management import call_command
from django.db import OperationalError, connection

from trainingsite.terminal import CannotGoOn, explain, say_stop, step


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")
    try:
        django.setup()
        _prepare(with_demo="--demo" in arguments)
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    except OperationalError as error:
        say_stop(_about_the_database(error))
        return 1
    except OSError as error:
        say_stop(explain(error, place=os.environ.get("XIANGKE_DATA", "var")))
        return 1
    return 0


def _prepare(*, with_demo: bool) -> None:
    with step(en="Bringing the database up to date", zh="正在更新数据库"):
        call_command("migrate", verbosity=0, interactive=False)
    call_command("first_operator")
    with step(en="Loading the library of lessons", zh="正在装入课程"):
        call_command("load_content")
    if with_demo:
        with step(en="Making the demo county", zh="正在建演示县"):
            call_command("demo")


def _about_the_database(error: OperationalError) -> CannotGoOn:
    words = str(error).strip().splitlines()[0]
    if connection.vendor == "sqlite":
        return CannotGoOn(
            en=f"The database could not be written ({words}). Is the disk full, or the folder read-only?",
            zh=f"数据库写不进去（{words}）。看看磁盘是不是满了，文件夹能不能写。",
        )
    return CannotGoOn(
        en=f"The database of DATABASE_URL does not answer: {words}",
        zh=f"DATABASE_URL 的数据库没有回应：{words}",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
