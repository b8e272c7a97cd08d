"""Which SVG drawings may be served: an allow-list of elements and attributes, nothing that runs or loads.

The list holds what drawings of the library use; scripts, styles, foreign objects, links and addresses are not in it.
"""

import re
import xml.etree.ElementTree as ET

from courses.engine.format.sayings import Complaint

_ELEMENT_NAMES = """
svg g path rect circle ellipse line polyline polygon text tspan defs use title desc clipPath mask symbol
linearGradient radialGradient stop
"""
_ATTRIBUTE_NAMES = """
id class viewBox version width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform preserveAspectRatio
fill fill-opacity fill-rule clip-rule opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray
stroke-dashoffset stroke-opacity stroke-miterlimit offset stop-color stop-opacity gradientUnits gradientTransform
clip-path clipPathUnits mask maskUnits font-size font-family font-weight text-anchor dominant-baseline letter-spacing
role aria-hidden aria-label focusable
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_VALUE_THAT_LOADS = re.compile(r"url\((?!#)|javascript:|data:|//", re.IGNORECASE)
MOST_BYTES = 12_000


def svg_problem(text: str) -> Complaint | None:
    """Why this drawing may not be served; None if it may."""
    if len(text.encode()) > MOST_BYTES:
        return Complaint("svg-too-large", {"most": MOST_BYTES // 1000})
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?xml-stylesheet" in text:
        return Complaint("svg-prologue")
    try:
        root = ET.fromstring(text)
    except ET.ParseError:
        return Complaint("svg-broken")
    if root.tag != f"{_SVG}svg" or not _view_box(root):
        return Complaint("svg-no-view-box")
    return next((problem for element in root.iter() if (problem := _element_problem(element))), None)


def svg_size(text: str) -> tuple[int, int]:
    """Width and height in CSS pixels, from the viewBox of a drawing that may be served."""
    left_top_width_height = _view_box(ET.fromstring(text))
    assert left_top_width_height, "svg_problem was asked first"
    return round(left_top_width_height[2]), round(left_top_width_height[3])


def _view_box(root: ET.Element) -> list[float] | None:
    numbers = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
    values = [float(number) for number in numbers]
    return values if len(values) == 4 and values[2] >= 1 and values[3] >= 1 else None


def _element_problem(element: ET.Element) -> Complaint | None:
    name = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else "<!-- -->"
    if name not in _ELEMENTS:
        return Complaint("svg-element", {"name": name})
    for attribute, value in element.attrib.items():
        if attribute in _HREFS:
            if not value.startswith("#"):
                return Complaint("svg-loads", {"name": name, "attribute": "href"})
        elif attribute not in _ATTRIBUTES:
            return Complaint("svg-attribute", {"name": name, "attribute": attribute})
        elif _VALUE_THAT_LOADS.search(value):
            return Complaint("svg-loads", {"name": name, "attribute": attribute})
    return None
