"""How quick the app is on a slow phone: card to card, the start from what is stored, her path, a long record.

    python -m bench.app [--runs 9]

A real Chromium at CPU 8x, without a network once the app is on the phone. Times are from the tap (or the start of the
visit) to the end of the frame that shows what comes; beside each stands an empty page.
The path is the engine's own function, called once in a fresh page with the answers of each test person. The long
record is a phone with 10,000 events on it: how it starts, and what handing over 20 more costs. Medians.
"""

import argparse
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench import long_record
from tests.browser.learner import answer_card, step
from tests.browser.site import Site, a_site, until
from tests.engine.vectors import vectors
from tests.tools.practice import built
from trainingsite.parts import chromium

CPU_SLOWDOWN = 8
LIMITS = {"card to card": 100, "start from what is stored": 1_000, "her path": 50, "start with 10,000 events": 1_500}
MOST_BYTES_OF_A_TALK = 2_500
_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
# Notes when the first frame ends in which the page shows a heading, and how long after a tap the shown card is another.
_WATCH = """(() => {
    const afterPaint = (then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(0);
    });
    const shown = () => (document.querySelector("[data-card].on") || {}).id;
    const look = () => {
        if (document.querySelector("h1")) afterPaint((now) => (window.shownAt = now));
        else setTimeout(look, 2);
    };
    look();
    addEventListener("click", (tap) => {
        const [before, began] = [shown(), tap.timeStamp];
        window.tookAfterTap = null;
        const wait = () => shown() !== before
            ? afterPaint((now) => (window.tookAfterTap = now - began))
            : setTimeout(wait, 1);
        wait();
    }, true);
})()"""
_EMPTY = """<!doctype html><meta charset="utf-8"><title>Empty</title><h1>Empty</h1>
<section id="c1" data-card class="on">One</section><section id="c2" data-card>Two</section><button>On</button>
<script>document.querySelector("button").onclick = () =>
    document.querySelectorAll("section").forEach((each) => each.classList.toggle("on"))</script>"""
_PATH = """([outline, answers]) => {
    const began = performance.now();
    rule.path({answers, outline});
    return performance.now() - began;
}"""


def learn_a_little(context: BrowserContext, site: Site) -> None:
    """The first page, one answer, and the wait until app and module are on the phone."""
    page = context.new_page()
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    kept = """async () => {
        const names = await caches.keys();
        const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        const registration = await navigator.serviceWorker.getRegistration();
        return !!registration && !!registration.active && registration.active.state === "activated"
            && ["/app", "/static/tools/ranking-sieve-"].every((file) =>
                caught.flat().some(({url}) => new URL(url).pathname.startsWith(file)));
    }"""
    until(lambda: bool(page.evaluate(kept)), what="the download")
    page.close()


@contextmanager
def slow_page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    yield page
    page.close()


def started(context: BrowserContext, address: str) -> float:
    """Milliseconds from the start of the visit to the end of the first frame with a heading."""
    with slow_page(context) as page:
        page.goto(address, wait_until="commit")
        page.wait_for_function("window.shownAt > 0")
        return float(page.evaluate("shownAt"))


def tapped(page: Page, button: str) -> float:
    page.locator(button).first.click()
    page.wait_for_function("window.tookAfterTap > 0")
    return float(page.evaluate("tookAfterTap"))


def turned(context: BrowserContext, address: str, *, on: str, back: str, times: int) -> list[float]:
    """Milliseconds from a tap to the end of the frame with the other card: on and back again."""
    with slow_page(context) as page:
        page.goto(address)
        page.locator("[data-card].on").wait_for()
        return [tapped(page, button) for _ in range(times) for button in (on, back)]


def paths_found(browser: Browser) -> list[float]:
    """Milliseconds for each test person, the first call in a page each time."""
    script = built("app/engine/path.ts", "--format=iife", "--global-name=rule", "--target=es2018")
    file = vectors("path.json")
    outline = [{"name": name, "needs": needs} for name, needs in file["outline"]]
    times = []
    for person in file["people"]:
        context = browser.new_context()
        with slow_page(context) as page:
            page.add_script_tag(content=script)
            times.append(float(page.evaluate(_PATH, [outline, person["answers"]])))
        context.close()
    return times


def report(name: str, times: Sequence[float], empty: Sequence[float]) -> None:
    middle, beside = statistics.median(times), statistics.median(empty)
    verdict = "" if middle <= LIMITS[name] else "  over"
    print(f"{name:<28}{middle:>10.1f}{max(times):>10.1f}{beside:>12.1f}{LIMITS[name]:>10}{verdict}")


def measure(browser: Browser, site: Site, *, runs: int) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB", bypass_csp=True)
    context.add_init_script(_WATCH)
    empty = browser.new_context(viewport={"width": 390, "height": 844})
    empty.add_init_script(_WATCH)
    learn_a_little(context, site)
    context.set_offline(True)
    lesson, nothing = f"{site.address}/en/ra/ra2/", "data:text/html;charset=utf-8," + quote(_EMPTY)
    cards = turned(context, lesson, on="main > .foot .btn.go", back="header button", times=runs)
    pairs = [(started(context, f"{site.address}/"), started(empty, nothing)) for _ in range(runs)]
    print(f"{'milliseconds, CPU 8x':<28}{'median':>10}{'worst':>10}{'empty page':>12}{'limit':>10}")
    beside = turned(empty, nothing, on="button", back="button", times=runs)
    report("card to card", cards, beside)
    report("start from what is stored", [pair[0] for pair in pairs], [pair[1] for pair in pairs])
    report("her path", paths_found(browser), [0.0])
    context.set_offline(False)
    measure_long_record(context, site, beside=[pair[1] for pair in pairs], runs=runs)


def measure_long_record(context: BrowserContext, site: Site, *, beside: Sequence[float], runs: int) -> None:
    release = long_record.fill(context, site)
    context.set_offline(True)
    report("start with 10,000 events", [started(context, f"{site.address}/") for _ in range(runs)], beside)
    context.set_offline(False)
    with slow_page(context) as page:
        talk = long_record.hand_over(page, site, release=release)
    is_within = talk.requests == 1 and talk.bytes <= MOST_BYTES_OF_A_TALK
    print(
        f"{long_record.NEW} more events: {talk.requests} request(s), {talk.bytes} B both ways, {talk.ms:.0f} ms"
        f"{'' if is_within else '  over'}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    if not chromium():
        raise SystemExit("bench/app cannot run here: it needs Chromium.")
    with tempfile.TemporaryDirectory() as folder, a_site(Path(folder)) as site, sync_playwright() as playwright:
        site.start_web()
        browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        measure(browser, site, runs=runs)
        browser.close()


if __name__ == "__main__":
    main()
