"""What the build of the phone app left for pages: styles and scripts to carry inline, addresses of hashed files.

Read once per process. Where nothing was built there is no script, and every page still works without it.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class AppFiles:
    """`files` maps logical names (`app.js`, `art/village.svg`) to addresses, `practices` each tool to its script.

    `version` changes whenever anything here does.
    """

    style: str
    scripts: Mapping[str, str]
    files: Mapping[str, str]
    practices: Mapping[str, str]
    version: str


def app_files() -> AppFiles:
    """The files of the built app in `settings.APP_DIR`."""
    return _read(Path(settings.APP_DIR))


@lru_cache(maxsize=4)
def _read(folder: Path) -> AppFiles:
    manifest = json.loads(_text(folder / "manifest.json") or "{}")
    style = _text(folder / "first.css")
    scripts = {language: _text(folder / f"first.{language}.js") for language in settings_languages()}
    files = manifest.get("files", {})
    version = hashlib.sha256(json.dumps([style, scripts, files]).encode()).hexdigest()
    return AppFiles(
        style=style.strip(),
        scripts={language: script.strip() for language, script in scripts.items()},
        files=files,
        practices={name: paths[0] for name, paths in manifest.get("tools", {}).items() if paths},
        version=version,
    )


def settings_languages() -> tuple[str, ...]:
    """The languages of lessons: `en`, `zh-hans`."""
    return tuple(code for code, _ in settings.LANGUAGES)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def source_hash(text: str) -> str:
    """How a content security policy names an inline script or style."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def page_policy(*, styles: str, script: str = "") -> str:
    """The policy of a learner's page: its own inline style and script by hash, and nothing from elsewhere."""
    scripts = f"'self' {source_hash(script)}" if script else "'self'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' {source_hash(styles)}; "
        "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; "
        "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )
