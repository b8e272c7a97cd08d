"""QR codes: as SVG, to stand in a page or on a poster, and as plain squares for a phone to draw by itself."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str, *, label: str) -> SafeString:
    """An SVG that grows with its box; dark on white whatever the theme, with the quiet border scanners need.

    Error correction M: a poster that is 15 % torn or dirty is still read. `label` is what a screen reader says.
    """
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, light="#fff", title=label
    )
    svg = drawn.getvalue().decode().strip()
    return mark_safe(svg.replace("<svg ", '<svg role="img" ', 1))  # segno escapes the title


def qr_rows(text: str) -> list[str]:
    """The squares row by row, "1" for dark, without the quiet border: four squares of light belong around it."""
    return ["".join("1" if dark else "0" for dark in row) for row in segno.make_qr(text, error="m").matrix]
