"""CSV and QR: rows in, bytes out."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from courses.documents.csv import as_text, csv_lines, csv_response
from courses.documents.qr import qr_svg


def test_excel_is_told_the_charset_and_chinese_survives() -> None:
    first, second = csv_lines(heads=["姓名", "课"], rows=[["王桂兰", 3]])

    assert first == "\ufeff姓名,课\r\n".encode()
    assert second == "王桂兰,3\r\n".encode()


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@SUM(A1)", "\tx"])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    assert as_text(text) == f"'{text}"


def test_numbers_days_and_times_are_plain() -> None:
    with timezone.override("Asia/Shanghai"):
        assert [as_text(cell) for cell in (-2, 0.5, None, date(2026, 3, 1))] == [-2, 0.5, "", "2026-03-01"]
        assert as_text(datetime(2026, 11, 21, 10, 0, tzinfo=UTC)) == "2026-11-21 18:00"


def test_a_download_has_a_name_in_any_script() -> None:
    response = csv_response(name="人员", heads=["a"], rows=[])

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "%E4%BA%BA%E5%91%98.csv" in response["Content-Disposition"]


def test_a_qr_code_is_an_svg_with_a_name() -> None:
    svg = qr_svg("https://example.org/join/ABCD2345", label="Join <the> group")

    assert svg.startswith('<svg role="img"')
    assert "&lt;the&gt;" in svg
