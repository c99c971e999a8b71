"""Servers that are not RLVE-Gym's, and a network between it and a client that fails."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from websockets.sync.server import ServerConnection, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def web_socket_server(handler: Callable[[ServerConnection], None]) -> Iterator[str]:
    """Run a WebSocket server and yield its base URL."""
    with serve(handler, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        server.shutdown()
        thread.join()


def silent(connection: ServerConnection) -> None:
    """Read everything and answer nothing."""
    for _ in connection:
        pass


def replying(reply: str) -> Callable[[ServerConnection], None]:
    """Answer everything with the same text."""

    def handler(connection: ServerConnection) -> None:
        for _ in connection:
            connection.send(reply)

    return handler


@contextmanager
def tcp_server(greeting: bytes) -> Iterator[str]:
    """Run a server that greets each connection and ends it, or without a greeting stays silent."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    connections.append(connection)
                    if greeting:
                        connection.sendall(greeting)
                        connection.shutdown(socket.SHUT_WR)

        connections: list[socket.socket] = []
        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in connections:
            connection.close()


def random_cuts(seed: int) -> Iterator[int]:
    """Draw numbers of bytes after which to cut connections: anywhere, and some after a while."""
    draw = random.Random(seed)
    while True:
        yield from (draw.randrange(3500) for _ in range(3))
        yield 4000 + draw.randrange(3000)


class FlakyProxy:
    """Passes bytes between clients and a server, and cuts connections without a word.

    Args:
        base_url: The server behind it.
        cuts: After so many bytes, of both directions together, each connection is cut, one after
            the other; without it only `drop()` cuts.
    """

    def __init__(self, base_url: str, cuts: Iterable[int] | None = None) -> None:
        self._target = (urlsplit(base_url).hostname, urlsplit(base_url).port)
        self._room = None if cuts is None else iter(cuts)
        self._open: set[asyncio.StreamWriter] = set()
        self.connections = 0
        self.cuts = 0
        """How many connections were cut because their room was used up."""
        self.is_silent = False
        """Whether replies are held back, and lost."""
        self.greetings: deque[bytes | None] = deque()
        """What the next connections get instead of the server: bytes and an end, or a reset."""
        self.base_url = ""

    async def __aenter__(self) -> FlakyProxy:
        self._loop = asyncio.get_running_loop()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.base_url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        _abort(tuple(self._open))

    def drop(self) -> None:
        """Cut all connections. Safe from any thread."""
        self._loop.call_soon_threadsafe(_abort, tuple(self._open))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        if self.greetings:
            await self._turn_away(writer, self.greetings.popleft())
            return
        there_reader, there_writer = await asyncio.open_connection(*self._target)
        link = _Link({writer, there_writer}, None if self._room is None else next(self._room))
        self._open |= link.writers
        await asyncio.gather(
            self._pass_on(reader, there_writer, link, is_reply=False),
            self._pass_on(there_reader, writer, link, is_reply=True),
        )
        self._open -= link.writers

    async def _turn_away(self, writer: asyncio.StreamWriter, greeting: bytes | None) -> None:
        if greeting is None:
            writer.transport.abort()
            return
        writer.write(greeting)
        writer.close()

    async def _pass_on(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        link: _Link,
        *,
        is_reply: bool,
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                if is_reply and self.is_silent:
                    continue
                if link.room is not None and len(data) > link.room:
                    # What is before the cut arrives.
                    writer.write(data[: link.room])
                    await writer.drain()
                    await asyncio.sleep(0)
                    self.cuts += 1
                    _abort(link.writers)
                    return
                if link.room is not None:
                    link.room -= len(data)
                writer.write(data)
                await writer.drain()
        writer.transport.abort()


@contextmanager
def running(proxy: FlakyProxy) -> Iterator[FlakyProxy]:
    """Run a proxy on a thread of its own, for blocking code."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield asyncio.run_coroutine_threadsafe(proxy.__aenter__(), loop).result()
    finally:
        asyncio.run_coroutine_threadsafe(proxy.__aexit__(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@dataclass
class _Link:
    """The two halves of one client's way to the server."""

    writers: set[asyncio.StreamWriter]
    room: int | None


def _abort(writers: Iterable[asyncio.StreamWriter]) -> None:
    for writer in writers:
        writer.transport.abort()
