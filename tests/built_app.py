"""A phone app to build: a copy of its sources and of what was built last, that a test may change and build again."""

import json
import shutil
import subprocess
from itertools import chain
from pathlib import Path

from trainingsite import frontend

_LEFT_OUT = shutil.ignore_patterns("node_modules", "tests", "dist")


def an_app(folder: Path) -> Path:
    """`static` in this folder, with a `dist` as the build before the tests left it."""
    static = folder / "static"
    shutil.copytree(frontend.STATIC, static, ignore=_LEFT_OUT)
    (static / "node_modules").symlink_to(frontend.STATIC / "node_modules")
    shutil.copytree(frontend.STATIC / "dist", static / "dist")
    return static


def newest_files(static: Path) -> set[Path]:
    """Those with a hash that the last build names. (Several files may share one name in `files`.)"""
    manifest = json.loads((static / "dist" / "manifest.json").read_text())
    shell = [each["path"] for each in manifest["shell"] if each["path"].startswith("/static/")]
    addresses = [*manifest["files"].values(), *chain.from_iterable(manifest["tools"].values()), *shell]
    return {static / "dist" / address.removeprefix("/static/") for address in addresses}


def rewrite(static: Path, source: str, old: str, new: str) -> None:
    path = static / source
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def build(static: Path) -> None:
    subprocess.run([frontend.NODE, static / "build.mjs"], env=frontend.environment(), check=True, capture_output=True)
