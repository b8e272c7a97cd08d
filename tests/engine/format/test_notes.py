"""How something is said, where a voice would read it badly: the notes of a course."""

import pytest

from courses.engine.format.course import COURSE, parse_course, write_record
from courses.engine.format.errors import FormatError


def a_course(*notes: str) -> str:
    lines = "".join(f"  - {note}\n" for note in notes)
    return f"id: c\ntitle: {{en: C}}\nmodules: []\nglossary: []\nsay:\n{lines}"


HOTLINE = '{language: en, written: "96110", said: 9 6 1 1 0}'


def test_a_note_is_read_and_written_back() -> None:
    course = parse_course(a_course(HOTLINE), path="course.yaml")

    assert course["say"] == [{"language": "en", "written": "96110", "said": "9 6 1 1 0"}]
    assert parse_course(write_record(course, shape=COURSE), path="course.yaml") == course


def test_the_same_is_noted_once_in_each_language() -> None:
    parse_course(a_course(HOTLINE, HOTLINE.replace("en,", "zh-hans,")), path="course.yaml")
    with pytest.raises(FormatError, match="stands here twice"):
        parse_course(a_course(HOTLINE, HOTLINE), path="course.yaml")


def test_a_note_in_no_language_of_the_library_is_refused() -> None:
    with pytest.raises(FormatError, match="fr"):
        parse_course(a_course(HOTLINE.replace("en,", "fr,")), path="course.yaml")


def test_a_course_without_notes_has_none() -> None:
    assert parse_course("id: c\ntitle: {en: C}\nmodules: []\nglossary: []\n", path="course.yaml")["say"] == []
