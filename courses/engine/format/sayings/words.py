"""Words in both languages, and a saying: what is wrong, and how to mend it."""

from typing import NamedTuple


class Words(NamedTuple):
    """The same thing said in both languages."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        return self.zh if language == "zh-hans" else self.en


class Saying(NamedTuple):
    """Two sentences; `{names}` in them are the values of a complaint."""

    problem: Words
    mend: Words


def saying(problem: str, mend: str, *, zh: tuple[str, str]) -> Saying:
    return Saying(problem=Words(problem, zh[0]), mend=Words(mend, zh[1]))
