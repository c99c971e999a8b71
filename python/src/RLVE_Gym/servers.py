"""A server as one of those that a client asks: its connection, and how it has fared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import RlveGymError

if TYPE_CHECKING:
    import asyncio

    from .pipe import Pipe


@dataclass(frozen=True)
class ServerStatus:
    """How a server fares, as a client sees it: an element of `client.servers`."""

    url: str
    """The address of its WebSocket."""
    is_up: bool
    """Whether requests go to it. It is not known, and so `False`, before the first request."""
    under_way: int
    """Requests without a reply, those included that wait for a connection."""
    answered: int
    """Requests with a reply."""
    failed: int
    """Requests without one: that were given up, or have gone to another server instead."""
    outages: int
    """How often it has been out of reach."""
    error: str | None
    """Why it is not up."""


class Server:
    """A server with the connection on which it is asked.

    Args:
        url: The address of its WebSocket.
        pipe: The connection.
    """

    def __init__(self, url: str, pipe: Pipe) -> None:
        self.url = url
        self.pipe = pipe
        self.is_up = False
        self.has_served = False
        self.under_way = 0
        self.error: RlveGymError | None = None
        self._answered = self._failed = self._outages = 0

    @property
    def status(self) -> ServerStatus:
        """How it fares at this moment."""
        return ServerStatus(
            url=self.url,
            is_up=self.is_up,
            under_way=self.under_way,
            answered=self._answered,
            failed=self._failed,
            outages=self._outages,
            error=None if self.error is None else self.error.message,
        )

    async def exchange(self, frame: bytes) -> bytes:
        """Send a frame and return its reply, as `Pipe.exchange`."""
        self.under_way += 1
        try:
            reply = await self.pipe.exchange(frame)
        except BaseException:
            self._failed += 1
            raise
        finally:
            self.under_way -= 1
        self._answered += 1
        self.note_reply()
        return reply

    def note_reply(self) -> None:
        """Note that it answers."""
        self.is_up = self.has_served = True
        self.error = None

    def note_outage(self, error: RlveGymError) -> None:
        """Note that it does not answer, and why."""
        self._outages += self.is_up or self.error is None
        self.is_up, self.error = False, error


class OnlyServer(Server):
    """The server of a client that has one: requests wait for it as long as its pipe does."""

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The event loop on which its connection is."""
        return self.pipe.loop

    @property
    def servers(self) -> list[Server]:
        """Itself, as the one of a fleet of one."""
        return [self]

    async def exchange(self, frame: bytes) -> bytes:
        """Send a frame and return its reply, as `Pipe.exchange`."""
        try:
            return await super().exchange(frame)
        except RlveGymError as error:
            if error.code != "MESSAGE_TOO_LARGE":
                self.note_outage(error)
            raise

    async def close(self) -> None:
        """Close the connection; requests still unanswered fail."""
        await self.pipe.close()
