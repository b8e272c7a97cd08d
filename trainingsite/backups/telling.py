"""What can stand in the way of a backup or a restore, each in one sentence of both languages."""

import errno
from pathlib import Path

from trainingsite.terminal import CannotGoOn

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def cannot_write(error: OSError, *, place: Path) -> CannotGoOn:
    """The disk or the folder into which a backup is written refuses; nothing half-written is left there."""
    if error.errno in _FULL:
        return CannotGoOn(
            en=f"There is no room for this under {place}. Nothing was left there and the site is as it was.",
            zh=f"{place} 的空间不够。没有留下半个文件，站点也没有变。",
        )
    return CannotGoOn(
        en=f"{place} cannot be written: {error.strerror}. Name another folder.",
        zh=f"{place} 写不进去（{error.strerror}）。请换一个文件夹。",
    )


def cannot_read(error: OSError, *, place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"{place} cannot be read: {error.strerror}.",
        zh=f"{place} 读不了（{error.strerror}）。",
    )


def already_there(place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"{place} is there already and stays as it is. Name another file.",
        zh=f"{place} 已经有了，没有动它。请换一个文件名。",
    )


def no_folder(place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"There is no folder {place}. Make it, connect its disk, or name a file that ends in .tar.",
        zh=f"没有 {place} 这个文件夹。请先建好，或接上那块盘，也可以写一个以 .tar 结尾的文件名。",
    )


def not_a_backup(place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"{place} is no whole backup of Xiangke: it was cut off, or is another kind of file. Take another one.",
        zh=f"{place} 不是完整的乡课备份：可能没有传完，也可能是别的文件。请换一份。",
    )


def changed(place: Path, *, inside: str) -> CannotGoOn:
    return CannotGoOn(
        en=f"{place} was changed or damaged after it was made (at {inside}). Take another backup.",
        zh=f"{place} 做好以后被改动或损坏了（在 {inside} 处）。请换一份备份。",
    )


def newer(place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"{place} was made by a newer Xiangke than this one. Update this one first, then restore.",
        zh=f"{place} 是更新版本的乡课做的。先更新这里的乡课，再恢复。",
    )


def newer_tables() -> CannotGoOn:
    return CannotGoOn(
        en="The database was last used by a newer Xiangke than this one. Back it up with that version.",
        zh="这个数据库上次是更新版本的乡课在用。请用那个版本来备份。",
    )


def has_learners(count: int, *, place: str) -> CannotGoOn:
    return CannotGoOn(
        en=f"The site in {place} has {count} learners. To put the backup in its place, add --replace.",
        zh=f"{place} 里的站点已有 {count} 位学员。要用备份换掉它，请加上 --replace。",
    )


def still_used(what: str) -> CannotGoOn:
    return CannotGoOn(
        en=f"Something still uses {what}. Stop Xiangke on every machine first, then restore.",
        zh=f"还有程序在用 {what}。先在每台机器上停掉乡课，再恢复。",
    )


def database_refuses(error: Exception) -> CannotGoOn:
    words = first_line(error)
    return CannotGoOn(
        en=f"The database does not go along: {words}. The site is as it was.",
        zh=f"数据库那边不行：{words}。站点没有变。",
    )


def first_line(error: Exception) -> str:
    """What a database says about an error; its later lines repeat the statement."""
    return str(error).strip().partition("\n")[0]


def does_not_fit_together(place: Path, *, error: Exception) -> CannotGoOn:
    inside = first_line(error)
    return CannotGoOn(
        en=f"What is in {place} does not fit together ({inside}), so nothing was restored. Take another backup.",
        zh=f"{place} 里的内容对不上（{inside}），所以什么都没有恢复。请换一份备份。",
    )


def needs_its_server() -> CannotGoOn:
    return CannotGoOn(
        en="A restore into PostgreSQL was begun here. Set DATABASE_URL as it was then and start again.",
        zh="这里有一次往 PostgreSQL 的恢复还没做完。请像当时一样设好 DATABASE_URL，再启动一次。",
    )


def not_finished(error: OSError, *, place: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"The restore in {place} is not finished ({error.strerror}). Mend that and start `up`; it goes on.",
        zh=f"{place} 里的恢复只差最后一步（{error.strerror}）。先解决这个问题，再用 up 启动，它会接着做完。",
    )


def media_elsewhere(media: Path) -> CannotGoOn:
    return CannotGoOn(
        en=f"{media} is a link or a disk of its own. Take it away, restore, then move the restored files there.",
        zh=f"{media} 是一个链接或单独的磁盘。先把它移开，恢复以后再把文件搬过去。",
    )


def another_secret() -> str:
    return (
        "Note: XIANGKE_SECRET is set here and is not the key of the backup, which is now in secret.key.\n"
        "注意：这里设的 XIANGKE_SECRET 和备份里的密钥不同；备份的密钥在 secret.key 里。"
    )
