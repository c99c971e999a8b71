"""What can go wrong, as exceptions that say what happened and what to do.

Every exception has a `code`: the server's own for an error it replied with (`VALIDATION_ERROR`,
`CAPACITY_REACHED`, …), and one of this package's where no reply came (`UNREACHABLE`, `TIMEOUT`, …).
They also derive from the built-in exceptions that OpenEnv's client raises in the same places
(`ConnectionError`, `TimeoutError`, `RuntimeError`), so code written for it keeps working.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")


class RlveGymError(Exception):
    """The base of every exception this package raises.

    Attributes:
        message: What happened and what to do.
        code: A short constant to branch on.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message, code)
        self.message = message
        self.code = code

    def __str__(self) -> str:
        return f"{self.message} (code: {self.code})"


class ServerUnreachableError(RlveGymError, ConnectionError):
    """Nothing answers at the address."""


class ConnectionLostError(RlveGymError, ConnectionError):
    """The connection ended before the reply came."""


class WrongServerError(RlveGymError, ConnectionError):
    """Something answers at the address, but it is not an RLVE-Gym server."""


class RequestTimeoutError(RlveGymError, TimeoutError):
    """The server did not reply in time."""


class ServerStartError(RlveGymError, RuntimeError):
    """A server could not be started."""


class ServerError(RlveGymError, RuntimeError):
    """The server replied with an error.

    Attributes:
        data: The reply's data, whole: with `errors` for a `VALIDATION_ERROR`, for example.
    """

    def __init__(self, message: str, code: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, code)
        self.data: Mapping[str, Any] = data or {}


class UnauthorizedError(ServerError):
    """The server wants a key, and none or a wrong one was sent."""


class CapacityError(ServerError):
    """The server has as many sessions as it allows."""


class ProblemError(RlveGymError):
    """One problem of a batch failed; the others did not.

    Attributes:
        index: The problem's place among those that were passed, from 0.
    """

    def __init__(self, message: str, code: str, index: int) -> None:
        super().__init__(message, code)
        self.index = index


def or_raise(result: _T | ProblemError) -> _T:
    """Return a result, or raise the error in its place."""
    if isinstance(result, ProblemError):
        raise result
    return result


def to_server_error(data: Mapping[str, Any]) -> ServerError:
    """Turn the data of an `error` reply into the exception to raise."""
    code = str(data.get("code", "UNKNOWN"))
    message = str(data.get("message", "The server gave no reason"))
    details = "; ".join(
        f"{'.'.join(map(str, error.get('loc', ())))}: {error.get('msg')}"
        for error in data.get("errors") or ()
        if str(error.get("msg")) not in message
    )
    if details:
        message = f"{message}: {details}"
    if code == "UNAUTHORIZED":
        advice = "Pass the server's RLVEGYM_API_KEY as api_key=…"
        return UnauthorizedError(f"{message.rstrip('.')}. {advice}", code, data)
    if code == "CAPACITY_REACHED":
        advice = "Close sessions no longer in use, or raise MAX_CONCURRENT_ENVS on the server"
        return CapacityError(f"{message.rstrip('.')}. {advice}", code, data)
    return ServerError(message, code, data)


def to_connect_error(url: str, cause: BaseException) -> RlveGymError:
    """Turn a failure to open a WebSocket into the exception to raise."""
    import asyncio

    from websockets.exceptions import InvalidHandshake, InvalidStatus, InvalidURI

    if isinstance(cause, InvalidStatus):
        status = cause.response.status_code
        if status in (401, 403):
            return UnauthorizedError(
                f"{url} refuses the connection with HTTP {status}. "
                "Pass api_key=…, or the headers that a proxy before the server wants",
                "UNAUTHORIZED",
            )
        if status in (502, 503, 504):
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
    if isinstance(cause, InvalidURI):
        return WrongServerError(
            f"{url} is no address of a server. Write it like http://localhost:8000", "WRONG_SERVER"
        )
    if isinstance(cause, InvalidHandshake):
        return WrongServerError(
            f"{url} does not answer as a web server ({cause}). Check host and port", "WRONG_SERVER"
        )
    # They are one and the same from Python 3.11 on.
    if isinstance(cause, (TimeoutError, asyncio.TimeoutError)):
        return ServerUnreachableError(
            f"{url} did not open a WebSocket in time. Check host, port and firewall, "
            "and that it is an RLVE-Gym server",
            "UNREACHABLE",
        )
    return ServerUnreachableError(
        f"Nothing answers at {url} ({cause}). Check the address, or start a server with "
        "`rlve-gym serve`, RlveGymEnv.from_local() or RlveGymClient.from_local()",
        "UNREACHABLE",
    )
