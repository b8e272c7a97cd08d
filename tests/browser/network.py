"""A network in the test's hand."""

from playwright.sync_api import Page, Route

from tests.browser.site import Site


class HeldLessons:
    """The words of lessons, kept back on their way to a phone until they are let go."""

    def __init__(self, page: Page, site: Site, *, language: str = "en") -> None:
        self._waiting: list[Route] = []
        self._is_free = False
        offered = page.request.get(f"{site.address}/api/v1/catalogue?language={language}").json()["modules"][0]
        manifest = page.request.get(f"{site.address}/packs/{offered['manifest']}").json()
        self._lessons = {lesson["file"] for lesson in manifest["lessons"]}
        page.route("**/packs/*", self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_free or route.request.url[-64:] not in self._lessons:
            route.continue_()
        else:
            self._waiting.append(route)

    def let_go(self) -> None:
        self._is_free = True
        for route in self._waiting:
            route.continue_()
        self._waiting.clear()
