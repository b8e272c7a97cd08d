"""A question's form with what was put into it before: a second try begins where the first one ended."""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import Any

from courses.engine.format import Exercise

Fields = Mapping[str, Sequence[str]]

MOST_SIGNS = 600
_INPUT = re.compile(r'<input (?P<rest>[^>]*?name="answer"(?: value="(?P<value>[^"]*)")?[^>]*)>')
_SELECT = re.compile(r'<select name="(?P<name>[^"]+)".*?</select>', re.DOTALL)
_OPTION = re.compile(r'<option(?: value="(?P<value>[^"]*)")?>(?P<text>[^<]*)</option>')


def fields_of(exercise: Exercise, response: Any) -> Fields:
    """The fields whose post is read as this response: the way back of `read_response`."""
    if exercise.type == "order":
        return {f"o-{option}": [str(place)] for place, option in enumerate(response, start=1)}
    if exercise.type == "match":
        return {f"o-{left}": [right] for left, right in dict(response).items()}
    if isinstance(response, bool):
        return {"answer": ["true" if response else "false"]}
    if isinstance(response, list):
        return {"answer": [str(option) for option in response]}
    return {"answer": [f"{response:g}" if isinstance(response, float) else str(response)]}


def answer_fields(posted: Fields) -> dict[str, list[str]]:
    """Of a post what was put into the question; nothing where that is too long for an address."""
    fields = {name: list(values) for name, values in posted.items() if name == "answer" or name.startswith("o-")}
    signs = sum(len(name) + sum(map(len, values)) for name, values in fields.items())
    return fields if signs <= MOST_SIGNS else {}


def filled(form: str, fields: Fields) -> str:
    """The form with these fields chosen or written."""
    answers = fields.get("answer", ())

    def field(found: re.Match[str]) -> str:
        if found["value"] is not None:
            return f"<input {found['rest']} checked>" if unescape(found["value"]) in answers else found[0]
        return f'<input {found["rest"]} value="{escape(answers[0])}">' if answers else found[0]

    def select(found: re.Match[str]) -> str:
        chosen = fields.get(unescape(found["name"]), ())

        def option(each: re.Match[str]) -> str:
            value = each["text"] if each["value"] is None else each["value"]
            is_chosen = value and unescape(value) in chosen
            return each[0].replace("<option", "<option selected", 1) if is_chosen else each[0]

        return _OPTION.sub(option, found[0])

    return _SELECT.sub(select, _INPUT.sub(field, form))
