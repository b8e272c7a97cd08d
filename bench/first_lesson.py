"""How long until the first card of a lesson is painted and its first button answers a tap, on a slow phone.

    python -m bench.first_lesson [--runs 5]

A real Chromium at CPU 8x, cold, over an emulated 250/250 kbit/s link with 500 ms round trip, https with HTTP/1.1 as
`up --cert` serves it. The ratio is to the floor of OFFLINE.md, section 3:
T = k·RTT + 8.4·(B + 2800)/down + 8.4·2300/up, with k = 3 (TCP, TLS 1.3, request; no DNS), once for the page's own
bytes B and once for a page of 8,000 bytes.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.slow_link import SERVER, Link, inside, slow_link, why_not
from trainingsite import services
from trainingsite.bootstrap import ROOT
from trainingsite.parts import chromium

LINK = Link(down=250_000, up=250_000, round_trip=0.5)
CPU_SLOWDOWN = 8
PORT = 8443
PAGES = ["/zh-hans/ra/ra1/", "/en/ra/ra1/"]
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --ignore-certificate-errors"
)
# Taps as soon as there is a button, and notes the frame in which the second card is there.
_TAP = """(() => {
    const look = () => {
        const button = document.querySelector("main > .foot .btn.go");
        if (button && document.querySelector("#c1.on")) {
            button.click();
            if (document.querySelector("#c2.on")) requestAnimationFrame(() => performance.mark("usable"));
            return;
        }
        setTimeout(look, 5);
    };
    look();
})()"""


def floor_seconds(page_bytes: float, *, link: Link, round_trips: int = 3) -> float:
    return round_trips * link.round_trip + 8.4 * (page_bytes + 2800) / link.down + 8.4 * 2300 / link.up


def measure(browser: Browser, address: str) -> dict[str, Any]:
    """One cold visit, seen from the phone."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    page.add_init_script(_TAP)
    page.goto(address, wait_until="commit", timeout=120_000)
    deadline = time.monotonic() + 120
    while not page.evaluate("performance.getEntriesByName('usable').length"):
        if time.monotonic() > deadline:
            raise SystemExit("the first card never answered")
        time.sleep(0.1)
    found: dict[str, Any] = page.evaluate(
        """() => {
            const navigation = performance.getEntriesByType("navigation")[0];
            const paint = performance.getEntriesByName("first-contentful-paint")[0];
            return {
                usable: performance.getEntriesByName("usable")[0].startTime / 1000,
                painted: paint ? paint.startTime / 1000 : null,
                bytes: navigation.encodedBodySize,
            };
        }"""
    )
    page.context.close()
    return found


def as_phone(runs: int) -> None:
    """The part that runs at the phone's end; prints JSON. A fresh browser each time: nothing is warm."""
    results: dict[str, list[dict[str, Any]]] = {page: [] for page in PAGES}
    with sync_playwright() as playwright:
        for _ in range(runs):
            for page in PAGES:
                browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS.split())
                results[page].append(measure(browser, f"https://{SERVER}:{PORT}{page}"))
                browser.close()
    print(json.dumps(results))


def report(results: dict[str, list[dict[str, Any]]]) -> None:
    print(f"{'page':<20}{'bytes':>8}{'painted s':>11}{'usable s':>10}{'floor s':>9}{'ratio':>7}{'to 8 KB':>9}")
    for page, visits in results.items():
        usable = statistics.median(visit["usable"] for visit in visits)
        painted = statistics.median(visit["painted"] or visit["usable"] for visit in visits)
        size = visits[0]["bytes"]
        floor, ideal = floor_seconds(size, link=LINK), floor_seconds(8000, link=LINK)
        row = f"{size:>8}{painted:>11.2f}{usable:>10.2f}{floor:>9.2f}{usable / floor:>7.2f}{usable / ideal:>9.2f}"
        print(f"{page:<20}{row}")


def certificate(folder: Path) -> tuple[Path, Path]:
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={SERVER}", "-addext", f"subjectAltName=IP:{SERVER}", "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


def environment(folder: Path) -> dict[str, str]:
    ours = {"XIANGKE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "trainingsite.settings", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **ours}


def prepare(folder: Path) -> None:
    """Tables and the library, as `up` makes them."""
    command = [sys.executable, "-m", "trainingsite.prepare"]
    subprocess.run(command, env=environment(folder), cwd=ROOT, check=True, capture_output=True)


def serve_and_measure(runs: int, *, folder: Path) -> None:
    cert, key = certificate(folder)
    web = services.web(port=PORT, cert=cert, key=key).command
    with slow_link(LINK):
        server = subprocess.Popen(inside("server", web), env=environment(folder), cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            wait_for_server()
            phone = inside("phone", [sys.executable, "-m", "bench.first_lesson", "--phone", "--runs", str(runs)])
            told = subprocess.run(
                phone, env=environment(folder), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
            )
        finally:
            server.terminate()
            server.wait()
    report(json.loads(told.stdout))


def wait_for_server() -> None:
    """Asks from the server's own end, so that nothing is warm on the phone's."""
    deadline = time.monotonic() + 90
    ask = inside("server", [sys.executable, "-c", f"import socket; socket.create_connection(('{SERVER}', {PORT}), 2)"])
    while subprocess.run(ask, capture_output=True, check=False).returncode:
        if time.monotonic() > deadline:
            raise SystemExit("the web server did not start")
        time.sleep(0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", type=Path, help="the data folder of a site that is there already")
    parser.add_argument("--phone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.phone:
        as_phone(options.runs)
        return
    missing = why_not() or (None if chromium() else "it needs Chromium")
    if missing:
        raise SystemExit(f"bench/first_lesson cannot run here: {missing}.")
    if options.data:
        serve_and_measure(options.runs, folder=options.data)
        return
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        serve_and_measure(options.runs, folder=Path(folder))


if __name__ == "__main__":
    main()
