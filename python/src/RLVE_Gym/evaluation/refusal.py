"""What an endpoint means that does not give what it was asked for."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from time import time

import msgspec

_SHOWN = 300
"""How much of an endpoint's own words an error shows, in characters."""

_OTHER_TEMPORARY = {408, 409, 425, 429}
"""Statuses, beside those from 500 on, after which the same request may succeed."""


def is_temporary_status(status: int) -> bool:
    """Whether the same request may yet succeed."""
    return status >= 500 or status in _OTHER_TEMPORARY


def words_of(body: bytes) -> str:
    """What an endpoint says went wrong, in whatever form."""
    try:
        said = msgspec.json.decode(body)
    except msgspec.DecodeError:
        said = body.decode(errors="replace")
    while isinstance(said, dict):
        said = next((said[key] for key in ("error", "message", "detail") if key in said), str(said))
    text = " ".join(str(said).split()) or "it says nothing"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def seconds_of(retry_after: str | None) -> float | None:
    """How long a `Retry-After` asks to wait: it is a number of seconds or a date."""
    if retry_after is None:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time())
    except ValueError:
        return None
