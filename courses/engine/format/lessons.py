"""A lesson's file: read into a `Lesson`, and written back in the one canonical way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courses.engine.format.errors import FormatError
from courses.engine.format.items import read_exercise, read_tool, write_exercise, write_tool
from courses.engine.format.records import Key, Listing, Record
from courses.engine.format.sayings import NAMES, Complaint
from courses.engine.format.shapes import Country, Id, LessonName, Text, Whole
from courses.engine.format.types import Card, Exercise, Json, Lesson, Picture, Tool
from courses.engine.format.yaml_text import Place, compose

FRONT = Record(
    NAMES["front-matter"],
    {
        "id": Key(shape=Id()),
        "title": Key(shape=Text()),
        "minutes": Key(shape=Whole(least=1, most=60)),
        "needs": Key(shape=Listing(LessonName())),
        "helps": Key(shape=Listing(LessonName())),
        "digcomp": Key(shape=Listing(Text())),
        "can": Key(shape=Text()),
        "country": Key(shape=Country(), required=False),
    },
)
PICTURE_FILE = re.compile(r"media/[a-z0-9][a-z0-9._-]{0,80}\.(svg|webp|png|jpg)")
SOUND_FILE = re.compile(r"media/[a-z0-9][a-z0-9._-]{0,80}\.(ogg|opus|m4a|mp3)")

_PICTURE = re.compile(r"!\[(.*)\]\(([^()\s]*)\)")
_SOUND = re.compile(r"\[sound\]\(([^()\s]*)\)")
_FENCE = re.compile(r"```([a-z]*)")


@dataclass(frozen=True, kw_only=True)
class _Line:
    number: int
    text: str


def parse_lesson(text: str, *, path: str) -> Lesson:
    """The lesson in `text`; `path` is only for messages. Raises FormatError with the line in that file."""
    lines = [
        _Line(number=number, text=line.rstrip())
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    ]
    front, rest = _front_matter(lines, path=path)
    cards = tuple(_card(group, path=path) for group in _groups(rest, path=path))
    if not cards:
        raise FormatError(path=path, line=lines[-1].number, complaint=Complaint("no-cards"))
    _refuse_repeated_ids(rest, cards=cards, path=path)
    front |= {name: tuple(front[name]) for name in ("needs", "helps", "digcomp")}
    return Lesson(**front, cards=cards)


def _front_matter(lines: Sequence[_Line], *, path: str) -> tuple[Json, Sequence[_Line]]:
    ends = [index for index, line in enumerate(lines) if line.text == "---"]
    if len(ends) < 2 or ends[0] != 0:
        raise FormatError(path=path, line=1, complaint=Complaint("no-front-matter"))
    inside = "\n".join(line.text for line in lines[1 : ends[1]])
    place = Place(path=path, first_line=2)
    front: Json = FRONT.read(node=compose(inside, place=place), place=place, key="")
    return front, lines[ends[1] + 1 :]


def _groups(lines: Sequence[_Line], *, path: str) -> Iterator[list[_Line]]:
    """The lines of each card, its heading first. A `#` inside a fence is no heading."""
    group: list[_Line] = []
    fenced = False
    for line in lines:
        if line.text.startswith("```"):
            fenced = not fenced
        if line.text.startswith("#") and not fenced:
            if group:
                yield group
            group = [line]
        elif group:
            group.append(line)
        elif line.text:
            raise FormatError(path=path, line=line.number, complaint=Complaint("before-first-card"))
    if group:
        yield group


def _card(lines: Sequence[_Line], *, path: str) -> Card:
    heading = re.fullmatch(r"# +(\S.*)", lines[0].text)
    if not heading:
        raise FormatError(path=path, line=lines[0].number, complaint=Complaint("not-a-heading"))
    parts = _Parts(path=path)
    body = iter(lines[1:])
    for line in body:
        if line.text.startswith("```"):
            parts.take_fence(line, inside=_until_fence(body, opened=line, path=path))
        else:
            parts.take_line(line)
    return Card(
        heading=heading.group(1),
        picture=parts.picture,
        sound=parts.sound,
        text=tidy_text("\n".join(parts.text)),
        exercise=parts.exercise,
        tool=parts.tool,
    )


def _until_fence(body: Iterator[_Line], *, opened: _Line, path: str) -> list[_Line]:
    inside: list[_Line] = []
    for line in body:
        if line.text == "```":
            return inside
        if line.text.startswith("```"):
            break
        inside.append(line)
    raise FormatError(path=path, line=opened.number, complaint=Complaint("open-block"))


class _Parts:
    """What has been met in one card so far."""

    def __init__(self, *, path: str) -> None:
        self.path = path
        self.picture: Picture | None = None
        self.sound: str | None = None
        self.exercise: Exercise | None = None
        self.tool: Tool | None = None
        self.text: list[str] = []

    def take_line(self, line: _Line) -> None:
        if picture := _PICTURE.fullmatch(line.text):
            self._take_picture(line, alt=picture.group(1).strip(), file=picture.group(2))
        elif sound := _SOUND.fullmatch(line.text):
            self._take_sound(line, file=sound.group(1))
        elif "![" in line.text:
            raise self._error(line, Complaint("picture-in-text"))
        else:
            self.text.append(line.text)

    def take_fence(self, line: _Line, *, inside: Sequence[_Line]) -> None:
        kind = _FENCE.fullmatch(line.text)
        if not kind or kind.group(1) not in ("exercise", "tool"):
            raise self._error(line, Complaint("unknown-block"))
        if self.exercise or self.tool:
            raise self._error(line, Complaint("second-activity"))
        place = Place(path=self.path, first_line=line.number + 1)
        content = "\n".join(entry.text for entry in inside)
        if kind.group(1) == "exercise":
            self.exercise = read_exercise(content, place=place)
        else:
            self.tool = read_tool(content, place=place)

    def _take_picture(self, line: _Line, *, alt: str, file: str) -> None:
        if self.picture:
            raise self._error(line, Complaint("second-picture"))
        if not alt:
            raise self._error(line, Complaint("no-alt"))
        if not PICTURE_FILE.fullmatch(file):
            raise self._error(line, Complaint("bad-picture-file", {"file": file}))
        self.picture = Picture(alt=alt, file=file)

    def _take_sound(self, line: _Line, *, file: str) -> None:
        if self.sound:
            raise self._error(line, Complaint("second-sound"))
        if not SOUND_FILE.fullmatch(file):
            raise self._error(line, Complaint("bad-sound-file", {"file": file}))
        self.sound = file

    def _error(self, line: _Line, complaint: Complaint) -> FormatError:
        return FormatError(path=self.path, line=line.number, complaint=complaint)


def _refuse_repeated_ids(lines: Sequence[_Line], *, cards: Sequence[Card], path: str) -> None:
    seen: set[str] = set()
    fences = iter([line for line in lines if line.text in ("```exercise", "```tool")])
    for card in cards:
        item = card.exercise or card.tool
        if not item:
            continue
        fence = next(fences)
        if item.id in seen:
            complaint = Complaint("item-twice", {"item": item.id})
            raise FormatError(path=path, line=fence.number + 1, complaint=complaint)
        seen.add(item.id)


def line_of_card(text: str, *, number: int) -> int:
    """The line of a card's heading in a file that `parse_lesson` reads; 1 for the lesson as a whole, number 0."""
    fenced = False
    seen = 0
    for place, line in enumerate(text.split("\n"), start=1):
        fenced ^= line.startswith("```")
        seen += line.startswith("#") and not fenced
        if number and seen == number:
            return place
    return 1


def tidy_text(text: str) -> str:
    """A card's sentences in canonical form: no space at line ends, one empty line between paragraphs."""
    lines = (line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def line_that_breaks(text: str) -> str | None:
    """The first line of a card's sentences that would mean something else in a file, or None."""
    for line in text.split("\n"):
        if line.startswith(("#", "```")) or "![" in line or _SOUND.fullmatch(line):
            return line
    return None


def write_lesson(lesson: Lesson) -> str:
    """The canonical file: what `parse_lesson` reads back as the same lesson, byte for byte."""
    front = {name: getattr(lesson, name) for name in FRONT.keys}
    lines = ["---", *(FRONT.block(front) or []), "---"]
    for index, card in enumerate(lesson.cards):
        lines += [*([""] if index else []), f"# {card.heading}"]
        for block in _blocks(card):
            lines += ["", *block]
    return "\n".join(lines) + "\n"


def _blocks(card: Card) -> Iterator[list[str]]:
    if card.picture:
        yield [f"![{card.picture.alt}]({card.picture.file})"]
    if card.sound:
        yield [f"[sound]({card.sound})"]
    if card.text:
        yield card.text.split("\n")
    if card.exercise:
        yield ["```exercise", *write_exercise(card.exercise), "```"]
    if card.tool:
        yield ["```tool", *write_tool(card.tool), "```"]
