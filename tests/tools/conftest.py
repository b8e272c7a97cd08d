"""Every test of a tool opens it the same way."""

from tests.tools.practice import opened, window

__all__ = ["opened", "window"]
