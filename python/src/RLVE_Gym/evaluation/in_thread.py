"""Blocking calls inside an event loop."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


async def in_thread(call: Callable[[], _T]) -> _T:
    """Run a blocking call in a thread of its own and return its result.

    asyncio's own threads are few, and at the interpreter's end waited for: a model that is asked
    may take minutes.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[_T] = loop.create_future()

    def settle(result: _T | None, error: BaseException | None) -> None:
        if outcome.done():  # Nobody waits any more.
            return
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(result)  # type: ignore[arg-type]  # what the call gave

    def run() -> None:
        result: _T | None = None
        error: BaseException | None = None
        try:
            result = call()
        except StopIteration as stopped:
            # A future cannot hold it.
            error = RuntimeError(repr(stopped))
        except BaseException as raised:  # it is raised where the call is awaited
            error = raised
        with suppress(RuntimeError):  # The loop has ended.
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name="rlve-gym-generate", daemon=True).start()
    return await outcome
