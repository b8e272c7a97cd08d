"""How a learner plays the practices, with the keyboard alone, and the first move of each, whatever its language."""

from collections.abc import Callable

from tests.tools.practice import Practice


def press(practice: Practice, selector: str) -> None:
    """Whatever can be pressed can be reached, and Enter does it."""
    practice.page.locator(selector).first.press("Enter")


def enter(practice: Practice, name: str) -> None:
    practice.page.get_by_role("button", name=name).first.press("Enter")


def choose(practice: Practice, name: str) -> None:
    practice.page.get_by_role("radio", name=name).press(" ")


def answer(practice: Practice, word: str) -> None:
    practice.page.get_by_role("button", name=word, exact=True).press("Enter")


def go_on(practice: Practice) -> None:
    """The focus stands already where it goes on."""
    assert practice.page.evaluate("document.activeElement.matches('button[data-next]')")
    practice.page.keyboard.press("Enter")


def put(practice: Practice, place: str) -> None:
    press(practice, f"[data-bin={place}]")
    go_on(practice)


def step(practice: Practice, name: str) -> None:
    press(practice, f"[data-id={name}] button")


def act(practice: Practice, *names: str) -> None:
    for name in names:
        press(practice, f"[data-act={name}]")


def press_keys(practice: Practice, *keys: str) -> None:
    for key in keys:
        press(practice, f"[data-key='{key}']")


def reach_place_two(practice: Practice) -> None:
    for dial, times in [("photo", 4), ("hours", 1), ("sales", 3), ("n", 2)]:
        practice.press(f"shop-{dial}", "ArrowRight", times)


def lay_in(place: str) -> Callable[[Practice], None]:
    return lambda practice: press(practice, f"[data-bin={place}]")


def take_first(practice: Practice) -> None:
    press(practice, ".bins button")


def take_reply(practice: Practice) -> None:
    press(practice, "[data-reply]")


def tap_item(practice: Practice) -> None:
    press(practice, "[data-item]")


FIRST_MOVES: dict[str, Callable[[Practice], None]] = {
    "ranking-simulator": reach_place_two,
    "ranking-sieve": lambda practice: practice.page.locator("input[name=sieve-title]").last.press(" "),
    "photo-crop": lambda practice: practice.press("crop-light", "ArrowRight"),
    "ranking-buyer": lambda practice: press(practice, ".tool > .btn"),
    "snowball-days": lambda practice: press(practice, ".btn.grow"),
    "ad-auction": lambda practice: practice.press("ad-bid", "ArrowRight", 41),
    "highest-bid": lambda practice: practice.press("bid", "ArrowLeft", 5),
    "honest-photos": lay_in("misleads"),
    "margin-calculator": lambda practice: practice.press("margin-broken", "ArrowRight", 29),
    "mini-sheet": lambda practice: press(practice, "[data-cell=E4]"),
    "offer-comparison": lambda practice: practice.press("offer-deposit", "ArrowRight", 3),
    "code-cards": lay_in("show"),
    "permission-cards": lay_in("allow"),
    "computer-hour": lambda practice: act(practice, "next"),
    "device-parts": lambda practice: press(practice, "[data-part=screen]"),
    "file-sorter": lay_in("family"),
    "decision-path": take_first,
    "form-finder": take_first,
    "data-jar": lambda practice: press(practice, "[data-way]"),
    "rule-hunt": tap_item,
    "message-check": lambda practice: press(practice, "[data-look]"),
    "results-page": tap_item,
    "case-desk": take_reply,
    "chat-trainer": take_reply,
    "money-path": take_reply,
    "order-the-steps": lambda practice: step(practice, "search"),
    "shop-opening": lambda practice: step(practice, "chat"),
    "spot-the-phishing": lambda practice: press(practice, "[data-real]"),
    "password-builder": take_first,
    "title-builder": lambda practice: press(practice, "[data-word=dried]"),
    "keyboard": lambda practice: press_keys(practice, "shift"),
    "text-editor": lambda practice: act(practice, "line"),
    "touchpad": lambda practice: act(practice, "next", "left"),
}
