"""What may be refused.

    Refusal
    ├── NotFound      there is no such thing, or not for this person
    ├── NotAllowed    it exists, but this person may not
    ├── Conflict      it was right a moment ago; something else came first
    └── Invalid       what was sent cannot be used as it is

A feature defines its own refusals beside the action that raises them. There is no HTTP in here:
one table in `courses.web` maps the four families to status codes.
"""

from collections.abc import Mapping


class Refusal(Exception):
    """Something that was asked for and is refused, for a reason a person can act on.

    `code` is kebab-case and stable; the sentence a person reads is looked up by it in her language.
    `details` are plain JSON values that the sentence or the program may need.
    """

    code = "refused"

    def __init__(self, code: str | None = None, *, details: Mapping[str, object] | None = None) -> None:
        self.code = code or type(self).code
        self.details = dict(details or {})
        super().__init__(self.code)


class NotFound(Refusal):
    code = "not-found"


class NotAllowed(Refusal):
    code = "not-allowed"


class Conflict(Refusal):
    code = "conflict"


class Invalid(Refusal):
    code = "invalid"
