"""What hangs on a fake phone's questions, and the way of its parts to the server (docs/events.md, "Questions")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.test import Client

from courses.engine.asking import PART_BYTES


@dataclass(frozen=True, kw_only=True)
class Hanging:
    """A photo or a note on a phone, and the question it hangs on."""

    id: str
    event: str
    type: str
    data: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    @property
    def named(self) -> dict[str, Any]:
        return {"id": self.id, "sha256": self.sha256, "bytes": len(self.data), "type": self.type}

    @property
    def parts(self) -> list[bytes]:
        return [self.data[start : start + PART_BYTES] for start in range(0, len(self.data), PART_BYTES)]


def put(
    hanging: Hanging,
    *,
    client: Client,
    device: str,
    token: str,
    part: int | None = None,
    data: bytes | None = None,
    changed: Mapping[str, str] | None = None,
) -> Any:
    """The bare answer to one part of an attachment, or, without `part`, to what is lacking."""
    query = {"device": device, "id": hanging.id, **({} if part is None else {"part": str(part)}), **(changed or {})}
    address = f"/api/v1/attachments/{query.pop('sha256', hanging.sha256)}?{urlencode(query)}"
    body = data if data is not None else b"" if part is None else hanging.parts[part]
    headers = {"authorization": f"Bearer {token}"}
    return client.put(address, body, content_type="application/octet-stream", headers=headers)


def uploaded(hanging: Hanging, *, client: Client, device: str, token: str) -> Iterator[bool]:
    """Asks what is lacking and sends it, one part after the other; after each answer, whether all of it is there."""
    reply = put(hanging, client=client, device=device, token=token).json()
    yield bool(reply.get("stored"))
    for part in reply.get("missing", []):
        reply = put(hanging, client=client, device=device, token=token, part=part).json()
        yield bool(reply.get("stored"))
