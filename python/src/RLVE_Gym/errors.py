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


class SessionLostError(ConnectionLostError):
    """A session could not be restored after its connection had ended."""


class ProxyError(RlveGymError, ConnectionError):
    """The proxy that this machine's settings name cannot be used."""


class InvalidRequestError(RlveGymError, ValueError):
    """What was passed cannot be sent."""


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


class EndpointError(RlveGymError, RuntimeError):
    """A model's endpoint gave no output.

    Attributes:
        is_temporary: Whether the same request may yet succeed.
        is_final: Whether any other request would fail too.
        retry_after_s: How long the endpoint asks to wait.
    """

    def __init__(
        self,
        message: str,
        code: str,
        *,
        is_temporary: bool = False,
        is_final: bool = False,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message, code)
        self.is_temporary = is_temporary
        self.is_final = is_final
        self.retry_after_s = retry_after_s


class ProblemError(RlveGymError):
    """One problem of a batch failed; the others did not.

    Attributes:
        index: The problem's place among those that were passed, from 0.
    """

    def __init__(self, message: str, code: str, index: int) -> None:
        super().__init__(message, code)
        # What unpickling calls the constructor with.
        self.args = (message, code, index)
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
