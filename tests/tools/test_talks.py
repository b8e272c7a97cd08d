"""Talks that branch, things to find on a drawn page, a week to live: as a learner meets them."""

import pytest

from tests.tools.playing import answer, go_on, press
from tests.tools.practice import Open, Practice

pytestmark = pytest.mark.browser


def say(practice: Practice, *replies: str) -> None:
    for reply in replies:
        press(practice, f"[data-reply={reply}]")


def find(practice: Practice, *items: str) -> None:
    for item in items:
        press(practice, f"[data-item={item}]")


def talk(practice: Practice, *talks: str) -> None:
    """One talk after the other to its end; after the last one there is nothing to go on to."""
    for replies in talks:
        if practice.page.locator("button[data-next]").count():
            go_on(practice)
        say(practice, *replies.split())


def test_a_parcel_leaves_once_its_money_is_held_and_no_picture_counts(opened: Open) -> None:
    with opened("money-path") as practice:
        say(practice, "early")
        assert "the money never came" in practice.page.inner_text(".say")
        talk(practice, "until hold send wait", "agree", "another look tell", "inside send wait")
        assert practice.results() == [{"talks": 4, "lost": 1, "detours": 2}]
        assert practice.page.evaluate("document.activeElement.innerText").startswith("She confirms"), "focus is kept"


def test_each_answer_moves_the_mood_and_four_buyers_stay(opened: Open) -> None:
    with opened("chat-trainer") as practice:
        mood = practice.page.locator(".talk-top progress")
        say(practice, "wait")
        assert mood.get_attribute("value") == "2"
        assert "There is no fact in it" in practice.page.inner_text(".say")
        assert practice.page.locator(".bubble.mine").count() == 0, "what is thought better of is not said"
        say(practice, "fact", "day")
        talk(practice, "best trust", "best months offer", "stay only", "promise quiet")
        assert practice.results() == [{"talks": 4, "lost": 1, "detours": 1}]


def test_five_complaints_are_closed_with_proof_and_patience_can_be_used_up(opened: Open) -> None:
    with opened("case-desk") as practice:
        say(practice, "accept", "slip")
        assert "for another case" in practice.page.inner_text(".say")
        say(practice, "order", "refund")
        talk(practice, "block excluded")
        assert "No more patience" in practice.page.inner_text(".say")
        for case in ["sorry video refund", "angle video platform", "lookup slip friday", "keep order refund"]:
            talk(practice, case)
        assert practice.results() == [{"talks": 5, "lost": 1, "detours": 3}]


def test_two_searches_find_their_page_past_the_ads(opened: Open) -> None:
    with opened("results-page") as practice:
        find(practice, "post-wide")
        assert "Too long" in practice.page.inner_text("[role=alert]")
        find(practice, "post-exact", "agent", "agent", "old")
        assert practice.page.locator(".marked").count() == 1, "what is marked stays, a miss takes nothing away"
        assert "Nobody paid for this one" in practice.page.inner_text("[role=alert]")
        find(practice, "fast", "fast")
        assert "This one is an ad" in practice.page.inner_text("[role=alert]")
        find(practice, "office", "dry-exact", "dryer", "bags", "station")
        assert practice.results() == [{"tasks": 6, "misses": 3}]


def test_a_message_is_decided_after_two_looks(opened: Open) -> None:
    with opened("message-check") as practice:
        press(practice, "[data-verdict=leave]")
        assert "Take two looks first" in practice.page.inner_text(".say")
        for n, verdict in enumerate(["leave", "use", "ask", "leave", "ask", "leave"]):
            press(practice, "[data-look=who]")
            press(practice, "[data-look=who]")
            press(practice, "[data-look=else]")
            assert practice.page.locator(".fact").count() == 2, "a look twice is one look"
            if not n:
                press(practice, "[data-verdict=use]")
                assert "in your name" in practice.page.inner_text(".say")
            press(practice, f"[data-verdict={verdict}]")
            go_on(practice)
        assert practice.results() == [{"messages": 6, "early": 1, "off": 1}]


def test_three_rules_are_found_with_the_day_from_which_they_apply(opened: Open) -> None:
    with opened("rule-hunt") as practice:
        press(practice, "[data-door=shipping]")
        find(practice, "festival")
        assert "That is over" in practice.page.inner_text("[role=alert]")
        find(practice, "dispatch", "published")
        assert "It does not apply yet" in practice.page.inner_text("[role=alert]")
        find(practice, "begins")
        press(practice, "[data-door=fees]")
        find(practice, "deposit", "begins")
        press(practice, "[data-door=listing]")
        find(practice, "words", "begins")
        assert practice.results() == [{"rules": 3, "misses": 2}]
        assert "20 November 2026" in practice.page.inner_text(".tool .card")


def choose_ways(practice: Practice, *ways: str) -> None:
    for way in ways:
        press(practice, f"[data-way={way}]")


def test_a_week_is_lived_from_a_jar_that_can_run_dry(opened: Open) -> None:
    with opened("data-jar") as practice:
        choose_ways(practice, "lesson", "videocall", "originals", "film")
        assert "Thursday: the jar is empty" in practice.page.inner_text(".say")
        assert practice.page.locator("[data-way]").count() == 0
        answer(practice, "One step back")
        choose_ways(practice, "loaded", "off", "wait", "free")
        assert "Anybody can call a network so" in practice.page.inner_text(".say")
        assert practice.results() == []
        choose_ways(practice, "pay")
        assert practice.results() == [{"left": 266, "unsafe": 1}]
