"""From a bare Python 3.11 to a running command: makes `.venv` from the hashed locks, then goes on inside it.

Standard library only, and nothing of ours that needs a package: this runs first, before anything is installed.
The machine's own pip settings are respected; no package index is named here.
"""

import errno
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from trainingsite import fingerprint
from trainingsite.terminal import CannotGoOn, say, say_stop, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
APP_LOCK = ROOT / "requirements" / "app.lock"
TEST_LOCK = ROOT / "requirements" / "test.lock"
_ON_CONTENT = frozenset({"load_content", "export_content", "demo"})
_ON_PEOPLE = frozenset({"first_operator", "operator_password", "second_factor", "erase_again"})
NEED_A_SITE = _ON_CONTENT | _ON_PEOPLE | {"rebuild_progress", "new_epoch", "renew_tokens", "backup"}
_OWN_COMMANDS = """
up      start the site on this machine and keep it up; `up --help` lists its options. 启动站点
test    run every check once; `test --help` lists the parts. 全部检查一遍
backup  the whole site into one file, while it runs; `backup --help`. 备份
restore a site from its backup; `restore --help`. 恢复

operator_password             a new one-time password for the operator. 管理员忘了密码
second_factor --off NAME      let somebody in who lost phone and recovery codes. 关掉某人的两步验证
check_content, load_content,  lessons as files: look them over, take them in, write them out
  export_content DIR          (docs/course-format.md). 课程文件：检查、装入、导出
rebuild_progress              compute all progress again from what was recorded. 重新算一遍进度
new_epoch                     after the database was put back by other means than `restore`. 数据库另行恢复以后
renew_tokens [--end-older]    every phone takes a new key for sending. 每部手机换上传密钥

All other commands 其余命令：
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. `up` and `test` are ours, all others Django's."""
    if len(arguments) == 2 and arguments[0] == "help" and arguments[1] in {"up", "test", "backup", "restore"}:
        arguments = [arguments[1], "--help"]
    command = arguments[0] if arguments else "help"
    try:
        need_python_3_11()
        if needs_environment(with_tests=command == "test"):
            with one_at_a_time():
                make_environment(with_tests=command == "test")
        if Path(sys.prefix).resolve() != VENV.resolve():
            os.execv(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *arguments])
        return run_inside(command, arguments)
    except PermissionError as error:
        say_stop(_about_another_user(error))
        return 1
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    except KeyboardInterrupt:
        return 130


def _about_another_user(error: PermissionError) -> CannotGoOn:
    """The project folder was used by another user before, root for example, and some file is theirs."""
    return CannotGoOn(
        en=f"{error.filename} belongs to another user. Start as that user, or let them give you the folder {ROOT}.",
        zh=f"{error.filename} 是别的用户建的。请用那个用户启动，或者请对方把 {ROOT} 交给你。",
    )


def run_inside(command: str, arguments: Sequence[str]) -> int:
    """The command itself, once the packages are there; only now may they be imported."""
    if command == "up":
        from trainingsite import up  # noqa: PLC0415 - the environment exists only from here on

        return up.main(arguments[1:])
    if command == "test":
        from trainingsite import testrun  # noqa: PLC0415

        return testrun.main(arguments[1:])
    if command == "restore":
        from trainingsite.backups import restoring  # noqa: PLC0415

        return restoring.main(arguments[1:])
    if command in NEED_A_SITE:
        _finish_a_restore()
        _need_a_site(arguments)
    if command == "backup":
        from trainingsite.backups import making  # noqa: PLC0415

        return making.main(arguments[1:])
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    if list(arguments) in ([], ["help"], ["--help"], ["-h"]):
        say(_OWN_COMMANDS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")
    execute_from_command_line(["manage.py", *arguments])
    return 0


def _finish_a_restore() -> None:
    """A restore that was killed on its last step is finished before anybody looks at the site."""
    from trainingsite import datafolder  # noqa: PLC0415
    from trainingsite.backups import switching  # noqa: PLC0415

    data = Path(os.environ.get("XIANGKE_DATA") or ROOT / "var")
    if (data / switching.READY).exists():
        with datafolder.held(data):
            switching.finish(data)


def _need_a_site(arguments: Sequence[str]) -> None:
    """These commands read or change a site; where there is none, say so instead of failing inside the database."""
    data = Path(os.environ.get("XIANGKE_DATA") or ROOT / "var")
    if os.environ.get("DATABASE_URL") or (data / "xiangke.sqlite3").exists():
        return
    folder, rest = "DIR", list(arguments)
    if "--data" in rest[:-1]:  # as `up` takes it; these commands do not
        at = rest.index("--data")
        folder, rest = rest[at + 1], rest[:at] + rest[at + 2 :]
    again = f"XIANGKE_DATA={folder} python3 manage.py {' '.join(rest)}"
    raise CannotGoOn(
        en=f"There is no site in {data} yet. Start it once with `up`, or name its folder: {again}",
        zh=f"{data} 里还没有站点。先用 up 启动一次，或者指明文件夹：{again}",
    )


def need_python_3_11() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this with an older one shall read why
        raise CannotGoOn(
            en="Xiangke needs Python 3.11 or newer. On Debian 12: apt-get install python3",
            zh="乡课需要 Python 3.11 或更新的版本。Debian 12 上运行：apt-get install python3",
        )


def needs_environment(*, with_tests: bool) -> bool:
    """Whether `.venv` lacks anything that the locks name."""
    locks = [APP_LOCK, TEST_LOCK] if with_tests else [APP_LOCK]
    return not PYTHON.exists() or any(not fingerprint.is_current(_marker(lock), _of(lock)) for lock in locks)


def make_environment(*, with_tests: bool) -> None:
    """Create `.venv` where it is missing and install what the locks name, every file checked by its hash."""
    if not needs_environment(with_tests=with_tests):
        return  # another start made it while this one waited
    if VENV.exists() and not os.access(VENV, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(VENV))
    if not _works():
        _create()
    locks = [APP_LOCK, TEST_LOCK] if with_tests else [APP_LOCK]
    count = _count(locks)
    with step(en=f"Installing {count} packages into .venv, once", zh=f"安装 {count} 个软件包，只装一次"):
        _install(locks)
        _compile()
    for lock in locks:
        _marker(lock).write_text(_of(lock))


def _marker(lock: Path) -> Path:
    return VENV / f"installed-{lock.stem}"


def _of(lock: Path) -> str:
    return fingerprint.of_files([lock], extra=f"{sys.version_info[:2]}")


def _count(locks: Sequence[Path]) -> int:
    lines = [line for lock in locks for line in lock.read_text().splitlines()]
    return len({line.split("==")[0] for line in lines if "==" in line})


def _works() -> bool:
    """Whether `.venv` is whole, and made by this very Python version."""
    if not PYTHON.exists():
        return False
    ask = "import pip, sys; print(sys.version_info[:2])"
    answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == str(sys.version_info[:2])


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _install_venv_module()
    with step(en="Making the Python environment", zh="正在建 Python 环境"):
        shutil.rmtree(VENV, ignore_errors=True)
        base = getattr(sys, "_base_executable", None) or sys.executable
        result = subprocess.run([base, "-m", "venv", VENV], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        say(result.stdout + result.stderr)
        raise CannotGoOn(
            en=f"The Python environment could not be made in {VENV}; the lines above say why.",
            zh=f"Python 环境没能在 {VENV} 建起来，上面几行写了原因。",
        )


def _install_venv_module() -> None:
    """Debian keeps `ensurepip` in a package of its own; root installs it, anybody else is told how."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise CannotGoOn(
            en="One package is missing. Please run: sudo apt-get install python3-venv",
            zh="还差一个软件包，请先运行：sudo apt-get install python3-venv",
        )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "python3-venv"]
    with step(en="Installing Debian's python3-venv, once", zh="安装 Debian 的 python3-venv，只装一次"):
        for command in (["apt-get", "update", "-q"], install):
            result = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        say(result.stdout + result.stderr)
        raise CannotGoOn(
            en="python3-venv could not be installed; the lines above say why.",
            zh="python3-venv 没能装上，上面几行写了原因。",
        )
    importlib.invalidate_caches()


def _install(locks: Sequence[Path]) -> None:
    """One pip run. The locks are complete, so pip resolves nothing (`--no-deps`) and checks every hash."""
    chosen = [part for lock in locks for part in ("-r", str(lock))]
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--no-deps",
        "--no-compile",
        "--require-hashes",
        *chosen,
    ]
    total, seen, kept = _count(locks), 0, list[str]()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            kept.append(line.rstrip())
            if line.startswith(("Collecting", "Requirement already")):
                seen += 1
                if seen % 20 == 0:
                    say(f"  {seen} of {total} looked up 查好了")
            elif line.startswith("Installing collected"):
                say("  all there, unpacking 都齐了，正在装")
    if pip.returncode != 0:
        say("\n".join(kept[-12:]))
        raise CannotGoOn(
            en="The packages could not be installed; the lines above say why. Starting again goes on from here.",
            zh="软件包没有装完，上面几行写了原因。再启动一次会接着装。",
        )


def _compile() -> None:
    """Bytecode for every package, also where this machine's settings keep Python from writing it.

    Without it each process of the site compiles a thousand files at every start: 4 s of CPU instead of 1.5.
    A few files are templates or for other Pythons and do not compile; they are never loaded.
    """
    command = [str(PYTHON), "-m", "compileall", "-q", "-j", "0", str(VENV / "lib")]
    subprocess.run(command, capture_output=True, check=False)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts at once must not write into the same environment or build: the second waits."""
    folder = os.open(ROOT / "requirements", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
