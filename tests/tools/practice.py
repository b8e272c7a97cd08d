"""A tool outside the app, in a real Chromium: a page, a place, `mount`."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Error, Page

from trainingsite.frontend import STATIC

SMALLEST_TARGET = 48
LARGEST_TOOL = 6 * 1024

PAGE = """<!doctype html><html lang="{tag}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tool</title><style>{style}</style>
<body><main class="page"><h1>Lesson</h1><section><h2>Card</h2><div id="root"></div></section></main>
<script>{script}</script><script>
  var results = [], state, down;
  function begin(from) {{
    state = from;
    down = tool.mount(document.getElementById("root"), {{
      language: "{language}", goal: "Reach it.", state: state,
      keep: function (kept) {{ state = kept; }}, done: function (result) {{ results.push(result); }},
    }});
  }}
  begin({state});
</script></body></html>"""


@cache
def built(*arguments: str) -> str:
    esbuild = STATIC / "node_modules" / "esbuild" / "bin" / "esbuild"
    command = [str(esbuild), *arguments, "--bundle", "--minify", "--charset=utf8", "--log-level=error"]
    return subprocess.run(command, cwd=STATIC, capture_output=True, text=True, check=True).stdout


def script_of(tool: str) -> str:
    jsx = ("--jsx=automatic", "--jsx-import-source=preact", "--target=es2018")
    return built(f"tools/{tool}/index.tsx", *jsx, "--format=iife", "--global-name=tool")


@dataclass
class Practice:
    """A tool on a page."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def results(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("results")
        return found

    def state(self) -> Any:
        return self.page.evaluate("state")

    def press(self, id_: str, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.press(f"#{id_}", key)

    def tap(self, label: str) -> None:
        self.page.locator("#root label", has_text=label).last.click()

    def rows(self) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            ".rank li", "rows => rows.map(row => row.dataset.id + ' ' + row.querySelector('.s').textContent)"
        )
        return found


Open = Callable[..., AbstractContextManager[Practice]]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for the tests of a file: each practice begins in it with a document of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(window: Page) -> Open:
    @contextmanager
    def open_(
        tool: str, *, language: str = "en", state: Any = None, width: int = 390, dark: bool = False, text: int = 100
    ) -> Iterator[Practice]:
        practice = Practice(page=window)

        def noted(error: Error) -> None:
            practice.problems.append(str(error))

        window.set_viewport_size({"width": width, "height": 844})
        window.emulate_media(color_scheme="dark" if dark else "light")
        window.on("pageerror", noted)
        tag = "en" if language == "en" else "zh-Hans"
        style = built("css/app.css") + f"html{{font-size:{1.125 * text}%}}"
        filled = {"tag": tag, "style": style, "script": script_of(tool), "language": language}
        window.set_content(PAGE.format(**filled, state=json.dumps(state)))
        yield practice
        window.remove_listener("pageerror", noted)
        assert practice.problems == []

    return open_


def assert_fits_everybody(page: Page, *, width: int) -> None:
    """Nothing wider than the screen, no target too small, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.eval_on_selector_all(
        "#root button, #root input[type=range], #root .seg span",
        f"all => all.filter(each => each.offsetHeight < {SMALLEST_TARGET}).map(each => each.outerHTML)",
    )
    assert small == []
    page.add_script_tag(path=STATIC / "node_modules" / "axe-core" / "axe.min.js")
    found = page.evaluate("axe.run('#root').then(result => result.violations.map(each => each.id + ' ' + each.help))")
    assert found == []


def sent_bytes(tool: str) -> int:
    """With brotli, beside Preact."""
    jsx = ("--jsx=automatic", "--jsx-import-source=preact", "--target=es2018", "--format=esm")
    text = built(f"tools/{tool}/index.tsx", *jsx, "--external:preact", "--external:preact/jsx-runtime")
    return len(brotli.compress(text.encode()))
