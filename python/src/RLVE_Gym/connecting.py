"""Opening a WebSocket to the server, and trying again for as long as that may help."""

from __future__ import annotations

import asyncio
import json
import random
import ssl
import time
from typing import TYPE_CHECKING, Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidMessage,
    InvalidProxy,
    InvalidProxyStatus,
    InvalidStatus,
    WebSocketException,
)
from websockets.exceptions import ProxyError as ProxyFailure

from .address import is_on_this_machine
from .errors import (
    CapacityError,
    ConnectionLostError,
    ProxyError,
    RlveGymError,
    ServerError,
    ServerUnreachableError,
    UnauthorizedError,
    WrongServerError,
    to_server_error,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPORARY_STATUSES = {429, 502, 503, 504}
_TRY_AGAIN_CODES = {1001, 1012, 1013}
"""With which a server that stops, restarts or has no room closes a connection."""

_MESSAGE_TOO_BIG = 1009

_LOSSES_WITHOUT_A_REPLY = 10
"""After so many connections in a row that gave no reply, the requests are at fault."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.01, 1.0


async def open_socket(
    url: str, *, headers: Mapping[str, str], timeout_s: float, **options: Any
) -> ClientConnection:
    """Open a WebSocket.

    Args:
        url: The WebSocket's URL.
        headers: HTTP headers to connect with.
        timeout_s: How long it may take.
        **options: Those of websockets' `connect`.

    Raises:
        RlveGymError: Which one says whether trying again may help.
    """
    proxy: dict[str, Any] = {"proxy": None} if is_on_this_machine(url) else {}
    try:
        return await connect(
            url,
            additional_headers=headers,
            open_timeout=timeout_s,
            close_timeout=2,
            compression=None,
            **proxy,
            **options,
        )
    # A URL's port and host may be none (ValueError), and a SOCKS proxy needs another package.
    except (
        OSError,
        EOFError,
        ValueError,
        ImportError,
        WebSocketException,
        asyncio.TimeoutError,
    ) as error:
        raise to_connect_error(url, error) from error


class Outage:
    """How often, and since when, a connection has been tried to be had again.

    Args:
        timeout_s: How long to try.
    """

    def __init__(self, timeout_s: float) -> None:
        self._timeout_s = timeout_s
        self.end()

    def end(self) -> None:
        """Note that the server answers: the next outage begins anew."""
        self._deadline: float | None = None
        self._pause_s = _FIRST_PAUSE_S
        self._losses = 0

    async def wait(self, error: RlveGymError) -> None:
        """Wait before the next try; raise the error where that is no use, or has been too long."""
        if not is_temporary(error):
            raise error
        now = time.monotonic()
        if self._deadline is None:
            self._deadline = now + self._timeout_s
        if now + self._pause_s > self._deadline:
            raise error
        # Workers that lost the same server do not all come back at the same moment.
        await asyncio.sleep(self._pause_s * random.uniform(0.5, 1))  # noqa: S311
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)

    async def wait_after_loss(self, url: str, closed: ConnectionClosed) -> None:
        """Wait after a connection that has ended; raise where that happened too often."""
        self._losses += 1
        error = ConnectionLostError(
            f"{url} ended the connection {self._losses} times without a reply "
            f"({closed}). Check that it is an RLVE-Gym server, and look into its log",
            "CONNECTION_LOST",
        )
        is_announced = closed.rcvd is not None and closed.rcvd.code in _TRY_AGAIN_CODES
        if self._losses >= _LOSSES_WITHOUT_A_REPLY and not is_announced:
            raise error
        await self.wait(error)


def is_temporary(error: RlveGymError) -> bool:
    """Whether trying again may help: a server that restarts, a network that fails, no room."""
    return (
        isinstance(error, (ServerUnreachableError, ConnectionLostError, CapacityError))
        or error.code == "SESSION_ERROR"
    )


def is_too_big(closed: ConnectionClosed) -> bool:
    """Whether a server closed the connection because of a message's size."""
    return closed.rcvd is not None and closed.rcvd.code == _MESSAGE_TOO_BIG


def message_too_large() -> ServerError:
    """Return the error of a message that the server did not even read."""
    return ServerError(
        "The request is larger than the server accepts. Send less at once, or raise "
        "RLVEGYM_MAX_MESSAGE_BYTES on the server",
        "MESSAGE_TOO_LARGE",
    )


def to_refusal(url: str, frame: str | bytes) -> RlveGymError:
    """Read a frame that answers no request: why the server refuses the connection."""
    try:
        message = json.loads(frame)
        if message["type"] == "error":
            return to_server_error(message["data"])
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return WrongServerError(
        f"{url} is no RLVE-Gym server: it sent {frame[:80]!r}. Check the address", "WRONG_SERVER"
    )


def to_connect_error(url: str, cause: BaseException) -> RlveGymError:
    """Turn what `websockets` raises while it connects into the exception to raise."""
    if isinstance(cause, InvalidStatus):
        return _to_status_error(url, cause.response.status_code)
    if isinstance(cause, InvalidProxyStatus):
        status = cause.response.status_code
        if status in _TEMPORARY_STATUSES:
            return _to_status_error(url, status)
    if isinstance(cause, (InvalidProxy, ProxyFailure, ImportError)):
        return ProxyError(
            f"The proxy for {url} cannot be used ({cause}). Mend HTTP_PROXY, HTTPS_PROXY or "
            "ALL_PROXY, or name the host in NO_PROXY",
            "PROXY",
        )
    if isinstance(cause, InvalidMessage) and isinstance(cause.__cause__, EOFError):
        return ServerUnreachableError(
            f"{url} ended the connection instead of opening a WebSocket. The server, or what "
            "stands before it, is starting or going down, or speaks TLS where none is expected",
            "UNREACHABLE",
        )
    if isinstance(cause, InvalidHandshake):
        return WrongServerError(
            f"{url} does not answer as a web server ({cause}). Check host and port", "WRONG_SERVER"
        )
    # An end of the connection in the midst of TLS is as good as a reset.
    if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError):
        return WrongServerError(
            f"{url} and this machine do not agree on TLS ({cause}). Check the address and the "
            "server's certificate",
            "WRONG_SERVER",
        )
    # They are one and the same from Python 3.11 on.
    if isinstance(cause, (TimeoutError, asyncio.TimeoutError)):
        return ServerUnreachableError(
            f"{url} did not open a WebSocket in time. Check host, port and firewall, "
            "and that it is an RLVE-Gym server",
            "UNREACHABLE",
        )
    # InvalidURI, and what Python's own parser of URLs says.
    if isinstance(cause, (WebSocketException, ValueError)) and not isinstance(
        cause, ConnectionClosed
    ):
        return WrongServerError(
            f"{url} is no address of a server ({cause}). Write it like http://localhost:8000",
            "WRONG_SERVER",
        )
    return ServerUnreachableError(
        f"Nothing answers at {url} ({cause}). Check the address, or start a server with "
        "`rlve-gym serve`, RlveGymEnv.from_local() or RlveGymClient.from_local()",
        "UNREACHABLE",
    )


def _to_status_error(url: str, status: int) -> RlveGymError:
    if status in (401, 403):
        return UnauthorizedError(
            f"{url} refuses the connection with HTTP {status}. "
            "Pass api_key=…, or the headers that a proxy before the server wants",
            "UNAUTHORIZED",
        )
    if status in _TEMPORARY_STATUSES:
        return ServerUnreachableError(
            f"{url} answers HTTP {status}: the server is starting, draining or down. "
            "Try again when its /ready answers 200",
            "UNREACHABLE",
        )
    return WrongServerError(
        f"{url} answers HTTP {status} instead of opening a WebSocket. "
        "Check the address: an RLVE-Gym server opens one at /ws",
        "WRONG_SERVER",
    )
