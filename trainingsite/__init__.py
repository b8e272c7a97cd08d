"""The site: configuration and wiring, no rules.

Settings, addresses, the Celery app with its timetable, and the start-up of a bare machine live here.
Nothing in `courses` imports this package. It imports nothing itself: `bootstrap` runs before any package is there.
"""
