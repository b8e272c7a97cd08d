"""How passwords are hashed: Argon2id with the smallest parameters that OWASP's cheat sheet recommends."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SmallMachineArgon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: about 18 ms; Django's own setting costs 100 MB a sign-in."""

    time_cost = 2
    memory_cost = 19456
    parallelism = 1
