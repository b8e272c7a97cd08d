"""The answer that opens a profile's lock: the phone shows six digits, the office reads back six (OFFLINE.md, 5).

Both know the learner's reset key, so neither needs the network at that moment. The phone draws new digits after each
answer that was right, so an answer opens once (docs/decisions/0049).
"""

import hashlib
import hmac
import re
import unicodedata

KEY_BYTES = 16
DIGITS = 6

_SIX_DIGITS = re.compile("[0-9]{6}")


def read_digits(typed: str) -> str | None:
    """The six digits as typed or read out: blanks, hyphens and full-width digits do no harm. None: not six digits."""
    plain = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed))
    return plain if _SIX_DIGITS.fullmatch(plain) else None


def answer(key: bytes, *, digits: str) -> str:
    """Six digits that only this key gives for these six: the first 8 bytes of an HMAC-SHA-256 (RFC 2104), modulo 10⁶.

    `key` is 16 bytes, `digits` as `read_digits` gives them.
    """
    mac = hmac.digest(key, b"xiangke-lock:" + digits.encode(), hashlib.sha256)
    return str(int.from_bytes(mac[:8], "big") % 10**DIGITS).zfill(DIGITS)
