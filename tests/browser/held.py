"""What a phone holds by now, asked in its page: the app and files in its caches, modules in its database."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from playwright.sync_api import Page

from tests.browser.site import until

_HOLDS = """async ({files, practices}) => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration || !registration.active || registration.active.state !== "activated") return false;
    const kept = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    if (!kept.includes("/app") || !files.every((file) => kept.some((path) => path.startsWith(file)))) return false;
    if (practices.length === 0) return true;
    const list = kept.find((path) => path.startsWith("/static/app/practices-"));
    if (!list) return false;
    const {default: needs} = await import(list);
    const isKept = ([path]) => kept.includes(new URL(path, location.origin).pathname);
    return practices.every((practice) => needs[practice].every(isKept));
}"""
_KEPT = """async store => {
    if (!(await indexedDB.databases()).some(({name}) => name === "xiangke")) return [];
    return new Promise((told) => {
        const open = indexedDB.open("xiangke");
        open.onsuccess = () => {
            const ask = open.result.transaction(store).objectStore(store).getAll();
            ask.onsuccess = () => { open.result.close(); told(ask.result); };
        };
    });
}"""


def kept(page: Page, store: str) -> list[Any]:
    """All rows of a store of the phone's database; none before the app has made it."""
    rows: list[Any] = page.evaluate(_KEPT, store)
    return rows


def wait_for_app(page: Page, *, practices: Sequence[str] = (), files: Sequence[str] = ()) -> None:
    """Until the app, every file of these practices and the files whose paths begin so are on the phone."""
    asked = {"files": list(files), "practices": list(practices)}
    until(partial(page.evaluate, _HOLDS, asked), what="the app and the practices")


def wait_for_module(page: Page, module: str) -> None:
    """Until the words of all its lessons are on the phone."""
    until(lambda: any(pack["module"] == module and _is_whole(pack) for pack in kept(page, "packs")), what=module)


def _is_whole(pack: dict[str, Any]) -> bool:
    return pack.get("complete") or len(pack.get("held") or []) == len(pack["manifest"]["lessons"])
