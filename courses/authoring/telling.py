"""In which language the commands about content speak: the one that is asked for, the terminal's, or both."""

from collections.abc import Mapping, Sequence

from courses.engine.format.types import LANGUAGES


def languages_to_speak(*, asked: str | None, environment: Mapping[str, str]) -> Sequence[str]:
    """`asked` is a language or None; then LC_ALL, LC_MESSAGES and LANG decide. Both where they name neither."""
    if asked:
        return (asked,)
    told = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    if told.lower().startswith("zh"):
        return ("zh-hans",)
    return ("en",) if told.lower().startswith("en") else LANGUAGES
