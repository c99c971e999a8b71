"""A kept-open HTTP connection whose exchange another thread may break off."""

from __future__ import annotations

import socket
import ssl
from base64 import b64encode
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection, RemoteDisconnected
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from ..address import is_on_this_machine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message

CONNECT_TIMEOUT_S = 15.0


class UnreachableError(ConnectionError):
    """No connection came about."""


class Reply(NamedTuple):
    """A whole reply."""

    status: int
    headers: Message
    body: bytes


class KeptConnection:
    """One connection to the host of a URL, through the proxy that the machine's settings name."""

    def __init__(self, url: str) -> None:
        self._is_given_up = False
        self._is_used = False
        self._connection, self._prefix, self._headers = _connect_to(url)

    def exchange(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> Reply:
        """Send a request and return its reply, however long that takes.

        Raises:
            UnreachableError: No connection came about.
            OSError, HTTPException: It ended before the reply.
        """
        try:
            return self._try(method, url, headers, body)
        except (RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            # A server ends a connection that is idle for long: the next request finds it out.
            if not self._is_used or self._is_given_up:
                raise
            self._is_used = False
            self._connection.close()
            return self._try(method, url, headers, body)

    def _try(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Reply:
        try:
            if self._connection.sock is None:
                self._connect()
            if self._is_given_up:
                raise ConnectionAbortedError("given up")
            parts = urlsplit(url)
            path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            self._connection.request(
                method, self._prefix + path, body, {**headers, **self._headers}
            )
            response = self._connection.getresponse()
            reply = Reply(response.status, response.headers, response.read())
        except (OSError, HTTPException):
            self._connection.close()
            raise
        self._is_used = True
        return reply

    def _connect(self) -> None:
        try:
            self._connection.connect()
        except (OSError, HTTPException) as error:
            raise UnreachableError(str(error) or type(error).__name__) from error
        # From here on, who waits decides how long.
        self._connection.sock.settimeout(None)

    def give_up(self) -> None:
        """End the connection from another thread: an exchange under way fails at once."""
        self._is_given_up = True
        if (sock := self._connection.sock) is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the connection, between exchanges."""
        self._connection.close()


def _connect_to(url: str) -> tuple[HTTPConnection, str, dict[str, str]]:
    """Prepare a connection: with what a path begins, and with which headers, on its way."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxy = (
        None if is_on_this_machine(url) or proxy_bypass(host) else getproxies().get(parts.scheme)
    )
    if proxy is None:
        return _open(parts.scheme, host, parts.port), "", {}
    through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    headers = {}
    if through.username is not None:
        user = f"{unquote(through.username)}:{unquote(through.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(user.encode()).decode()}"
    if parts.scheme == "http":
        connection = _open(through.scheme, through.hostname or "", through.port)
        return connection, f"http://{parts.netloc}", headers
    tunnel = HTTPSConnection(
        through.hostname or "",
        through.port or 80,
        timeout=CONNECT_TIMEOUT_S,
        context=ssl.create_default_context(),
    )
    tunnel.set_tunnel(host, parts.port or 443, headers)
    return tunnel, "", {}


def _open(scheme: str, host: str, port: int | None) -> HTTPConnection:
    if scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(host, port, timeout=CONNECT_TIMEOUT_S, context=context)
    return HTTPConnection(host, port, timeout=CONNECT_TIMEOUT_S)
