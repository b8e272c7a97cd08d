"""Questions in the office."""

from courses.asking.actions import AUDIT_WORDS
from courses.people.office.parts import OfficePart

part = OfficePart(log_actions=AUDIT_WORDS)
