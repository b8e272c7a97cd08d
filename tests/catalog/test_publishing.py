"""Releases and packs: named by their hashes, made once, offered until something newer or nothing is."""

import gzip
import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.catalog import actions, queries
from courses.catalog.actions import NewFile
from courses.catalog.models import CurrentRelease, PackFile, Release

pytestmark = pytest.mark.django_db
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 30"><path d="M0 0h36v30H0z"/></svg>'
PICTURE = hashlib.sha256(DRAWING).hexdigest()


def a_body(*, language: str = "en", title: str = "Ranking", prompt: str = "Which?") -> dict[str, Any]:
    """A release body of a module with one lesson: a picture, a sentence, a question."""
    exercise = {
        "id": "q1",
        "type": "true-false",
        "edition": 1,
        "prompt": prompt,
        "options": [],
        "answer": True,
        "why": "Because.",
        "fact": None,
    }
    picture = {"alt": "A field", "file": PICTURE, "width": 36, "height": 30}
    cards = [
        {"heading": "One", "picture": picture, "sound": None, "text": "A sentence.", "exercise": None, "tool": None},
        {"heading": "Two", "picture": None, "sound": None, "text": "", "exercise": exercise, "tool": None},
    ]
    lesson = {"id": "xx1", "title": "First", "minutes": 6, "needs": [], "helps": [], "digcomp": [], "can": "I can."}
    about = {"course": "c", "id": "xx", "language": language, "title": title, "about": "About.", "level": "core"}
    return {"format": 1, "kind": "module", **about, "lessons": [{**lesson, "cards": cards}]}


def publish(body: dict[str, Any], *, now: datetime) -> bool:
    actions.keep_files([NewFile(content=DRAWING, content_type="image/svg+xml")], now=now)
    return actions.publish(actions.build_module(body), now=now)


def test_a_release_is_named_by_the_hash_of_its_canonical_json(now: datetime) -> None:
    publish(a_body(), now=now)

    release = Release.objects.get()

    assert hashlib.sha256(bytes(release.body)).hexdigest() == release.sha256
    value = json.loads(bytes(release.body))
    assert value == a_body()
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert bytes(release.body) == canonical.encode()


def test_every_file_of_a_pack_is_there_under_its_hash_in_three_forms(now: datetime) -> None:
    publish(a_body(), now=now)

    manifest = queries.pack_file(Release.objects.get().manifest_id)

    assert manifest is not None
    value = json.loads(manifest.plain)
    names = [entry["file"] for entry in value["lessons"] + value["pictures"]]
    assert names[-1] == PICTURE
    for name in [manifest.sha256, *names]:
        file = queries.pack_file(name)
        assert file is not None and file.brotli is not None and file.gzip is not None
        assert hashlib.sha256(file.plain).hexdigest() == name
        assert brotli.decompress(file.brotli) == gzip.decompress(file.gzip) == file.plain


def test_the_weight_of_a_pack_is_the_sum_of_what_is_sent(now: datetime) -> None:
    publish(a_body(), now=now)

    release = Release.objects.get()

    sent = sum(len(bytes(file.brotli or file.plain)) for file in PackFile.objects.all())
    assert release.pack_bytes == sent


def test_publishing_the_same_again_makes_no_release(now: datetime) -> None:
    assert publish(a_body(), now=now)
    files = PackFile.objects.count()

    assert not publish(a_body(), now=now + timedelta(days=1))

    assert Release.objects.count() == 1
    assert PackFile.objects.count() == files
    assert CurrentRelease.objects.get().since_at == now


def test_going_back_to_an_older_text_offers_the_older_release_again(now: datetime) -> None:
    publish(a_body(), now=now)
    first = CurrentRelease.objects.get().release_id
    publish(a_body(prompt="Which one?"), now=now)

    assert publish(a_body(), now=now)

    assert CurrentRelease.objects.get().release_id == first
    assert Release.objects.count() == 2


def test_a_lesson_is_answered_by_the_release_the_learner_saw(now: datetime) -> None:
    publish(a_body(), now=now)
    old = CurrentRelease.objects.get().release_id
    publish(a_body(prompt="Which one?"), now=now)

    seen = queries.lesson_of(release=old, lesson="xx1")

    assert seen is not None and seen.exercises[0].prompt == "Which?"
    assert queries.lesson_of(release=old, lesson="xx9") is None
    assert queries.lesson_of(release="0" * 64, lesson="xx1") is None


def test_what_has_a_hash_is_read_from_the_database_once(now: datetime) -> None:
    publish(a_body(title="Read once"), now=now)
    release = CurrentRelease.objects.get().release_id
    queries.lesson_of(release=release, lesson="xx1")

    with CaptureQueriesContext(connection) as asked:
        queries.lesson_of(release=release, lesson="xx1")

    assert len(asked) == 0


def test_the_catalogue_offers_the_newest_and_its_hash_follows(now: datetime) -> None:
    publish(a_body(), now=now)
    before = queries.catalogue(language="en")
    assert queries.catalogue(language="en") == before

    publish(a_body(title="Ranking, again"), now=now)
    after = queries.catalogue(language="en")

    assert after["hash"] != before["hash"]
    [module] = after["modules"]
    current = CurrentRelease.objects.get()
    assert (module["title"], module["release"], module["lessons"]) == ("Ranking, again", current.release_id, 1)
    rest = {name: value for name, value in after.items() if name != "hash"}
    assert after["hash"] == hashlib.sha256(actions.canonical(rest)).hexdigest()


def test_the_catalogue_follows_the_order_of_the_course(now: datetime) -> None:
    for key in ("aa", "xx", "bb"):
        publish({**a_body(), "id": key}, now=now)
    order = ("xx", "not-written-yet", "aa")
    modules: list[Any] = [{"id": key, "title": key, "core": True, "lessons": []} for key in order]
    outline = {"format": 1, "kind": "outline", "id": "c", "language": "en", "title": "C", "modules": modules}
    actions.publish(actions.build_outline({**outline, "glossary": [], "facts": []}), now=now)

    assert [module["id"] for module in queries.catalogue(language="en")["modules"]] == ["xx", "aa", "bb"]


def test_a_module_in_one_language_is_offered_in_that_one(now: datetime) -> None:
    publish(a_body(language="zh-hans", title="排序"), now=now)

    [module] = queries.catalogue(language="en")["modules"]

    assert (module["language"], module["title"]) == ("zh-hans", "排序")


def test_the_catalogue_says_which_modules_have_an_assessment(now: datetime) -> None:
    publish(a_body(), now=now)
    without = queries.catalogue(language="en")

    actions.publish_assessment({"format": 1, "kind": "assessment", "id": "xx", "languages": {}}, now=now)

    assert "assessment" not in without["modules"][0]
    assert queries.catalogue(language="en")["modules"][0]["assessment"] is True


def test_each_language_has_its_own_release(now: datetime) -> None:
    publish(a_body(), now=now)
    publish(a_body(language="zh-hans", title="排序"), now=now)

    titles = [queries.catalogue(language=language)["modules"][0]["title"] for language in ("en", "zh-hans")]

    assert titles == ["Ranking", "排序"]


def test_what_is_withdrawn_is_offered_no_longer_and_still_graded(now: datetime) -> None:
    publish(a_body(), now=now)
    release = CurrentRelease.objects.get().release_id

    assert actions.withdraw(kind="module", key="xx") == 1

    assert queries.catalogue(language="en")["modules"] == []
    assert queries.lesson_file(module="xx", lesson="xx1", language="en") is None
    assert queries.lesson_of(release=release, lesson="xx1") is not None
    assert queries.was_published(kind="module", key="xx")


def test_a_file_that_never_was_is_none_even_after_it_comes(now: datetime) -> None:
    new = NewFile(content=b"{}", content_type="application/json")
    assert queries.pack_file(new.sha256) is None

    actions.keep_files([new], now=now)

    assert queries.pack_file(new.sha256) is not None
