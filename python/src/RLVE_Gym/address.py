"""Where a server is: from the address a user writes to the WebSocket's."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def to_socket_url(base_url: str) -> str:
    """Turn `http://host:port`, `https://…`, `ws://…` or `host:port` into the URL of `/ws`."""
    url = base_url.rstrip("/")
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    return f"{ {'http': 'ws', 'https': 'wss'}.get(scheme, scheme) }://{rest}/ws"


def is_on_this_machine(url: str) -> bool:
    """Whether a URL's host is the loopback interface, which no proxy can reach for us."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
