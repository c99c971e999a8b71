"""What is asked over HTTP, for which there is no message."""

from __future__ import annotations

from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import msgspec

from .address import is_on_this_machine, to_base_url
from .errors import (
    RequestTimeoutError,
    RlveGymError,
    ServerUnreachableError,
    WrongServerError,
    to_server_error,
)
from .plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SCHEMES = {"ws": "http", "wss": "https"}
_GATEWAY_STATUSES = {429, 502, 503, 504}


def ask(
    base_url: str,
    method: str,
    path: str,
    *,
    headers: Mapping[str, str],
    timeout_s: float,
    body: Any = None,
) -> Any:
    """Ask a server for a path and return the JSON that it gives.

    Args:
        base_url: The server's address, as users write it.
        method: `"GET"` or `"PUT"`.
        path: From the first slash on.
        headers: HTTP headers to ask with.
        timeout_s: How long the server may be silent.
        body: What is sent, as JSON.

    Raises:
        RlveGymError: Which one says whether trying again may help.
    """
    scheme, separator, rest = to_base_url(base_url).partition("://")
    url = _SCHEMES.get(scheme, scheme) + separator + rest + path
    opener = build_opener(*([ProxyHandler({})] if is_on_this_machine(url) else []))
    data = None if body is None else msgspec.json.encode(body, enc_hook=to_plain)
    try:
        request = Request(  # noqa: S310  # the user's own server
            url,
            data=data,
            headers={**headers, "Content-Type": "application/json"},
            method=method,
        )
        with opener.open(request, timeout=timeout_s) as response:
            return msgspec.json.decode(response.read())
    except HTTPError as error:
        with error:
            raise _to_error(url, error.code, error.read()) from error
    except msgspec.DecodeError as error:
        raise _wrong_server(url, "it gives no JSON") from error
    except (OSError, HTTPException, ValueError) as error:
        # urllib wraps what happens before the request is sent.
        if isinstance(getattr(error, "reason", error), TimeoutError):
            message = f"{url} did not reply within {timeout_s} s"
            raise RequestTimeoutError(message, "TIMEOUT") from error
        message = f"{url} cannot be reached ({error}). Check that the server runs there"
        raise ServerUnreachableError(message, "UNREACHABLE") from error


def to_environments_path(names: str | Iterable[str] | None, difficulty: int | Iterable[int]) -> str:
    """Return the path of the environments that are named, by presets that hold at these levels."""
    levels = [difficulty] if isinstance(difficulty, int) else difficulty
    query = {"levels": ",".join(map(str, levels))}
    if names is not None:
        query["names"] = names if isinstance(names, str) else ",".join(names)
    return f"/environments?{urlencode(query)}"


def _to_error(url: str, status: int, body: bytes) -> RlveGymError:
    if status in _GATEWAY_STATUSES:
        message = f"{url} cannot be reached: status {status}"
        return ServerUnreachableError(message, "UNREACHABLE")
    try:
        detail = msgspec.json.decode(body)["detail"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return _wrong_server(url, f"its errors have no detail (status {status})")
    code = "UNAUTHORIZED" if status == 401 else "VALIDATION_ERROR"
    if status >= 500:
        code = "EXECUTION_ERROR"
    if isinstance(detail, str):
        return to_server_error({"code": code, "message": detail})
    # Places in the body, as errors on the socket name them.
    errors = [{**issue, "loc": issue["loc"][1:]} for issue in detail]
    return to_server_error({"code": code, "message": "The request is refused", "errors": errors})


def _wrong_server(url: str, why: str) -> WrongServerError:
    message = f"{url} is not RLVE-Gym's: {why}. Check the address"
    return WrongServerError(message, "WRONG_SERVER")
