"""People in the office: learners, groups and codes, villages, centres and counties, staff, and the way in.

`part` is what `courses.wagtail_hooks` gathers.
"""

from courses.people.audit import ACTIONS
from courses.people.office.parts import OfficePart

part = OfficePart(log_actions=ACTIONS)
