"""Reads of asking."""

from courses.asking.queries.everything import everything_of
from courses.asking.queries.parts import missing_parts, waiting_to_be_made

__all__ = ["everything_of", "missing_parts", "waiting_to_be_made"]
