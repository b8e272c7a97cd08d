"""A phone that was used for years: 10,000 events are on it, all handed over; then 20 more wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page, Request

from tests.browser.site import Site, until

EVENTS, NEW = 10_000, 20
_WRITE = """([count, release, apart]) => new Promise((done, failed) => {
    const hex = (size) => Array.from(crypto.getRandomValues(new Uint8Array(size)), (byte) =>
        byte.toString(16).padStart(2, "0")).join("");
    const mint = (ms) => {
        const [time, chance] = [ms.toString(16).padStart(12, "0"), hex(10)];
        const rest = `7${chance.slice(1, 4)}-8${chance.slice(5, 8)}-${chance.slice(8, 20)}`;
        return `${time.slice(0, 8)}-${time.slice(8)}-${rest}`;
    };
    const open = indexedDB.open("xiangke");
    open.onsuccess = async () => {
        const parts = open.result.transaction(["events", "waiting", "meta"], "readwrite");
        const ask = (request) => new Promise((told) => (request.onsuccess = () => told(request.result)));
        const meta = parts.objectStore("meta");
        const me = await ask(meta.get("me"));
        let seq = (await ask(meta.get("seq"))) || 0;
        const sitting = mint(Date.now());
        for (let left = count; left > 0; left--) {
            const ms = Date.now() - left * apart;
            const event = {
                id: mint(ms), v: 1, device: me.device, seq: ++seq, learner: me.learner, kind: "answered",
                at: new Date(ms).toISOString(), session: null, mono: null, module: "ra", release, item: "ra1/q1",
                body: { sitting, try: 3, response: "b", credit: 0 },
            };
            parts.objectStore("events").put(event);
            parts.objectStore("waiting").put(seq, event.id);
        }
        meta.put(seq, "seq");
        localStorage.setItem("xk.seq", String(seq));
        parts.oncomplete = () => (open.result.close(), done(seq));
        parts.onabort = () => failed(parts.error);
    };
})"""
_WAITING = """() => new Promise((told) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const ask = open.result.transaction("waiting").objectStore("waiting").count();
        ask.onsuccess = () => (open.result.close(), told(ask.result));
    };
})"""


@dataclass(frozen=True, kw_only=True)
class Talk:
    """What handing over cost: requests, bytes of all bodies both ways, ms from the first request to the last reply."""

    requests: int
    bytes: int
    ms: float


def write(page: Page, count: int, *, release: str, minutes_apart: int) -> None:
    page.evaluate(_WRITE, [count, release, minutes_apart * 60_000])


def fill(context: BrowserContext, site: Site) -> str:
    """Ten thousand events, all known to the server. Returns the release they name."""
    page = context.new_page()
    page.goto(f"{site.address}/today")
    catalogue = page.evaluate("async () => (await fetch('/api/v1/catalogue?language=en')).json()")
    release: str = catalogue["modules"][0]["release"]
    write(page, EVENTS, release=release, minutes_apart=60)
    page.reload()
    until(lambda: page.evaluate(_WAITING) == 0, what="ten thousand events to be handed over")
    page.close()
    return release


def hand_over(page: Page, site: Site, *, release: str) -> Talk:
    """Twenty more are written, and the app is opened: how it talks."""
    page.goto(f"{site.address}/today")
    write(page, NEW, release=release, minutes_apart=1)
    asked: list[Request] = []
    page.on("requestfinished", lambda one: asked.append(one) if "/api/v1/sync" in one.url else None)
    page.reload()
    until(lambda: page.evaluate(_WAITING) == 0, what="twenty events to be handed over")
    page.wait_for_timeout(500)
    return _talk(asked)


def _talk(asked: Sequence[Request]) -> Talk:
    sizes: list[Any] = [one.sizes() for one in asked]
    began = min(one.timing["startTime"] for one in asked)
    ended = max(one.timing["startTime"] + one.timing["responseEnd"] for one in asked)
    return Talk(
        requests=len(asked),
        bytes=sum(each["requestBodySize"] + each["responseBodySize"] for each in sizes),
        ms=ended - began,
    )
