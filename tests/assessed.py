"""Builders of proof: an assessment on offer whose exercises are all right with `true`, and what she hands in."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from courses.catalog import actions as catalog
from courses.learning import actions
from courses.learning.models import Draw
from tests.learned import ON_OFFER_SINCE, Record


def an_assessment(
    *, module: str = "ra", items: int = 16, answer: bool = True, languages: Sequence[str] = ("en", "zh-hans")
) -> str:
    """A module's assessment on offer: exercises p0, p1 … about two lessons in turn. Returns its release."""
    body: dict[str, Any] = {"format": 1, "kind": "assessment", "id": module, "languages": {}}
    for language in languages:
        pool = [_item(number, answer=answer, language=language) for number in range(items)]
        title = f"Assessment of {module}" if language == "en" else f"{module} 测试"
        body["languages"][language] = {"module": module, "title": title, "items": pool}
    catalog.publish_assessment(body, now=ON_OFFER_SINCE)
    return hashlib.sha256(catalog.canonical(body)).hexdigest()


def _item(number: int, *, answer: bool, language: str) -> dict[str, Any]:
    asked = "Is it so" if language == "en" else "对不对"
    exercise = {
        "id": f"p{number}",
        "type": "true-false",
        "edition": 1,
        "prompt": f"{asked}? {number}",
        "options": [{"id": "true", "text": "", "why": "SECRET"}],
        "answer": answer,
        "why": "SECRET reason",
        "fact": None,
    }
    return {"lesson": f"{'ra1' if number % 2 else 'ra2'}", "exercise": exercise}


def responses_to(draw: Draw, *, right: int, others: Mapping[str, object] | None = None) -> dict[str, object]:
    """As many right as said, the others wrong."""
    return {item: number < right for number, item in enumerate(draw.items)} | dict(others or {})


def handed_in(record: Record, draw: Draw, *, at: datetime, right: int = 5, fold: bool = True) -> None:
    """Her event, folded at once unless said otherwise."""
    body = {"draw": str(draw.pk), "responses": responses_to(draw, right=right)}
    record.add("assessed", item="", body=body, at=at)
    if fold:
        actions.fold_learner(record.learner.pk)
