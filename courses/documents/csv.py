"""CSV that Excel opens rightly: with byte order mark and charset, streamed row by row, no cell run as a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from urllib.parse import quote

from django.http import StreamingHttpResponse
from django.utils import timezone

Cell = str | int | float | date | datetime | None

_RUN_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """A file for csv.writer that gives back what it is asked to write."""

    def write(self, line: str) -> str:
        return line


def as_text(cell: Cell) -> str | int | float:
    """What stands in the file: numbers as they are, times in the current time zone to the minute, text made harmless.

    Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
    """
    match cell:
        case None:
            return ""
        case int() | float():
            return cell
        case datetime():
            return timezone.localtime(cell).strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
    return f"'{cell}" if cell.startswith(_RUN_AS_FORMULA) else cell


def csv_lines(*, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The file's lines as UTF-8, the first with the byte order mark."""
    writer = csv.writer(_Echo())
    yield b"\xef\xbb\xbf" + _line(writer.writerow([as_text(head) for head in heads]))
    for row in rows:
        yield _line(writer.writerow([as_text(cell) for cell in row]))


def _line(written: object) -> bytes:
    return str(written).encode()


def csv_response(*, name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """A download of these rows; `name` without ending, in any script."""
    response = StreamingHttpResponse(csv_lines(heads=heads, rows=rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    response["Cache-Control"] = "no-store"
    return response
