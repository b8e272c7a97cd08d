"""Every tool on its card, as it is opened."""

from playwright.sync_api import expect

from courses.engine.format.items import TOOL_NAMES
from tests.browser.learner import card
from tests.screens.camera import Phone

_PUBLISH = """
from datetime import UTC, datetime
from tests.published_every_tool import publish_module
publish_module(now=datetime.now(UTC))
"""
_WITHDRAW = """
from courses.catalog import actions
actions.withdraw(kind="module", key="tz")
"""


def practices(phone: Phone) -> None:
    """A module of their own is on offer meanwhile."""
    phone.site.manage("shell", "--no-imports", "-c", _PUBLISH)
    phone.context.route("**/static/app-*.js", lambda route: route.abort())
    phone.open(f"/{phone.language}/tz/tz1/")
    for name in TOOL_NAMES:
        expect(card(phone.page).locator(f"[data-tool={name}] .tool")).to_be_visible()
        phone.take(f"tool-{name}")
        phone.page.locator("main > .foot .btn").last.click()
    phone.site.manage("shell", "--no-imports", "-c", _WITHDRAW)
