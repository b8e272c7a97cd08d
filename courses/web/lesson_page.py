"""The first page of a lesson: one response with style, first picture, all cards, their data and the small script."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from courses.engine.dated import Freshness
from courses.web.app_files import AppFiles
from courses.web.learner_sentences import sentences

_FIRST_PICTURE = re.compile(r'<img class="pic" loading="lazy" src="([^"]+)"')
_FOR_FEEDBACK = {"type", "why", "whys", "tolerance", "unit", "told"}
_TAG = re.compile(r"<[^>]*>")
_TERM = re.compile(r'data-term="([^"]+)"')

Ages = tuple[tuple[str, Freshness], ...]


@dataclass(frozen=True, kw_only=True)
class LessonSource:
    """What the catalogue gives: the lesson's file (courses/README.md, "Pack"), its release, and what stands around it.

    `outline` is the release of the course's outline (or empty), `next_lesson` address and title,
    `glossary` maps a term's id to the word and its meaning, and `fact:V01` to a dated fact and what is told of it.
    `say` maps what a voice would read badly to how it is said, for the whole course.
    `ages` says of each fact that the lesson rests on how fresh it is: what may change from one day to the next.
    """

    file: Mapping[str, Any]
    release: str
    outline: str
    next_lesson: tuple[str, str] | None
    glossary: Mapping[str, tuple[str, str]]
    say: Mapping[str, str] = field(default_factory=dict)
    ages: Ages = ()


def html_language(language: str) -> str:
    """`zh-Hans` is how pages write it."""
    return "zh-Hans" if language == "zh-hans" else language


def first_picture(cards: str) -> str | None:
    """The address of the first card's picture, if that card has one."""
    found = _FIRST_PICTURE.search(cards.partition("</article>")[0])
    return unescape(found[1]) if found else None


def with_first_picture(cards: str, *, svg: bytes) -> str:
    """The cards with the first picture inside the page itself: a drawing costs less there than a round trip."""
    return _FIRST_PICTURE.sub(lambda _: f'<img class="pic" src="{_data_address(svg)}"', cards, count=1)


def _data_address(svg: bytes) -> str:
    text = svg.decode().strip().replace("%", "%25").replace("#", "%23").replace("\n", " ")
    return "data:image/svg+xml," + text.replace("&", "%26").replace('"', "%22" if "'" in text else "'")


def document(source: LessonSource, *, cards: str, files: AppFiles) -> str:
    """The page up to its tail; `cards` is the lesson's HTML, for this reader where she has answered without script."""
    language = str(source.file["language"])
    title = escape(source.file["title"])
    script = files.scripts.get(language, "")
    words = _words(cards, source)
    said = _said(cards + words, source)
    return (
        f"{head(title=title, language=language, style=files.style)}"
        f'<main class="page"><h1 class="t">{title}</h1>\n{cards}\n{words}'
        f'<p class="plain">{_end(source)}</p></main>'
        f'<script type="application/json" id="lesson">{_data(source, files, said)}</script><script>{script}</script>'
    )


def head(*, title: str, language: str, style: str) -> str:
    """Everything before the body; `title` is HTML."""
    return (
        f'<!doctype html><html lang="{html_language(language)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title>"
        f'<link rel="icon" href="/favicon.svg"><style>{style}</style>'
    )


def _words(cards: str, source: LessonSource) -> str:
    """The glossary words of these cards, at the end of the page and one tap away."""
    used = [term for term in dict.fromkeys(_TERM.findall(cards)) if term in source.glossary]
    if not used:
        return ""
    return f'<aside class="words">{"".join(_word(term, *source.glossary[term]) for term in used)}</aside>'


def _word(term: str, word: str, meaning: str) -> str:
    return f'<p id="word-{term}"><b>{escape(word)}</b> <span>{escape(meaning)}</span></p>'


def _end(source: LessonSource) -> str:
    words = sentences(str(source.file["language"]))
    if not source.next_lesson:
        return f'<a class="btn" href="/">{words["to_start"]}</a>'
    address, title = source.next_lesson
    return f'<a class="btn go" href="{escape(address)}">{escape(words["next_lesson"].format(title))}</a>'


def _said(html: str, source: LessonSource) -> Mapping[str, str]:
    """The course's notes on how something is said, as far as it stands on this page."""
    text = unescape(_TAG.sub("", html))
    return {written: said for written, said in source.say.items() if written in text}


def _data(source: LessonSource, files: AppFiles, said: Mapping[str, str]) -> str:
    tools = source.file["tools"].values()
    data = {
        **{name: source.file[name] for name in ("module", "lesson", "language", "can", "tools")},
        "items": {key: _for_feedback(item) for key, item in source.file["items"].items()},
        "release": source.release,
        "app": files.files.get("app.js"),
        "style": files.files.get("app.css"),
        "picture": files.files.get("art/together.svg"),
        "inputs": files.files.get("lesson/inputs.js"),
        "say": said,
        "practices": {tool["name"]: files.practices[tool["name"]] for tool in tools if tool["name"] in files.practices},
    }
    if source.next_lesson:
        data["next"] = {"href": source.next_lesson[0], "title": source.next_lesson[1]}
    # "</" would end the script element early.
    kept = {name: value for name, value in data.items() if value}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def _for_feedback(item: Mapping[str, Any]) -> dict[str, Any]:
    """Without what only the server and the app ask for."""
    return {name: value for name, value in item.items() if name == "answer" or (value and name in _FOR_FEEDBACK)}


def tail(event_ids: Mapping[str, str]) -> str:
    """The part that is new in every answer: for each question (by item) the id its answer would have."""
    ids = "".join(f"<input name=id form={item} value={event_id}>" for item, event_id in event_ids.items())
    return f"<p hidden>{ids}"


def items_of(cards: str) -> Sequence[str]:
    """The questions that can still be answered in these cards."""
    return re.findall(r'<form method="post" id="([^"]+)"', cards)
