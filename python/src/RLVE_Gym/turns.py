"""One caller at a time, from whatever event loop or thread."""

from __future__ import annotations

import asyncio
import threading
from collections import deque


class Turns:
    """A lock for coroutines of several event loops: `async with turns:`, first come, first served.

    asyncio's own lock belongs to one event loop, a thread's lock would stop the whole loop.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_taken = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def __aenter__(self) -> None:
        turn = asyncio.get_running_loop().create_future()
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return
            self._waiting.append(turn)
        try:
            await turn
        except BaseException:
            with self._lock:
                is_given = turn not in self._waiting
                if not is_given:
                    self._waiting.remove(turn)
            if is_given:
                self._pass_on()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        with self._lock:
            while self._waiting:
                turn = self._waiting.popleft()
                try:
                    turn.get_loop().call_soon_threadsafe(_give, turn)
                except RuntimeError:  # Its event loop has ended, and whoever waited in it.
                    continue
                return
            self._is_taken = False


def _give(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_result(None)
