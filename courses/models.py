"""Gathers the tables of every feature, so that Django finds them under one label."""

from courses.asking.models import *  # noqa: F403
from courses.authoring.models import *  # noqa: F403
from courses.catalog.models import *  # noqa: F403
from courses.inbox.models import *  # noqa: F403
from courses.learning.models import *  # noqa: F403
from courses.people.models import *  # noqa: F403
from courses.reminders.models import *  # noqa: F403
from courses.reports.models import *  # noqa: F403
from courses.syncing.models import *  # noqa: F403
