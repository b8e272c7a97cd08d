"""Codes as people read, write and type them."""


def spelled(code: str) -> str:
    """In fours, with dashes between."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
