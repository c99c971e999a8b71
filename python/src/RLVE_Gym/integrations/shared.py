"""One client a server for all that a training process does with it."""

from __future__ import annotations

import atexit
import os
from functools import cache

from ..client import RlveGymClient

BASE_URL = os.environ.get("RLVEGYM_BASE_URL", "http://localhost:8000")
"""Where the server is, for what cannot be told it: set `RLVEGYM_BASE_URL`."""


@cache
def shared_client(base_url: str, api_key: str | None) -> RlveGymClient:
    """Return this process's client of a server. It connects on first use and ends with the process.

    Args:
        base_url: Where the server is.
        api_key: The server's key; without one that in `RLVEGYM_API_KEY`.
    """
    client = RlveGymClient(base_url, api_key=api_key or os.environ.get("RLVEGYM_API_KEY"))
    atexit.register(client.close)
    return client
