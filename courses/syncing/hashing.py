"""How secrets of phones are kept: tokens, keys, passes, codes and cookies are random, so a plain hash is enough."""

import hashlib


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
