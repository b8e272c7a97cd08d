"""Every test of a tool opens it the same way."""

from tests.tools.practice import opened

__all__ = ["opened"]
