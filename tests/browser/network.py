"""A network in the test's hand."""

from playwright.sync_api import Page, Route

from tests.browser.site import Site


class Held:
    """What lies under these addresses, kept back on its way to a phone until it is let go."""

    def __init__(self, page: Page, addresses: str) -> None:
        self._waiting: list[Route] = []
        self._is_free = False
        page.route(addresses, self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_free or not self._is_meant(route):
            route.continue_()
        else:
            self._waiting.append(route)

    def _is_meant(self, route: Route) -> bool:
        return True

    def let_go(self) -> None:
        self._is_free = True
        for route in self._waiting:
            route.continue_()
        self._waiting.clear()


class HeldLessons(Held):
    """The words of lessons, kept back."""

    def __init__(self, page: Page, site: Site, *, language: str = "en") -> None:
        offered = page.request.get(f"{site.address}/api/v1/catalogue?language={language}").json()["modules"][0]
        manifest = page.request.get(f"{site.address}/packs/{offered['manifest']}").json()
        self._lessons = {lesson["file"] for lesson in manifest["lessons"]}
        super().__init__(page, "**/packs/*")

    def _is_meant(self, route: Route) -> bool:
        return route.request.url[-64:] in self._lessons
