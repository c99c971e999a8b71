"""Outputs verified, and why those without a well-formed answer have none."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from ..async_client import AsyncRlveGymClient
    from ..messages import Problem, Reading
    from .completion import Completion
    from .sample import Fault


class Scored(Struct, frozen=True):
    """The verdict on an output."""

    answer: str | None
    reward: float
    accuracy: int
    format_score: int
    fault: Fault | None
    reason: str | None


async def score(
    client: AsyncRlveGymClient,
    problem: Problem,
    completion: Completion,
    *,
    reading: Reading | None,
    answer_markers: tuple[str, str] | None,
) -> Scored | None:
    """Verify an output, and look at what was taken as its answer.

    Returns:
        The verdict; `None` where the verification failed inside the server.

    Raises:
        RlveGymError: The server cannot be asked.
    """
    body = {
        "output": completion.output,
        "environment": problem.environment,
        **({"reading": reading} if reading else {}),
        **({"answer_markers": answer_markers} if answer_markers else {}),
    }
    [verified], inspected = await asyncio.gather(
        client.verify(
            [problem.submission([completion.output])],
            answer_markers=answer_markers,
            reading=reading,
            explain=True,
        ),
        client.ask_http("POST", "/inspect", body),
    )
    [reward], [accuracy], [format_score] = (
        verified.reward,
        verified.accuracy,
        verified.format_score,
    )
    if reward is None or accuracy is None or format_score is None:
        return None
    is_read = inspected["parsed"] is not None or _is_undressed(verified.reading)
    return Scored(
        answer=inspected["answer"],
        reward=reward,
        accuracy=accuracy,
        format_score=format_score,
        fault=None if format_score == 1 else _find_fault(completion, inspected, is_read),
        reason=None if verified.reason is None else verified.reason[0],
    )


def _find_fault(completion: Completion, inspected: dict[str, Any], is_read: bool) -> Fault:
    if inspected["answer"] is None:
        return "truncated" if completion.finish_reason == "length" else "no answer"
    return "invalid" if is_read else "malformed"


def _is_undressed(reading: list[str | None] | None) -> bool:
    """Whether an answer was well-formed once its dress was taken off."""
    return bool(reading and reading[0] and "lenient" in reading[0])
