"""axe in a page: what somebody who listens, uses keys alone or sees little would stumble over."""

from playwright.sync_api import Page, expect

from trainingsite.frontend import STATIC

_AXE = STATIC / "node_modules" / "axe-core" / "axe.min.js"
_VIOLATIONS = """() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    .then(({violations}) => violations.map(({id, nodes}) => id + " " + nodes.map(({target}) => target).join(" ")))"""


def assert_everybody_can_use(page: Page, *, what: object = None) -> None:
    """No violation on the page as it stands; its policy must let axe in (`bypass_csp`)."""
    expect(page.locator("h1:visible, h2:visible, legend:visible").first).to_be_visible()
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=_AXE)
    found = page.evaluate(_VIOLATIONS)
    assert found == [], f"{what or page.url}: {found}"
