"""One site for all tests of a process; those that change its lessons or files have one of their own."""

from collections.abc import Iterator

import pytest

from tests.browser.site import Site, a_site


@pytest.fixture(scope="session")
def common_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def site(common_site: Site) -> Site:
    """It serves; the test before may have left it without its server, or its gate shut."""
    common_site.serve()
    return common_site
