"""Keeping several requests unanswered, and their results in order."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Iterator
    from concurrent.futures import Future

_T = TypeVar("_T")


async def in_order(
    requests: AsyncIterator[Coroutine[Any, Any, list[_T]]], window: int
) -> AsyncGenerator[_T, None]:
    """Run up to `window` requests at a time and yield their results in the requests' order."""
    waiting: deque[asyncio.Task[list[_T]]] = deque()
    try:
        async for request in requests:
            waiting.append(asyncio.create_task(request))
            if len(waiting) >= window:
                for result in await waiting.popleft():
                    yield result
        while waiting:
            for result in await waiting.popleft():
                yield result
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


def in_order_sync(requests: Iterator[Future[list[_T]]], window: int) -> Iterator[_T]:
    """Take up to `window` requests ahead and yield their results in the requests' order."""
    waiting: deque[Future[list[_T]]] = deque()
    try:
        for request in requests:
            waiting.append(request)
            if len(waiting) >= window:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for request in waiting:
            request.cancel()
