"""The second fence behind the renderer: whatever it lets through, only what lessons are made of reaches a phone.

The renderer escapes everything a trainer writes; nh3 then takes out any element, attribute or address that is not on
this list. What passes whole keeps its own bytes (nh3 would write `data-card=""` for `data-card`).
"""

from collections.abc import Mapping

import nh3

_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "data-term", "rel"},
    "article": {"class", "id", "data-card"},
    "button": {"class", "name", "value", "type"},
    "div": {"class", "data-tool", "data-name"},
    "form": {"id", "method", "data-item", "data-type"},
    "img": {"class", "loading", "src", "width", "height", "alt"},
    "input": {
        *("aria-label", "autocapitalize", "autocomplete", "class", "id", "inputmode", "maxlength", "name", "pattern"),
        *("required", "spellcheck", "type", "value"),
    },
    "label": {"class", "for"},
    "option": {"value", "selected"},
    "p": {"class", "id"},
    "select": {"name", "required", "aria-label", "id", "class"},
    "span": {"class", "aria-hidden"},
}
_PLAIN = {"b", "br", "em", "fieldset", "h2", "i", "legend", "li", "ol", "strong", "ul", "small"}


def only_lesson_html(html: str) -> str:
    """The same HTML where nothing in it is out of place; else what is left after cleaning."""
    cleaned = nh3.clean(
        html,
        tags={*_ATTRIBUTES, *_PLAIN},
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"https"},
        link_rel=None,
    )
    return html if _loosely(cleaned) == _loosely(html) else str(cleaned)


def _loosely(html: str) -> str:
    """Without the differences that only spelling makes."""
    for written, meant in (('=""', ""), ("&quot;", '"'), ("&#x27;", "'"), ("&gt;", ">"), ("&nbsp;", "\xa0")):
        html = html.replace(written, meant)
    return html
