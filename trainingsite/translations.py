"""Makes the `.mo` files that gettext reads from our `.po` files, so that no machine needs gettext's own tools.

The format of `.mo` is that of the GNU gettext manual, "The Format of GNU MO Files". Standard library only.
"""

import ast
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

_MAGIC = 0x950412DE
_HEADER_BYTES = 28
_CONTEXT_END = "\x04"


def compile_changed(folders: Iterable[Path]) -> int:
    """Write a `.mo` beside every `.po` under the folders that has none as new as itself; returns how many."""
    written = 0
    for source in (path for folder in folders for path in folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            target.write_bytes(to_mo(dict(messages(source.read_text(encoding="utf-8")))))
            written += 1
    return written


def messages(po: str) -> Iterator[tuple[str, str]]:
    """The translated messages of a `.po` text as (key, text); context and plural forms are in the key's own way.

    Fuzzy and empty translations are left out, as msgfmt does.
    """
    for block in po.split("\n\n"):
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
        parts = _parts(block)
        texts = [parts[name] for name in sorted(parts) if name.startswith("msgstr")]
        if "msgid" not in parts or not all(texts) or (fuzzy and parts["msgid"]):
            continue
        key = parts["msgid"]
        if "msgctxt" in parts:
            key = parts["msgctxt"] + _CONTEXT_END + key
        if "msgid_plural" in parts:
            key += "\0" + parts["msgid_plural"]
        yield key, "\0".join(texts)


def _parts(block: str) -> dict[str, str]:
    """`msgid`, `msgstr`, `msgstr[0]`… of one entry, with the strings put together."""
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith("msg"):
            name, _, quoted = line.partition(" ")
            parts[name] = _text(quoted)
        elif line.startswith('"'):
            parts[name] += _text(line)
    return parts


def _text(quoted: str) -> str:
    """A quoted string of a `.po` file; its escapes are those of Python's strings."""
    return str(ast.literal_eval(quoted.strip()))


def to_mo(entries: dict[str, str]) -> bytes:
    """The bytes of a `.mo` file: a header, two tables of (length, place), then all keys and all texts."""
    ordered = sorted((key.encode(), text.encode()) for key, text in entries.items())
    place = _HEADER_BYTES + 16 * len(ordered)
    tables, body = [b"", b""], b""
    for column in (0, 1):
        for pair in ordered:
            tables[column] += struct.pack("<II", len(pair[column]), place + len(body))
            body += pair[column] + b"\0"
    second = _HEADER_BYTES + 8 * len(ordered)
    header = struct.pack("<7I", _MAGIC, 0, len(ordered), _HEADER_BYTES, second, 0, second + 8 * len(ordered))
    return header + tables[0] + tables[1] + body
