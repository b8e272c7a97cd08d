"""A question as a form of native controls, answered without script by one post to the page's own address.

Fields: `item` names the question (the button carries it); `answer` the choice, the choices or the text; for `order` and
`match` one `o-<id>` for each row. `read_response` turns the posted fields back into an event's `response`.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from courses.catalog.rendering.clauses import sentence
from courses.catalog.rendering.words import WORDS
from courses.engine.format import Exercise, MatchOptions, Option
from courses.engine.numerals import LONGEST_NUMBER, number_in, stands_before

Response = str | bool | float | list[str] | dict[str, str]


def question_form(exercise: Exercise, *, language: str) -> str:
    """The form, with `data-item` and `data-type` for the script that makes it quicker."""
    controls = _CONTROLS[exercise.type](exercise, WORDS[language])
    prompt = sentence(exercise.prompt, language=language)
    item = escape(exercise.id)
    return (
        f'<form method="post" id="{item}" data-item="{item}" data-type="{exercise.type}">'
        f"<fieldset><legend>{prompt}</legend>{controls}</fieldset>"
        f'<div class="foot"><button class="btn go" name="item" value="{item}">'
        f"{WORDS[language]['check']}</button></div></form>"
    )


def takes_several(exercise: Exercise) -> bool:
    """A choice whose answer is a list: she may tap several."""
    return exercise.type == "choice" and isinstance(exercise.answer, tuple)


def _choice(exercise: Exercise, words: Mapping[str, str]) -> str:
    """Options of true-false have no text but their own words; one that is still empty in a preview shows a “…”."""
    kind = 'type="checkbox"' if takes_several(exercise) else 'type="radio" required'
    return "".join(
        f'<label class="choice"><input {kind} name="answer" value="{escape(option.id)}">'
        f'<span class="grow">{escape(option.text or words.get(option.id, "…"))}</span></label>'
        for option in _options(exercise)
    )


def _order(exercise: Exercise, words: Mapping[str, str]) -> str:
    options = _options(exercise)
    places = "".join(f"<option>{place}</option>" for place in range(1, len(options) + 1))
    return "".join(
        f'<label class="choice">{_select(option, label=words["place-for"], first="–", rest=places)}'
        f'<span class="grow">{escape(option.text)}</span></label>'
        for option in options
    )


def _match(exercise: Exercise, words: Mapping[str, str]) -> str:
    assert isinstance(exercise.options, MatchOptions)
    partners = "".join(
        f'<option value="{escape(option.id)}">{escape(option.text)}</option>' for option in exercise.options.right
    )
    return "".join(
        f'<label class="choice wrap"><span class="grow">{escape(option.text)}</span>'
        f"{_select(option, label=words['partner-for'], first=words['choose'], rest=partners)}</label>"
        for option in exercise.options.left
    )


def _select(option: Option, *, label: str, first: str, rest: str) -> str:
    name, told = escape(f"o-{option.id}"), escape(label.format(option.text))
    return f'<select name="{name}" aria-label="{told}" required><option value="">{first}</option>{rest}</select>'


def _text(exercise: Exercise, words: Mapping[str, str]) -> str:
    """What the field is called is also what its waiting button asks for."""
    return (
        f'<label class="choice"><input class="grow" name="answer" aria-label="{words["write"]}" '
        'autocomplete="off" maxlength="500" required></label>'
    )


def _number(exercise: Exercise, words: Mapping[str, str]) -> str:
    unit = escape(exercise.unit or "")
    is_below_zero = isinstance(exercise.answer, float | int) and exercise.answer < 0
    keys = "text" if is_below_zero else "decimal"  # on some phones the keys for numbers have no minus
    shown = f"<span>{unit}</span>" if unit else ""
    name = words["number-in"].format(unit) if unit else words["number"]
    field = (
        f'<input class="grow" name="answer" inputmode="{keys}" aria-label="{name}" '
        f'autocomplete="off" maxlength="{LONGEST_NUMBER}" required>'
    )
    is_first = bool(unit) and stands_before(unit)
    return f'<label class="choice">{shown if is_first else ""}{field}{"" if is_first else shown}</label>'


def _options(exercise: Exercise) -> Sequence[Option]:
    assert not isinstance(exercise.options, MatchOptions)
    if exercise.type == "true-false" and not exercise.options:
        return (Option(id="true", text=""), Option(id="false", text=""))
    return exercise.options


_CONTROLS: Mapping[str, Callable[[Exercise, Mapping[str, str]], str]] = {
    "choice": _choice,
    "true-false": _choice,
    "order": _order,
    "match": _match,
    "numeric": _number,
    "text-entry": _text,
}


def read_response(exercise: Exercise, fields: Mapping[str, Sequence[str]]) -> Response | None:
    """What a posted form answers, in the shape of an event's `response`; None where it is not yet an answer."""
    answers = [value for value in fields.get("answer", ()) if value.strip()]
    if exercise.type == "order":
        return _read_order(exercise, fields)
    if exercise.type == "match":
        return _read_match(exercise, fields)
    if takes_several(exercise):
        return sorted(answers) or None
    if not answers:
        return None
    if exercise.type == "numeric":
        return number_in(answers[0], unit=exercise.unit)
    return answers[0] == "true" if exercise.type == "true-false" else answers[0].strip()


def _read_order(exercise: Exercise, fields: Mapping[str, Sequence[str]]) -> list[str] | None:
    places = {option.id: "".join(fields.get(f"o-{option.id}", ())) for option in _options(exercise)}
    if sorted(places.values()) != [str(place) for place in range(1, len(places) + 1)]:
        return None
    return sorted(places, key=lambda option: int(places[option]))


def _read_match(exercise: Exercise, fields: Mapping[str, Sequence[str]]) -> dict[str, str] | None:
    assert isinstance(exercise.options, MatchOptions)
    pairs = {option.id: "".join(fields.get(f"o-{option.id}", ())) for option in exercise.options.left}
    return pairs if all(pairs.values()) else None
