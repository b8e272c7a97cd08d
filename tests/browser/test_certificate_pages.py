"""The pages that a scanned code opens, in a real Chromium: readable by everybody, without script, never too wide."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from courses.learning import actions, queries
from courses.learning.models import Certificate
from courses.people.models import Learner
from courses.syncing.actions import print_pass
from tests.builders import a_certificate, a_learner, a_staff_member
from tests.screens.camera import small
from trainingsite.bootstrap import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
AXE = ROOT / "static" / "node_modules" / "axe-core" / "axe.min.js"
FIND = """() => axe.run().then(found => found.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target).join()))"""
PICTURES = os.environ.get("XIANGKE_PICTURES")
"""A folder for pictures of these pages, or none."""


def claimed(learner: Learner, *, module: str, show_name: bool, now: datetime) -> Certificate:
    a_certificate(learner=learner, module=module, way="assessment")
    return actions.claim_certificate(
        learner=learner.pk, module=module, name="㛃𠅤 王桂兰", show_name=show_name, language="zh-hans", now=now
    )


def addresses(now: datetime) -> dict[str, str]:
    """Each kind of page."""
    learner = a_learner()
    shown = claimed(learner, module="ra", show_name=True, now=now)
    hidden = claimed(learner, module="pc", show_name=False, now=now)
    revoked = claimed(learner, module="ec", show_name=True, now=now)
    actions.revoke_certificate(revoked, by=a_staff_member(role=None), now=now)
    return {
        "valid": f"/verify/{shown.code}",
        "hidden": f"/verify/{hidden.code}",
        "revoked": f"/verify/{revoked.code}",
        "unknown": "/verify/NOSUCHCODE",
        "typed": "/verify/",
        "pass": f"/pass/{print_pass(learner, by=a_staff_member(), now=now)}",
        "pass-unknown": "/pass/ABCDABCDABCDABCD",
    }


def faults(page: Page, name: str, *, width: int) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = []
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        found += [f"{colours}: {fault}" for fault in page.evaluate(FIND)]
        if PICTURES:
            picture = small(page.screenshot(full_page=True))
            Path(PICTURES, f"verify-{name}-{width}-{colours}.png").write_bytes(picture)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = int(page.evaluate("document.documentElement.scrollWidth")) > width
    return [*found, "wider than the phone at 200 %"] if wide else found


@pytest.mark.parametrize(("locale", "width"), [("en-GB", 390), ("zh-CN", 320)])
def test_everybody_can_read_what_a_code_opens(
    browser: Browser, live_server: LiveServer, locale: str, width: int, now: datetime
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale=locale, bypass_csp=True)
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    for name, address in addresses(now).items():
        page.goto(live_server.url + address)
        if found := faults(page, f"{name}-{locale[:2]}", width=width):
            wrong[name] = found
    context.close()
    assert wrong == {}


def test_a_typed_code_is_checked_by_keyboard_alone_and_without_script(
    browser: Browser, live_server: LiveServer, now: datetime
) -> None:
    certificate = claimed(a_learner(), module="ra", show_name=True, now=now)
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{live_server.url}/verify/")

    page.locator("[name=code]").focus()
    page.keyboard.type(certificate.code.lower())
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="这张证书有效").wait_for()
    assert page.url.endswith(f"/verify/{certificate.code}")
    context.close()


def test_the_document_opens_without_signing_in(browser: Browser, live_server: LiveServer, now: datetime) -> None:
    certificate = claimed(a_learner(), module="ra", show_name=True, now=now)
    context = browser.new_context()

    answer = context.request.get(
        f"{live_server.url}/certificates/{certificate.code}/{queries.certificate_key(certificate)}.pdf"
    )

    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body().startswith(b"%PDF-")
    context.close()
