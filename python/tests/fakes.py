"""Servers that are not RLVE-Gym's, and a network between it and a client that fails."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from websockets.sync.server import ServerConnection, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


class FlakyProxy:
    """Passes bytes between clients and a server until it is told to drop the connections.

    Args:
        base_url: The server behind it.
        replies_until_drop: After so many bytes of replies each connection is dropped.
    """

    def __init__(self, base_url: str, replies_until_drop: int | None = None) -> None:
        self._target = (urlsplit(base_url).hostname, urlsplit(base_url).port)
        self._bytes_until_drop = replies_until_drop
        self._open: set[asyncio.StreamWriter] = set()
        self.connections = 0
        self.base_url = ""

    async def __aenter__(self) -> FlakyProxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.base_url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self.drop()

    def drop(self) -> None:
        """Cut all connections, without a word."""
        for writer in self._open:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        there_reader, there_writer = await asyncio.open_connection(*self._target)
        self._open |= {writer, there_writer}
        await asyncio.gather(
            self._pass_on(reader, there_writer, None),
            self._pass_on(there_reader, writer, self._bytes_until_drop),
        )

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, room: int | None
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                if room is not None:
                    room -= len(data)
                    if room < 0:
                        self.drop()
                        return
                writer.write(data)
                await writer.drain()
        writer.transport.abort()
