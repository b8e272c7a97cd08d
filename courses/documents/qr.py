"""QR codes as SVG, to stand in a page or on a poster."""

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
