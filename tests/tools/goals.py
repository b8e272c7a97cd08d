"""How each practice is brought to its goal, whatever its language: by the names of things, never by their words."""

import re
from collections.abc import Callable, Iterable, Mapping

from playwright.sync_api import Locator

Reach = Callable[[Locator], None]

SHOP = ["account", "identity", "bank", "category", "papers", "deposit", "return", "freight", "product", "test"]
ORDER = ["search", "compare", "order", "pay", "accept", "pack", "courier", "sign", "released"]
BROKEN = ["opens", "asks", "looks", "agrees", "refund", "claim"]
PARTS = ["screen", "mouse", "keyboard", "case", "power", "usb"]
HOUR = ["login", "work", "save", "logout", "shutdown"]


def _press(place: Locator, *selectors: str) -> None:
    for selector in selectors:
        place.locator(selector).first.press("Enter")


def _turn(place: Locator, dials: Mapping[str, int]) -> None:
    """Each slider so many steps up, or down where the number is negative."""
    for dial, steps in dials.items():
        for _ in range(abs(steps)):
            place.locator(f"#{dial}").press("ArrowRight" if steps > 0 else "ArrowLeft")


def _turned(**dials: int) -> Reach:
    return lambda place: _turn(place, {dial.replace("_", "-"): steps for dial, steps in dials.items()})


def _one_by_one(*selectors: str) -> Reach:
    """One after the other; where the next is not there yet, she goes on first."""

    def reach(place: Locator) -> None:
        for selector in selectors:
            if not place.locator(selector).count():
                _go_on(place)
            _press(place, selector)

    return reach


def _go_on(place: Locator) -> None:
    onward = place.locator("button[data-next]")
    if onward.count():
        onward.first.press("Enter")


def _each(attribute: str, names: Iterable[str]) -> Reach:
    return _one_by_one(*(f"[data-{attribute}={name}]" for name in names))


def _steps(*names: str) -> Reach:
    return _one_by_one(*(f"[data-id={name}] button" for name in names))


def _sort_cards(place: Locator) -> None:
    """Each card to the first place where it stays: one that was put elsewhere comes back."""
    tried = dict[str, int]()
    while not place.locator(".mission.good").count():
        face = " ".join(place.locator(".face, [data-bin]").all_inner_texts())
        at = tried.get(face, 0)
        tried[face] = at + 1
        place.locator("[data-bin]").nth(at).press("Enter")
        _go_on(place)


def _decide(place: Locator) -> None:
    """Yes, and where that leads nowhere, no."""
    tried = dict[str, int]()
    while not place.locator(".mission.good").count():
        asked = place.locator(".card").first.inner_text() + place.locator("#fork").inner_text()
        at = tried.get(asked, 0)
        tried[asked] = at + 1
        place.locator(".bins button").nth(at).press("Enter")
        _go_on(place)


def _build_a_password(place: Locator) -> None:
    words = place.locator(".words-of button")
    for far in (0, 1, 2, 4):
        words.nth(far).press("Enter")
    _press(place, ".words-of ~ .btn")
    for answer in (1, 0, 0):  # the caller asks for the code, hurries, and wants to be called back
        place.locator(".bins button").nth(answer).press("Enter")


def _live_ten_days_twice(place: Locator) -> None:
    """From real sales and from bought ones."""
    for start in (1, 2):
        place.locator("input[name=snowball-start]").nth(start).press(" ")
        place.locator(".btn.grow").nth(1).press("Enter")


def _try_titles(place: Locator) -> None:
    for title in place.locator("input[name=sieve-title]").all():
        title.press(" ")
        if place.locator(".mission.good").count():
            return


SIGNS = {"fee": 2, "closing": 2, "friend": 2, "subsidy": 2, "screen": 2, "prize": 2, "police": 2}
MESSAGES = [
    *("fee", "order", "closing", "bank", "friend", "pickup"),
    *("subsidy", "code", "screen", "prize", "sister", "police"),
]


def _look_at_messages(place: Locator) -> None:
    for message in MESSAGES:
        _press(place, f".part:nth-child({SIGNS[message] + 1})" if message in SIGNS else "[data-real]")
        _go_on(place)


def _compare_offers(place: Locator) -> None:
    place.locator("#offer-date").fill("2026-11-20")
    place.locator("input[name=offer-place]").nth(1).press(" ")
    place.locator("#offer-date").fill("2026-11-21")


def _type_the_line(place: Locator) -> None:
    """Whatever key is marked as the next one."""
    while (key := place.locator(".now[data-key]")).count() and not place.locator(".mission.good").count():
        key.first.press("Enter")


_HAN = re.compile("[\u4e00-\u9fff]")


def _put_the_page_right(place: Locator) -> None:
    if _HAN.search(place.locator(".paper").first.inner_text()):
        _put_the_chinese_page_right(place)
        return

    def tap(word: str) -> None:
        place.locator(f"[data-at='{word}']").click()

    def act(*names: str) -> None:
        _press(place, *(f"[data-act={name}]" for name in names))

    tap("notes 2")
    act("copy")
    tap("page 5")
    act("paste")
    tap("page 8")
    act("line", "cut")
    tap("notes 5")
    act("line", "copy")
    tap("page 12")
    tap("page 12")
    act("paste", "save")


def _put_the_chinese_page_right(place: Locator) -> None:
    """Her notes have other words: by arrows, as on a keyboard."""
    notes, page = place.locator(".paper").all()

    def keys(paper: Locator, *pressed: str) -> None:
        for key in pressed:
            paper.press(key)

    right, wider = "ArrowRight", "Shift+ArrowRight"
    keys(notes, *[right] * 2, wider, "Control+c")
    keys(page, *[right] * 5, wider, "Control+v", *[right] * 2, *[wider] * 3, "Control+x")
    keys(notes, *[right] * 5, *[wider] * 4, "Control+c")
    keys(page, *[right] * 11, "Control+v", "Control+s")


def _prepare_the_hour(place: Locator) -> None:
    for boxes in (["photos", "labels"], ["stick", "orders"], ["backup", "downloads", "logout", "take"]):
        for box in boxes:
            place.locator(f"[data-box={box}]").press(" ")
        _press(place, "[data-act=next]")


def _find_the_parts(place: Locator) -> None:
    _each("part", PARTS)(place)
    _steps(*HOUR)(place)


PHOTOS = [
    {"size": -5, "left": 3},
    {"size": -3, "light": 4},
    {"size": -7, "right": 4, "down": 4, "light": 2},
    {"size": -5, "right": 1, "up": 1, "light": -3},
]


def _frame_the_photos(place: Locator) -> None:
    for turns in PHOTOS:
        for turn, times in turns.items():
            if turn in ("size", "light"):
                _turn(place, {f"crop-{turn}": times})
            else:
                _press(place, *[f".crop-moves .{turn}"] * times)
        _press(place, "[data-use]")


def _bid(place: Locator) -> None:
    for steps in (-18, 20, -12):
        _turn(place, {"bid": steps})
        _press(place, "[data-place]")


def _fill_the_sheet(place: Locator) -> None:
    def write(cell: str, *keys: str) -> None:
        _press(place, f"[data-cell={cell}]")
        for key in (*keys, "enter"):
            _press(place, f"[data-cell={key}]" if key[0] in "BCDEF" else f"[data-key='{key}']")

    write("E4", "3", "3")
    write("E7", "6", "2")
    write("D8", "=", "B8", "*", "C8")
    write("F9", "SUM", "F2", "F8")
    _press(place, "[data-cell=F6]")


def _check_messages(place: Locator) -> None:
    for verdict in ("leave", "use", "ask", "leave", "ask", "leave"):
        _press(place, "[data-look=who]", "[data-look=else]", f"[data-verdict={verdict}]")
        _go_on(place)


def _hunt_rules(place: Locator) -> None:
    for door, rule in (("shipping", "dispatch"), ("fees", "deposit"), ("listing", "words")):
        _press(place, f"[data-door={door}]", f"[data-item={rule}]", "[data-item=begins]")


def _talk(*chats: str) -> Reach:
    return _each("reply", " ".join(chats).split())


GOALS: dict[str, Reach] = {
    "ad-auction": _turned(ad_bid=41),
    "case-desk": _talk(
        *("accept order refund", "sorry video refund", "angle video platform"),
        *("lookup slip friday", "keep order refund"),
    ),
    "chat-trainer": _talk("fact day", "months offer", "stay only", "promise quiet"),
    "code-cards": _sort_cards,
    "computer-hour": _prepare_the_hour,
    "data-jar": _each("way", ["lesson", "call", "smaller", "loaded", "off", "wait", "pay"]),
    "decision-path": _decide,
    "device-parts": _find_the_parts,
    "file-sorter": _sort_cards,
    "form-finder": _decide,
    "highest-bid": _bid,
    "honest-photos": _sort_cards,
    "keyboard": _type_the_line,
    "margin-calculator": _turned(margin_broken=29),
    "message-check": _check_messages,
    "mini-sheet": _fill_the_sheet,
    "money-path": _talk("until hold send wait", "agree", "another look tell", "inside send wait"),
    "offer-comparison": _compare_offers,
    "order-the-steps": _steps(*ORDER, *BROKEN),
    "password-builder": _build_a_password,
    "permission-cards": _sort_cards,
    "photo-crop": _frame_the_photos,
    "ranking-buyer": lambda place: _press(place, ".offers .btn"),
    "ranking-sieve": _try_titles,
    "ranking-simulator": _turned(shop_photo=4, shop_hours=1, shop_sales=3, shop_n=2),
    "results-page": _each(
        "item", ["post-exact", "agent", "old", "fast", "office", "dry-exact", "dryer", "bags", "station"]
    ),
    "rule-hunt": _hunt_rules,
    "shop-opening": _steps(*SHOP),
    "snowball-days": _live_ten_days_twice,
    "spot-the-phishing": _look_at_messages,
    "text-editor": _put_the_page_right,
    "title-builder": _each("word", ["dried", "shiitake", "g500", "cut"]),
    "touchpad": _each(
        "act",
        [*["next", "left"] * 3, "left", "left", "scroll", "right", "hold", "next", "next", "next", "left"],
    ),
}
