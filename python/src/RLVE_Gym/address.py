"""Where a server is: from the address a user writes to the WebSocket's."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from .errors import WrongServerError

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOCKET_SCHEMES = {"http": "ws", "https": "wss"}


def to_base_url(address: str) -> str:
    """Write an address without what a user may leave out, add or forget.

    `http://host:port`, `https://…`, `ws://…`, `wss://…` and `host:port` are addresses, each with
    or without a path prefix, a closing slash and the `/ws` at which the WebSocket opens.

    Raises:
        WrongServerError: It is none.
    """
    scheme, separator, rest = address.strip().partition("://")
    if not separator:
        scheme, rest = "http", address.strip()
    try:
        parts = urlsplit(f"{scheme}://{rest}")
    except ValueError as error:
        raise WrongServerError(
            f"{address} is no address of a server ({error}). Write it like http://localhost:8000",
            "WRONG_SERVER",
        ) from error
    path = parts.path.rstrip("/")
    path = path[: -len("/ws")].rstrip("/") if path.endswith("/ws") else path
    return urlunsplit(parts._replace(path=path, fragment=""))


def to_base_urls(addresses: str | Sequence[str]) -> list[str]:
    """Return one address, or several, as a list.

    Raises:
        WrongServerError: There is none.
    """
    listed = [addresses] if isinstance(addresses, str) else list(addresses)
    if not listed:
        raise WrongServerError("The list of servers is empty. Name one at least", "WRONG_SERVER")
    return listed


def to_socket_url(base_url: str) -> str:
    """Turn an address into the URL of its WebSocket: `ws://host:port/ws`."""
    parts = urlsplit(to_base_url(base_url))
    scheme = _SOCKET_SCHEMES.get(parts.scheme, parts.scheme)
    return urlunsplit(parts._replace(scheme=scheme, path=f"{parts.path}/ws"))


def is_on_this_machine(url: str) -> bool:
    """Whether a URL's host is this machine itself, which no proxy can reach for us."""
    host = urlsplit(url).hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
