"""One WebSocket that many requests share: sent as they come, answered in order, sent again."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from websockets.exceptions import ConnectionClosed

from .connecting import Outage, is_too_big, message_too_large, open_socket, to_refusal
from .errors import ConnectionLostError, RlveGymError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from websockets.asyncio.client import ClientConnection


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
        self._outage = Outage(reconnect_timeout_s)
        self._has_served = False
        self._to_send: deque[_Request] = deque()
        # Replies come in the order of the requests, so these are in the order they were sent.
        self._unanswered: deque[_Request] = deque()
        self._has_work = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None

    async def exchange(self, frame: bytes) -> bytes:
        """Send a frame and return its reply.

        Raises:
            RlveGymError: The server cannot be reached, refuses, or keeps dropping the connection.
        """
        request = _Request(frame)
        self._to_send.append(request)
        self._has_work.set()
        if self._keeper is None:
            self._keeper = asyncio.create_task(self._keep())
        return await request.reply

    async def close(self) -> None:
        """Close the connection; requests still unanswered fail."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)

    async def _keep(self) -> None:
        """Have a connection whenever there is something to send."""
        try:
            while True:
                await self._has_work.wait()
                try:
                    await self._serve(await self._open())
                except RlveGymError as error:
                    self._fail(error)
        finally:
            self._fail(ConnectionLostError("The client was closed", "CONNECTION_LOST"))

    async def _open(self) -> ClientConnection:
        while True:
            try:
                return await open_socket(
                    self._url,
                    headers=self._headers,
                    timeout_s=self._connect_timeout_s,
                    max_size=None,
                    write_limit=1 << 20,
                )
            except RlveGymError as error:  # noqa: PERF203
                # What never answered may be the wrong address: that is said at once.
                if not self._has_served:
                    raise
                await self._outage.wait(error)

    async def _serve(self, socket: ClientConnection) -> None:
        """Send and receive until the connection ends, then wait until it may be opened anew."""
        writer = asyncio.create_task(self._write(socket))
        try:
            outcome = await self._read(socket)
        finally:
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
            await socket.close()
        self._take_back()
        if isinstance(outcome, RlveGymError):
            if not self._has_served:
                raise outcome
            await self._outage.wait(outcome)
        else:
            await self._wait_after(outcome)

    async def _write(self, socket: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            while True:
                await self._has_work.wait()
                while self._to_send:
                    request = self._to_send.popleft()
                    if not request.reply.done():
                        self._unanswered.append(request)
                        await socket.send(request.frame)
                self._has_work.clear()

    async def _read(self, socket: ClientConnection) -> RlveGymError | ConnectionClosed:
        """Hand out replies; return how the connection ended, or what a frame that is none says."""
        while True:
            try:
                frame = await socket.recv()
            except ConnectionClosed as closed:
                return closed
            if isinstance(frame, str) or not self._unanswered:
                return to_refusal(self._url, frame)
            self._has_served = True
            self._outage.end()
            reply = self._unanswered.popleft().reply
            if not reply.done():
                reply.set_result(frame)

    def _take_back(self) -> None:
        """Let what is unanswered be sent again, before what was not sent yet."""
        self._to_send.extendleft(reversed(self._unanswered))
        self._unanswered.clear()
        self._to_send = deque(request for request in self._to_send if not request.reply.done())
        if self._to_send:
            self._has_work.set()
        else:
            self._has_work.clear()

    async def _wait_after(self, closed: ConnectionClosed) -> None:
        if not self._to_send:
            self._outage.end()
        elif is_too_big(closed):
            largest = max(self._to_send, key=lambda request: len(request.frame))
            self._to_send.remove(largest)
            largest.reply.set_exception(message_too_large())
        else:
            await self._outage.wait_after_loss(self._url, closed)

    def _fail(self, error: RlveGymError) -> None:
        self._outage.end()
        for request in (*self._unanswered, *self._to_send):
            if not request.reply.done():
                request.reply.set_exception(error)
        self._unanswered.clear()
        self._to_send.clear()
        self._has_work.clear()
