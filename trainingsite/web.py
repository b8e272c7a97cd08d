"""The web server as the supervisor starts it: the site is loaded once, then every server process begins as its copy.

So a start costs one load instead of one for each process, the copies share its memory, and a server process that
dies is back at once. Nothing here asks the database: a connection must not be shared between processes.
"""

import gc

from django.urls import get_resolver
from granian.cli import cli

import trainingsite.wsgi  # noqa: F401 - loads Django and all our apps


def main() -> None:
    """Takes granian's own arguments; ends when it does."""
    get_resolver().url_patterns  # noqa: B018 - reading it loads every view
    gc.freeze()  # what is loaded stays where it is, so that the copies go on sharing it
    cli()


if __name__ == "__main__":
    main()
