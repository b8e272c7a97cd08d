"""A lesson's cards as HTML: a picture, a sentence, a question, a practice. Part 1 of the design is all it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from courses.catalog.rendering.clauses import paragraphs, sentence
from courses.catalog.rendering.questions import question_form
from courses.catalog.rendering.tool_words import OTHER_TOOL, TOOLS
from courses.catalog.rendering.words import WORDS
from courses.engine.format import Card, Lesson, Picture, Tool
from courses.engine.format.countries import name_of


@dataclass(frozen=True, kw_only=True)
class PictureFile:
    """Where a picture is served (`/packs/<sha256>`, or a preview's address) and its size in CSS pixels."""

    address: str
    width: int
    height: int


def render_lesson(*, lesson: Lesson, module: str, language: str, pictures: Mapping[str, PictureFile]) -> str:
    """The lesson's cards, one `<article data-card>` each, in order, with ids `c1`, `c2` …

    `pictures` is keyed by `Picture.file`; a picture that is not in it is shown by its alternative text alone, so
    that a missing file never hides a card. The same arguments always give the same bytes.
    """
    holds = _holds_in(lesson.country, language=language) if lesson.country else ""
    return "\n".join(
        _card(card, number=number, language=language, pictures=pictures, note="" if number > 1 else holds)
        for number, card in enumerate(lesson.cards, start=1)
    )


def _holds_in(country: str, *, language: str) -> str:
    name = name_of(country).in_language(language)
    return f"<p><small>{escape(WORDS[language]['holds-in'].format(name))}</small></p>"


def _card(card: Card, *, number: int, language: str, pictures: Mapping[str, PictureFile], note: str) -> str:
    heading = f"<h2>{sentence(card.heading, language=language)}</h2>"
    picture = _picture(card.picture, pictures=pictures) if card.picture else ""
    text = "".join(f'<p class="one">{line}</p>' for line in paragraphs(card.text, language=language)) + note
    if card.exercise:
        form = question_form(card.exercise, language=language)
        return f'<article class="quiz" id="c{number}" data-card>{picture}{heading}{text}{form}</article>'
    tool = _tool(card.tool, language=language) if card.tool else ""
    kind = "quiz" if tool else "full"
    inside = f"{heading}{text}{tool}"
    body = inside if tool else f'<div class="in">{inside}</div>'
    return f'<article class="{kind}" id="c{number}" data-card>{picture}{body}</article>'


def _picture(picture: Picture, *, pictures: Mapping[str, PictureFile]) -> str:
    alt = escape(picture.alt)
    file = pictures.get(picture.file)
    if file is None:
        return f'<p class="pic none">{alt}</p>'
    size = f'width="{file.width}" height="{file.height}"'
    return f'<img class="pic" loading="lazy" src="{escape(file.address)}" {size} alt="{alt}">'


def _tool(tool: Tool, *, language: str) -> str:
    """Its place on the card. What stands in it is for phones without script; the practice takes its room."""
    words = TOOLS.get(tool.name, OTHER_TOOL)[language]
    goal = sentence(tool.goal, language=language)
    told = sentence(words, language=language)
    return (
        f'<div data-tool="{escape(tool.id)}" data-name="{escape(tool.name)}">'
        f'<p class="one">{goal}</p><p class="told">{told}</p></div>'
    )
