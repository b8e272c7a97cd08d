"""Everything that is said about content, once and by code, in English and Chinese: what is wrong, and how to mend it.

Whoever finds something makes a `Complaint` of a code and its values; whoever shows it asks for a language.
A new sentence is a row in one of the tables here, and a test looks at it in both languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from courses.engine.format.sayings.of_files import OF_FILES, OF_MEDIA, OF_VALUES
from courses.engine.format.sayings.of_lessons import ADVICE, BEFORE_PUBLISHING, OF_A_LESSON, OF_AN_EXERCISE
from courses.engine.format.sayings.of_pools import OF_A_POOL
from courses.engine.format.sayings.words import Saying, Words

__all__ = ["LANGUAGE_NAMES", "NAMES", "SAYINGS", "Complaint", "Saying", "Value", "Words", "exercise_of"]

SAYINGS: Mapping[str, Saying] = {
    **OF_VALUES,
    **OF_FILES,
    **OF_MEDIA,
    **OF_A_LESSON,
    **OF_AN_EXERCISE,
    **OF_A_POOL,
    **BEFORE_PUBLISHING,
    **ADVICE,
}

Value = str | int | Words


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong, or could be better. An unknown code, or a value that is missing, raises KeyError."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def problem(self, language: str) -> str:
        """What is wrong, in `en` or `zh-hans`."""
        return self._told(SAYINGS[self.code].problem, language=language)

    def mend(self, language: str) -> str:
        """What to do about it."""
        return self._told(SAYINGS[self.code].mend, language=language)

    def said(self, language: str) -> str:
        """Both sentences."""
        space = "" if language == "zh-hans" else " "
        return f"{self.problem(language)}{space}{self.mend(language)}"

    def _told(self, words: Words, *, language: str) -> str:
        values = {name: _value(value, language=language) for name, value in self.values.items()}
        return words.in_language(language).format_map(values)


def _value(value: Value, *, language: str) -> str:
    return value.in_language(language) if isinstance(value, Words) else str(value)


NAMES = {
    "text": Words("a text", "一段文字"),
    "date": Words("a date", "一个日期"),
    "whole-number": Words("a whole number", "一个整数"),
    "number": Words("a number", "一个数字"),
    "flag": Words("true or false", "true 或 false"),
    "key": Words("a key", "一个键名"),
    "option": Words("an option", "一个选项"),
    "entry": Words("an entry", "一栏中的一项"),
    "columns": Words("the options", "选项"),
    "tool": Words("a tool", "一个工具"),
    "front-matter": Words("the front matter", "文件开头的说明"),
    "outline-lesson": Words("a lesson of the outline", "大纲里的一课"),
    "outline-module": Words("a module of the outline", "大纲里的一个单元"),
    "glossary-entry": Words("a glossary entry", "词汇表的一项"),
    "say": Words("a note on how something is said", "一条读音说明"),
    "survey-question": Words("a question of the survey", "问卷里的一问"),
    "survey-answer": Words("an answer of the survey", "问卷里的一个回答"),
    "course": Words("a course", "课程"),
    "fact": Words("a fact", "一条数据"),
    "facts": Words("the facts", "数据"),
    "module": Words("a module", "单元"),
    "languages": Words("a text in languages", "各语言的文字"),
}


LANGUAGE_NAMES = {"en": Words("English", "英文"), "zh-hans": Words("Chinese", "中文")}


def exercise_of(kind: str) -> Words:
    return Words(f"an exercise of type {kind}", f"{kind} 类型的题")
