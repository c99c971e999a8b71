"""One WebSocket that many requests share: sent as they come, answered in order, sent again."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from .address import is_on_this_machine
from .errors import (
    ConnectionLostError,
    RlveGymError,
    ServerError,
    ServerUnreachableError,
    WrongServerError,
    to_connect_error,
    to_server_error,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOSSES_WITHOUT_A_REPLY = 3
"""After so many connections in a row that gave no reply, the requests are at fault."""

_MESSAGE_TOO_BIG = 1009


class _Request:
    """A frame, and what waits for its reply."""

    __slots__ = ("frame", "reply")

    def __init__(self, frame: bytes) -> None:
        self.frame = frame
        self.reply: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()


class Pipe:
    """A connection that re-opens itself, on one event loop.

    A connection that drops is opened anew and the requests still unanswered are sent again, so
    only requests that may be repeated belong here: verifications and generations.

    Args:
        url: The WebSocket's URL.
        headers: HTTP headers to connect with.
        connect_timeout_s: How long opening the connection may take.
        reconnect_timeout_s: How long to try to re-open a connection that dropped.
    """

    def __init__(
        self,
        url: str,
        *,
        headers: Mapping[str, str],
        connect_timeout_s: float,
        reconnect_timeout_s: float,
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self._url = url
        self._headers = headers
        self._connect_timeout_s = connect_timeout_s
        self._reconnect_timeout_s = reconnect_timeout_s
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._unanswered: deque[_Request] = deque()
        # Held while frames are put on the socket: their order is that of `_unanswered`.
        self._sending = asyncio.Lock()
        self._refusal: RlveGymError | None = None
        self._losses = 0

    async def exchange(self, frame: bytes) -> bytes:
        """Send a frame and return its reply.

        Raises:
            RlveGymError: The server cannot be reached, refuses, or keeps dropping the connection.
        """
        async with self._sending:
            if self._socket is None:
                self._attach(await self._open())
            request = _Request(frame)
            self._unanswered.append(request)
            try:
                await self._send(request)
            except BaseException:
                request.reply.cancel()
                raise
        return await request.reply

    async def close(self) -> None:
        """Close the connection; requests still unanswered fail."""
        reader, socket = self._reader, self._socket
        self._reader = self._socket = None
        if reader is not None:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        self._fail(ConnectionLostError("The client was closed", "CONNECTION_LOST"))
        if socket is not None:
            await socket.close()

    async def _open(self) -> ClientConnection:
        options: dict[str, Any] = {"proxy": None} if is_on_this_machine(self._url) else {}
        try:
            return await connect(
                self._url,
                additional_headers=self._headers,
                open_timeout=self._connect_timeout_s,
                close_timeout=2,
                compression=None,
                max_size=None,
                write_limit=1 << 20,
                **options,
            )
        except (OSError, InvalidHandshake, InvalidURI, asyncio.TimeoutError) as error:
            raise to_connect_error(self._url, error) from error

    def _attach(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._refusal = None
        self._reader = asyncio.create_task(self._read(socket))

    async def _send(self, request: _Request) -> None:
        # Where the connection has ended, the reader opens it anew and sends again.
        if self._socket is not None:
            with suppress(ConnectionClosed):
                await self._socket.send(request.frame)

    async def _read(self, socket: ClientConnection) -> None:
        try:
            while True:
                frame = await socket.recv()
                if isinstance(frame, str) or not self._unanswered:
                    self._refusal = self._parse_refusal(frame)
                    await socket.close()
                    continue
                self._losses = 0
                reply = self._unanswered.popleft().reply
                if not reply.done():
                    reply.set_result(frame)
        except ConnectionClosed as closed:
            await self._recover(closed)

    async def _recover(self, closed: ConnectionClosed) -> None:
        """After the connection ended: open it anew and send what is unanswered, or give up."""
        async with self._sending:
            self._socket = None
            self._losses += 1
            self._unanswered = deque(r for r in self._unanswered if not r.reply.done())
            if not self._unanswered:
                self._losses = 0
                return
            try:
                self._give_up_if_hopeless(closed)
                self._attach(await self._reopen())
            except RlveGymError as error:
                self._fail(error)
                return
            for request in tuple(self._unanswered):
                await self._send(request)

    def _give_up_if_hopeless(self, closed: ConnectionClosed) -> None:
        if self._refusal is not None:
            raise self._refusal
        if closed.rcvd is not None and closed.rcvd.code == _MESSAGE_TOO_BIG:
            raise ServerError(
                "The request is larger than the server accepts. Send smaller batches, or raise "
                "RLVEGYM_MAX_MESSAGE_BYTES on the server",
                "MESSAGE_TOO_LARGE",
            )
        if self._losses >= _LOSSES_WITHOUT_A_REPLY:
            raise ConnectionLostError(
                f"{self._url} ended the connection {self._losses} times without a reply "
                f"({closed}). Check that it is an RLVE-Gym server, and look into its log",
                "CONNECTION_LOST",
            )

    async def _reopen(self) -> ClientConnection:
        deadline = self.loop.time() + self._reconnect_timeout_s
        delay = 0.05
        while True:
            try:
                return await self._open()
            except ServerUnreachableError:
                if self.loop.time() + delay > deadline:
                    raise
            await asyncio.sleep(delay)
            delay = min(2 * delay, 2.0)

    def _fail(self, error: RlveGymError) -> None:
        self._losses = 0
        while self._unanswered:
            reply = self._unanswered.popleft().reply
            if not reply.done():
                reply.set_exception(error)

    def _parse_refusal(self, frame: str | bytes) -> RlveGymError:
        """Read a frame that answers no request: why the server refuses the connection."""
        try:
            message = json.loads(frame)
            if message["type"] == "error":
                return to_server_error(message["data"])
        except (ValueError, TypeError, KeyError):
            pass
        return WrongServerError(
            f"{self._url} is no RLVE-Gym server: it sent {frame[:80]!r}. Check the address",
            "WRONG_SERVER",
        )
