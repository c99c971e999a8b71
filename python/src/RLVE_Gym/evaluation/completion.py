"""What a model gives for a prompt, and who is asked for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import isawaitable, iscoroutinefunction
from typing import Any, Union

from msgspec import Struct
from msgspec.structs import replace

from .in_thread import in_thread

Messages = list[dict[str, str]]
"""A chat, as OpenAI's API has it: `[{"role": "user", "content": "…"}]`."""


class Completion(Struct, frozen=True):
    """A model's whole text, and what else is known of it."""

    output: str
    reasoning: str | None = None
    """Thoughts that came apart from the output, which are not searched for the answer."""
    finish_reason: str | None = None
    """`"length"` where the output was cut off."""
    tokens: int | None = None
    """How many tokens were generated."""


Generate = Callable[
    [Messages], Union[str, Completion, Awaitable[Union[str, Completion]]]  # noqa: UP007  # 3.10
]
"""A model: from messages to its text. Blocking ones run in threads of their own."""


async def complete(generate: Generate, messages: Messages) -> Completion:
    """Have a model answer, whatever kind of callable it is.

    Raises:
        TypeError: It gave neither a text nor a `Completion`.
        Exception: What it raised.
    """
    call: Callable[..., Any] = generate
    if iscoroutinefunction(call) or iscoroutinefunction(getattr(call, "__call__", None)):  # noqa: B004
        result = await call(messages)
    else:
        result = await in_thread(partial(call, messages))
        if isawaitable(result):
            result = await result
    completion = _to_completion(result)
    return replace(
        completion,
        output=_representable(completion.output),
        reasoning=completion.reasoning and _representable(completion.reasoning),
    )


def _representable(text: str) -> str:
    """Write a text without halves of surrogate pairs, which can be neither sent nor written."""
    return text.encode(errors="replace").decode()


def _to_completion(result: Any) -> Completion:
    if isinstance(result, str):
        return Completion(result)
    if isinstance(result, Completion):
        return result
    raise TypeError(
        f"generate gave {type(result).__name__}. It takes messages and gives the model's text, "
        "or a RLVE_Gym.Completion"
    )
