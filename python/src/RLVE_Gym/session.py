"""A session that outlives its connections: one request at a time, and restored after an end."""

from __future__ import annotations

import asyncio
import json
import socket as sockets
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from websockets.exceptions import ConnectionClosed
from websockets.protocol import State

from .connecting import Outage, is_too_big, message_too_large
from .errors import (
    ConnectionLostError,
    InvalidRequestError,
    RequestTimeoutError,
    RlveGymError,
    ServerError,
    SessionLostError,
    WrongServerError,
    to_server_error,
)
from .plain import to_plain
from .turns import Turns

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from websockets.asyncio.client import ClientConnection

_T = TypeVar("_T")

_NO_PROBLEM = {
    "episode_id": None,
    "step_count": 0,
    "num_samples": 0,
    "sum_accuracy": 0,
    "problem_id": None,
    "problem_input": None,
    "config": None,
}
"""What a state says of a session without an episode."""


class Session:
    """A session on a server, over as many connections as it takes.

    It keeps the state that the server's session has after the last reply. When a connection has
    ended, by whatever cause, the next one begins with that state, and the request that has no
    reply is sent again: it then counts once, since what an unseen reply had changed is gone with
    the session that it changed.

    Args:
        open_connection: Opens a connection on the running event loop.
        message_timeout_s: How long a reply may take.
        reconnect_timeout_s: How long to try to re-open a connection that ended.
    """

    def __init__(
        self,
        open_connection: Callable[[], Awaitable[ClientConnection]],
        *,
        message_timeout_s: float,
        reconnect_timeout_s: float,
    ) -> None:
        self._open_connection = open_connection
        self._message_timeout_s = message_timeout_s
        self.reconnect_timeout_s = reconnect_timeout_s
        self.url = "The server"
        """Where it is, for messages."""
        self.was_open = self._has_served = False
        self._turns = Turns()
        self._socket: ClientConnection | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._last_id = 0
        self._state: dict[str, Any] | None = None
        # Raised by `close`: what was begun before it is not begun anew.
        self._closings = 0

    async def connect(self) -> None:
        """Have a connection, and on it the session as it was.

        Raises:
            RlveGymError: The server cannot be reached, refuses, or does not restore the session.
        """
        async with self._turns:
            await self._persist(lambda: self._connect({"type": "state"}))

    async def request(self, message: dict[str, Any]) -> dict[str, Any]:
        """Send a message and return its reply.

        Raises:
            RlveGymError: The message changed nothing. A `SessionLostError` is raised once: the
                call after it goes on with a new session.
        """

        async def ask() -> dict[str, Any]:
            await self._connect(message)
            return await self._converse(message)

        async with self._turns:
            return await self._persist(ask)

    async def close(self) -> None:
        """End the session. A later request begins another."""
        self._closings += 1
        self._state, socket = None, self._socket
        self.was_open = self._has_served = False
        if socket is not None and self._loop is asyncio.get_running_loop():
            self._socket = self._loop = None
            await socket.close()
        else:
            self.drop()

    def drop(self) -> None:
        """End the connection at once, whichever event loop it belongs to."""
        socket, self._socket = self._socket, None
        loop, self._loop = self._loop, None
        if socket is None:
            return
        if loop is _running_loop():
            socket.transport.abort()
        else:
            # Its event loop may have ended: nothing but the operating system can do it then.
            with suppress(OSError):
                socket.transport.get_extra_info("socket").shutdown(sockets.SHUT_RDWR)

    async def _persist(self, work: Callable[[], Awaitable[_T]]) -> _T:
        """Do work with a connection, again and again while connections end."""
        outage, closings = Outage(self.reconnect_timeout_s), self._closings
        while closings == self._closings:
            try:
                return await work()
            except ConnectionClosed as closed:  # noqa: PERF203
                self.drop()
                if is_too_big(closed):
                    raise message_too_large() from closed
                if closings == self._closings:
                    await outage.wait_after_loss(self.url, closed)
            except _Refused as refused:
                self.drop()
                if not refused.may_pass:
                    raise refused.error from refused.error.__cause__
                await outage.wait(refused.error)
            except asyncio.TimeoutError as error:
                self.drop()
                raise RequestTimeoutError(
                    f"{self.url} did not reply within {self._message_timeout_s} s. The request "
                    "does not count, and the session goes on as it was before: send it again, or "
                    "allow more time with message_timeout_s=…",
                    "TIMEOUT",
                ) from error
            except (ServerError, InvalidRequestError):
                raise
            except BaseException:
                # A reply that nobody waits for any more must not be taken for the next one.
                self.drop()
                raise
        raise ConnectionLostError("The session was closed", "CONNECTION_LOST")

    async def _connect(self, message: dict[str, Any]) -> None:
        """Have a connection of this event loop, and on it the session as it was."""
        if self._socket is not None:
            if self._loop is asyncio.get_running_loop() and self._socket.state is State.OPEN:
                return
            self.drop()
        try:
            self._socket = await self._open_connection()
        except RlveGymError as error:
            # What was never there may be the wrong address: that is said at once.
            raise _Refused(error, may_pass=self.was_open) from error
        self._loop, self.was_open = asyncio.get_running_loop(), True
        if self._state is not None:
            await self._restore(self._state, message)

    async def _restore(self, state: dict[str, Any], message: dict[str, Any]) -> None:
        try:
            await self._ask({"type": "restore", "data": state})
        except ServerError as refusal:
            kept = {**state, **_NO_PROBLEM}
            try:
                await self._ask({"type": "restore", "data": kept})
            except ServerError as error:
                self.drop()
                self._state = None
                raise SessionLostError(
                    f"The connection to {self.url} ended, and the session could not be restored: "
                    f"{error}. The next call begins a new one, with the server's settings",
                    "SESSION_LOST",
                ) from error
            self._state = kept
            # A reset asks for another problem anyway.
            if message["type"] != "reset":
                raise SessionLostError(
                    f"The connection to {self.url} ended, and the session's problem could not be "
                    f"restored: {refusal}. Its settings are: reset for the next problem",
                    "SESSION_LOST",
                ) from refusal

    async def _converse(self, message: dict[str, Any]) -> dict[str, Any]:
        """Ask, and note what the session is after the reply."""
        if message["type"] == "step":
            [reply] = await self._ask(message)
            self._count(reply["data"])
        elif message["type"] == "state":
            [reply] = await self._ask(message)
            self._note(reply["data"], {})
        else:
            reply, state = await self._ask(message, {"type": "state"})
            self._note(state["data"], message.get("data") or {})
        return reply

    def _note(self, state: dict[str, Any], data: dict[str, Any]) -> None:
        before = self._state or {}
        if state.get("problem_id") is None and state.get("problem_input") is not None:
            # A stored problem, which only the config says.
            config = data.get("config") or before.get("config")
            state = {**state, "config": config}
        self._state = state

    def _count(self, data: dict[str, Any]) -> None:
        observation = data.get("observation")
        result = observation.get("verifier_result") if isinstance(observation, dict) else None
        if self._state is not None and result is not None:
            for name in ("step_count", "num_samples"):
                self._state[name] += 1
            self._state["sum_accuracy"] += result["accuracy"]

    async def _ask(self, *messages: dict[str, Any]) -> list[dict[str, Any]]:
        """Send messages and return their replies."""
        socket = self._socket
        if socket is None:
            raise RuntimeError("_ask needs a connection")
        ids = range(self._last_id + 1, self._last_id + 1 + len(messages))
        self._last_id = ids[-1]
        numbered = zip(messages, ids, strict=True)
        frames = [_encode({**message, "id": number}) for message, number in numbered]
        # Who refuses a connection may have closed it already: why is there to be read.
        with suppress(ConnectionClosed):
            for frame in frames:
                await socket.send(frame)
        replies = [await self._receive(socket, number) for number in ids]
        for reply in replies:
            if reply["type"] == "error":
                raise to_server_error(reply["data"])
        return replies

    async def _receive(self, socket: ClientConnection, number: int) -> dict[str, Any]:
        frame = await asyncio.wait_for(socket.recv(), self._message_timeout_s)
        try:
            reply = json.loads(frame)
        except ValueError as error:
            raise self.not_rlve_gym("its replies are not JSON") from error
        if not isinstance(reply, dict) or not isinstance(reply.get("data"), dict):
            raise self.not_rlve_gym("its replies are not messages with data")
        if reply.get("id") == number:
            self._has_served = True
            return reply
        if reply.get("type") == "error":
            raise _Refused(to_server_error(reply["data"]), may_pass=self._has_served)
        raise self.not_rlve_gym("its replies do not say which request they answer")

    def not_rlve_gym(self, why: str) -> WrongServerError:
        """Return the error of something else that answers."""
        return WrongServerError(
            f"{self.url} is no RLVE-Gym server: {why}. Check the address", "WRONG_SERVER"
        )


class _Refused(Exception):  # noqa: N818 - never seen outside
    """There is no connection, or an error that answers no request, after which it is no use."""

    def __init__(self, error: RlveGymError, *, may_pass: bool) -> None:
        super().__init__(error)
        self.error = error
        self.may_pass = may_pass


def _encode(message: dict[str, Any]) -> str:
    try:
        return json.dumps(message, default=to_plain)
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(f"{error}", "INVALID_REQUEST") from error


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
