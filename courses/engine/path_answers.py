"""What a survey's answers say: track, levels, weights, further needs and hints (CURRICULUM.md, section 7.1).

The twin is `static/app/engine/path-answers.ts`. Answers come from phones of any age: what is missing, unknown or of
the wrong kind counts as skipped, so nothing here can fail.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from courses.engine import path_rules as rules

Answers = Mapping[str, object]
Level = Literal[0, 1, 2]
Track = Literal["begin", "growing", "advanced"]


def _scale(answers: Answers, question: str) -> int:
    """1 to 4, or 0 where she skipped it."""
    value = answers.get(question)
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in (1, 2, 3, 4):
        return 0
    return int(value)


def _seldom(answers: Answers, *questions: str) -> bool:
    return any(_scale(answers, question) in (1, 2) for question in questions)


def _often(answers: Answers, *questions: str) -> bool:
    return any(_scale(answers, question) >= 3 for question in questions)


def _chosen(answers: Answers, question: str) -> set[str]:
    value = answers.get(question)
    return {entry for entry in value if isinstance(entry, str)} if isinstance(value, list | tuple) else set()


def _own_words(answers: Answers) -> str:
    value = answers.get("wants-other")
    return unicodedata.normalize("NFKC", value).lower() if isinstance(value, str) else ""


def track_of(answers: Answers) -> Track:
    """P1–P4."""
    if answers.get("selling") is not True:
        return "begin"
    return "advanced" if answers.get("selling-years") in rules.ADVANCED_YEARS else "growing"


def levels_of(answers: Answers) -> tuple[Level, Level]:
    """With computers and with the internet (P19–P22); 0 is taught from the start, 2 is asked five questions."""
    return _computer_level(answers), _internet_level(answers)


def _computer_level(answers: Answers) -> Level:
    text, image = _scale(answers, "use-text"), _scale(answers, "use-image")
    if _seldom(answers, "use-text", "use-image") or _often(answers, "feel-unfamiliar") or not (text or image):
        return 0
    return 2 if text == image == 4 else 1


def _internet_level(answers: Answers) -> Level:
    if _scale(answers, "use-search") <= 2 or _often(answers, "feel-lost", "feel-needs-help"):
        return 0
    return 2 if _scale(answers, "use-search") == 4 and _often(answers, "feel-confident") else 1


def weights_of(answers: Answers) -> dict[str, int]:
    """Module → weight: the base and all that her answers add."""
    weights = dict(rules.BASE_WEIGHTS)
    computer, internet = levels_of(answers)
    added = [rules.TRACK_WEIGHTS[track_of(answers)]]
    added += [more for want, more in rules.WANTS_WEIGHTS.items() if want in _chosen(answers, "wants")]
    added += [{module: more} for module, more in _own_wishes(answers)]
    added += [{"pc": 20}] if computer == 0 else []
    added += [{"in": 20}] if internet == 0 else []
    if _scale(answers, "use-finance") <= 2 or _seldom(answers, "use-shopping"):
        added.append({"py": 15})
    for one in added:
        for module, more in one.items():
            weights[module] += more
    return weights


def _own_wishes(answers: Answers) -> list[tuple[str, int]]:
    """P11."""
    words = _own_words(answers)
    return [(module, more) for pattern, module, more in rules.OTHER_WORDS if re.search(pattern, words)]


def further_needs(answers: Answers) -> list[tuple[str, str]]:
    """(lesson, what it needs for her), of P19 and P24–P26."""
    found = []
    if _computer_level(answers) == 0:
        found.append(("ec/ec6", "pc/pc4"))
    if _seldom(answers, "use-image"):
        found.append(("ec/ec6", "sh/sh1"))
    if _seldom(answers, "use-messages", "use-social"):
        found.append(("sh/sh6", "in/in5"))
    if _seldom(answers, "use-shopping"):
        found.append(("ec/ec2", "in/in6"))
    if _seldom(answers, "use-news"):
        found.append(("ec/ec2", "in/in3"))
    return found


def hints_of(answers: Answers) -> tuple[str, ...]:
    """What the app may do for her (P3, P11–P18, P24, P27–P31), in the order of the rules. No hint moves a lesson."""
    has_no_computer = answers.get("computer") is False
    platforms = _chosen(answers, "platform")
    hints = {
        "challenges": track_of(answers) == "advanced",
        "course-list": bool(_own_words(answers)) and not _own_wishes(answers),
        **{f"platform-{name}": name in platforms for name in rules.PLATFORMS},
        "phone-first": has_no_computer,
        "used-computer": has_no_computer and answers.get("computer-plan") is True,
        "full-download": answers.get("mobile-internet") is False,
        "wide-layout": bool(_chosen(answers, "devices") & {"computer", "tablet"}),
        "first-computer-hour": answers.get("phone-only") is True,
        "one-a-day": answers.get("hours") == "under-1",
        "eye-break": answers.get("hours") == "over-5",
        "chat-bridge": 4 in (_scale(answers, "use-messages"), _scale(answers, "use-social")),
        "learn-here": _seldom(answers, "use-maps", "use-books", "use-courses"),
        "familiar": _often(answers, "use-games", "use-music", "use-tv"),
        "read-aloud": _often(answers, "feel-lost"),
        "helper": _often(answers, "feel-needs-help"),
        "mentor": _often(answers, "feel-helps-others") or answers.get("role") in ("trainer", "volunteer"),
    }
    return tuple(name for name, holds in hints.items() if holds)
