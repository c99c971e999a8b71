"""Asking again, where a failure may pass."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import EndpointError
from .refusal import is_temporary_status

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_T = TypeVar("_T")

FIRST_WAIT_S = 1.0
"""How long to wait, at most, before asking again; twice as long each further time."""

_LONGEST_WAIT_S = 60.0

_LONGEST_ASKED_WAIT_S = 600.0
"""A longer wait than an endpoint may ask for."""


class Patience:
    """How often to ask again, for all requests of a run.

    Args:
        retries: How often, for one output.
        on_retry: Told of each time.
    """

    def __init__(self, retries: int, on_retry: Callable[[], None]) -> None:
        self._retries = retries
        self._on_retry = on_retry
        self._has_succeeded = False

    @property
    def has_succeeded(self) -> bool:
        """Whether there has been an output: until then a failure says that all will fail."""
        return self._has_succeeded

    async def ask(self, call: Callable[[], Awaitable[_T]]) -> _T:
        """Call until it succeeds, with growing pauses.

        Raises:
            Exception: The last failure, or one that waiting does not mend.
        """
        for retry in range(self._retries):
            try:
                return await self._once(call)
            except Exception as error:
                if not self._may_pass(error):
                    raise
                pause = _pause(error, retry)
            self._on_retry()
            await asyncio.sleep(pause)
        return await self._once(call)

    async def _once(self, call: Callable[[], Awaitable[_T]]) -> _T:
        result = await call()
        self._has_succeeded = True
        return result

    def _may_pass(self, error: Exception) -> bool:
        # Where nothing ever answered there is a wrong address, more likely than an outage.
        is_wrong_address = getattr(error, "code", None) == "UNREACHABLE"
        return is_temporary(error) and (self._has_succeeded or not is_wrong_address)


def is_temporary(error: Exception) -> bool:
    """Whether what failed may yet succeed: the endpoint's failures, or those of a callable."""
    if isinstance(error, EndpointError):
        return error.is_temporary
    status: Any = getattr(error, "status_code", None)
    if isinstance(status, int):
        return is_temporary_status(status)
    return isinstance(error, (TimeoutError, asyncio.TimeoutError, ConnectionError))


def _pause(error: Exception, retry: int) -> float:
    asked = error.retry_after_s if isinstance(error, EndpointError) else None
    if asked is not None:
        return min(asked, _LONGEST_ASKED_WAIT_S)
    # Spread, or all of those that were refused at once would come back at once.
    longest: float = min(FIRST_WAIT_S * 2.0**retry, _LONGEST_WAIT_S)
    return longest * random.uniform(0.5, 1)  # noqa: S311
