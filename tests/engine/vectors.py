"""Case files that Python and TypeScript both pass."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "vectors"


def vectors(name: str) -> Any:
    """The JSON value of `tests/vectors/<name>`."""
    return json.loads((FOLDER / name).read_text("utf-8"))
