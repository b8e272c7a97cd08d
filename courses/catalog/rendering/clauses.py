"""A trainer's sentences as HTML: safe by construction, broken where a person breathes.

Only paragraphs, emphasis, links and line breaks exist; whatever else was typed is shown as the text it is.
"""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "link", "escape", "newline"])

# After these a reader breathes. Closing quotes and brackets stay with what they close.
_AFTER, _CLOSING = "，。！？；：", "”’》）」』"
_CHINESE = re.compile(f"(?<=[{_AFTER}])(?![{_AFTER}{_CLOSING}…])|(?<=[{_AFTER}][{_CLOSING}])(?![{_AFTER}{_CLOSING}])")
_OTHER = re.compile(r"(?<=[.!?;:])\s+|(?<=[.!?][”’\"')])\s+")


def paragraphs(text: str, *, language: str) -> list[str]:
    """Each paragraph of `text` (markdown) as HTML without its `<p>`, every clause in `<span class="cl">`."""
    return [
        _clauses(token.children or [], language=language) for token in _MARKDOWN.parse(text) if token.type == "inline"
    ]


def sentence(text: str, *, language: str) -> str:
    """One line of plain text as HTML, every clause in `<span class="cl">`."""
    return _joined([escape(part) for part in _split(text, language=language)], language=language)


def _split(text: str, *, language: str) -> list[str]:
    return (_CHINESE if language.startswith("zh") else _OTHER).split(text)


def _joined(clauses: list[str], *, language: str) -> str:
    whole = [clause.strip() for clause in clauses if clause.strip()]
    if len(whole) < 2:
        return "".join(whole)
    between = "" if language.startswith("zh") else " "
    return between.join(f'<span class="cl">{clause}</span>' for clause in whole)


def _clauses(tokens: list[Token], *, language: str) -> str:
    """Breaks between clauses only outside links and emphasis; a line break of the source is a breath too."""
    clauses, depth = [""], 0
    for token in tokens:
        depth += token.nesting
        if token.nesting:
            clauses[-1] += _tag(token)
        elif token.type in {"softbreak", "hardbreak"}:
            clauses.append("")
        elif depth:
            clauses[-1] += escape(token.content)
        else:
            first, *rest = _split(token.content, language=language)
            clauses[-1] += escape(first)
            clauses += map(escape, rest)
    return _joined(clauses, language=language)


def _tag(token: Token) -> str:
    """Links lead to a word of the glossary, to a dated fact or to a page over https, nowhere else.

    A fact is opened like a word; `fact:` stays before its id, so that no word can have the same name.
    """
    if token.type == "link_open":
        target = str(token.attrs.get("href", ""))
        if target.startswith(("term:", "fact:")):
            term = escape(target.removeprefix("term:"))
            return f'<a href="#word-{term}" data-term="{term}">'
        return f'<a href="{escape(target)}" rel="noopener">' if target.startswith("https://") else "<a>"
    return f"<{'' if token.nesting > 0 else '/'}{token.tag}>"
