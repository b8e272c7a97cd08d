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
    "ad-auction": lambda practice: practice.press("ad-bid", "ArrowRight", 41),
    "case-desk": take_reply,
    "chat-trainer": take_reply,
    "code-cards": lay_in("show"),
    "computer-hour": lambda practice: act(practice, "next"),
    "data-jar": lambda practice: press(practice, "[data-way]"),
    "decision-path": take_first,
    "device-parts": lambda practice: press(practice, "[data-part=screen]"),
    "file-sorter": lay_in("family"),
    "form-finder": take_first,
    "highest-bid": lambda practice: practice.press("bid", "ArrowLeft", 5),
    "honest-photos": lay_in("misleads"),
    "keyboard": lambda practice: press_keys(practice, "shift"),
    "margin-calculator": lambda practice: practice.press("margin-broken", "ArrowRight", 29),
    "message-check": lambda practice: press(practice, "[data-look]"),
    "mini-sheet": lambda practice: press(practice, "[data-cell=E4]"),
    "money-path": take_reply,
    "offer-comparison": lambda practice: practice.press("offer-deposit", "ArrowRight", 3),
    "order-the-steps": lambda practice: step(practice, "search"),
    "password-builder": take_first,
    "permission-cards": lay_in("allow"),
    "photo-crop": lambda practice: practice.press("crop-light", "ArrowRight"),
    "ranking-buyer": lambda practice: press(practice, ".tool > .btn"),
    "ranking-sieve": lambda practice: practice.page.locator("input[name=sieve-title]").last.press(" "),
    "ranking-simulator": reach_place_two,
    "results-page": tap_item,
    "rule-hunt": tap_item,
    "shop-opening": lambda practice: step(practice, "chat"),
    "snowball-days": lambda practice: press(practice, ".btn.grow"),
    "spot-the-phishing": lambda practice: press(practice, "[data-real]"),
    "text-editor": lambda practice: act(practice, "line"),
    "title-builder": lambda practice: press(practice, "[data-word=dried]"),
    "touchpad": lambda practice: act(practice, "next", "left"),
}
