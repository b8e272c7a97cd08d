"""A busy machine is no reason for a rule to fail: generated cases have no deadline."""

from hypothesis import settings

settings.register_profile("without-deadline", deadline=None)
settings.load_profile("without-deadline")
