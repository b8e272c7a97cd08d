"""Only drawings that can do nothing but be seen are served."""

import pytest

from courses.engine.format.svg import svg_problem, svg_size

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 300">'


def test_a_plain_drawing_is_allowed_and_its_size_is_that_of_its_view_box() -> None:
    drawing = f'{HEAD}<defs><g id="a"><path d="M0 0h9" fill="#fff"/></g></defs><use href="#a"/></svg>'

    assert svg_problem(drawing) is None
    assert svg_size(drawing) == (360, 300)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        "<style>*{}</style>",
        '<path style="fill:red"/>',
        '<use href="https://example.org/a.svg#b"/>',
        '<image href="data:image/png;base64,AA"/>',
        "<foreignObject/>",
        '<a href="#x"><path/></a>',
        '<animate attributeName="href"/>',
        '<rect fill="url(https://example.org/x)"/>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
    ],
)
def test_a_drawing_that_could_run_or_load_something_is_refused(inside: str) -> None:
    assert svg_problem(f"{HEAD}{inside}</svg>")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}</svg>',
        f"{HEAD}{'<g/>' * 4000}</svg>",
    ],
)
def test_what_is_no_small_drawing_is_refused(text: str) -> None:
    assert svg_problem(text)
