"""Several servers as one: each request goes to the one that has the least to do."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from typing import TYPE_CHECKING

from .connecting import is_temporary
from .errors import ConnectionLostError, RlveGymError, ServerUnreachableError
from .pipe import Pipe
from .servers import Server

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_log = logging.getLogger("RLVE_Gym")

_SIGN_OF_LIFE = b"\x81\xa4type\xa5state"
"""A request that every server answers: `{"type": "state"}` as MessagePack."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 2.0

_MOST_LOSSES = 10
"""A request whose servers have died so often under it is at fault itself."""


class Fleet:
    """Servers that share the requests, on one event loop.

    A server that is out of reach is asked for a sign of life again and again, and gets requests
    once it gives one; what it has not answered goes to another. So, as on a `Pipe`, a request may
    be worked on twice.

    Args:
        urls: The WebSockets' URLs.
        headers: HTTP headers to connect with.
        connect_timeout_s: How long opening a connection may take, and a sign of life.
        reconnect_timeout_s: How long requests wait where no server is in reach.
    """

    def __init__(
        self,
        urls: Sequence[str],
        *,
        headers: Mapping[str, str],
        connect_timeout_s: float,
        reconnect_timeout_s: float,
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self._connect_timeout_s = connect_timeout_s
        self._reconnect_timeout_s = reconnect_timeout_s
        self.servers = [
            # A connection that has ended is known at once: another server is better than waiting.
            Server(
                url,
                Pipe(
                    url,
                    headers=headers,
                    connect_timeout_s=connect_timeout_s,
                    reconnect_timeout_s=0,
                ),
            )
            for url in urls
        ]
        self._turn = 0
        self._changed = asyncio.Event()
        self._is_closed = False
        self._calling = {server: self._call(server) for server in self.servers}

    async def exchange(self, frame: bytes) -> bytes:
        """Send a frame to one of the servers and return its reply.

        Raises:
            RlveGymError: No server is in reach, which the message says of each, or the request
                ended the connection to one server after the other.
        """
        losses = 0
        while True:
            server = await self._choose()
            try:
                return await server.exchange(frame)
            except RlveGymError as error:
                if self._is_closed or error.code == "MESSAGE_TOO_LARGE":
                    raise
                losses += isinstance(error, ConnectionLostError)
                self._put_out(server, error)
                if losses >= _MOST_LOSSES:
                    raise

    async def close(self) -> None:
        """Close the connections; requests still unanswered fail."""
        self._is_closed = True
        for task in self._calling.values():
            task.cancel()
        await asyncio.gather(*self._calling.values(), return_exceptions=True)
        await asyncio.gather(*(server.pipe.close() for server in self.servers))
        self._tell()

    async def _choose(self) -> Server:
        """Return the server with the fewest requests under way; of equals, the next in turn."""
        deadline = time.monotonic() + self._reconnect_timeout_s
        while True:
            count = len(self.servers)
            in_turn = (self.servers[(self._turn + place) % count] for place in range(count))
            up = [server for server in in_turn if server.is_up]
            if up:
                server = min(up, key=lambda server: server.under_way)
                self._turn = self.servers.index(server) + 1
                return server
            if self._is_closed:
                raise ConnectionLostError("The client was closed", "CONNECTION_LOST")
            remaining = deadline - time.monotonic()
            if self._is_hopeless() or remaining <= 0:
                raise self._to_error()
            try:
                await asyncio.wait_for(self._changed.wait(), remaining)
            except asyncio.TimeoutError:
                continue

    def _is_hopeless(self) -> bool:
        """Whether waiting is of no use: what never answered may be the wrong addresses."""
        errors = [server.error for server in self.servers if server.error is not None]
        if len(errors) < len(self.servers):
            return False
        never_served = not any(server.has_served for server in self.servers)
        return never_served or not any(map(is_temporary, errors))

    def _to_error(self) -> RlveGymError:
        """Return what keeps all servers out of reach, as one error that says it once of each."""
        errors = {server.url: server.error for server in self.servers}
        said = [
            error.message if error is not None else f"{url} has not answered yet"
            for url, error in errors.items()
        ]
        message = f"None of {len(errors)} servers is in reach. {'. '.join(said)}"
        kinds = {type(error): error.code for error in errors.values() if error is not None}
        if len(kinds) == 1:
            [(kind, code)] = kinds.items()
            return kind(message, code)
        return ServerUnreachableError(message, "UNREACHABLE")

    def _put_out(self, server: Server, error: RlveGymError) -> None:
        if not server.is_up:
            return
        self._note_outage(server, error)
        if self._calling[server].done():
            self._calling[server] = self._call(server)

    def _note_outage(self, server: Server, error: RlveGymError) -> None:
        if server.error is None:
            _log.warning("%s is out of reach, and its requests go elsewhere: %s", server.url, error)
        server.note_outage(error)
        self._tell()

    def _call(self, server: Server) -> asyncio.Task[None]:
        return asyncio.create_task(self._call_until_up(server))

    async def _call_until_up(self, server: Server) -> None:
        """Ask a server for a sign of life until it gives one."""
        pause_s = _FIRST_PAUSE_S
        # Until Python 3.12 `wait_for` may miss that it is cancelled.
        while not self._is_closed:
            was_out = server.error is not None
            try:
                await asyncio.wait_for(server.pipe.exchange(_SIGN_OF_LIFE), self._connect_timeout_s)
            except asyncio.TimeoutError:
                message = f"{server.url} gave no sign of life within {self._connect_timeout_s} s"
                self._note_outage(server, ServerUnreachableError(message, "UNREACHABLE"))
            except RlveGymError as error:
                self._note_outage(server, error)
            else:
                server.note_reply()
                if was_out:
                    _log.info("%s is in reach again", server.url)
                self._tell()
                return
            # Workers that lost the same server do not all come back at the same moment.
            await asyncio.sleep(pause_s * random.uniform(0.5, 1))  # noqa: S311
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)

    def _tell(self) -> None:
        """Let those look again who wait for a server."""
        self._changed.set()
        self._changed = asyncio.Event()
