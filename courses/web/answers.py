"""What every address of the API shares: its token, its JSON, and what the documentation says of its answers."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from courses.refusals import NotAllowed
from courses.syncing import actions as syncing

_ENCODER = msgspec.json.Encoder()


class TooMany(NotAllowed):
    code = "too-many"


_COMMON = (500, 503)
_REFUSED = {
    400: "The body cannot be read",
    401: "The token is missing or wrong",
    403: "It is not open to this phone",
    404: "There is no such thing",
    409: "It was right once, and is no longer",
    410: "It was here, and was erased since",
    413: "Too much at once",
    422: "A field cannot be used",
    429: "Too many tries; try again after `Retry-After` seconds",
    500: "Our fault; `details.request` finds it in our log",
    503: "Busy; try again after `Retry-After` seconds",
}
_PROBLEM = {
    "type": "object",
    "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "details": {"type": "object"}},
    "required": ["code", "message", "details"],
    "additionalProperties": False,
}


def documented(*refused: int, body: type | None = None) -> dict[str, Any]:
    """What the documentation shows of a body that is decoded by hand, and of each refusal by its status."""
    shown: dict[str, Any] = {
        "responses": {200: {"description": "OK", "content": {"application/json": {"schema": {"type": "object"}}}}}
    }
    for status in (*refused, *_COMMON):
        content = {"application/json": {"schema": _PROBLEM}}
        shown["responses"][status] = {"description": _REFUSED[status], "content": content}
    if body is not None:
        (schema,), components = msgspec.json.schema_components([body], ref_template="#/components/schemas/{name}")
        content = {"application/json": {"schema": _flat(schema, components)}}
        shown["requestBody"] = {"required": True, "content": content}
    return shown


def _flat(schema: Any, components: dict[str, Any]) -> Any:
    """The schema with every reference replaced by what it names."""
    if isinstance(schema, dict):
        if name := schema.get("$ref"):
            return _flat(components[name.rsplit("/", 1)[-1]], components)
        return {key: _flat(value, components) for key, value in schema.items()}
    return [_flat(value, components) for value in schema] if isinstance(schema, list) else schema


def as_json(value: object) -> HttpResponse:
    response = HttpResponse(_ENCODER.encode(value), content_type="application/json; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["Content-Length"] = str(len(response.content))
    response["X-Content-Type-Options"] = "nosniff"
    return response


def upload_token(request: HttpRequest) -> str:
    """The upload token. Raises WrongToken where there is none worth the name."""
    kind, _, token = str(request.META.get("HTTP_AUTHORIZATION", "")).partition(" ")
    if kind.lower() != "bearer" or not 16 <= len(token) <= 200:
        raise syncing.WrongToken
    return token
