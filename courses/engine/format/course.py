"""The other content files: the course's outline, its dated facts, and a module. Read into plain JSON values."""

from courses.engine.format.countries import NAMED, is_named, name_of
from courses.engine.format.errors import FormatError
from courses.engine.format.records import Key, Listing, Record, in_languages
from courses.engine.format.sayings import NAMES, Complaint, Value
from courses.engine.format.shapes import Country, Day, Flag, Id, LessonName, OneOf, Text, Whole
from courses.engine.format.types import LANGUAGES, Json
from courses.engine.format.yaml_text import Place, compose

LEVELS = ("start", "core", "advanced")
_LEVEL = Key(shape=OneOf(LEVELS))
_TEXTS = Key(shape=in_languages())
_COUNTRY = Key(shape=Country(), required=False)

_LESSON = Record(
    NAMES["outline-lesson"],
    {
        "id": Key(shape=Id()),
        "title": _TEXTS,
        "minutes": Key(shape=Whole(least=1, most=60)),
        "level": _LEVEL,
        "needs": Key(shape=Listing(LessonName())),
        "helps": Key(shape=Listing(LessonName())),
        "computer": Key(shape=Flag(), required=False, default=False),
    },
)
_MODULE = Record(
    NAMES["outline-module"],
    {"id": Key(shape=Id()), "title": _TEXTS, "core": Key(shape=Flag()), "lessons": Key(shape=Listing(_LESSON))},
)
_TERM = Record(NAMES["glossary-entry"], {"id": Key(shape=Id()), "country": _COUNTRY, "term": _TEXTS, "meaning": _TEXTS})
_NOTE = Record(
    NAMES["say"], {"language": Key(shape=OneOf(LANGUAGES)), "written": Key(shape=Text()), "said": Key(shape=Text())}
)
QUESTION_TYPES = ("yes-no", "one", "several", "how-often", "how-true", "words", "year")
_ANSWER = Record(NAMES["survey-answer"], {"id": Key(shape=Id()), "text": _TEXTS})
_QUESTION = Record(
    NAMES["survey-question"],
    {
        "id": Key(shape=Id()),
        "icon": Key(shape=Id()),
        "type": Key(shape=OneOf(QUESTION_TYPES)),
        "only_if": Key(shape=Text(), required=False),
        "part": Key(shape=Whole(least=1, most=9), required=False, default=1),
        "prompt": _TEXTS,
        "options": Key(shape=Listing(_ANSWER), required=False, default=[]),
    },
)
COURSE = Record(
    NAMES["course"],
    {
        "id": Key(shape=Id()),
        "title": _TEXTS,
        "modules": Key(shape=Listing(_MODULE)),
        "survey": Key(shape=Listing(_QUESTION), required=False, default=[]),
        "glossary": Key(shape=Listing(_TERM)),
        "say": Key(shape=Listing(_NOTE), required=False, default=[]),
    },
)
_FACT = Record(
    NAMES["fact"],
    {
        "id": Key(shape=Text()),
        "country": _COUNTRY,
        "title": _TEXTS,
        "value": Key(shape=in_languages(), required=False),
        "as_of": Key(shape=Text(), required=False),
        "checked": Key(shape=Day()),
        "source": Key(shape=in_languages(), required=False),
        "confidence": Key(shape=OneOf(("none", "low", "medium", "high"))),
        "look_up": _TEXTS,
        "review_months": Key(shape=Whole(least=1, most=60)),
    },
)
FACTS = Record(NAMES["facts"], {"facts": Key(shape=Listing(_FACT))})
MODULE = Record(
    NAMES["module"],
    {
        "id": Key(shape=Id()),
        "title": _TEXTS,
        "level": _LEVEL,
        "lessons": Key(shape=Listing(Id())),
        "about": _TEXTS,
    },
)


def parse_course(text: str, *, path: str) -> Json:
    """`{id, title, modules: [{id, title, core, lessons}], survey, glossary, say}`; texts are by language."""
    course = _read(text, shape=COURSE, path=path)
    lessons = [f"{module['id']}/{lesson['id']}" for module in course["modules"] for lesson in module["lessons"]]
    _refuse_repeats(lessons, path=path, text=text)
    _refuse_repeats([entry["id"] for entry in course["glossary"]], path=path, text=text)
    for entry in course["glossary"]:
        _refuse_unsaid_country(entry, path=path, text=text)
    _refuse_repeats([f"{note['language']}/{note['written']}" for note in course["say"]], path=path, text=text)
    for module in course["modules"]:
        for lesson in module["lessons"]:
            for name in (*lesson["needs"], *lesson["helps"]):
                _refuse_stranger(name, known=lessons, path=path, text=text)
    _refuse_repeats([question["id"] for question in course["survey"]], path=path, text=text)
    _refuse_lost_conditions(course["survey"], path=path, text=text)
    return course


def parse_facts(text: str, *, path: str) -> list[Json]:
    """`[{id, country, title, value, as_of, checked, source, confidence, look_up, review_months}]`."""
    facts: list[Json] = _read(text, shape=FACTS, path=path)["facts"]
    _refuse_repeats([fact["id"] for fact in facts], path=path, text=text)
    return facts


def parse_module(text: str, *, path: str) -> Json:
    """`{id, title, level, lessons: [id], about}`."""
    module = _read(text, shape=MODULE, path=path)
    _refuse_repeats(module["lessons"], path=path, text=text)
    return module


def write_record(value: Json, *, shape: Record) -> str:
    """The canonical file of a course, of facts or of a module."""
    return "\n".join(shape.block(value) or []) + "\n"


def in_one_language(value: object, *, language: str) -> object:
    """The same value with every text in languages replaced by its text in `language` (or in the other one)."""
    if isinstance(value, list):
        return [in_one_language(entry, language=language) for entry in value]
    if isinstance(value, dict):
        if set(value) == {"en", "zh-hans"}:
            return value[language] or value["en"] or value["zh-hans"]
        return {key: in_one_language(entry, language=language) for key, entry in value.items()}
    return value


def _read(text: str, *, shape: Record, path: str) -> Json:
    place = Place(path=path)
    value: Json = shape.read(node=compose(text.removeprefix("\ufeff"), place=place), place=place, key="")
    return value


def _refuse_repeats(ids: list[str], *, path: str, text: str) -> None:
    for name in ids:
        if ids.count(name) > 1:
            line = _line_with(name.split("/")[-1], text=text)
            raise FormatError(path=path, line=line, complaint=Complaint("stands-twice", {"item": name}))


def _refuse_stranger(name: str, *, known: list[str], path: str, text: str) -> None:
    if name not in known:
        complaint = Complaint("no-such-lesson", {"lesson": name})
        raise FormatError(path=path, line=_line_with(name, text=text), complaint=complaint)


def _refuse_unsaid_country(term: Json, *, path: str, text: str) -> None:
    """A glossary entry is marked for a country exactly where its meaning names it: learners see the meaning alone."""
    marked = {term["country"]} - {None}
    for language in LANGUAGES:
        meaning = term["meaning"][language] or ""
        named = {code for code in {*NAMED, *marked} if is_named(code, text=meaning, language=language)}
        for code in sorted(named ^ marked) if meaning else []:
            values: dict[str, Value] = {"term": term["id"], "country": name_of(code), "code": code}
            line = _line_with(meaning, text=text)
            raise FormatError(path=path, line=line, complaint=Complaint("term-of-a-country", values))


def _refuse_lost_conditions(survey: list[Json], *, path: str, text: str) -> None:
    """A question may hang on one answer (`selling/yes`) of a question before it."""
    before: set[str] = set()
    for question in survey:
        condition = question["only_if"]
        if condition is not None and condition not in before:
            complaint = Complaint("no-such-answer", {"answer": condition})
            line = _line_with(f"only_if: {condition}", text=text)
            raise FormatError(path=path, line=line, complaint=complaint)
        answers = ["yes", "no"] if question["type"] == "yes-no" else [option["id"] for option in question["options"]]
        before |= {f"{question['id']}/{answer}" for answer in answers}


def _line_with(word: str, *, text: str) -> int:
    """The last line on which `word` stands: of a repeated id, the repetition."""
    lines = text.split("\n")
    return max((number for number, line in enumerate(lines, start=1) if word in line), default=1)
