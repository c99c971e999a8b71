"""Keeping several requests unanswered, and their replies in order.

Replies wait undecoded: a batch becomes objects when it is its turn, so that no more of them are
alive than are looked at, and the garbage collector has nothing to do.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Iterator
    from concurrent.futures import Future

_T = TypeVar("_T")


async def in_order(
    requests: AsyncIterator[Coroutine[Any, Any, _T]], window: int
) -> AsyncGenerator[_T, None]:
    """Run up to `window` requests at a time and yield their replies in the requests' order."""
    waiting: deque[asyncio.Task[_T]] = deque()
    try:
        async for request in requests:
            waiting.append(asyncio.create_task(request))
            if len(waiting) >= window:
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


def in_order_sync(requests: Iterator[Future[_T]], window: int) -> Iterator[_T]:
    """Take up to `window` requests ahead and yield their replies in the requests' order."""
    waiting: deque[Future[_T]] = deque()
    try:
        for request in requests:
            waiting.append(request)
            if len(waiting) >= window:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for request in waiting:
            request.cancel()
